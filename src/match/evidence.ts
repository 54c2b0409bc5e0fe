import {
  type Bearing,
  type Element,
  type Evidence,
  overlaps,
  pointsTo,
  quote,
  type Statement,
} from '../model/index.ts';
import { type AmountCompared, compareAmounts, decidedByLimit, toldShare } from './amounts.ts';
import type { Outcome } from './combination.ts';
import { asksForAnswers, isDeclining } from './declining.ts';
import { isDenial } from './denials.ts';
import { evidenceId } from './evidence-id.ts';
import { layerFeatures } from './learning.ts';
import type { Measure } from './measures.ts';
import type { JudgedPair } from './pairs.ts';
import { tellsOfProhibited } from './prohibited.ts';
import { contentWords, meaningOverlap, type WordVectors } from './words.ts';

/** Least commitment of a speaker with which evidence says anything at all: 1, possible. */
const leastFactuality = 1;

/** How well a claim of the sentence is what bears: its words against what is required; acts of speech are looked through. */
const fitOf = (statement: Statement, pair: JudgedPair, vectors: WordVectors): number => {
  const { requirement, passage } = pair;
  const likeness = meaningOverlap(requirement.words, contentWords(statement.text, vectors), vectors);
  const holdsOthers = passage.statements.some(
    ({ id, claim }) =>
      id !== statement.id &&
      claim.attribution !== statement.claim.attribution &&
      overlaps(claim.span, statement.claim.span) &&
      claim.span[1] - claim.span[0] < statement.claim.span[1] - statement.claim.span[0],
  );
  const whole = Math.min(1, statement.text.length / Math.max(1, passage.text.length));
  return (
    likeness +
    0.3 * whole +
    (statement.actors.some(
      ({ role, entity }) => role === 'agent' && entity.bodies.some((key) => requirement.debtors.has(key)),
    )
      ? 0.15
      : 0) +
    (Math.abs(statement.claim.factuality) >= leastFactuality ? 0.2 : 0) -
    (statement.claim.kind === 'assessment' ? 0.5 : 0) -
    (isDenial(statement) || holdsOthers ? 0.3 : 0)
  );
};

/** The claim of a sentence that bears on a commitment; null where the sentence has none. */
const bearingClaim = (pair: JudgedPair, vectors: WordVectors): Statement | null => {
  let best: Statement | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const statement of pair.passage.statements) {
    const fit = fitOf(statement, pair, vectors);
    if (fit > most) [best, most] = [statement, fit];
  }
  return best;
};

const namedAs = ({ passage }: JudgedPair, keys: ReadonlySet<string>): string | null => {
  const found = passage.named.find(({ entity }) => entity.bodies.some((key) => keys.has(key)));
  return found
    ? quote(passage.text, [found.span[0] - passage.span[0], found.span[1] - passage.span[0]])
    : null;
};

const howMuch = (text: string, amount: AmountCompared | null): Element => ({
  element: 'how much',
  state: amount === null || amount.met === null ? 'missing' : amount.met ? 'shown' : 'contradicted',
  words: amount ? quote(text, amount.told.span) : '',
});

/** What of the commitment a sentence shows, and what it leaves open. */
const elementsOf = (pair: JudgedPair, statement: Statement, amount: AmountCompared | null): Element[] => {
  const { passage, requirement } = pair;
  const shown = (element: Element['element'], words: string | null): Element => ({
    element,
    state: words === null ? 'missing' : 'shown',
    words: words ?? '',
  });
  const when = statement.claim.roles.find(({ role }) => role === 'time');
  return [
    shown('who', namedAs(pair, requirement.debtors)),
    shown('what', statement.text.replace(/\s+/gu, ' ')),
    ...(requirement.measures.length > 0 ? [howMuch(passage.text, amount)] : []),
    ...(requirement.creditors.size > 0 ? [shown('whom', namedAs(pair, requirement.creditors))] : []),
    ...(requirement.commitment.window.to || requirement.commitment.window.within
      ? [
          shown(
            'by when',
            when
              ? quote(passage.text, [when.span[0] - passage.span[0], when.span[1] - passage.span[0]])
              : null,
          ),
        ]
      : []),
  ];
};

/** The required amount in the words of the commitment; of one that only the case file gives, its number. */
const requiredWords = (text: string, { span, value, unit }: Measure): string =>
  span[1] > span[0] ? quote(text, span) : [value, unit].filter((part) => part !== null).join(' ');

/** Why a pair was matched, one plain phrase each. */
const reasonsOf = (
  { passage, requirement, features }: JudgedPair,
  amount: AmountCompared | null,
): string[] => {
  const shared = requirement.words.filter(({ stem }) => passage.stems.has(stem)).map(({ word }) => word);
  return [
    shared.length > 0 ? `words in common: ${shared.join(', ')}` : 'no word in common: matched by meaning',
    ...(features.debtorActs ? ['whoever owes it is who acts'] : []),
    ...(features.otherActs ? ['somebody else acts'] : []),
    ...(amount
      ? [
          `${quote(passage.text, amount.told.span)} against ${requiredWords(requirement.text, amount.required)}`,
        ]
      : []),
    ...(features.before ? ['it is dated before the time that counts'] : []),
  ];
};

/** What a pair means where a limit decides which way it points: as likely as it bears. */
const pointing = (outcome: Outcome, likelier: Bearing, points: Bearing): Outcome =>
  likelier === points
    ? outcome
    : { none: outcome.none, breach: outcome.performance, performance: outcome.breach };

/** Evidence out of a judged pair; null where its sentence claims nothing, or no more than that somebody gave no answer. */
export const evidenceOf = (
  pair: JudgedPair,
  tier: Evidence['tier'],
  vectors: WordVectors,
): Evidence | null => {
  const statement = bearingClaim(pair, vectors);
  if (!statement) return null;
  if (isDeclining(statement) && !asksForAnswers(pair.requirement.text)) return null;
  const { outcome, requirement, passage, reading } = pair;
  const amount = compareAmounts(requirement.measures, passage.measures);
  const likelier = outcome.breach >= outcome.performance ? 'breach' : 'performance';
  const told = reading?.factuality ?? statement.claim.factuality;
  const forbidden = tellsOfProhibited(statement, requirement.commitment) ? 'breach' : null;
  const points = (told > 0 ? decidedByLimit(amount) : null) ?? forbidden ?? likelier;
  const factuality =
    statement.claim.enteredBy === undefined
      ? Math.sign(told || 1) * Math.max(leastFactuality, Math.abs(Math.round(told * 2) / 2))
      : statement.claim.factuality;
  const share = toldShare(passage.text, passage.measures, amount);
  const isPart = points === 'performance' && share !== null && share < 1;
  return {
    id: evidenceId(statement, requirement.commitment.id, 'conduct'),
    statementId: statement.id,
    documentId: statement.documentId,
    commitment: requirement.commitment.id,
    kind: 'conduct',
    bearing: pointsTo(points, factuality),
    factuality,
    strength: (reading?.direct ?? 0) >= 0.5 && !isPart ? 'direct' : 'indirect',
    probability: Math.round(outcome[likelier] * 1000) / 1000,
    tier,
    span: statement.claim.span,
    words: statement.text,
    sentence: passage.span,
    ...(passage.beforeSpan ? { before: passage.beforeSpan } : {}),
    verdict: 'proposed',
    ...(share === null ? {} : { share }),
    elements: elementsOf(pair, statement, amount),
    through: reasonsOf(pair, amount),
    features: layerFeatures({ features: pair.features, outcome: pointing(outcome, likelier, points) }),
  };
};
