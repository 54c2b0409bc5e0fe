import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** What changes when anything does that findings follow from; two that are equal mean that nothing did. */
export interface StoreState {
  /** Of documents, readings, case files and whatever else is kept, judgements and decisions apart. */
  material: string;
  judgements: string;
  decisions: string;
}

/** The store's state now; a few milliseconds, whatever the store holds. */
export async function currentState(db: Kysely<Tables>): Promise<StoreState> {
  // Conditions as those of the partial indexes on the log, so that these are used.
  const { rows } = await sql<StoreState>`
    select
      coalesce((select max(seq) from audit where action like 'judgement.%'), 0)::text as judgements,
      coalesce((select max(seq) from audit where action like 'decision.%'), 0)::text as decisions,
      concat_ws(' ',
        (select max(seq) from audit where action not like 'judgement.%' and action not like 'decision.%'
          and action not like 'matches.%'),
        (select max(revision) from readings),
        (select count(*) from readings)) as material`.execute(db);
  return rows[0] as StoreState;
}
