import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { ProvisoError } from '../model/index.ts';
import { change, type Ledger } from './change.ts';
import { namedOriginals } from './named-originals.ts';
import { bucketOf, bucketScheme, type ObjectStore } from './object-store/object-store.ts';
import { openObjectStore } from './object-store/open.ts';
import type { OriginalsPlaceTable, Tables } from './tables.ts';

/** Address of the originals that lie in the store's own folder, wherever that is. */
export const ownFolder = 'folder';

export type PlaceRow = Omit<Selectable<OriginalsPlaceTable>, 'only_row'>;

/** What a place says of itself, so that no store takes another's for its own. */
const Mark = z.object({ format: z.literal('proviso-originals-1'), mark: z.string() });
export const markKey = 'proviso-originals.json';

/** The originals were moved since this process last looked. */
export class MovedMeanwhile extends ProvisoError {
  constructor() {
    super('PROVISO_ORIGINALS_ELSEWHERE', 'The originals were moved meanwhile.', 'Do it again.');
  }
}

/** The row that says where the originals are; `lock` keeps it as it is until the transaction ends. */
export async function placeRow(db: Kysely<Tables>, lock?: 'share' | 'update'): Promise<PlaceRow> {
  const asked = db.selectFrom('originals_place').select(['address', 'mark', 'other', 'other_mark']);
  const locked = lock === 'share' ? asked.forShare() : lock === 'update' ? asked.forUpdate() : asked;
  return locked.executeTakeFirstOrThrow();
}

/**
 * A setting as the address that a store keeps: a bucket without a slash at its end, a whole path, or `folder`.
 * @throws ProvisoError PROVISO_ORIGINALS_SETTING.
 */
