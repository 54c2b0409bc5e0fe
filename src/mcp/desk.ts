import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import type { OpenCases } from '../work/index.ts';

/** A store that is open, with its cases. */
export interface OpenStore {
  store: Store;
  cases: OpenCases;
  /** Address of the workbench, ending in a slash; null while none is served. */
  workbench: string | null;
}

/** What the tools work with. */
export interface Desk {
  /** Does something with the store while it is open. */
  withStore<T>(use: (open: OpenStore) => Promise<T>): Promise<T>;
  /** The reader, made when it is first asked for. */
  reader(): Reader;
}
