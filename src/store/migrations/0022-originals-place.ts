import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Where the originals are, in one row: in the store's own folder, so far. */
export async function up(trx: Transaction<Tables>): Promise<void> {
  await sql`
    create table originals_place (
      only_row boolean primary key default true check (only_row),
      address text not null,
      mark text,
      other text,
      other_mark text
    )`.execute(trx);
  await sql`insert into originals_place (address) values ('folder')`.execute(trx);
}
