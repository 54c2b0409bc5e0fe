import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Decompress } from 'fzstd';
import { tooLarge, unreadable } from '../refusals.ts';

/**
 * The bytes before a server packed them for the way; some archives keep the header and not the packing. Throws
 * PROVISO_INPUT_UNREADABLE, and PROVISO_INPUT_TOO_LARGE when they unpack to more than `maxBytes`.
 */
export function uncoded(sent: Uint8Array, coding: string, source: string, maxBytes: number): Uint8Array {
  if (coding === 'zstd') return unzstdWhole(sent, source, maxBytes);
  const unpack = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[
    coding
  ];
  if (!unpack || sent.length === 0 || (coding.endsWith('gzip') && sent[0] !== 0x1f)) return sent;
  try {
    return unpack(sent, { maxOutputLength: maxBytes });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(source, maxBytes);
    throw unreadable(source, `its ${coding} coding is broken`, thrown);
  }
}

/** The library has no limit of its own: a frame says how much it holds, and what says nothing is unpacked in pieces. */
function unzstdWhole(sent: Uint8Array, source: string, maxBytes: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const decompress = new Decompress((chunk) => {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(source, maxBytes);
    chunks.push(chunk);
  });
  try {
    decompress.push(new Uint8Array(sent), true);
    return Buffer.concat(chunks);
  } catch (thrown) {
    if ((thrown as Error).name === 'ProvisoError') throw thrown;
    throw unreadable(source, 'its zstd coding is broken', thrown);
  }
}
