import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** The hashes of all bytes that rows name, in order. */
export async function namedOriginals(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from documents union select sha256 from captures union select sha256 from containers
    union select source ->> 'sha256' from drafts union select source ->> 'sha256' from agreements
    order by sha256`.execute(db);
  return rows.map(({ sha256 }) => sha256);
}

/** Whether anything in the store needs the bytes of that hash. */
export async function isNeeded(db: Kysely<Tables>, sha256: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from documents where sha256 = ${sha256}
    union all select 1 from captures where sha256 = ${sha256}
    union all select 1 from containers where sha256 = ${sha256}
    union all select 1 from drafts where source ->> 'sha256' = ${sha256}
    union all select 1 from agreements where source ->> 'sha256' = ${sha256}
    limit 1`.execute(db);
  return rows.length > 0;
}
