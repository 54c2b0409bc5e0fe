import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** What changes when anything does that findings follow from; two that are equal mean that nothing did. */
export interface StoreState {
  /** Of documents, readings, case files and whatever else is kept, judgements apart. */
  material: string;
  judgements: string;
}

/** The store's state now; a few milliseconds, whatever the store holds. */
export async function currentState(db: Kysely<Tables>): Promise<StoreState> {
  const newest = (isJudgement: boolean) =>
    db
      .selectFrom('audit')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('action', isJudgement ? 'like' : 'not like', 'judgement.%')
      .executeTakeFirstOrThrow();
  const [judgements, others, readings] = [
    await newest(true),
    await newest(false),
    await db
      .selectFrom('readings')
      .select([
        sql<string>`coalesce(max(revision), 0)::text`.as('newest'),
        sql<string>`count(*)::text`.as('all'),
      ])
      .executeTakeFirstOrThrow(),
  ];
  return {
    material: `${others.seq ?? 0} ${readings.newest} ${readings.all}`,
    judgements: String(judgements.seq ?? 0),
  };
}
