import { type Kysely, sql } from 'kysely';
import type {
  ArchivedCase,
  ArchivedCopy,
  ArchivedLists,
  ArchivedMatches,
  Capture,
  Container,
  DocumentFacts,
  Revision,
  Tombstone,
} from '../model/index.ts';
import { historyOf } from './case-history.ts';
import { caseById, isInCase } from './cases.ts';
import { castOf } from './casts.ts';
import { copiesWithin } from './copies.ts';
import { toCorrection } from './corrections.ts';
import { toDecision } from './decisions.ts';
import { documentColumns, toCapture, toDocument } from './documents.ts';
import { agreementOf } from './drafts.ts';
import { toEnteredClaim, toWithdrawal } from './entered-claims.ts';
import { toJudgement } from './judgements.ts';
import { modelAnswers } from './model-answers.ts';
import type { Originals } from './originals.ts';
import { readingOf } from './readings.ts';
import { caseNotFound } from './refusals.ts';
import { registryEntries } from './registries.ts';
import { toRevision } from './revisions.ts';
import type { Tables } from './tables.ts';
import { tombstones } from './takedowns.ts';
import { translationsWithin } from './translations.ts';

/**
 * Everything that belongs to a case, with the entries of all registries. `db` must be a transaction that sees one moment, and
 * the texts are asked for while it lasts.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND.
 */
export async function caseContent(
  db: Kysely<Tables>,
  originals: Originals,
  caseId: string,
): Promise<ArchivedCase> {
  const stored = await caseById(db, caseId);
  if (!stored) throw caseNotFound(caseId);
  const lists = await listsOf(db, caseId);
  return {
    ...lists,
    id: caseId,
    source: stored.source,
    importedAt: stored.importedAt,
    agreement: await agreementOf(db, caseId),
    text: (id) => textOf(db, id),
    reading: (id) => readingOf(db, id),
    matched: (id) => matchedIn(db, caseId, id),
    original: (sha256) => originals.read(sha256),
  };
}

async function listsOf(db: Kysely<Tables>, caseId: string): Promise<ArchivedLists> {
  const documents = await factsOf(db, caseId);
  const captures = await capturesIn(db, caseId);
  const takedowns = await takedownsOf(db, caseId);
  const registries = await registryEntries(db);
  const ofPeople = await decidedIn(db, caseId);
  const { judgements, decisions, claims } = ofPeople;
  const subjects = [
    caseId,
    ...[...documents, ...judgements, ...decisions, ...claims].map(({ id }) => id),
    ...takedowns.map(({ documentId }) => documentId),
    ...new Set(registries.map(({ registry }) => registry)),
  ];
  return {
    ...ofPeople,
    answers: await modelAnswers(db, caseId),
    translations: await translationsWithin(db, caseId),
    documents,
    captures,
    takedowns,
    registries,
    containers: await containersOf(db, captures),
    revisions: await revisionsIn(db, caseId),
    copies: await copiesIn(db, caseId),
    history: await historyOf(db, caseId, subjects),
  };
}

async function factsOf(db: Kysely<Tables>, caseId: string): Promise<DocumentFacts[]> {
  const rows = await db
    .selectFrom('documents')
    .select([...documentColumns.filter((column) => column !== 'documents.text'), sql<string>`''`.as('text')])
    .where(isInCase(caseId, 'documents.id'))
    .orderBy('documents.id')
    .execute();
  return rows.map((row) => {
    const { text: _, translation: __, ...facts } = toDocument(row);
    return facts;
  });
}

async function textOf(db: Kysely<Tables>, id: string): Promise<string> {
  const { text } = await db
    .selectFrom('documents')
    .select('text')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return text;
}

async function matchedIn(db: Kysely<Tables>, caseId: string, id: string): Promise<ArchivedMatches | null> {
  const row = await db
    .selectFrom('matches')
    .select(['key', 'matched'])
    .where('case_id', '=', caseId)
    .where('document_id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, cast: await castOf(db, caseId, id) } : null;
}

async function capturesIn(db: Kysely<Tables>, caseId: string): Promise<Capture[]> {
  const rows = await db
    .selectFrom('captures')
    .selectAll()
    .where(isInCase(caseId, 'document_id'))
    .orderBy('seq')
    .execute();
  return rows.map(toCapture);
}

async function containersOf(db: Kysely<Tables>, captures: readonly Capture[]): Promise<Container[]> {
  const named = new Set(captures.map(({ container }) => container));
  const rows = await db
    .selectFrom('containers')
    .select(['sha256', 'byte_length as byteLength'])
    .orderBy('sha256')
    .execute();
  return rows.filter(({ sha256 }) => named.has(sha256));
}

async function revisionsIn(db: Kysely<Tables>, caseId: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revisions')
    .selectAll()
    .where(isInCase(caseId, 'earlier_id'))
    .where(isInCase(caseId, 'later_id'))
    .orderBy('seq')
    .execute();
  return rows.map(toRevision);
}

/** Which of two was compared later says nothing of them: each link is told from the lesser id. */
async function copiesIn(db: Kysely<Tables>, caseId: string): Promise<ArchivedCopy[]> {
  const links = [...(await copiesWithin(db, caseId))].sort(([a], [b]) => (a < b ? -1 : 1));
  return links.flatMap(([of, copies]) =>
    copies.filter(({ document }) => of < document).map((copy) => ({ ...copy, of })),
  );
}

/** Where else they were is nobody's business. */
const takedownsOf = async (db: Kysely<Tables>, caseId: string): Promise<Tombstone[]> =>
  (await tombstones(db))
    .filter(({ cases }) => cases.includes(caseId))
    .map((tombstone) => ({ ...tombstone, cases: [caseId] }));

/** All that people decided in a case and on its documents, in the order it came. */
async function decidedIn(db: Kysely<Tables>, caseId: string) {
  const inOrder = (table: 'judgements' | 'decisions' | 'entered_claims') =>
    db.selectFrom(table).where('case_id', '=', caseId).orderBy('seq');
  const [judgements, decisions, claims] = [
    await inOrder('judgements').selectAll('judgements').execute(),
    await inOrder('decisions').selectAll('decisions').execute(),
    await inOrder('entered_claims').selectAll('entered_claims').execute(),
  ];
  const corrections = await db
    .selectFrom('corrections')
    .selectAll()
    .where(isInCase(caseId, 'document_id'))
    .orderBy('seq')
    .execute();
  const withdrawals = await db
    .selectFrom('withdrawals')
    .innerJoin('entered_claims', 'entered_claims.id', 'claim_id')
    .selectAll('withdrawals')
    .where('case_id', '=', caseId)
    .orderBy('claim_id')
    .execute();
  return {
    judgements: judgements.map(toJudgement),
    decisions: decisions.map(toDecision),
    claims: claims.map(toEnteredClaim),
    corrections: corrections.map(toCorrection),
    withdrawals: withdrawals.map(toWithdrawal),
  };
}
