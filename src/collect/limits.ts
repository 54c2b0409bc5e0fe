import type { Kind } from './kinds.ts';

const mb = 1024 * 1024;

/** Larger inputs are refused: no report is this long, and its bytes and text are held in memory. */
export const maxBytes = (kind: Kind): number => (sizes[kind] ?? 20) * mb;

/** Formats that carry pictures are larger than their text. */
const sizes: Partial<Record<Kind, number>> = {
  pdf: 100,
  docx: 60,
  opendocument: 60,
  epub: 60,
  mail: 60,
  msg: 60,
};

/**
 * A text is read up to here, in characters: some 12,000 sentences, a book of 500 pages. Beyond lies no report, and reading
 * would take many minutes.
 */
export const maxTextLength = 1_500_000;

/** A ZIP inside another is held in memory; one on disk is not. */
export const maxInnerZip = 100 * mb;

/** Archives inside archives: one in another is common (a ZIP of WARCs), three are made to block programs. */
export const maxDepth = 2;

/**
 * Packings that hold one file (gzip, Zstandard), and web archives in their ZIP, cost no depth; more of them in one another
 * than this are made to block programs.
 */
export const maxPackings = 3;

/** Forwarded mails in forwarded mails, and attachments of those. */
export const maxMailDepth = 4;

/** What one input may unpack to, whatever it says of itself. */
export const unpacking = {
  maxFiles: 100_000,
  maxBytes: 8 * 1024 * mb,
  /** Text packs 3 to 20 times, a bomb a thousand times and more. */
  maxRatio: 50,
  /** Below this, the ratio does not matter. */
  freeBytes: 64 * mb,
} as const;

/**
 * How much processor time parsing may take before its thread is ended, in seconds: more for larger files. What else the
 * machine does, and loading the parser, does not count.
 */
export const maxSeconds = (bytes: number): number => Math.min(60, 8 + Math.floor(bytes / (2 * mb)));

/** A thread that takes no processor time and does not answer either is given up after so many times as long. */
export const idleFactor = 20;

/**
 * What a parsing thread may hold, in MB. `growth`, by how much the whole process may grow while it collects, is what ends
 * it: a thread that reaches the limit of its heap in one large allocation takes the program with it (Node 20), so
 * that limit lies well above.
 */
export const memory = { growth: 384, heap: 2048 } as const;

/** Fetching from the web. */
export const fetching = {
  /** For one request, from looking up the name to the last byte. */
  seconds: 60,
  bytes: maxBytes('pdf'),
  redirects: 10,
  /** How often an address is tried while its server is busy or cannot be reached. */
  tries: 3,
  /** A server that asks to come back later than this is left for another time. */
  longestWaitMs: 60_000,
  /** Between two requests to one host; in between, as long as the server took for the last one. */
  pauseMs: { shortest: 250, longest: 20_000 },
};
