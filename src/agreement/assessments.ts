import { stemmer } from 'stemmer';
import type { Bearing, CaseFile, Commitment, Evidence, Statement } from '../model/index.ts';
import { evidenceId } from './evidence-id.ts';
import { stemsOf } from './stems.ts';

/** Verbs that say a duty is kept; any other verdict says that it is broken. */
const keeping = new Set(
  'abide adhere carry comply deliver fulfil fulfill honor honour implement keep live meet observe respect stick uphold'.split(
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

const isAbout = (statement: Statement, { indicators }: Commitment): boolean =>
  indicators.some(({ about }) =>
    about?.some((word) => !wholeAgreement.has(word) && stemsOf(statement).has(stemmer(word))),
  );

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
  const judged = statement.actors
    .filter(({ role }) => role === 'agent')
    .flatMap(({ entity }) => entity.bodies);
  const owed = file.commitments.filter(({ debtor }) => judged.includes(debtor));
  const named = owed.filter((commitment) => isAbout(statement, commitment));
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
