import type { Ledger } from './change.ts';
import type { JobQueue } from './job-queue.ts';
import type { Journal } from './journal.ts';
import type { Originals } from './originals.ts';
import type { OriginalsPlace } from './originals-place.ts';
import type { ServedStore } from './served-store.ts';

/** What a store is made of. */
export interface StoreParts {
  ledger: Ledger;
  originals: Originals;
  place: OriginalsPlace;
  /** null with a server, whose own durability serves. */
  journal: Journal | null;
  /** null with the embedded database, which one process has. */
  queue: JobQueue | null;
  notices: readonly string[];
  /** Lets others know where the store is served. */
  announce(served: ServedStore): Promise<void>;
  /** Closes everything that opening opened. */
  closeAll: () => Promise<void>;
}
