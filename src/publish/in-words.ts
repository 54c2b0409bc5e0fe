import type { CaseFile, Finding, LeftOut, Opinion, Origin } from '../model/index.ts';

/** A party's name; its id where the case has none of that id. */
/** A party's name; whom nobody in particular is owed, all are. */
export const partyName = ({ parties }: CaseFile, id: string | null): string =>
  id === null ? 'all parties' : (parties.find((party) => party.id === id)?.name ?? id);

/** A share as people read it. */
export const percent = (value: number) => `${Math.round(value * 100)} %`;

/** An opinion in words; uncertainty is said beside the probability, never hidden in it. */
export const opinionWords = ({ probability, belief, disbelief, uncertainty }: Opinion): string =>
  probability === null
    ? 'nothing known'
    : `${percent(probability)} likely (for ${percent(belief)}, against ${percent(disbelief)}, uncertain ${percent(uncertainty)})`;

/** The evidence to show under one origin: what bears its way, and its context. */
export const evidenceOf = (
  { evidence }: Finding,
  { id, bearing }: Pick<Origin, 'id' | 'bearing'>,
): Finding['evidence'] =>
  evidence.filter((item) => item.origin === id && (item.bearing === bearing || item.role === 'context'));

/** What was left out with its words; the claim's id where it has none. */
export const leftOutOf = ({ evidence, leftOut }: Finding): (LeftOut & { words: string })[] => {
  const words = new Map(evidence.map((item) => [item.claim, item.words]));
  return leftOut.map((item) => ({ ...item, words: words.get(item.claim) ?? item.claim }));
};

/** Words of probability with their bands (ICD 203). */
const likelihoods: readonly (readonly [number, string])[] = [
  [0.95, 'almost certain, 95–99 %'],
  [0.8, 'very likely, 80–95 %'],
  [0.55, 'likely, 55–80 %'],
  [0.45, 'roughly even chance, 45–55 %'],
  [0.2, 'unlikely, 20–45 %'],
  [0, 'very unlikely, under 20 %'],
];

/** How likely it is that evidence bears so, in a word with its band; what a person placed needs none. */
export const likelihood = (probability: number | null): string =>
  probability === null
    ? 'placed by a person'
    : (likelihoods.find(([least]) => probability >= least)?.[1] ?? '');
