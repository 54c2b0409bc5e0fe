import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists, syncFolder, writeDurably } from './files.ts';
import { originalDamaged } from './refusals.ts';

export const sha256Of = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex');

/** The bytes of every document as collected, each in a file named by its SHA-256: `originals/ab/abcd…`. */
export class Originals {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps the bytes and returns their SHA-256 once they are safe on disk. Same bytes are kept once. */
  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Of(bytes);
    // A damaged file is written anew: here are the right bytes.
    if ((await this.state(sha256)) !== 'whole') await this.#write(sha256, bytes);
    return sha256;
  }

  /** The bytes. Throws PROVISO_ORIGINAL_DAMAGED when they are gone or no longer match their hash. */
  async read(sha256: string): Promise<Uint8Array> {
    const bytes = await this.#bytes(sha256);
    if (bytes && sha256Of(bytes) === sha256) return bytes;
    const what = bytes ? 'was changed' : 'is missing';
    throw originalDamaged(sha256, what);
  }

  async state(sha256: string): Promise<'whole' | 'missing' | 'damaged'> {
    const bytes = await this.#bytes(sha256);
    if (!bytes) return 'missing';
    return sha256Of(bytes) === sha256 ? 'whole' : 'damaged';
  }

  /** Removes the bytes; returns once they would not come back after a power cut. */
  async remove(sha256: string): Promise<void> {
    const path = this.path(sha256);
    await rm(path, { force: true });
    if (await exists(dirname(path))) await syncFolder(dirname(path));
  }

  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    const path = this.path(sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeDurably(path, bytes);
    await syncFolder(this.#folder);
  }

  async #bytes(sha256: string): Promise<Uint8Array | null> {
    try {
      return await readFile(this.path(sha256));
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw thrown;
    }
  }

  /** Where the bytes of that hash lie, if they are here. */
  path(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }
}
