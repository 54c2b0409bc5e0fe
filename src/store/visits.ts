import { type Kysely, sql, type Transaction } from 'kysely';
import type { VisitFailure, WatchedAddress } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import type { Tables } from './tables.ts';

/** An address that was fetched for a case, with what to ask for changes with. */
export interface Visit {
  url: string;
  etag: string | null;
  lastModified: string | null;
  /** ISO 8601. */
  checkedAt: string;
  /** It is fetched again by `watch` for as long as it is watched; else a feed named it, and it is for a while. */
  watched: boolean;
  /** What the feed that named it said of it last; null for addresses that no feed named. */
  mark: string | null;
}

/** A visit as it is kept. */
export interface KeptVisit extends Visit {
  /** When the address was first fetched for the case, ISO 8601. */
  firstAt: string;
  /** When it was last asked, whether or not it answered, ISO 8601. */
  triedAt: string;
}

/** Keeps the visit in place of the one before; an address once watched stays so. */
export async function recordVisit(
  trx: Transaction<Tables>,
  caseId: string,
  { url, etag, lastModified, checkedAt, watched, mark }: Visit,
): Promise<void> {
  const values = { etag, last_modified: lastModified, checked_at: checkedAt, tried_at: checkedAt };
  await trx
    .insertInto('visits')
    .values({ case_id: caseId, url, ...values, first_at: checkedAt, mark, watched })
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'url']).doUpdateSet({
        ...values,
        mark: sql<string | null>`coalesce(excluded.mark, visits.mark)`,
        watched: sql<boolean>`visits.watched or excluded.watched`,
      }),
    )
    .execute();
}

const visits = (db: Kysely<Tables>, caseId: string) =>
  db
    .selectFrom('visits')
    .select([
      'url',
      'etag',
      'last_modified as lastModified',
      'checked_at',
      'tried_at',
      'watched',
      'first_at',
      'mark',
    ])
    .where('case_id', '=', caseId);

type Row = Omit<Visit, 'checkedAt'> & { checked_at: Date; first_at: Date; tried_at: Date | null };
const toVisit = ({ checked_at, first_at, tried_at, ...same }: Row): KeptVisit => ({
  ...same,
  checkedAt: checked_at.toISOString(),
  firstAt: first_at.toISOString(),
  triedAt: (tried_at ?? checked_at).toISOString(),
});

export async function visitOf(db: Kysely<Tables>, caseId: string, url: string): Promise<KeptVisit | null> {
  const row = await visits(db, caseId).where('url', '=', url).executeTakeFirst();
  return row ? toVisit(row) : null;
}

/** The addresses of a case that are fetched again and are not paused, in order. */
export async function watchedVisits(db: Kysely<Tables>, caseId: string): Promise<KeptVisit[]> {
  const rows = await visits(db, caseId)
    .where('watched', '=', true)
    .where('paused', '=', false)
    .orderBy('url')
    .execute();
  return rows.map(toVisit);
}

/** Keeps how asking a known address went; one that was never fetched is not known. */
export async function recordAttempt(
  db: Kysely<Tables>,
  caseId: string,
  url: string,
  failures: readonly VisitFailure[],
): Promise<void> {
  await db
    .updateTable('visits')
    .set({ tried_at: new Date(), failures: failures.length > 0 ? toJsonb(failures) : null })
    .where('case_id', '=', caseId)
    .where('url', '=', url)
    .execute();
}

/**
 * Keeps that a document came by an address: its own, or that of the feed which named it. What is a capture of a document that
 * was there before brought none.
 */
export async function recordBrought(
  db: Kysely<Tables>,
  caseId: string,
  url: string,
  documentId: string,
): Promise<void> {
  await sql`
    insert into brought (case_id, url, document_id, at)
    select ${caseId}, ${url}, id, ${new Date()}::timestamptz from documents where id = ${documentId}
    on conflict do nothing`.execute(db);
}

/** What is fetched again for a case, with what it brought and what went wrong, in order. */
export async function watchedAddresses(db: Kysely<Tables>, caseId: string): Promise<WatchedAddress[]> {
  const { rows } = await sql<
    Pick<WatchedAddress, 'url' | 'paused' | 'documents'> & {
      [time in 'added' | 'tried' | 'answered' | 'last']: Date | null;
    } & { failures: VisitFailure[] | null }
  >`
    select url, paused, failures, first_at as added, tried_at as tried, checked_at as answered,
      count(document_id)::integer as documents, max(at) as last
    from visits left join brought using (case_id, url)
    where case_id = ${caseId} and watched
    group by case_id, url order by url`.execute(db);
  return rows.map(({ added, tried, answered, last, failures, ...same }) => ({
    ...same,
    addedAt: (added as Date).toISOString(),
    triedAt: tried?.toISOString() ?? null,
    answeredAt: (answered as Date).toISOString(),
    lastBrought: last?.toISOString() ?? null,
    failures: failures ?? [],
  }));
}

/** Which documents of a case came by which of its addresses. */
export function broughtBy(
  db: Kysely<Tables>,
  caseId: string,
): Promise<{ url: string; documentId: string }[]> {
  return db
    .selectFrom('brought')
    .select(['url', 'document_id as documentId'])
    .where('case_id', '=', caseId)
    .execute();
}

/** Whether the case has the address. */
export async function pauseVisit(
  db: Kysely<Tables>,
  caseId: string,
  url: string,
  paused: boolean,
): Promise<boolean> {
  const changed = await db
    .updateTable('visits')
    .set({ paused })
    .where('case_id', '=', caseId)
    .where('url', '=', url)
    .where('watched', '=', true)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** The address is fetched no more; what it brought stays. Whether the case had it. */
export async function forgetVisit(db: Kysely<Tables>, caseId: string, url: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('visits')
    .where('case_id', '=', caseId)
    .where('url', '=', url)
    .where('watched', '=', true)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Addresses of a case that feeds named, and that were first fetched since, in order. */
export async function passingVisits(db: Kysely<Tables>, caseId: string, since: string): Promise<KeptVisit[]> {
  const rows = await visits(db, caseId)
    .where('watched', '=', false)
    .where('first_at', '>=', new Date(since))
    .orderBy('url')
    .execute();
  return rows.map(toVisit);
}
