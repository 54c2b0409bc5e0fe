import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { Correction, Decision, EnteredClaim, Judgement, Tombstone, Withdrawal } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { syncFolder, writeDurably } from './files.ts';
import { sha256Of } from './originals.ts';
import { unsure } from './refusals.ts';

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

/** What an entry is, and the id that no other of its kind has. */
export function nameOf(entry: JournalEntry): { kind: Kind; id: string } {
  if ('withdrawal' in entry) return { kind: 'withdrawal', id: entry.withdrawal.claimId };
  if ('takedown' in entry) return { kind: 'takedown', id: entry.takedown.documentId };
  if ('correction' in entry) return { kind: 'correction', id: entry.correction.id };
  if ('claim' in entry) return { kind: 'claim', id: entry.claim.id };
  if ('judgement' in entry) return { kind: 'judgement', id: entry.judgement.id };
  return { kind: 'decision', id: entry.decision.id };
}

/** A line of the file. */
export interface JournalLine {
  /** As it stands there, without its line end. */
  text: string;
  /** null for a line that is not as it was written. */
  entry: JournalEntry | null;
  /** The database did not take it, and the person was told so: it does not count. */
  isAborted: boolean;
  /** Why it does not count although it was never refused to anybody, in words without a full stop; null: it counts. */
  aside: string | null;
}

/** How entries come into the database, all of them or none. */
export interface Keeping {
  /** What is kept under the name of an entry already. */
  find(entry: JournalEntry): Promise<JournalEntry | null>;
  apply(entries: readonly JournalEntry[]): Promise<void>;
  /** Whether all are kept, once whatever failed is over. */
  areKeptAfterFailure(entries: readonly JournalEntry[]): Promise<boolean>;
}

/** A line that does not count although it was never refused to anybody. */
export interface SetAside {
  /** Number of the line, from 1. */
  line: number;
  /** In words, without a full stop. */
  why: string;
}

/**
 * People's decisions, one line of JSON each, safe on disk before they are confirmed:
 * the embedded database does not wait for the disk, and what a person decided cannot be computed again.
 */
