import { type Kysely, sql, type Transaction } from 'kysely';
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
}

/** Keeps the visit in place of the one before; an address once watched stays so. */
export async function recordVisit(
  trx: Transaction<Tables>,
  caseId: string,
  { url, etag, lastModified, checkedAt, watched, mark }: Visit,
): Promise<void> {
  const values = { etag, last_modified: lastModified, checked_at: checkedAt };
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
    .select(['url', 'etag', 'last_modified as lastModified', 'checked_at', 'watched', 'first_at', 'mark'])
    .where('case_id', '=', caseId);

type Row = Omit<Visit, 'checkedAt'> & { checked_at: Date; first_at: Date };
const toVisit = ({ checked_at, first_at, ...same }: Row): KeptVisit => ({
  ...same,
  checkedAt: checked_at.toISOString(),
  firstAt: first_at.toISOString(),
});

export async function visitOf(db: Kysely<Tables>, caseId: string, url: string): Promise<KeptVisit | null> {
  const row = await visits(db, caseId).where('url', '=', url).executeTakeFirst();
  return row ? toVisit(row) : null;
}

/** The addresses of a case that are fetched again, in order. */
export async function watchedVisits(db: Kysely<Tables>, caseId: string): Promise<KeptVisit[]> {
  const rows = await visits(db, caseId).where('watched', '=', true).orderBy('url').execute();
  return rows.map(toVisit);
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
