import { stemmer } from 'stemmer';
import type { Bearing, CaseFile, Commitment, Evidence, Statement } from '../model/index.ts';
import { evidenceId } from './evidence-id.ts';
import { stemsOf } from './stems.ts';

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

/** "They broke the deal" names no duty of it. */
const wholeAgreement = new Set(
  'accord agreement arrangement commitment deal duty obligation pact pledge promise term treaty'.split(' '),
);

/** A word that stands for more duties of one party than this tells none of them apart. */
const mostShared = 2;

const subjectsOf = ({ indicators }: Commitment): string[] =>
  indicators.flatMap(({ about = [] }) =>
    about.filter((word) => !wholeAgreement.has(word)).map((word) => stemmer(word)),
  );

/** Whether a verdict names what a duty is about, in words that do not stand for most duties of the same party. */
const isAbout = (statement: Statement, commitment: Commitment, owed: readonly Commitment[]): boolean =>
  subjectsOf(commitment).some(
    (stem) =>
      stemsOf(statement).has(stem) &&
      owed.filter((other) => subjectsOf(other).includes(stem)).length <= mostShared,
  );

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
export const matchAssessment = (
  file: CaseFile,
  statement: Statement,
  reported: ReadonlySet<string>,
): Evidence[] => {
  if (statement.claim.kind !== 'assessment') return [];
  const judged = judgedIn(statement, new Set(file.parties.map(({ id }) => id)));
  const owed = file.commitments.filter(({ debtor }) => judged.length === 0 || judged.includes(debtor));
  const named = owed.filter((commitment) => isAbout(statement, commitment, owed));
  // "It is a breach that …" may leave open whose: what only one party owes tells.
  if (judged.length === 0 && new Set(named.map(({ debtor }) => debtor)).size !== 1) return [];
  const commitments = named.length > 0 ? named : owed.filter(({ id }) => reported.has(id));
  return commitments.map((commitment) => ({
    id: evidenceId(statement, commitment.id, null),
    statementId: statement.id,
    documentId: statement.documentId,
    commitment: commitment.id,
    indicator: null,
    bearing: bearingOf(statement),
    strength: 'indirect',
    span: statement.claim.span,
    words: statement.text,
    verdict: 'proposed',
    through: [`a verdict on ${file.parties.find(({ id }) => id === commitment.debtor)?.name}`],
  }));
};
