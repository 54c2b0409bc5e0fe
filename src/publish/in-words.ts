import {
  type CaseFile,
  type Commitment,
  creditorsOf,
  debtorsOf,
  type Finding,
  type LeftOut,
  likelihood,
  namesOf,
  type Opinion,
  type Origin,
  toldWords,
} from '../model/index.ts';

/** Who owes it, by name. */
export const debtorNames = (file: CaseFile, owed: Pick<Commitment, 'debtor'>): string =>
  namesOf(file, debtorsOf(owed));

/** To whom it is owed, by name; what is owed to nobody in particular is owed to all. */
export const creditorNames = (file: CaseFile, owed: Pick<Commitment, 'creditor'>): string =>
  namesOf(file, creditorsOf(owed)) || 'all parties';

/** A share as people read it. */
export const percent = (value: number) => `${Math.round(value * 100)} %`;

/** An opinion in words; uncertainty is said beside the probability, never hidden in it. */
export const opinionWords = ({ probability, belief, disbelief, uncertainty }: Opinion): string =>
  probability === null
    ? 'nothing known'
    : `${likelihood(probability)}; now ${percent(probability)} (for ${percent(belief)}, against ${percent(disbelief)}, uncertain ${percent(uncertainty)})`;

/** The evidence to show under one origin: what bears its way, and its context. */
export const evidenceOf = (
  { evidence }: Finding,
  { id, bearing }: Pick<Origin, 'id' | 'bearing'>,
): Finding['evidence'] =>
  evidence.filter((item) => item.origin === id && (item.bearing === bearing || item.role === 'context'));

/** What an origin says of the commitment, and how much its word adds; context adds nothing. */
export const originWords = (origin: Origin): string =>
  origin.bearing === 'context'
    ? 'context'
    : `${toldWords({ bearing: origin.bearing, stance: origin.stance })}, ${origin.adds < 0 ? 'takes' : 'adds'} ${percent(Math.abs(origin.adds))}`;

/** What of the duty is shown, not as required or not said, part by part. */
export const elementWords = ({ elements }: Finding): string[] =>
  elements.map(({ element, state, words }) => {
    const is = { shown: 'shown', missing: 'not said', contradicted: 'not as required' }[state];
    return `${element}: ${is}${words && element !== 'what' ? ` (“${words}”)` : ''}`;
  });

/** What was left out with its words; the claim's id where it has none. */
export const leftOutOf = ({ evidence, leftOut }: Finding): (LeftOut & { words: string })[] => {
  const words = new Map(evidence.map((item) => [item.claim, item.words]));
  return leftOut.map((item) => ({ ...item, words: words.get(item.claim) ?? item.claim }));
};

/** How likely it is that evidence bears so; a verdict is none of conduct, and what a person placed needs no likelihood. */
export const bearingWords = ({ kind, bearing, stance, probability }: Finding['evidence'][number]): string => {
  if (kind === 'verdict') return `a verdict: ${bearing}`;
  return `${toldWords({ bearing, stance })}, ${probability === null ? 'placed by a person' : likelihood(probability)}`;
};

/** What waits for a person and does not count until then. */
export const suggestedIn = ({ evidence }: Finding): Finding['evidence'] =>
  evidence.filter(({ role }) => role === 'suggested');
