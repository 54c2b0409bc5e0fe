import { parseCase, parseSign } from '../agreement/index.ts';
import type { CaseFile, Evidence } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { knowledgeOf } from './decide.ts';
import { matcher } from './matcher.ts';
import { requireCommitment } from './require-commitment.ts';
import { resolvedDocuments } from './resolved-documents.ts';

/** What a commitment or a sign would find, and in how many documents it was tried. */
export interface Tried {
  found: { evidence: Evidence; isNew: boolean }[];
  tried: number;
  documents: number;
}

export interface TrialOptions {
  /** The case as it is being edited, as its file would say it; the one in the store unless given. */
  draft?: string | undefined;
  /** A sign to try with the commitment, YAML as in a case file; the commitment alone unless given. */
  sign?: string | undefined;
  /** The newest so many documents; all unless given. */
  newest?: number | undefined;
}

const withSign = (file: CaseFile, commitmentId: string, source: string | undefined): CaseFile => {
  if (source === undefined) return file;
  const sign = parseSign(source);
  return {
    ...file,
    commitments: file.commitments.map((one) =>
      one.id === commitmentId ? { ...one, signs: [...one.signs, sign] } : one,
    ),
  };
};

/**
 * What a commitment, with or without a new sign, would find in what was read for a case; nothing is saved. `isNew` is what
 * the case as it is stored does not find.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_COMMITMENT_NOT_FOUND, PROVISO_CASE_INVALID or _UNKNOWN_ID.
 */
export async function tryCommitment(
  store: Store,
  caseId: string,
  commitmentId: string,
  { draft, sign, newest = Number.MAX_SAFE_INTEGER }: TrialOptions = {},
): Promise<Tried> {
  const stored = await knowledgeOf(store, caseId);
  const edited = draft === undefined ? stored.file : parseCase(draft);
  requireCommitment(edited, commitmentId);
  const tried = { ...stored, file: withSign(edited, commitmentId, sign) };
  const { total, documents } = await store.documentPage(caseId, {}, { offset: 0, limit: newest });
  const standing = documents.filter(({ unread, replacedBy }) => !unread && replacedBy === null);
  const found: Tried['found'] = [];
  for (const { id } of standing) {
    const before = new Set(
      (await matcher.match(stored, await resolvedDocuments(store, stored, [id]))).evidence.map(
        (item) => item.id,
      ),
    );
    const { evidence } = await matcher.match(tried, await resolvedDocuments(store, tried, [id]));
    for (const item of evidence)
      if (item.commitment === commitmentId && item.kind === 'conduct')
        found.push({ evidence: item, isNew: !before.has(item.id) });
  }
  return { found, tried: documents.length, documents: total };
}
