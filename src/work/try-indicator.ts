import { parseCase, type Trial, tryIndicator as tryOn } from '../agreement/index.ts';
import type { Store } from '../store/index.ts';
import { knowledgeOf } from './decide.ts';
import { requireCommitment } from './require-commitment.ts';
import { statementsIn } from './statements-in.ts';

/** What an indicator would find, and in how many documents it was tried. */
export interface Tried {
  found: Trial[];
  tried: number;
  documents: number;
}

export interface TrialOptions {
  /** The case as it is being edited, as its file would say it; the one in the store unless given. */
  draft?: string | undefined;
  /** The newest so many documents; all unless given. */
  newest?: number | undefined;
}

/**
 * What an indicator would find in what was read for a case; nothing is saved.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_COMMITMENT_NOT_FOUND, PROVISO_CASE_INVALID or _UNKNOWN_ID.
 */
export async function tryIndicator(
  store: Store,
  caseId: string,
  commitmentId: string,
  source: string,
  { draft, newest = Number.MAX_SAFE_INTEGER }: TrialOptions = {},
): Promise<Tried> {
  const stored = await knowledgeOf(store, caseId);
  const knowledge = draft === undefined ? stored : { ...stored, file: parseCase(draft) };
  const commitment = requireCommitment(knowledge.file, commitmentId);
  const page = { offset: 0, limit: newest };
  const { total, documents } = await store.documentPage(caseId, {}, page);
  const standing = documents.filter(({ unread, replacedBy }) => !unread && replacedBy === null);
  const found: Trial[] = [];
  for (const { id } of standing) {
    const statements = await statementsIn(store, knowledge, [id]);
    found.push(...tryOn(knowledge.file, commitment, source, statements));
  }
  return { found, tried: documents.length, documents: total };
}
