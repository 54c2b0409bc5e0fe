import { withoutBoilerplate } from '../collect/index.ts';
import type {
  Assessment,
  Commitment,
  Decision,
  Document,
  EnteredClaim,
  Finding,
  Judgement,
  Sensitivity,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { assess, type Clocks, type Material, sensitivityOf } from '../weigh/index.ts';
import { carriedJudgements } from './carried-judgements.ts';
import { knowledgeOf } from './decide.ts';
import { type CaseLearnt, taught } from './learn-case.ts';
import { matchCase } from './match-case.ts';
import { placedEvidence } from './placed-evidence.ts';
import { requireCommitment } from './require-commitment.ts';
import { withSecondOpinions } from './second-opinions.ts';
import { copiesInTranslation, withOriginals } from './translated-evidence.ts';

/** A case with everything that was read for it, matched and judged: ready to be weighed on any clocks. */
export interface OpenCase extends Material {
  documents: ReadonlyMap<string, Document>;
  /** Judgements whose words the present reading no longer offers as evidence. They are kept. */
  unmatched: Judgement[];
  /** Claims entered in a text that another one has replaced. They are kept, and not weighed. */
  stranded: EnteredClaim[];
  /** What people's decisions taught the case; null until they are laid over it. */
  learnt: CaseLearnt | null;
  /** How many of its documents other processes have yet to match. */
  waiting: number;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * Loads a case; what was not yet resolved and matched is. Nothing is judged yet.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND.
 */
export async function loadCase(store: Store, caseId: string): Promise<OpenCase> {
  const knowledge = await knowledgeOf(store, caseId);
  const entered = await store.enteredClaims(caseId);
  const { documents, statements, matches, waiting } = await matchCase(store, knowledge, entered);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const answers = await store.modelAnswers(caseId);
  const told = withOriginals(matches, byId, knowledge.file, knowledge.entries);
  return {
    file: knowledge.file,
    pages: documents,
    documents: byId,
    statements,
    matches: {
      ...told,
      evidence: withSecondOpinions(told.evidence, answers, knowledge.file, byId),
    },
    copies: copiesInTranslation(withoutBoilerplate(await store.copiesWithin(caseId), byId), byId),
    decisions: knowledge.decisions,
    unmatched: [],
    stranded: entered.filter(({ documentId }) => !byId.has(documentId)),
    learnt: null,
    waiting,
  };
}

/** A loaded case with what people decided on it, names apart: those it was loaded with. */
const decidedBy = (loaded: OpenCase, decisions: readonly Decision[]): OpenCase => ({
  ...loaded,
  decisions,
  matches: {
    ...loaded.matches,
    evidence: placedEvidence(loaded.matches.evidence, decisions, loaded.file),
  },
});

/**
 * A loaded case with people's verdicts on its evidence. A judgement hangs on document, words and commitment: where its
 * evidence has another id today, it is carried over, unless today's evidence was judged itself.
 */
export const judgedBy = (loaded: OpenCase, judgements: readonly Judgement[]): OpenCase => {
  const { evidence } = loaded.matches;
  const ids = new Set(evidence.map(({ id }) => id));
  const own = new Map(judgements.map((judgement) => [judgement.evidenceId, judgement]));
  const lost = judgements.filter(({ evidenceId, verdict }) => verdict !== 'proposed' && !ids.has(evidenceId));
  const { carried, unmatched } = carriedJudgements(lost, evidence, loaded.documents);
  const judged = evidence.map((item) => {
    // A person marked it after what was decided on the machine's proposal; taking a verdict back leaves it marked.
    const judgement = own.get(item.id) ?? (item.markedBy === undefined ? carried.get(item.id) : undefined);
    const isMarked = item.markedBy !== undefined && judgement?.verdict === 'proposed';
    const verdict = isMarked ? item.verdict : (judgement?.verdict ?? item.verdict);
    return verdict === item.verdict ? item : { ...item, verdict };
  });
  return { ...loaded, matches: { ...loaded.matches, evidence: judged }, unmatched };
};

/** A loaded case with all that people decided, and with what that teaches it. */
export const openedWith = (
  loaded: OpenCase,
  decisions: readonly Decision[],
  judgements: readonly Judgement[],
): OpenCase => {
  const open = judgedBy(decidedBy(loaded, decisions), judgements);
  const decided = { file: loaded.file, decisions };
  const { evidence, learnt } = taught(open.matches.evidence, loaded.matches.evidence, decided);
  return { ...open, matches: { ...open.matches, evidence }, learnt };
};

/** A case as it stands now, ready to be weighed. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function openCase(store: Store, caseId: string): Promise<OpenCase> {
  const loaded = await loadCase(store, caseId);
  return openedWith(loaded, loaded.decisions, await store.judgements(caseId));
}

/** Both clocks stand at today unless set. */
const clocksOf = ({ asOf = today(), knownAt = today() }: Partial<Clocks>): Clocks => ({ asOf, knownAt });

/** Weighs an open case, in the calling thread. */
export const assessCase = (open: OpenCase, clocks: Partial<Clocks> = {}): Assessment =>
  assess(open, clocksOf(clocks));

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
