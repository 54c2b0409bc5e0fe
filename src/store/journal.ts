import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import {
  Correction,
  Decision,
  EnteredClaim,
  Judgement,
  ProvisoError,
  Tombstone,
  Withdrawal,
} from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { syncFolder, writeDurably } from './files.ts';
import { sha256Of } from './originals.ts';

/** What people decide, by the name that it has in the file. */
const kinds = {
  judgement: Judgement,
  decision: Decision,
  claim: EnteredClaim,
  correction: Correction,
  withdrawal: Withdrawal,
  takedown: Tombstone,
} as const;
type Kind = keyof typeof kinds;
type Entry<K extends Kind> = z.infer<(typeof kinds)[K]>;
const isKind = (name: string | undefined): name is Kind => name !== undefined && name in kinds;

/** One decision of a person: an object with one key, which says what it is. */
export type JournalEntry = { [K in Kind]: Record<K, Entry<K>> }[Kind];

/**
 * People's decisions, one line of JSON each, safe on disk before they are confirmed:
 * the embedded database does not wait for the disk, and what a person decided cannot be computed again.
 */
export class Journal {
  /** Whether an unfinished last line, which nobody was told was kept, had to be cut off. */
  readonly wasTorn: boolean;
  readonly #path: string;
  #file: FileHandle;
  #entries: JournalEntry[];
  #size: number;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(path: string, file: FileHandle, content: JournalContent) {
    this.#path = path;
    this.#file = file;
    this.#size = content.size;
    this.#entries = content.entries;
    this.wasTorn = content.torn;
  }

  /** Opens the file, or makes it. Throws PROVISO_JOURNAL_DAMAGED, which names the line. */
  static async open(path: string): Promise<Journal> {
    const file = await open(path, 'a+');
    try {
      const content = parseJournal(await file.readFile(), path);
      if (content.torn) await file.truncate(content.size);
      await file.sync();
      await syncFolder(dirname(path));
      return new Journal(path, file, content);
    } catch (thrown) {
      await file.close();
      throw thrown;
    }
  }

  /** All that the file holds, in order. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  /** All of one kind, in order. */
  of<K extends Kind>(kind: K): Entry<K>[] {
    return this.#entries.flatMap((entry) => (kind in entry ? [(entry as Record<K, Entry<K>>)[kind]] : []));
  }

  /** Returns once the entry would survive a power cut. */
  append(entry: JournalEntry): Promise<void> {
    return this.#next(() => this.#append(entry));
  }

  /** Writes the file anew with what is left of each entry: words that were taken down must not stay in it. */
  rewrite(left: (entry: JournalEntry) => JournalEntry | null): Promise<void> {
    return this.#next(() => this.#rewrite(this.#entries.flatMap((entry) => left(entry) ?? [])));
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#file.close();
  }

  #next(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #rewrite(entries: JournalEntry[]): Promise<void> {
    const bytes = Buffer.from(entries.map(formatLine).join(''));
    await this.#file.close();
    try {
      await writeDurably(this.#path, bytes);
    } finally {
      this.#file = await open(this.#path, 'a+');
    }
    this.#size = bytes.length;
    this.#entries = entries;
  }

  async #append(entry: JournalEntry): Promise<void> {
    const line = formatLine(entry);
    try {
      await this.#file.appendFile(line);
      await this.#file.sync();
    } catch (thrown) {
      // Half a line must not stand before the next one.
      await this.#file.truncate(this.#size);
      throw thrown;
    }
    this.#size += Buffer.byteLength(line);
    this.#entries.push(entry);
  }
}

interface JournalContent {
  entries: JournalEntry[];
  /** In bytes, up to the end of the last whole line. */
  size: number;
  torn: boolean;
}

/** Reads a journal. Throws PROVISO_JOURNAL_DAMAGED for a whole line that is not as it was written. */
export function parseJournal(bytes: Uint8Array, path: string): JournalContent {
  const size = bytes.lastIndexOf(0x0a) + 1;
  const lines = new TextDecoder().decode(bytes.subarray(0, size)).split('\n').slice(0, -1);
  const entries = lines.map((line, index) => {
    const entry = parseLine(line);
    if (!entry) throw damaged(path, index + 1);
    return entry;
  });
  return { entries, size, torn: size < bytes.length };
}

const checkSum = (json: string) => sha256Of(json).slice(0, 16);

/** The entry as a line of JSON, with a check sum over its words as they stand there. */
export function formatLine(entry: JournalEntry): string {
  const [[kind, value]] = Object.entries(entry) as [[string, object]];
  const json = canonicalJson(value);
  return `{"check":"${checkSum(json)}","${kind}":${json}}\n`;
}

/** null for a line that is not as it was written. */
function parseLine(line: string): JournalEntry | null {
  const [, check, kind, json = ''] = /^\{"check":"([0-9a-f]{16})","([a-z]+)":(.*)\}$/s.exec(line) ?? [];
  if (check !== checkSum(json) || !isKind(kind)) return null;
  const parsed = kinds[kind].safeParse(JSON.parse(json));
  return parsed.success ? ({ [kind]: parsed.data } as JournalEntry) : null;
}

const damaged = (path: string, line: number) =>
  new ProvisoError(
    'PROVISO_JOURNAL_DAMAGED',
    `Line ${line} of ${path}, the journal of what people decided, is not as it was written.`,
    'Put the file back from a backup, or delete that line to go on without its decision.',
  );
