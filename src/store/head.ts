import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Link } from './audit.ts';

/** Where the audit log ended at some time: the number of its last entry and that entry's hash, which covers all before. */
export const HeadMark = z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * The head of the audit log in a file outside the database. It follows each change; a log that ends before it was cut, by a
 * hand or by a power cut.
 */
export class Head {
  readonly #path: string | null;
  #mark: Link | null;
  #turn: Promise<void> = Promise.resolve();

  private constructor(path: string | null, mark: Link | null) {
    this.#path = path;
    this.#mark = mark;
  }

  static async open(path: string): Promise<Head> {
    const found = await readFile(path, 'utf8').then(
      (text) => HeadMark.safeParse(parsed(text)),
      () => null,
    );
    return new Head(path, found?.success ? found.data : null);
  }

  /** Of a process that leaves the file to others. */
  static elsewhere(): Head {
    return new Head(null, null);
  }

  /** What the file says; null where there is none, or it says nothing that can be read. */
  get mark(): Link | null {
    return this.#mark;
  }

  /** Writes a later end of the log down. The change is made by then: where that fails, the next one moves the head. */
  moveTo(end: Link): Promise<void> {
    if (this.#mark && this.#mark.seq >= end.seq) return this.#turn;
    this.#mark = end;
    this.#turn = this.#turn.then(() => this.#write()).catch(() => {});
    return this.#turn;
  }

  /** Begins anew at this end, whatever stood there. */
  moveBackTo(end: Link): Promise<void> {
    this.#mark = null;
    return this.moveTo(end);
  }

  async #write(): Promise<void> {
    if (this.#path === null) return;
    const temporary = `${this.#path}.${randomUUID()}.tmp`;
    await writeFile(temporary, `${JSON.stringify(this.#mark)}\n`, { mode: 0o600 });
    await rename(temporary, this.#path);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
