import { Decompress } from 'fzstd';
import { unreadable, unsupported } from '../refusals.ts';
import type { Bytes } from '../streams.ts';

/** A frame that readers pass over, in which a web archive keeps the dictionary of its records. */
const dictionaryFrame = 0x184d2a5d;

/** The bytes that a Zstandard stream holds, all its frames. Throws PROVISO_INPUT_UNREADABLE when it is broken. */
export async function* unzstd(stream: Bytes, source: string): AsyncGenerator<Uint8Array> {
  const unpacked: Uint8Array[] = [];
  const decompress = new Decompress((chunk) => {
    if (chunk.length > 0) unpacked.push(chunk);
  });
  let isFirst = true;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      if (isFirst && bytes.length >= 4 && bytes.readUInt32LE(0) === dictionaryFrame) {
        throw unsupported(source, 'its records are packed with a dictionary of their own');
      }
      isFirst = false;
      for (let from = 0; from < bytes.length; from += pushed) {
        decompress.push(new Uint8Array(bytes.subarray(from, from + pushed)));
        yield* unpacked.splice(0);
      }
    }
    decompress.push(new Uint8Array(0), true);
    yield* unpacked.splice(0);
  } catch (thrown) {
    if ((thrown as Error).name === 'ProvisoError') throw thrown;
    throw unreadable(source, 'its Zstandard stream is cut off or broken', thrown);
  }
}

/** Unpacked in pieces of this many bytes, so that what comes out can be counted before there is much of it. */
const pushed = 4096;

/** `crawl.warc` for `crawl.warc.zst`. */
export const unzstdName = (name: string): string => name.replace(/\.zst$/i, '');
