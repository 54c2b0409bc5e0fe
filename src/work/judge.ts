import { randomUUID } from 'node:crypto';
import { ProvisoError, type Verdict } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import type { OpenCase } from './assess-case.ts';

/** A person's decision on one piece of evidence. */
export interface Decision {
  /** Of whoever sends it: sent again, it is the same decision. */
  id?: string | undefined;
  verdict: Verdict;
  reason: string;
  by: string;
}

/**
 * Keeps a person's decision; `proposed` takes an earlier one back.
 * @throws ProvisoError PROVISO_EVIDENCE_NOT_FOUND.
 */
export async function judge(
  store: Store,
  { file: { id: caseId }, matches, documents }: OpenCase,
  evidenceId: string,
  { id = randomUUID(), ...decision }: Decision,
): Promise<void> {
  const evidence = matches.evidence.find(({ id }) => id === evidenceId);
  const document = evidence && documents.get(evidence.documentId);
  if (!evidence || !document) {
    throw new ProvisoError(
      'PROVISO_EVIDENCE_NOT_FOUND',
      `The case "${caseId}" has no evidence "${evidenceId}".`,
      'Reload the page: the document may have been read again.',
    );
  }
  await store.addJudgement({
    id,
    caseId,
    evidenceId,
    ...decision,
    at: new Date().toISOString(),
    anchor: {
      documentSha256: document.sha256,
      span: evidence.span,
      words: evidence.words,
      commitment: evidence.commitment,
      kind: evidence.kind,
    },
  });
}
