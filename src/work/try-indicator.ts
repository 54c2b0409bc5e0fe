import { type Trial, tryIndicator as tryOn } from '../agreement/index.ts';
import { resolve } from '../resolve/index.ts';
import type { Store } from '../store/index.ts';
import { knowledgeOf, readingsOf } from './decide.ts';
import { requireCommitment } from './require-commitment.ts';

/**
 * What an indicator would find in all that was read for a case; nothing is saved.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_COMMITMENT_NOT_FOUND, PROVISO_CASE_INVALID or _UNKNOWN_ID.
 */
export async function tryIndicator(
  store: Store,
  caseId: string,
  commitmentId: string,
  source: string,
): Promise<Trial[]> {
  const knowledge = await knowledgeOf(store, caseId);
  const commitment = requireCommitment(knowledge.file, commitmentId);
  const documents = new Map((await store.documents(caseId)).map((document) => [document.id, document]));
  const read = (await readingsOf(store, caseId)).flatMap((reading) => {
    const document = documents.get(reading.id);
    return document ? [{ document, reading }] : [];
  });
  return tryOn(knowledge.file, commitment, source, resolve(knowledge, read));
}
