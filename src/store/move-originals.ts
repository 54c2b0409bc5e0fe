import type { Transaction } from 'kysely';
import { mapConcurrently, ProvisoError } from '../model/index.ts';
import { change, type Ledger } from './change.ts';
import { namedOriginals } from './named-originals.ts';
import type { ObjectStore } from './object-store/object-store.ts';
import { hashInKey, Originals, originalKey, sha256Of } from './originals.ts';
import {
  addressOf,
  MovedMeanwhile,
  markKey,
  ownFolder,
  type PlaceRow,
  placeRow,
  placeWords,
} from './originals-place.ts';
import type { StoreParts } from './parts.ts';
import type { Tables } from './tables.ts';
import { tombstones } from './takedowns.ts';

export interface MoveOptions {
  /** What is missing or damaged where it is stays so: verify names it. Without this nothing is switched then. */
  leaveMissing?: boolean;
  /** Deletes nothing at the old place, which the store knows no more: a takedown does not reach there. */
  keepOld?: boolean;
}

/** How far a move is, and at its end what became of it. */
export type MoveStep =
  | { doing: 'copying' | 'removing'; done: number; total: number | null }
  | { moved: Moved };

interface Moved {
  /** Where the originals were and are, in words. */
  from: string | null;
  to: string;
  /** Originals that are whole at the new place. */
  whole: number;
  /** Of these, what this run copied; the others were there. */
  copied: number;
  /** Hashes that are missing or damaged. */
  missing: string[];
  /** Files that were deleted at the old place. */
  removed: number;
  /** Files that no document names, and that were left at the old place. */
  left: number;
}

/** Objects that are under way at once: the way to a server is longer than its work. */
const width = 8;

/**
 * Moves the originals to another place while the store is used. Each is copied and then read back; the store switches to the
 * new place when all that its rows name is whole there, and only then the old one is emptied of what is whole at the new.
 * Interrupted anywhere and run again, it goes on; run with the place where the originals are, it takes an unfinished move back.
 */
export async function* moveOriginals(
  parts: StoreParts,
  setting: string,
  { leaveMissing = false, keepOld = false }: MoveOptions,
): AsyncGenerator<MoveStep> {
  const { ledger, place } = parts;
  const to = addressOf(setting, place.folder);
  await place.follow();
  const row = await placeRow(ledger.db);
  const moved: Moved = {
    ...{ from: row.other === null ? null : placeWords(row.other), to: placeWords(to) },
    ...{ whole: 0, copied: 0, missing: [], removed: 0, left: 0 },
  };
  if (to !== row.address) {
    moved.from = placeWords(row.address);
    yield* copyAll(parts, row, to, moved, leaveMissing);
  }
  yield* emptyOld(parts, moved, keepOld);
  yield { moved };
}

async function* copyAll(
  parts: StoreParts,
  row: PlaceRow,
  to: string,
  moved: Moved,
  leaveMissing: boolean,
): AsyncGenerator<MoveStep> {
  const { ledger, place } = parts;
  const target = await place.begin(to);
  const source = await place.objectsAt(row.address, row.mark);
  const whole = new Set<string>();
  const copied = async (sha256: string) => {
    const how = await copyOne(source, target, sha256);
    if (how === 'missing') return;
    whole.add(sha256);
    if (how === 'copied') moved.copied += 1;
  };
  const named = await namedOriginals(ledger.db);
  let done = 0;
  for await (const _ of mapConcurrently(named, width, copied))
    yield { doing: 'copying', done: ++done, total: named.length };
  moved.missing = named.filter((sha256) => !whole.has(sha256));
  if (moved.missing.length > 0 && !leaveMissing) throw incomplete(moved);
  await switched(parts, row, to, async (trx) => {
    // What came and went since the list was made; nobody adds while the place is held.
    const now = new Set(await namedOriginals(trx));
    for (const sha256 of whole) if (!now.has(sha256)) await target.remove(originalKey(sha256));
    for (const sha256 of now) if (!whole.has(sha256)) await copied(sha256);
    const lacking = [...now].filter((sha256) => !whole.has(sha256));
    moved.missing = lacking;
    if (lacking.length > 0 && !leaveMissing) throw incomplete(moved);
    moved.whole = now.size - lacking.length;
    return { originals: moved.whole, missing: lacking.length };
  });
}

