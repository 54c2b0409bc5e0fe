import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { tooLarge, unreadable } from '../refusals.ts';

/**
 * The bytes before a server packed them for the way; some archives keep the header and not the packing. Throws
 * PROVISO_INPUT_UNREADABLE, and PROVISO_INPUT_TOO_LARGE when they unpack to more than `maxBytes`.
 */
export function uncoded(sent: Uint8Array, coding: string, source: string, maxBytes: number): Uint8Array {
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
