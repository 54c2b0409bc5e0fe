import { match } from '../agreement/index.ts';
import {
  type Assessment,
  type CaseFile,
  type Commitment,
  type Document,
  type Finding,
  type Judgement,
  ProvisoError,
} from '../model/index.ts';
import { resolve } from '../resolve/index.ts';
import type { ReadDocument, Store } from '../store/index.ts';
import { assess, type Clocks, type Material } from '../weigh/index.ts';

/** A case with everything that was read for it, matched and judged: ready to be weighed on any clocks. */
export interface OpenCase extends Material {
  documents: ReadonlyMap<string, Document>;
  /** Judgements whose words the present reading no longer offers as evidence. They are kept. */
  unmatched: Judgement[];
}

export const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * Loads a case and carries its readings through resolving and matching; nothing is judged yet.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND.
 */
export async function loadCase(store: Store, caseId: string): Promise<OpenCase> {
  const { file } = await store.caseById(caseId);
  const read: ReadDocument[] = [];
  for await (const item of store.documentsWithReadings(caseId)) read.push(item);
  return prepare(file, read);
}

const prepare = (file: CaseFile, read: readonly ReadDocument[]): OpenCase => {
  const documents = read.map(({ document }) => document);
  const readable = read.flatMap(({ document, reading }) => (reading ? [{ document, reading }] : []));
  const statements = resolve(file, readable);
  return {
    file,
    pages: documents,
    documents: new Map(documents.map((document) => [document.id, document])),
    statements,
    matches: match(file, statements),
    unmatched: [],
  };
};

/** A loaded case with people's verdicts on its evidence. */
export const judgedBy = (loaded: OpenCase, judgements: readonly Judgement[]): OpenCase => {
  const verdicts = new Map(judgements.map(({ evidenceId, verdict }) => [evidenceId, verdict]));
  const known = new Set(loaded.matches.evidence.map(({ id }) => id));
  const evidence = loaded.matches.evidence.map((item) => {
    const verdict = verdicts.get(item.id);
    return verdict === undefined || verdict === item.verdict ? item : { ...item, verdict };
  });
  return {
    ...loaded,
    matches: { ...loaded.matches, evidence },
    unmatched: judgements.filter(
      ({ evidenceId, verdict }) => verdict !== 'proposed' && !known.has(evidenceId),
    ),
  };
};

/** A case as it stands now, ready to be weighed. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function openCase(store: Store, caseId: string): Promise<OpenCase> {
  const loaded = await loadCase(store, caseId);
  return judgedBy(loaded, await store.judgements(caseId));
}

/** Weighs an open case; both clocks stand at today unless set. */
export const assessCase = (
  open: OpenCase,
  { asOf = today(), knownAt = today() }: Partial<Clocks> = {},
): Assessment => assess(open, { asOf, knownAt });

/** One commitment with its finding. @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND. */
export const findingOf = (
  { file }: OpenCase,
  assessment: Assessment,
  id: string,
): { commitment: Commitment; finding: Finding } => {
  const commitment = file.commitments.find((item) => item.id === id);
  const finding = assessment.commitments.find((item) => item.id === id);
  if (!commitment || !finding) {
    throw new ProvisoError(
      'PROVISO_COMMITMENT_NOT_FOUND',
      `The case "${file.id}" has no commitment "${id}".`,
      `It has: ${file.commitments.map((item) => item.id).join(', ')}.`,
    );
  }
  return { commitment, finding };
};
