import { charsetOf, decodeIn, guessCharset, wordShareIn } from './charset.ts';
import { binary } from './refusals.ts';

/** Text may hold stray bytes and control characters; more than one in a hundred is something else under a text's name. */
const maxStrayShare = 0.01;
/** In a text shorter than this, one stray byte is no more than one. */
const shortText = 100;

/** Who says what charset bytes are in. */
export interface Charsets {
  /** A person: it holds, whatever the bytes look like. */
  given: string | null;
  /** The server or the file around it. */
  said: string | null;
}

export const unsaid: Charsets = { given: null, said: null };

/** Bytes as text. */
export interface Decoded {
  /** Line ends are `\n`. */
  text: string;
  charset: string;
  /** Nobody said the charset, or what was said cannot be: it is what the bytes look like. */
  isGuess: boolean;
  /** Bytes that are no character, and are U+FFFD in the text. */
  stray: number;
}

/**
 * The bytes as text, in the charset that a person, a byte order mark, the server or the file (`declared`) says, where
 * they can be in it; else in the one that they look like. Throws PROVISO_INPUT_BINARY for what is not text.
 */
export function decode(
  bytes: Uint8Array,
  source: string,
  charsets: Charsets = unsaid,
  declared: string | null = null,
): Decoded {
  const { charset, isGuess, ...read } = charsetIn(bytes, charsets, declared, source);
  const text = (read.text ?? decodeIn(bytes, charset)).replace(/\r\n?/g, '\n');
  const stray = text.match(/[\ufffd\0]/g)?.length ?? 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const controls = text.match(/[\0-\x08\x0e-\x1f\x7f]/g)?.length ?? 0;
  if (controls > text.length * maxStrayShare) throw binary(source, 'it is full of control characters');
  if (stray > Math.max(text.length, shortText) * maxStrayShare) {
    throw binary(source, `too many of its bytes are no characters in ${charset}`);
  }
  return { text, charset, isGuess, stray };
}

interface Chosen {
  charset: string;
  isGuess: boolean;
  /** Where they had to be read to choose. */
  text?: string;
}

function charsetIn(
  bytes: Uint8Array,
  { given, said }: Charsets,
  declared: string | null,
  source: string,
): Chosen {
  if (given) return { charset: charsetOf(given) ?? given, isGuess: false };
  const told = markedCharset(bytes) ?? escapedCharset(bytes, said, declared);
  if (told) return { charset: told, isGuess: false };
  const text = asUtf8(bytes);
  // ASCII is UTF-8 too, and letters beyond it are never UTF-8 by chance.
  return text === null ? ofLegacy(bytes, said, declared, source) : { charset: 'utf-8', isGuess: false, text };
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markedCharset(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  return unmarkedUtf16(bytes);
}

/** UTF-16 without its mark: every second byte of what is mostly ASCII is NUL. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2048);
  const nul = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) nul[index % 2] = (nul[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nul.map((count) => count / (sample.length / 2));
  if (sample.length < 8 || Math.abs(even - odd) < 0.3) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Charsets that write other letters in ASCII after an escape, and so look like it. */
function escapedCharset(bytes: Uint8Array, ...labels: (string | null)[]): string | null {
  const label = labels.find((said) => said && /^iso-2022/i.test(said));
  return label && bytes.includes(0x1b) ? charsetOf(label) : null;
}

/** A charset that was said stands unless the bytes look this much more like another. */
const clearlyBetter = 0.3;
/** Of the bytes beyond ASCII, so many may be no UTF-8 in a text that else is. */
const maxBrokenShare = 0.2;

function ofLegacy(bytes: Uint8Array, said: string | null, declared: string | null, source: string): Chosen {
  const broken = brokenInUtf8(bytes);
  if (broken.share <= maxBrokenShare) return { charset: 'utf-8', isGuess: false };
  const named = [said, declared].flatMap((label) => (label && charsetOf(label)) || []);
  const legacy = named.filter((charset) => !charset.startsWith('utf'));
  const guess = guessCharset(bytes, legacy);
  for (const charset of legacy) {
    if (!guess || guess.charset === charset) return { charset, isGuess: false };
    if (wordShareIn(bytes, charset) >= guess.score - clearlyBetter) return { charset, isGuess: false };
  }
  if (guess) return { charset: guess.charset, isGuess: true };
  // A stray byte or two, and no letters: the rest is what it seems to be.
  if (broken.count <= Math.max(bytes.length, shortText) * maxStrayShare) {
    return { charset: 'utf-8', isGuess: false };
  }
  throw binary(source, 'its bytes are no text in any charset that we know');
}

interface Broken {
  count: number;
  /** Of all characters beyond ASCII. */
  share: number;
}

function brokenInUtf8(bytes: Uint8Array): Broken {
  const text = new TextDecoder('utf-8').decode(bytes);
  const beyond = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  const count = text.match(/\ufffd/g)?.length ?? 0;
  return { count, share: beyond === 0 ? 0 : count / beyond };
}

/** The charset that an HTML page declares, wherever in its head; null when it declares none that we know. */
export function declaredCharset(bytes: Uint8Array): string | null {
  // Browsers look at the first kilobyte; pages with long remarks before it mean it all the same.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64 * 1024)).toString(
    'latin1',
  );
  const withoutRemarks = head.replace(/<!--[\s\S]*?-->/g, '');
  const [, inMeta] = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:-]+)/i.exec(withoutRemarks) ?? [];
  return inMeta ? byteCharset(inMeta) : declaredInXml(head);
}

/** The encoding that an XML file declares in its first line. */
export function declaredInXml(head: string): string | null {
  const [, declared] = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w:-]+)["']/.exec(head) ?? [];
  return declared ? byteCharset(declared) : null;
}

/** A declaration that can be read byte by byte cannot itself be UTF-16 (HTML standard). */
const byteCharset = (label: string): string | null => {
  const charset = charsetOf(label);
  return charset?.startsWith('utf-16') ? 'utf-8' : charset;
};
