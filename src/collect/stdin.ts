import { maxBytes, tooLarge } from './refusals.ts';

export type ByteSource = () => AsyncIterable<Uint8Array> | Promise<Uint8Array>;

/** All bytes of the source. Throws PROVISO_INPUT_TOO_LARGE as soon as they are too many. */
export async function readAll(open: ByteSource, source: string): Promise<Uint8Array> {
  const opened = open();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of opened instanceof Promise ? [await opened] : opened) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(source);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
