import { userInfo } from 'node:os';
import type { WebOptions } from '../collect/index.ts';
import { translatorOfAdded } from '../language-model/index.ts';
import { ProvisoError } from '../model/index.ts';
import { createReader, type Reader } from '../read/index.ts';
import {
  connectStore,
  type OpenOptions,
  openStore,
  type ServedStore,
  type Store,
  servedAt,
} from '../store/index.ts';
import { type AddOptions, version } from '../work/index.ts';
import { complain } from './output.ts';

/** Options that every command knows. */
export interface GlobalOptions {
  store?: string;
}

/**
 * Where the store is: --store, else PROVISO_STORE, else ./proviso-data; DATABASE_URL names a server, PROVISO_ORIGINALS where a
 * new store keeps its originals.
 */
export const placeOf = ({ store }: GlobalOptions) => ({
  dir: store ?? process.env.PROVISO_STORE,
  databaseUrl: process.env.DATABASE_URL || undefined,
  originals: process.env.PROVISO_ORIGINALS || undefined,
});

export const openConfiguredStore = async (
  options: GlobalOptions,
  {
    notify = complain,
    ...further
  }: Pick<OpenOptions, 'leavesWork' | 'keepsHead'> & { notify?: (notice: string) => void } = {},
): Promise<Store> => {
  const opened = await openStore({ ...placeOf(options), version, ...further });
  for (const notice of opened.notices) notify(notice);
  return opened;
};

/** Where a store is served that could not be opened since a server has it; throws why it could not where none has. */
export const servedInstead = async (options: GlobalOptions, thrown: unknown): Promise<ServedStore> => {
  const isLocked = thrown instanceof ProvisoError && thrown.code === 'PROVISO_STORE_LOCKED';
  const served = isLocked ? await servedAt(placeOf(options).dir) : null;
  if (!served) throw thrown;
  return served;
};

/** Opens the store; where a running `proviso start` has it open, reaches it through that. */
export const reachStore = async (options: GlobalOptions): Promise<Store> => {
  try {
    return await openConfiguredStore(options);
  } catch (thrown) {
    const store = connectStore(await servedInstead(options, thrown), version);
    await store.state().catch((failed: ProvisoError) => {
      throw failed.code === 'PROVISO_STORE_LOCKED' ? failed : thrown;
    });
    return store;
  }
};

export const closing = async <T>(store: Store, use: (store: Store) => Promise<T>): Promise<T> => {
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};

/** Does something with the store and always closes it. */
export const withStore = async <T>(options: GlobalOptions, use: (store: Store) => Promise<T>): Promise<T> =>
  closing(await reachStore(options), use);

/** The same where a server cannot do it for others. @throws ProvisoError PROVISO_STORE_LOCKED while one has the store. */
export const withOwnStore = async <T>(
  options: GlobalOptions,
  use: (store: Store) => Promise<T>,
): Promise<T> => closing(await openConfiguredStore(options), use);

/** Does work with the reader, on so many threads or one a core, and stops them. */
export const withReader = async <Result>(
  work: (reader: Reader) => Promise<Result>,
  threads?: number,
): Promise<Result> => {
  const reader = createReader(threads);
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
};

/** Who gives the commands: PROVISO_NAME, else the user of this machine. */
export const me = (): string => process.env.PROVISO_NAME?.trim() || userInfo().username;

/** How the web is reached. PROVISO_FETCH_PRIVATE=1 lets tests fetch from a server on their own machine. */
export const webAccess = (): WebOptions => ({
  agent: `proviso/${version}`,
  ...(process.env.PROVISO_FETCH_PRIVATE === '1' ? { permit: () => true } : {}),
});

/** What translates all that is added, where PROVISO_TRANSLATE_ADDED asks for that. */
export const translationOfAdded = (): NonNullable<AddOptions['translation']> | null => {
  const translator = translatorOfAdded(process.env);
  return translator && { translator, by: me() };
};