/** Copies what is not whole at the new place, and reads it back. */
async function copyOne(
  source: ObjectStore,
  target: ObjectStore,
  sha256: string,
): Promise<'there' | 'copied' | 'missing'> {
  const there = new Originals(target);
  if ((await there.state(sha256)) === 'whole') return 'there';
  const bytes = await source.get(originalKey(sha256));
  if (!bytes || sha256Of(bytes) !== sha256) return 'missing';
  await target.put(originalKey(sha256), bytes);
  if ((await there.state(sha256)) === 'whole') return 'copied';
  throw new ProvisoError(
    'PROVISO_ORIGINALS_REFUSED',
    `${target.address} does not give back what was written there.`,
    'Nothing was deleted, and the originals are where they were; look into that place before you try again.',
  );
}

/** The store looks for its originals at the new place from here on; `last` is done while nobody adds any. */
async function switched(
  { ledger, place }: StoreParts,
  { address, mark }: PlaceRow,
  to: string,
  last: (trx: Transaction<Tables>) => Promise<Record<string, number>>,
): Promise<void> {
  await change(ledger, async (trx) => {
    const now = await placeRow(trx, 'update');
    if (now.address !== address || now.other !== to) throw new MovedMeanwhile();
    const details = { ...(await last(trx)), from: address };
    await trx
      .updateTable('originals_place')
      .set({ address: to, mark: now.other_mark, other: address, other_mark: mark })
      .execute();
    return { result: undefined, events: [{ action: 'originals.moved', subject: to, details }] };
  });
  await place.follow();
}

/** Deletes at the other place what is whole where the originals are, and forgets it. */
async function* emptyOld(
  { ledger, place }: StoreParts,
  moved: Moved,
  keepOld: boolean,
): AsyncGenerator<MoveStep> {
  const { address, mark, other, other_mark } = await placeRow(ledger.db);
  if (other === null) return;
  const unnamed: string[] = [];
  if (!keepOld) {
    const old = await place.objectsAt(other, other_mark);
    const here = new Originals(await place.objectsAt(address, mark));
    const removed = async (key: string): Promise<boolean> => {
      const sha256 = hashInKey(key);
      const isSafe = sha256 !== null && (await here.state(sha256)) === 'whole';
      if (isSafe) await old.remove(key);
      else if (sha256 !== null) unnamed.push(sha256);
      return isSafe;
    };
    let done = 0;
    for await (const wasRemoved of mapConcurrently(old.keys(), width, removed)) {
      if (wasRemoved) moved.removed += 1;
      yield { doing: 'removing', done: ++done, total: null };
    }
    if (other !== ownFolder) {
      await old.remove(markKey);
      done -= 1;
    }
    moved.left = done - moved.removed;
  }
  await ledger.db.updateTable('originals_place').set({ other: null, other_mark: null }).execute();
  if (unnamed.length > 0)
    moved.left -= await takenDownIn(await place.objectsAt(other, other_mark), unnamed, ledger);
  await place.follow();
}

/**
 * Removes what was taken down while the old place was emptied, and says how much. Who takes down from now on looks for bytes at
 * the new place alone, so this comes after the old one is forgotten.
 */
async function takenDownIn(old: ObjectStore, unnamed: readonly string[], { db }: Ledger): Promise<number> {
  const takenDown = new Set((await tombstones(db)).map(({ sha256 }) => sha256));
  const found = unnamed.filter((sha256) => takenDown.has(sha256));
  for (const sha256 of found) await old.remove(originalKey(sha256));
  return found.length;
}

const incomplete = ({ missing }: Moved) =>
  new ProvisoError(
    'PROVISO_ORIGINAL_DAMAGED',
    `${missing.length} originals are missing or damaged where they are, the first ${missing[0]}; nothing was switched or deleted.`,
    'proviso verify names them all. Put them back from a backup or add the reports again, and run it once more; or leave them as they are with --leave-missing.',
  );
