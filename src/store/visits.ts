import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** An address that was fetched for a case, with what to ask for changes with. */
export interface Visit {
  url: string;
  etag: string | null;
  lastModified: string | null;
  /** ISO 8601. */
  checkedAt: string;
  /** It is fetched again by `watch`; else a feed named it, and it is not. */
  watched: boolean;
}

/** Keeps the visit in place of the one before; an address once watched stays so. */
export async function recordVisit(
  trx: Transaction<Tables>,
  caseId: string,
  { url, etag, lastModified, checkedAt, watched }: Visit,
): Promise<void> {
  const values = { etag, last_modified: lastModified, checked_at: checkedAt };
  await trx
    .insertInto('visits')
    .values({ case_id: caseId, url, ...values, watched })
    .onConflict((conflict) =>
      conflict
        .columns(['case_id', 'url'])
        .doUpdateSet({ ...values, watched: sql<boolean>`visits.watched or excluded.watched` }),
    )
    .execute();
}

const visits = (db: Kysely<Tables>, caseId: string) =>
  db
    .selectFrom('visits')
    .select(['url', 'etag', 'last_modified as lastModified', 'checked_at', 'watched'])
    .where('case_id', '=', caseId);

type Row = Omit<Visit, 'checkedAt'> & { checked_at: Date };
const toVisit = ({ checked_at, ...same }: Row): Visit => ({ ...same, checkedAt: checked_at.toISOString() });

export async function visitOf(db: Kysely<Tables>, caseId: string, url: string): Promise<Visit | null> {
  const row = await visits(db, caseId).where('url', '=', url).executeTakeFirst();
  return row ? toVisit(row) : null;
}

/** The addresses of a case that are fetched again, in order. */
export async function watchedVisits(db: Kysely<Tables>, caseId: string): Promise<Visit[]> {
  const rows = await visits(db, caseId).where('watched', '=', true).orderBy('url').execute();
  return rows.map(toVisit);
}
