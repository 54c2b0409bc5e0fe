import { headLength } from './kinds.ts';
import { tooLarge } from './refusals.ts';

export type Bytes = AsyncIterable<Uint8Array>;

/** All bytes of a stream. Throws PROVISO_INPUT_TOO_LARGE as soon as they are more than the limit. */
export async function readAll(stream: Bytes, source: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) throw tooLarge(source, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The beginning of a stream, and the stream whole: it is read once, and no more of it than was asked for. */
export async function peek(stream: Bytes): Promise<{ head: Uint8Array; whole: Bytes }> {
  const chunks = stream[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  while (length < headLength) {
    const { value, done } = await chunks.next();
    if (done) break;
    read.push(value);
    length += value.length;
  }
  const head = Buffer.concat(read);
  return { head: head.subarray(0, headLength), whole: resumed(head, chunks) };
}

async function* resumed(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    // Also when the reader stops early: a file or a decompressor behind it must be closed.
    await rest.return?.();
  }
}

/** Bytes in memory as a stream. */
export async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

/** Standard input, or what a caller puts in its place: a stream, or all its bytes at once. */
export type ByteSource = () => AsyncIterable<Uint8Array> | Promise<Uint8Array>;

export async function* streamFrom(open: ByteSource): AsyncGenerator<Uint8Array> {
  const opened = open();
  if (opened instanceof Promise) yield await opened;
  else yield* opened;
}
