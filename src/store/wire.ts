import { deserialize, serialize } from 'node:v8';
import type { ProvisoError } from '../model/index.ts';

/** A piece of an answer that comes bit by bit, or how a call ended. */
export type Message =
  | { part: unknown }
  | { value: unknown }
  | { error: Pick<ProvisoError, 'code' | 'message' | 'todo'> };

/** Bytes of a message's length, before it. */
const headLength = 4;

/** A message as bytes, with its length before it; keeps what JSON has no words for: maps, days, bytes, undefined. */
export const encode = (message: Message): Buffer => {
  const bytes = serialize(message);
  const head = Buffer.alloc(headLength);
  head.writeUInt32BE(bytes.length);
  return Buffer.concat([head, bytes]);
};

/** The messages in bytes, however these are cut. What comes after a break in the middle of one is not given. */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Message> {
  let pending: Uint8Array[] = [];
  let size = 0;
  let needed = headLength;
  for await (const chunk of chunks) {
    pending.push(chunk);
    size += chunk.length;
    // Put together only once a message is whole: it may be large.
    while (size >= needed) {
      const bytes = Buffer.concat(pending);
      const end = headLength + bytes.readUInt32BE();
      needed = end;
      pending = [bytes];
      if (size < end) break;
      yield deserialize(bytes.subarray(headLength, end)) as Message;
      pending = [bytes.subarray(end)];
      size -= end;
      needed = headLength;
    }
  }
}

export const encodeArguments = (given: readonly unknown[]): Buffer => serialize(given);

export const decodeArguments = (bytes: Uint8Array): unknown[] => deserialize(bytes) as unknown[];
