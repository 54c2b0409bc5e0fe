import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { ProvisoError } from '../model/index.ts';
import { type ServedStore, type Store, servedAt } from '../store/index.ts';
import { type GlobalOptions, openConfiguredStore, placeOf } from './context.ts';

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
  const served = await openConfiguredStore(options).then(
    async (store) => {
      try {
        await fromHere(store);
      } finally {
        await store.close();
      }
      return null;
    },
    (thrown: unknown) => servedInstead(options, thrown),
  );
  if (served) await writeFromServer(served.url, out, asked);
};

/** Where a store is served that another process has open; throws what kept it from being opened where it is not. */
const servedInstead = async (options: GlobalOptions, thrown: unknown): Promise<ServedStore> => {
  const isLocked = thrown instanceof ProvisoError && thrown.code === 'PROVISO_STORE_LOCKED';
  const served = isLocked ? await servedAt(placeOf(options).dir) : null;
  if (!served) throw thrown;
  return served;
};

const writeFromServer = async (url: string, out: Writable, { method, path }: Asked): Promise<void> => {
  const session = (await (await fetch(new URL('api/session', url))).json()) as { csrfToken: string };
  const headers = { 'x-proviso-csrf': session.csrfToken };
  const { ok, status, body } = await fetch(new URL(path, url), { method, headers });
  if (!ok || !body) throw new Error(`the server at ${url} answered with ${status}`);
  await pipeline(Readable.fromWeb(body as ReadableStream), out);
};
