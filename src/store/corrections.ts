import type { Kysely, Transaction } from 'kysely';
import { Correction, type SaidBy } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import { change } from './change.ts';
import { forgetMatches } from './matches.ts';
import type { Tables } from './tables.ts';

const byPerson: SaidBy = { source: 'person', certainty: 'stated' };

/**
 * Keeps those of the corrections that the database lacks, in order, and puts their documents right; returns how many.
 * A document whose date or language is another one loses its reading, and is read anew.
 */
export function recordCorrections(
  db: Kysely<Tables>,
  tool: string,
  corrections: readonly Correction[],
): Promise<number> {
  return change(db, tool, async (trx) => {
    const made: Correction[] = [];
    for (const correction of corrections) if (await insertCorrection(trx, correction)) made.push(correction);
    for (const correction of made) await apply(trx, correction);
    const events = made.map(({ documentId, ...details }) => ({
      action: 'document.corrected' as const,
      subject: documentId,
      details,
    }));
    return { result: made.length, events };
  });
}

/** False when it is there already, or its document is not. */
async function insertCorrection(trx: Transaction<Tables>, correction: Correction): Promise<boolean> {
  const { documentId, ...record } = correction;
  const document = await trx
    .selectFrom('documents')
    .select('id')
    .where('id', '=', documentId)
    .executeTakeFirst();
  if (!document) return false;
  const inserted = await trx
    .insertInto('corrections')
    .values({ ...record, document_id: documentId })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function apply(trx: Transaction<Tables>, { documentId, field, value }: Correction): Promise<void> {
  if (field === 'replaces') await settle(trx, documentId, value);
  else await trx.updateTable('documents').set(columnsOf(field, value)).where('id', '=', documentId).execute();
  if (field === 'published' || field === 'language') {
    await trx.deleteFrom('readings').where('document_id', '=', documentId).execute();
  }
  await forgetMatches(trx, documentId);
}

function columnsOf(field: Exclude<Correction['field'], 'replaces'>, value: string | null) {
  const by = value === null ? null : toJsonb(byPerson);
  switch (field) {
    case 'title':
      return { title: value ?? '', title_from: by };
    case 'publisher':
      return { publisher: value, publisher_from: by };
    case 'published':
      return { published: value, published_from: by };
    case 'author':
    case 'language':
      return { [field]: value };
  }
}

/** A person has looked at a text that has nothing in common with the one before. */
async function settle(trx: Transaction<Tables>, later: string, earlier: string | null): Promise<void> {
  const revisions = trx.updateTable('revisions').where('later_id', '=', later);
  if (earlier === null)
    await revisions.set({ standing: 'beside' }).where('standing', '=', 'waiting').execute();
  else await revisions.set({ standing: 'replaces' }).where('earlier_id', '=', earlier).execute();
}

/** What was put right on a document, the newest first. */
export async function correctionsOf(db: Kysely<Tables>, documentId: string): Promise<Correction[]> {
  const rows = await db
    .selectFrom('corrections')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ document_id, at, seq: _, ...same }) =>
    Correction.parse({ ...same, documentId: document_id, at: at.toISOString() }),
  );
}

/** Those of the corrections that the database lacks. */
export async function missingCorrections(
  db: Kysely<Tables>,
  corrections: readonly Correction[],
): Promise<Correction[]> {
  if (corrections.length === 0) return [];
  const rows = await db.selectFrom('corrections').select('id').execute();
  const known = new Set(rows.map(({ id }) => id));
  return corrections.filter(({ id }) => !known.has(id));
}