export function addressOf(setting: string, folder: string): string {
  if (setting.startsWith(bucketScheme)) {
    const address = setting.replace(/\/+$/, '');
    bucketOf(address);
    return address;
  }
  if (/^\w+:\/\//.test(setting))
    throw new ProvisoError(
      'PROVISO_ORIGINALS_SETTING',
      `Originals cannot be kept at ${setting}.`,
      `Name a folder, or a bucket as ${bucketScheme}BUCKET/PREFIX.`,
    );
  const path = resolve(setting);
  return path === originalsFolder(folder) ? ownFolder : path;
}

const originalsFolder = (folder: string): string => join(folder, 'originals');

export const openAt = (address: string, folder: string): Promise<ObjectStore> =>
  openObjectStore(address === ownFolder ? originalsFolder(folder) : address);

async function markOf(objects: ObjectStore): Promise<string | null> {
  const bytes = await objects.get(markKey);
  if (!bytes) return null;
  try {
    return Mark.parse(JSON.parse(Buffer.from(bytes).toString())).mark;
  } catch {
    return 'of an unknown form';
  }
}

/** Marks a place as a store's; one that has the mark already stays as it is. @throws ProvisoError PROVISO_ORIGINALS_ELSEWHERE. */
export async function claim(objects: ObjectStore, mark: string): Promise<void> {
  const found = await markOf(objects);
  if (found === mark) return;
  if (found !== null) throw taken(objects.address);
  const content = { format: 'proviso-originals-1', mark } satisfies z.infer<typeof Mark>;
  await objects.put(markKey, Buffer.from(`${JSON.stringify(content)}\n`));
}

const taken = (address: string) =>
  new ProvisoError(
    'PROVISO_ORIGINALS_ELSEWHERE',
    `At ${address} are the originals of another store.`,
    'Name another bucket, prefix or folder: two stores would take down each other’s.',
  );

export const newMark = (): string => randomUUID();

/** A place of originals, and how the database calls it. */
export interface CurrentPlace {
  address: string;
  objects: ObjectStore;
}

/**
 * Where the originals of a store are. A row of the database says it, so that every process over one database knows; it is read
 * again when bytes are not where they were. While a move is unfinished there are two places, and bytes are looked for in both.
 */
export class OriginalsPlace implements ObjectStore {
  readonly #db: Kysely<Tables>;
  readonly #folder: string;
  /** Whether other processes may move the originals; alone, this one knows, and must not ask within a transaction. */
  readonly #isShared: boolean;
  #row: PlaceRow;
  /** By address; opened when they are first needed, and known to be ours by then. */
  readonly #opened = new Map<string, Promise<ObjectStore>>();

  private constructor(db: Kysely<Tables>, folder: string, isShared: boolean, row: PlaceRow) {
    this.#db = db;
    this.#isShared = isShared;
    this.#folder = folder;
    this.#row = row;
  }

  /**
   * `folder`: of the store. `setting`: where a new store is to keep its originals; another one must agree with it.
   * @throws ProvisoError PROVISO_ORIGINALS_SETTING, PROVISO_ORIGINALS_ELSEWHERE, or why the place cannot be reached.
   */
  static async open(
    ledger: Ledger,
    folder: string,
    { setting, isShared }: { setting: string | undefined; isShared: boolean },
  ): Promise<OriginalsPlace> {
    const place = new OriginalsPlace(ledger.db, folder, isShared, await placeRow(ledger.db));
    if (setting) await place.#agree(ledger, addressOf(setting, folder));
    return place;
  }

  get address(): string {
    return this.#row.address;
  }

  get folder(): string {
    return this.#folder;
  }

  /** A place that is known to be this store's. @throws ProvisoError PROVISO_ORIGINALS_ELSEWHERE. */
  objectsAt(address: string, mark: string | null): Promise<ObjectStore> {
    const known = this.#opened.get(address);
    if (known) return known;
    const opening = this.#openOwn(address, mark);
    this.#opened.set(address, opening);
    // What could not be reached is tried again.
    opening.catch(() => this.#opened.delete(address));
    return opening;
  }

  async get(key: string): Promise<Uint8Array | null> {
    const found = await this.#getNow(key);
    if (found || !this.#isShared) return found;
    return (await this.follow()) ? this.#getNow(key) : null;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const [objects] = await this.#places();
    await objects.put(key, bytes);
  }

  /** From both places of a move that is unfinished. */
  async remove(key: string): Promise<void> {
    if (this.#isShared) await this.follow();
    for (const objects of await this.#places()) await objects.remove(key);
  }

  async *keys(): AsyncGenerator<string> {
    const [objects] = await this.#places();
    yield* objects.keys();
  }

  close(): void {
    for (const opening of this.#opened.values())
      opening.then(
        (objects) => objects.close(),
        () => {},
      );
  }

  /** Whether the originals are elsewhere than when this was last asked; they are looked for there from now on. */
  async follow(): Promise<boolean> {
    const before = this.#row;
    this.#row = await placeRow(this.#db);
    return before.address !== this.#row.address || before.other !== this.#row.other;
  }

  /**
   * Where bytes that are to be named are kept, as far as this process knows. There alone: what lies at the other place of a move
   * is about to be deleted.
   */
  async current(): Promise<CurrentPlace> {
    const { address } = this.#row;
    const [objects] = await this.#places();
    return { address, objects };
  }

  /** Holds the place until the transaction ends, which names bytes that were kept in it. @throws MovedMeanwhile. */
  async hold(trx: Transaction<Tables>, { address }: CurrentPlace): Promise<void> {
    if ((await placeRow(trx, 'share')).address !== address) throw new MovedMeanwhile();
  }

  /**
   * Removes from places of before what lies in the present one: nothing would look for it there, and no takedown find it.
   */
  async clear(before: readonly CurrentPlace[], keys: readonly string[]): Promise<void> {
    if (before.length === 0) return;
    const { address, objects } = await this.current();
    for (const old of before.filter((each) => each.address !== address))
      for (const key of keys) if (await objects.get(key)) await old.objects.remove(key);
  }

  /** Asks the place for an answer. @throws ProvisoError why there is none. */
  async check(): Promise<void> {
    if (this.#isShared) await this.follow();
    const { address, mark } = this.#row;
    await requireOwn(await this.objectsAt(address, mark), mark);
  }

  /**
   * Makes a place known, to every process, as the one that the originals are moved to, and marks it as this store's.
   * @throws ProvisoError PROVISO_ORIGINALS_ELSEWHERE while another move is unfinished, or where another store has the place.
   */
  async begin(to: string): Promise<ObjectStore> {
    const objects = await openAt(to, this.#folder);
    try {
      const isTaken = (await markOf(objects)) !== null;
      // Known before it is marked: a mark that nobody knows would keep its own store out.
      const mark = await this.#db.transaction().execute(async (trx) => {
        const { address, other, other_mark } = await placeRow(trx, 'update');
        if (other === to) return other_mark;
        if (other !== null) throw unfinished(address, other);
        if (isTaken) throw taken(to);
        const mark = to === ownFolder ? null : newMark();
        await trx.updateTable('originals_place').set({ other: to, other_mark: mark }).execute();
        return mark;
      });
      if (mark !== null) await claim(objects, mark);
      await this.follow();
      return await this.objectsAt(to, mark);
    } finally {
      objects.close();
    }
  }

  async #agree(ledger: Ledger, wanted: string): Promise<void> {
    const { address, other } = this.#row;
    if (address === wanted) return;
    const isNew = address === ownFolder && (other === null || other === wanted);
    if (!isNew || (await namedOriginals(this.#db)).length > 0) throw elsewhere(address, wanted);
    await this.begin(wanted);
    await change(ledger, async (trx) => {
      const { address, other_mark } = await placeRow(trx, 'update');
      // Another process began with the same new store.
      if (address === wanted) return { result: undefined, events: [] };
      const row = { address: wanted, mark: other_mark, other: null, other_mark: null };
      await trx.updateTable('originals_place').set(row).execute();
      return { result: undefined, events: [{ action: 'originals.placed', subject: wanted, details: {} }] };
    });
    await this.follow();
  }

  async #places(): Promise<[ObjectStore, ...ObjectStore[]]> {
    const { address, mark, other, other_mark } = this.#row;
    const current = await this.objectsAt(address, mark);
    return other === null ? [current] : [current, await this.objectsAt(other, other_mark)];
  }

  async #getNow(key: string): Promise<Uint8Array | null> {
    for (const objects of await this.#places()) {
      const bytes = await objects.get(key);
      if (bytes) return bytes;
    }
    return null;
  }

  async #openOwn(address: string, mark: string | null): Promise<ObjectStore> {
    const objects = await openAt(address, this.#folder);
    try {
      await requireOwn(objects, mark);
      return objects;
    } catch (thrown) {
      objects.close();
      throw thrown;
    }
  }
}

/** The own folder has no mark: it lies where the store does. */
async function requireOwn(objects: ObjectStore, mark: string | null): Promise<void> {
  const found = mark === null ? null : await markOf(objects);
  if (found === mark) return;
  throw new ProvisoError(
    'PROVISO_ORIGINALS_ELSEWHERE',
    `What is at ${objects.address} ${found === null ? 'is not marked as this store’s originals' : 'belongs to another store'}.`,
    'Check AWS_ENDPOINT_URL_S3 and the credentials: a bucket of that name may be on several servers; of a folder, whether its disk is there.',
  );
}

const elsewhere = (address: string, wanted: string) =>
  new ProvisoError(
    'PROVISO_ORIGINALS_ELSEWHERE',
    `The originals of this store are ${placeWords(address)}, and PROVISO_ORIGINALS says ${placeWords(wanted)}.`,
    'Unset it, since the store knows where they are; or move them: proviso originals move --to PLACE.',
  );

const unfinished = (address: string, other: string) =>
  new ProvisoError(
    'PROVISO_ORIGINALS_ELSEWHERE',
    `A move of the originals between ${address} and ${other} is not finished.`,
    `Finish it first: proviso originals move --to ${other}; or take it back: --to ${address}.`,
  );

export const placeWords = (address: string): string =>
  address === ownFolder ? 'in its own folder' : `at ${address}`;
