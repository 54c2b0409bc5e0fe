import { match } from '../agreement/index.ts';
import { withoutBoilerplate } from '../collect/index.ts';
import {
  type Assessment,
  type CaseFile,
  type Commitment,
  type Document,
  type EnteredClaim,
  type Evidence,
  type Finding,
  type Judgement,
  ProvisoError,
  type Reading,
  type Sensitivity,
} from '../model/index.ts';
import { type Knowledge, resolve } from '../resolve/index.ts';
import type { ReadDocument, Store } from '../store/index.ts';
import { assess, type Clocks, type Material, sensitivityOf } from '../weigh/index.ts';
import { knowledgeOf } from './decide.ts';
import { withEnteredClaims } from './entered-claims.ts';

/** A case with everything that was read for it, matched and judged: ready to be weighed on any clocks. */
export interface OpenCase extends Material {
  documents: ReadonlyMap<string, Document>;
  /** By document id; a document that was not read has none. */
  readings: ReadonlyMap<string, Reading>;
  /** Judgements whose words the present reading no longer offers as evidence. They are kept. */
  unmatched: Judgement[];
  /** Claims entered in a text that another one has replaced. They are kept, and not weighed. */
  stranded: EnteredClaim[];
}

export const today = (): string => new Date().toISOString().slice(0, 10);

const withVerdicts = (evidence: readonly Evidence[], judgements: readonly Judgement[]): Evidence[] => {
  const verdicts = new Map(judgements.map(({ evidenceId, verdict }) => [evidenceId, verdict]));
  return evidence.map((item) => ({ ...item, verdict: verdicts.get(item.id) ?? item.verdict }));
};

/** Loads a case and carries its readings through resolving and matching. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function openCase(store: Store, caseId: string): Promise<OpenCase> {
  const knowledge = await knowledgeOf(store, caseId);
  const read: ReadDocument[] = [];
  const entered = await store.enteredClaims(caseId);
  for await (const { document, reading } of store.documentsWithReadings(caseId)) {
    const claims = entered.filter(({ documentId }) => documentId === document.id);
    read.push({ document, reading: withEnteredClaims(document, reading, claims) });
  }
  const judgements = await store.judgements(caseId);
  const documents = new Map(read.map(({ document }) => [document.id, document]));
  const copies = withoutBoilerplate(await store.copiesWithin(caseId), documents);
  const stranded = entered.filter(({ documentId }) => !documents.has(documentId));
  return { ...prepare(knowledge, read, judgements, copies), stranded };
}

const prepare = (
  knowledge: Knowledge,
  read: readonly ReadDocument[],
  judgements: readonly Judgement[],
  copies: OpenCase['copies'],
): Omit<OpenCase, 'stranded'> => {
  const documents = read.map(({ document }) => document);
  const readable = read.flatMap(({ document, reading }) => (reading ? [{ document, reading }] : []));
  const { file } = knowledge;
  const statements = resolve(knowledge, readable);
  const matches = match(file, statements);
  const known = new Set(matches.evidence.map(({ id }) => id));
  return {
    file,
    pages: documents,
    documents: new Map(documents.map((document) => [document.id, document])),
    readings: new Map(readable.map(({ document, reading }) => [document.id, reading])),
    statements,
    matches: { ...matches, evidence: withVerdicts(matches.evidence, judgements) },
    copies,
    decisions: knowledge.decisions,
    unmatched: judgements.filter(
      ({ evidenceId, verdict }) => verdict !== 'proposed' && !known.has(evidenceId),
    ),
  };
};

/** Both clocks stand at today unless set. */
const clocksOf = ({ asOf = today(), knownAt = today() }: Partial<Clocks>): Clocks => ({ asOf, knownAt });

/** Weighs an open case. */
export const assessCase = (open: OpenCase, clocks: Partial<Clocks> = {}): Assessment =>
  assess(open, clocksOf(clocks));

/** How far a finding hangs on each origin and each grade. @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND. */
export const sensitivityIn = (open: OpenCase, clocks: Partial<Clocks>, id: string): Sensitivity =>
  sensitivityOf(open, clocksOf(clocks), requireCommitment(open.file, id));

/** @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND. */
export const requireCommitment = (file: CaseFile, id: string): Commitment => {
  const commitment = file.commitments.find((item) => item.id === id);
  if (commitment) return commitment;
  throw new ProvisoError(
    'PROVISO_COMMITMENT_NOT_FOUND',
    `The case "${file.id}" has no commitment "${id}".`,
    `It has: ${file.commitments.map((item) => item.id).join(', ')}.`,
  );
};

/** One commitment with its finding. @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND. */
export const findingOf = (
  { file }: OpenCase,
  assessment: Assessment,
  id: string,
): { commitment: Commitment; finding: Finding } => {
  const commitment = requireCommitment(file, id);
  // An assessment has a finding on every commitment of its case.
  return { commitment, finding: assessment.commitments.find((item) => item.id === id) as Finding };
};
