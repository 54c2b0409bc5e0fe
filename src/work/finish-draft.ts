import { caseFromDraft, caseSource, parseCase } from '../agreement/index.ts';
import { type CaseFile, type DraftGap, gapsOf, idFrom, ProvisoError } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { requireStandard } from '../weigh/index.ts';

const gaps: Record<DraftGap['what'], [missing: string, todo: string]> = {
  title: ['The agreement has no title.', 'Give it one.'],
  signed: ['The day of signing is not known.', 'Say when it was signed.'],
  party: ['There is no party.', 'Say who is bound.'],
  accepted: ['No commitment is accepted.', 'Accept those that are to be watched.'],
  debtor: ['A commitment has nobody who owes it.', 'Say who owes it, or drop it.'],
  requires: ['A commitment does not say what it requires.', 'Write it, or drop it.'],
  end: ['A commitment ends before it begins.', 'Correct its days.'],
};

/**
 * Makes the case of a draft's accepted commitments, with the agreement's text, in the draft's place.
 * @throws ProvisoError PROVISO_DRAFT_NOT_FOUND, PROVISO_DRAFT_UNFINISHED naming what it lacks, or PROVISO_CASE_…; then the
 * draft is as it was.
 */
export const finishDraft = async (store: Store, id: string): Promise<CaseFile> => {
  const { text, work } = await store.draft(id);
  const [gap] = work ? gapsOf(work) : [{ what: 'accepted' as const }];
  if (!work || gap) {
    const [missing, todo] = gaps[gap?.what ?? 'accepted'];
    throw new ProvisoError('PROVISO_DRAFT_UNFINISHED', missing, todo);
  }
  const taken = (await store.cases()).map((known) => known.id);
  const source = caseSource(caseFromDraft(work, text, idFrom(work.title, taken)), null);
  const file = parseCase(source);
  requireStandard(file);
  await store.settleDraft(id, file, source);
  return file;
};
