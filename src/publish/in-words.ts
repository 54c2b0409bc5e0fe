import {
  type CaseFile,
  type Finding,
  type LeftOut,
  likelihood,
  type Opinion,
  type Origin,
} from '../model/index.ts';

/** A party's name, or its id where the case has none of that id; what is owed to nobody in particular is owed to all. */
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

/** How likely it is that evidence bears so; a verdict is none of conduct, and what a person placed needs no likelihood. */
export const bearingWords = ({ kind, bearing, probability }: Finding['evidence'][number]): string => {
  if (kind === 'verdict') return `a verdict: ${bearing}`;
  return `${bearing}, ${probability === null ? 'placed by a person' : likelihood(probability)}`;
};

/** What waits for a person and does not count until then. */
export const suggestedIn = ({ evidence }: Finding): Finding['evidence'] =>
  evidence.filter(({ role }) => role === 'suggested');