export class Journal {
  /** Whether an unfinished last line, which nobody was told was kept, had to be cut off. */
  readonly wasTorn: boolean;
  readonly #path: string;
  #file: FileHandle;
  #lines: JournalLine[];
  #size: number;
  #applying = 0;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(path: string, file: FileHandle, { lines, size, torn }: JournalContent) {
    this.#path = path;
    this.#file = file;
    this.#size = size;
    this.#lines = lines;
    this.wasTorn = torn;
  }

  /** Opens the file, or makes it. A line that is not as it was written is set aside. */
  static async open(path: string): Promise<Journal> {
    const file = await openFile(path);
    try {
      const content = parseJournal(await file.readFile());
      if (content.torn) await file.truncate(content.size);
      await file.sync();
      await syncFolder(dirname(path));
      return new Journal(path, file, content);
    } catch (thrown) {
      await file.close();
      throw thrown;
    }
  }

  /** Every line, in order. */
  get lines(): readonly JournalLine[] {
    return this.#lines;
  }

  /** All that counts, in order. */
  get entries(): readonly JournalEntry[] {
    return this.#lines.flatMap(({ entry, isAborted, aside }) =>
      entry && !isAborted && aside === null ? [entry] : [],
    );
  }

  /** Lines that cannot be read, or that the database does not take. */
  get setAside(): readonly SetAside[] {
    return this.#lines.flatMap(({ aside: why }, index) => (why === null ? [] : [{ line: index + 1, why }]));
  }

  /** All of one kind that count, in order. */
  of<K extends Kind>(kind: K): Entry<K>[] {
    return this.entries.flatMap((entry) => (kind in entry ? [(entry as Record<K, Entry<K>>)[kind]] : []));
  }

  /** Leaves an entry where it stands, and out of what counts; `why` in words, without a full stop. */
  leaveOut(entry: JournalEntry, why: string): void {
    this.#lines = this.#lines.map((line) => (line.entry === entry ? { ...line, aside: why } : line));
  }

  /**
   * Writes those entries that are not found, so that they would survive a power cut, then lets them be applied; returns all
   * as kept. Where that fails, they are marked as refused before the failure is passed on. Calls take turns.
   * @throws PROVISO_DECISION_UNSURE where they could not be marked either: the next opening may apply them.
   */
  keep(
    entries: readonly JournalEntry[],
    { find, apply, areKeptAfterFailure }: Keeping,
  ): Promise<JournalEntry[]> {
    return this.#next(async () => {
      const found = await eachInTurn(entries, find);
      const fresh = entries.filter((_, index) => !found[index]);
      const kept = entries.map((entry, index) => found[index] ?? entry);
      if (fresh.length === 0) return kept;
      const start = this.#size;
      await this.#append(fresh);
      this.#applying = fresh.length;
      try {
        await apply(fresh);
      } catch (thrown) {
        if (await areKeptAfterFailure(fresh).catch(() => false)) return kept;
        await this.#abort(start, fresh.length, thrown);
        throw thrown;
      } finally {
        this.#applying = 0;
      }
      return kept;
    });
  }

  /** Writes the file anew with what is left of each entry: words that were taken down must not stay in it. */
  rewrite(left: (entry: JournalEntry) => JournalEntry | null, words: readonly string[]): Promise<void> {
    const leftOfLine = (line: JournalLine): JournalLine[] => {
      // What cannot be read is kept as it is, unless it names what was taken down.
      if (!line.entry) return words.some((word) => line.text.includes(word)) ? [] : [line];
      const entry = left(line.entry);
      if (entry === line.entry) return [line];
      if (!entry) return [];
      const text = formatLine(entry).trimEnd();
      return [{ ...line, entry, text: line.isAborted ? abortedText(text) : text }];
    };
    return this.#next(() => this.#rewrite(this.#lines.flatMap(leftOfLine)));
  }

  /** The entries that the database has not answered to yet; they are the last, and there all of them or none. */
  get applying(): readonly JournalEntry[] {
    const { length } = this.#lines;
    return this.#lines.slice(length - this.#applying).flatMap(({ entry }) => entry ?? []);
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#file.close();
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #rewrite(lines: JournalLine[]): Promise<void> {
    const bytes = Buffer.from(lines.map(({ text }) => `${text}\n`).join(''));
    await this.#file.close();
    try {
      await writeDurably(this.#path, bytes);
    } finally {
      this.#file = await openFile(this.#path);
    }
    this.#size = bytes.length;
    this.#lines = lines;
  }

  async #append(entries: readonly JournalEntry[]): Promise<void> {
    const lines = entries.map((entry) => ({ entry, line: formatLine(entry) }));
    const bytes = Buffer.from(lines.map(({ line }) => line).join(''));
    try {
      await writeAt(this.#file, bytes, this.#size);
      await this.#file.sync();
    } catch (thrown) {
      // Half a line must not stand before the next one, nor a whole one that the person is told was not kept.
      await this.#file.truncate(this.#size).catch(() => {
        throw unsure(thrown);
      });
      throw thrown;
    }
    this.#size += bytes.length;
    for (const { line, entry } of lines)
      this.#lines.push({ text: line.trimEnd(), entry, isAborted: false, aside: null });
  }

  /** Overwrites five letters of each of the last lines in place, for which even a full disk has room. */
  async #abort(start: number, count: number, cause: unknown): Promise<void> {
    const first = this.#lines.length - count;
    const last = this.#lines.slice(first);
    try {
      let place = start;
      for (const { text } of last) {
        await writeAt(this.#file, Buffer.from(marks.aborted), place + 2);
        place += Buffer.byteLength(text) + 1;
      }
      await this.#file.sync();
    } catch {
      throw unsure(cause);
    }
    const marked = last.map((line) => ({ ...line, text: abortedText(line.text), isAborted: true }));
    this.#lines = [...this.#lines.slice(0, first), ...marked];
  }
}

/** What a question has for answer of each, asked one after another. */
async function eachInTurn<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const item of items) answers.push(await ask(item));
  return answers;
}

const openFile = (path: string) => open(path, constants.O_RDWR | constants.O_CREAT, 0o600);

async function writeAt(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

export interface JournalContent {
  lines: JournalLine[];
  /** In bytes, up to the end of the last whole line. */
  size: number;
  torn: boolean;
}

/** Reads a journal; a whole line that is not as it was written has no entry. */
export function parseJournal(bytes: Uint8Array): JournalContent {
  const size = bytes.lastIndexOf(0x0a) + 1;
  const texts = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(bytes.subarray(0, size))
    .split('\n')
    .slice(0, -1);
  return { lines: texts.map(parseLine), size, torn: size < bytes.length };
}

const checkSum = (json: string) => sha256Of(json).slice(0, 16);

/** What a line begins with; of one length, so that a line is marked in place. */
const marks = { kept: 'check', aborted: 'abort' } as const;

/** The entry as a line of JSON, with a check sum over its words as they stand there. */
export function formatLine(entry: JournalEntry): string {
  const [[kind, value]] = Object.entries(entry) as [[string, object]];
  const json = canonicalJson(value);
  return `{"${marks.kept}":"${checkSum(json)}","${kind}":${json}}\n`;
}

const abortedText = (text: string): string => text.replace(marks.kept, marks.aborted);

function parseLine(text: string): JournalLine {
  const [, mark, check, kind, json = ''] =
    /^\{"(check|abort)":"([0-9a-f]{16})","([a-z]+)":(.*)\}$/s.exec(text) ?? [];
  const broken = { text, entry: null, isAborted: false, aside: 'it is not as it was written' };
  if (check !== checkSum(json) || !isKind(kind)) return broken;
  const parsed = kinds[kind].safeParse(JSON.parse(json));
  if (!parsed.success) return broken;
  const entry = { [kind]: parsed.data } as JournalEntry;
  return { text, entry, isAborted: mark === marks.aborted, aside: null };
}
