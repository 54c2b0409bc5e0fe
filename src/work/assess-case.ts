import { withoutBoilerplate } from '../collect/index.ts';
import type {
  Assessment,
  Commitment,
  Document,
  EnteredClaim,
  Evidence,
  Finding,
  Judgement,
  Sensitivity,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { assess, type Clocks, type Material, type Memo, sensitivityOf } from '../weigh/index.ts';
import { knowledgeOf } from './decide.ts';
import { matchCase } from './match-case.ts';
import { requireCommitment } from './require-commitment.ts';

/** A case with everything that was read for it, matched and judged: ready to be weighed on any clocks. */
export interface OpenCase extends Material {
  documents: ReadonlyMap<string, Document>;
  /** Judgements whose words the present reading no longer offers as evidence. They are kept. */
  unmatched: Judgement[];
  /** Claims entered in a text that another one has replaced. They are kept, and not weighed. */
  stranded: EnteredClaim[];
  /** Findings of this case as they were last weighed in this process. */
  memo: Memo;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

const withVerdicts = (evidence: readonly Evidence[], judgements: readonly Judgement[]): Evidence[] => {
  const verdicts = new Map(judgements.map(({ evidenceId, verdict }) => [evidenceId, verdict]));
  return evidence.map((item) => ({ ...item, verdict: verdicts.get(item.id) ?? item.verdict }));
};

/** What a running server remembers of each case of its store. */
const memos = new WeakMap<Store, Map<string, Memo>>();

const memoOf = (store: Store, caseId: string): Memo => {
  const ofStore = memos.get(store) ?? new Map<string, Memo>();
  memos.set(store, ofStore);
  const memo = ofStore.get(caseId) ?? new Map();
  ofStore.set(caseId, memo);
  return memo;
};

/** Loads a case; what was not yet resolved and matched is. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function openCase(store: Store, caseId: string): Promise<OpenCase> {
  const knowledge = await knowledgeOf(store, caseId);
  const entered = await store.enteredClaims(caseId);
  const { documents, statements, matches } = await matchCase(store, knowledge, entered);
  const judgements = await store.judgements(caseId);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const known = new Set(matches.evidence.map(({ id }) => id));
  return {
    file: knowledge.file,
    pages: documents,
    documents: byId,
    statements,
    matches: { ...matches, evidence: withVerdicts(matches.evidence, judgements) },
    copies: withoutBoilerplate(await store.copiesWithin(caseId), byId),
    decisions: knowledge.decisions,
    unmatched: judgements.filter(
      ({ evidenceId, verdict }) => verdict !== 'proposed' && !known.has(evidenceId),
    ),
    stranded: entered.filter(({ documentId }) => !byId.has(documentId)),
    memo: memoOf(store, caseId),
  };
}

/** Both clocks stand at today unless set. */
const clocksOf = ({ asOf = today(), knownAt = today() }: Partial<Clocks>): Clocks => ({ asOf, knownAt });

/** Weighs an open case; findings that nothing new bears on are those of last time. */
export const assessCase = (open: OpenCase, clocks: Partial<Clocks> = {}): Assessment =>
  assess(open, clocksOf(clocks), open.memo);

/** How far a finding hangs on each origin and each grade. @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND. */
export const sensitivityIn = (open: OpenCase, clocks: Partial<Clocks>, id: string): Sensitivity =>
  sensitivityOf(open, clocksOf(clocks), requireCommitment(open.file, id));

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
