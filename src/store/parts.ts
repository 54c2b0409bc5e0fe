import type { Ledger } from './change.ts';
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
  notices: readonly string[];
  /** Lets others know where the store is served. */
  announce(served: ServedStore): Promise<void>;
  /** Closes everything that opening opened. */
  closeAll: () => Promise<void>;
}
