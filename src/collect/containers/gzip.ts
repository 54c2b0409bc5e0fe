import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { unreadable } from '../refusals.ts';
import type { Bytes } from '../streams.ts';

/** The bytes that a gzip stream holds, all its members. Throws PROVISO_INPUT_UNREADABLE when it is broken. */
export async function* gunzip(stream: Bytes, source: string): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip();
  // A failure comes out of `unpacked` too, where it is thrown.
  pipeline(Readable.from(stream), unpacked, () => {});
  try {
    yield* unpacked;
  } catch (thrown) {
    if ((thrown as Error).name === 'ProvisoError') throw thrown;
    throw unreadable(source, 'its gzip stream is cut off or broken', thrown);
  }
}

/** `report.html` for `report.html.gz`. */
export const gunzippedName = (name: string): string => name.replace(/\.(?:gz|gzip)$/i, '');
