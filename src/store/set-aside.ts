import type { Kysely, Transaction } from 'kysely';
import type { SetAside } from '../model/index.ts';
import type { Change } from './change.ts';
import { forgetUnmatched, unmatchedDocuments } from './matches.ts';
import { forgetUnreadable, unreadableDocuments } from './readings.ts';
import type { Tables } from './tables.ts';

/**
 * What was tried often enough: what stands in the place of a reading, or of matches, then says why there is none. Another
 * version of the reader or matcher, or an edited case, tries anew by itself.
 */
export async function setAside(db: Kysely<Tables>): Promise<SetAside[]> {
  const [unread, unmatched] = [await unreadableDocuments(db), await unmatchedDocuments(db)];
  return [
    ...unread.map((one) => ({ ...one, id: `read:${one.document}`, kind: 'read' as const, case: null })),
    ...unmatched.map((one) => ({ ...one, id: `match:${one.case}:${one.document}`, kind: 'match' as const })),
  ];
}

/** Takes away what stands in the place of a reading or of matches, so that it is made again; false when there is none of that id. */
export async function takeUp(trx: Transaction<Tables>, id: string): Promise<Change<boolean>> {
  const [kind, ...of] = id.split(':');
  if (kind === 'read') return forgetUnreadable(trx, of[0] ?? '');
  const [caseId = '', document = ''] = kind === 'match' ? of : [];
  return { result: await forgetUnmatched(trx, caseId, document), events: [] };
}
