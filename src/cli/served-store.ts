import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { ProvisoError } from '../model/index.ts';
import { type Store, servedAt } from '../store/index.ts';
import { type GlobalOptions, placeOf, withStore } from './context.ts';

/** How a running server is asked for what the store would give. */
interface Asked {
  method: 'GET' | 'POST';
  path: string;
}

/** Writes what the store gives, from here or from the server that has it open. */
export const writeFromStore = async (
  options: GlobalOptions,
  out: Writable,
  fromHere: (store: Store) => Promise<void>,
  asked: Asked,
): Promise<void> => {
  try {
    await withStore(options, fromHere);
  } catch (thrown) {
    const isLocked = thrown instanceof ProvisoError && thrown.code === 'PROVISO_STORE_LOCKED';
    const url = isLocked ? await servedAt(placeOf(options).dir) : null;
    if (url === null) throw thrown;
    await writeFromServer(url, out, asked);
  }
};

const writeFromServer = async (url: string, out: Writable, { method, path }: Asked): Promise<void> => {
  const session = (await (await fetch(new URL('api/session', url))).json()) as { csrfToken: string };
  const headers = { 'x-proviso-csrf': session.csrfToken };
  const { ok, status, body } = await fetch(new URL(path, url), { method, headers });
  if (!ok || !body) throw new Error(`the server at ${url} answered with ${status}`);
  await pipeline(Readable.fromWeb(body as ReadableStream), out);
};
