import {
  type Bearing,
  type CaseFile,
  debtorsOf,
  type Evidence,
  namesOf,
  type Statement,
} from '../model/index.ts';
import { evidenceId } from './evidence-id.ts';
import type { Requirement } from './requirements.ts';
import { contentWords, type WordVectors, wordOverlap } from './words.ts';

/** Verbs that say a duty is kept; any other verdict says that it is broken. */
const keeping = new Set(
  'abide adhere carry comply deliver do fulfil fulfill honor honour implement keep live meet observe respect stand stick true uphold'.split(
    ' ',
  ),
);

const bearingOf = ({ claim }: Statement): Bearing => {
  const lemma = claim.predicate.lemma.split(' ')[0] ?? '';
  const isKept = keeping.has(lemma) !== (claim.polarity === 'negated');
  return isKept ? 'performance' : 'breach';
};

/** Share of what a duty asks that a verdict must name to be about that duty and not the whole agreement. */
const leastShared = 0.25;

/** The bodies of whom a verdict is on: its agent; where that is no party, the one party named in the clause. */
const judgedIn = ({ actors, mentioned = [] }: Statement, parties: ReadonlySet<string>): string[] => {
  const agents = actors.filter(({ role }) => role === 'agent').flatMap(({ entity }) => entity.bodies);
  if (agents.some((body) => parties.has(body))) return agents;
  const named = new Set(mentioned.flatMap(({ bodies }) => bodies.filter((body) => parties.has(body))));
  return named.size === 1 ? [...named] : [];
};

/**
 * The commitments of the judged party that a verdict speaks to: those whose subject it names, else those
 * that the same document reports conduct on. A verdict on nothing in particular stays unattached.
 */
export const matchVerdict = (
  file: CaseFile,
  requirements: readonly Requirement[],
  statement: Statement,
  reported: ReadonlySet<string>,
  vectors: WordVectors,
): Evidence[] => {
  if (statement.claim.kind !== 'assessment') return [];
  const judged = judgedIn(statement, new Set(file.parties.map(({ id }) => id)));
  const owed = requirements.filter(
    ({ debtors }) => judged.length === 0 || judged.some((body) => debtors.has(body)),
  );
  const words = statement.sentence ?? statement.words;
  const told = new Set(contentWords(words.join(' '), vectors).map(({ stem }) => stem));
  const named = owed.filter((one) => wordOverlap(one.words, told) >= leastShared);
  // "It is a breach that …" may leave open whose: what only one party owes tells.
  if (judged.length === 0 && new Set(named.flatMap(({ debtors }) => [...debtors])).size !== 1) return [];
  const about = named.length > 0 ? named : owed.filter(({ commitment }) => reported.has(commitment.id));
  return about.map(({ commitment }) => ({
    id: evidenceId(statement, commitment.id, 'verdict'),
    statementId: statement.id,
    documentId: statement.documentId,
    commitment: commitment.id,
    kind: 'verdict',
    bearing: bearingOf(statement),
    factuality: statement.claim.factuality,
    strength: 'indirect',
    probability: null,
    tier: 'counted',
    span: statement.claim.span,
    words: statement.text,
    verdict: 'proposed',
    elements: [],
    through: [`a verdict on ${namesOf(file, debtorsOf(commitment))}`],
  }));
};
