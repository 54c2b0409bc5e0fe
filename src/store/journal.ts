import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Decision, Judgement, ProvisoError } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { syncFolder } from './files.ts';
import { sha256Of } from './originals.ts';

/** What people decided: on a piece of evidence, or on names, sources and findings. */
export type JournalEntry = Judgement | Decision;

/**
 * People's judgements and decisions, one line of JSON each, safe on disk before they are confirmed:
 * the embedded database does not wait for the disk, and what a person decided cannot be computed again.
 */
export class Journal {
  /** Whether an unfinished last line, which nobody was told was kept, had to be cut off. */
  readonly wasTorn: boolean;
  readonly #file: FileHandle;
  readonly #entries: JournalEntry[];
  #size: number;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(file: FileHandle, content: JournalContent) {
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
      return new Journal(file, content);
    } catch (thrown) {
      await file.close();
      throw thrown;
    }
  }

  /** All that the file holds, in order. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  get judgements(): Judgement[] {
    return this.#entries.filter(isJudgement);
  }

  get decisions(): Decision[] {
    return this.#entries.filter((entry): entry is Decision => !isJudgement(entry));
  }

  /** Returns once the judgement would survive a power cut. */
  append(entry: JournalEntry): Promise<void> {
    const turn = this.#turn.then(() => this.#append(entry));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#file.close();
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

const isJudgement = (entry: JournalEntry): entry is Judgement => 'evidenceId' in entry;

/** The entry as a line of JSON, with a check sum over its words as they stand there. */
export function formatLine(entry: JournalEntry): string {
  const json = canonicalJson(entry);
  return `{"check":"${checkSum(json)}","${isJudgement(entry) ? 'judgement' : 'decision'}":${json}}\n`;
}

/** null for a line that is not as it was written. */
function parseLine(line: string): JournalEntry | null {
  const [, check, kind, json = ''] =
    /^\{"check":"([0-9a-f]{16})","(judgement|decision)":(.*)\}$/.exec(line) ?? [];
  if (check !== checkSum(json)) return null;
  return (kind === 'judgement' ? Judgement : Decision).safeParse(JSON.parse(json)).data ?? null;
}

const damaged = (path: string, line: number) =>
  new ProvisoError(
    'PROVISO_JOURNAL_DAMAGED',
    `Line ${line} of ${path}, the journal of people's judgements, is not as it was written.`,
    'Put the file back from a backup, or delete that line to go on without its judgement.',
  );
