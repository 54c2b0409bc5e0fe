import { randomUUID } from 'node:crypto';
import { type Evidence, editConflict, type Judgement, ProvisoError, type Verdict } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import type { OpenCase } from './assess-case.ts';

/** A person's verdict. */
export interface Decision {
  verdict: Verdict;
  reason: string;
  by: string;
}

/** A piece of evidence that is judged. */
export interface Judged {
  evidence: string;
  /** Id of the judgement, of whoever sends it: sent again, it is the same one. */
  id?: string | undefined;
  /** The verdict that was seen; undefined where it does not matter. */
  seen?: Verdict | undefined;
}

type JudgedCase = Pick<OpenCase, 'file' | 'matches' | 'documents'>;

/**
 * Keeps a person's decision on one piece of evidence; `proposed` takes an earlier one back.
 * @throws ProvisoError PROVISO_EVIDENCE_NOT_FOUND or PROVISO_EDIT_CONFLICT.
 */
export const judge = (
  store: Store,
  open: JudgedCase,
  evidence: string,
  { id, seen, ...decision }: Decision & Omit<Judged, 'evidence'>,
): Promise<void> => judgeAll(store, open, [{ evidence, id, seen }], decision);

/** The same for many pieces: all are judged, or none. @throws the same. */
export async function judgeAll(
  store: Store,
  open: JudgedCase,
  judged: readonly Judged[],
  decision: Decision,
): Promise<void> {
  const byId = new Map(open.matches.evidence.map((item) => [item.id, item]));
  const at = new Date().toISOString();
  const judgements = judged.map(({ evidence, id = randomUUID(), seen }): Judgement => {
    const item = evidenceOf(open, byId, evidence);
    if (seen !== undefined && item.verdict !== seen && item.verdict !== decision.verdict)
      throw editConflict('The verdict', { evidence, verdict: item.verdict });
    return { id, caseId: open.file.id, evidenceId: evidence, ...decision, at, anchor: anchorOf(open, item) };
  });
  await store.addJudgements(judgements);
}

function evidenceOf(
  { file, documents }: JudgedCase,
  byId: ReadonlyMap<string, Evidence>,
  id: string,
): Evidence {
  const item = byId.get(id);
  if (item && documents.has(item.documentId)) return item;
  throw new ProvisoError(
    'PROVISO_EVIDENCE_NOT_FOUND',
    `The case "${file.id}" has no evidence "${id}".`,
    'Reload the page: the document may have been read again.',
  );
}

/** What a judgement hangs on where its evidence has another id one day. */
const anchorOf = (
  { documents }: JudgedCase,
  { documentId, span, words, commitment, kind }: Evidence,
): Judgement['anchor'] => ({
  documentSha256: documents.get(documentId)?.sha256 ?? '',
  span,
  words,
  commitment,
  kind,
});
