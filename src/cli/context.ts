import type { WebOptions } from '../collect/index.ts';
import { createReader, type Reader } from '../read/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { version } from '../work/index.ts';

/** Options that every command knows. */
export interface GlobalOptions {
  store?: string;
}

/** Where the store is: --store, else PROVISO_STORE, else ./proviso-data; DATABASE_URL names a server. */
export const placeOf = ({ store }: GlobalOptions) => ({
  dir: store ?? process.env.PROVISO_STORE,
  databaseUrl: process.env.DATABASE_URL || undefined,
});

export const openConfiguredStore = async (options: GlobalOptions): Promise<Store> => {
  const opened = await openStore({ ...placeOf(options), version });
  for (const notice of opened.notices) process.stderr.write(`${notice}\n`);
  return opened;
};

/** Does something with the store and always closes it. */
export const withStore = async <T>(options: GlobalOptions, use: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openConfiguredStore(options);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};

/** Does work with the reader and stops its threads. */
export const withReader = async <Result>(work: (reader: Reader) => Promise<Result>): Promise<Result> => {
  const reader = createReader();
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
};

/** How the web is reached. PROVISO_FETCH_PRIVATE=1 lets tests fetch from a server on their own machine. */
export const webAccess = (): WebOptions => ({
  agent: `proviso/${version}`,
  ...(process.env.PROVISO_FETCH_PRIVATE === '1' ? { permit: () => true } : {}),
});
