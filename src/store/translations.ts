import type { Kysely, Transaction } from 'kysely';
import type { Translation } from '../model/index.ts';
import { toJsonb } from './canonical-json.ts';
import { isInCase } from './cases.ts';
import type { Change } from './change.ts';
import { forgetMatches } from './matches.ts';
import { type Records, recorded, recordsOf, removedOf } from './records.ts';
import type { Tables } from './tables.ts';
import { standingTranslation, toTranslation } from './translation-rows.ts';

/** Keeps a translation; its document is read anew. The same words again change nothing. */
export async function addTranslation(trx: Transaction<Tables>, given: Translation): Promise<Change<void>> {
  const { documentId, from, into, sentences, ...same } = given;
  const kept = await trx
    .insertInto('translations')
    .values({
      ...same,
      document_id: documentId,
      from_language: from,
      into_language: into,
      sentences: toJsonb(sentences),
    })
    .onConflict((conflict) => conflict.columns(['document_id', 'hash']).doNothing())
    .returning(recorded.translation.columns)
    .execute();
  if (kept.length === 0) return { result: undefined, events: [] };
  const dropped = (await isStanding(trx, given)) ? await forgetReading(trx, documentId) : {};
  const { hash, tool, model, prompt, by } = given;
  return {
    result: undefined,
    events: [
      {
        action: 'document.translated',
        subject: documentId,
        details: { hash, from, into, tool, model, prompt, by },
        records: { ...recordsOf('translation', kept), ...dropped },
      },
    ],
  };
}

async function isStanding(trx: Transaction<Tables>, { documentId, hash }: Translation): Promise<boolean> {
  const row = await trx
    .selectFrom('documents')
    .select(standingTranslation)
    .where('id', '=', documentId)
    .executeTakeFirst();
  return row?.translation?.hash === hash;
}

/** Returns the records of what was removed. */
async function forgetReading(trx: Transaction<Tables>, documentId: string): Promise<Records> {
  const dropped = await trx
    .deleteFrom('readings')
    .where('document_id', '=', documentId)
    .returning(recorded.reading.key)
    .execute();
  await forgetMatches(trx, documentId);
  return removedOf('reading', dropped);
}

/** Every translation of the documents of a case, in order of document and age. */
export async function translationsWithin(db: Kysely<Tables>, caseId: string): Promise<Translation[]> {
  const rows = await db
    .selectFrom('translations')
    .selectAll()
    .where(isInCase(caseId, 'document_id'))
    .orderBy('document_id')
    .orderBy('at')
    .orderBy('hash')
    .execute();
  return rows.map(({ search: _, ...row }) => toTranslation(row));
}
