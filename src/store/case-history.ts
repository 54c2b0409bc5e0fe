import { type Kysely, sql } from 'kysely';
import type { HistoryEntry } from '../model/index.ts';
import type { Tables } from './tables.ts';

/** What may be told of an entry elsewhere: no words of documents, no paths, no addresses, nothing of other cases. */
const told: Readonly<Record<string, readonly string[]>> = {
  'agreement.kept': ['sha256'],
  'audit.cut': ['expected', 'found'],
  'audit.unanchored': ['found'],
  'case.imported': ['sourceSha256'],
  'claim.entered': ['by', 'document', 'how', 'span'],
  'claim.withdrawn': ['by', 'how', 'reason'],
  'decision.added': ['at', 'by', 'kind', 'reason', 'subject', 'value'],
  'decision.replayed': ['at', 'by', 'kind', 'reason', 'subject', 'value'],
  'document.added': ['sha256'],
  'document.captured': ['collectedAt', 'collector', 'sha256', 'tool'],
  'document.compared': ['links'],
  'document.completed': [],
  'document.corrected': ['by', 'field', 'how', 'id', 'reason'],
  'answer.kept': ['by', 'hash', 'model', 'prompt', 'thrownAway'],
  'document.linked': ['case'],
  'document.revised': ['earlier'],
  'document.takenDown': ['by', 'how', 'reason', 'sha256'],
  'judgement.added': ['at', 'by', 'evidenceId', 'reason', 'verdict'],
  'judgement.replayed': ['at', 'by', 'evidenceId', 'reason', 'verdict'],
  'matches.kept': ['documents'],
  'reading.kept': ['reader', 'version'],
  'registry.imported': ['entries', 'sourceSha256'],
};

/** Entries that concern every case of a store: they say how far its log can be trusted. */
const ofEveryCase = ['audit.cut', 'audit.unanchored'];

/**
 * What audit logs have of a case: first those of the stores that it came from, then this store's own, but for the coming
 * itself. `subjects`: ids of all that belongs to the case, and of the case.
 */
export async function historyOf(
  db: Kysely<Tables>,
  caseId: string,
  subjects: readonly string[],
): Promise<HistoryEntry[]> {
  const received = await db
    .selectFrom('received_history')
    .select('entry')
    .where('case_id', '=', caseId)
    .orderBy('place')
    .execute();
  const own = await db
    .selectFrom('audit')
    .select([
      'seq',
      'at',
      'tool',
      'action',
      'subject',
      'hash',
      sql<Details>`details - 'records'`.as('details'),
    ])
    .where('action', 'in', Object.keys(told))
    .where((where) =>
      where.or([where('action', 'in', ofEveryCase), sql<boolean>`subject = any(${[...subjects]}::text[])`]),
    )
    .orderBy('seq')
    .execute();
  return [
    ...received.map(({ entry }) => entry),
    ...own
      .filter(({ action, details }) => isOfCase(caseId, action, details))
      .map(({ at, action, details, ...same }) => ({
        ...same,
        action,
        at: at.toISOString(),
        details: only(told[action] ?? [], details),
      })),
  ];
}

type Details = Readonly<Record<string, unknown>>;

/** Documents are in other cases too; what came with a case is told by where it came from. */
const isOfCase = (caseId: string, action: string, details: Details): boolean =>
  details.how !== 'received' && (action !== 'document.linked' || details.case === caseId);

const only = (keys: readonly string[], details: Details): Details =>
  Object.fromEntries(keys.flatMap((key) => (key in details ? [[key, details[key]]] : [])));
