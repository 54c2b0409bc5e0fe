import { createHash } from 'node:crypto';
import type { ObjectStore } from './object-store/object-store.ts';
import { originalDamaged } from './refusals.ts';

export const sha256Of = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex');

/** Under which key the bytes of a hash are kept: `ab/abcd…`. */
export const originalKey = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;

/** The hash that a key is of; null for a key of anything else. */
export const hashInKey = (key: string): string | null =>
  /^[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(key)?.[1] ?? null;

/** The bytes of every document as collected, each under its SHA-256, in a folder or a bucket. */
export class Originals {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  /** Keeps the bytes and returns their SHA-256 once they are safe. Same bytes are kept once. */
  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Of(bytes);
    // What is damaged is written anew: here are the right bytes.
    if ((await this.state(sha256)) !== 'whole') await this.#objects.put(originalKey(sha256), bytes);
    return sha256;
  }

  /** The bytes. Throws PROVISO_ORIGINAL_DAMAGED when they are gone or no longer match their hash. */
  async read(sha256: string): Promise<Uint8Array> {
    const bytes = await this.found(sha256);
    if (bytes && sha256Of(bytes) === sha256) return bytes;
    const what = bytes ? 'was changed' : 'is missing';
    throw originalDamaged(sha256, what);
  }

  async state(sha256: string): Promise<'whole' | 'missing' | 'damaged'> {
    const bytes = await this.found(sha256);
    if (!bytes) return 'missing';
    return sha256Of(bytes) === sha256 ? 'whole' : 'damaged';
  }

  /** What is kept under that hash, damaged or not; null where nothing is. */
  found(sha256: string): Promise<Uint8Array | null> {
    return this.#objects.get(originalKey(sha256));
  }

  /** Removes the bytes; returns once they would not come back. */
  remove(sha256: string): Promise<void> {
    return this.#objects.remove(originalKey(sha256));
  }
}
