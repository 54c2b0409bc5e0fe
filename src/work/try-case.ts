import { parseCase, parseSign } from '../agreement/index.ts';
import type { CaseFile, Evidence } from '../model/index.ts';
import { stamps } from '../read/index.ts';
import type { Knowledge } from '../resolve/index.ts';
import type { Store } from '../store/index.ts';
import { knowledgeOf } from './decide.ts';
import { batchSize, matchCase } from './match-case.ts';
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

/** Evidence in some documents for a case that is not kept; pairs that were read before are not read again. */
const matchedNow = async (
  store: Store,
  tried: Knowledge,
  documentIds: readonly string[],
): Promise<Evidence[]> => {
  const evidence: Evidence[] = [];
  for (let start = 0; start < documentIds.length; start += batchSize) {
    const ids = documentIds.slice(start, start + batchSize);
    const read = await store.pairReadings(tried.file.id, stamps.matcher, ids);
    const resolved = await resolvedDocuments(store, tried, ids);
    evidence.push(...(await matcher.match(tried, resolved, (id) => read.get(id))).evidence);
  }
  return evidence;
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
  const ids = documents.flatMap(({ id, replacedBy }) => (replacedBy === null ? [id] : []));
  const { matches } = await matchCase(store, stored, await store.enteredClaims(caseId));
  const before = new Set(matches.evidence.map(({ id }) => id));
  const evidence = await matchedNow(store, tried, ids);
  const found = evidence
    .filter(({ commitment, kind }) => commitment === commitmentId && kind === 'conduct')
    .map((item) => ({ evidence: item, isNew: !before.has(item.id) }));
  return { found, tried: documents.length, documents: total };
}
