import type { Bearing, Evidence } from '../../model/index.ts';
import { f1Figure, percent, type Tally } from '../f1.ts';
import type { Figure } from '../result.ts';

/** Something that a pair is proposed as. */
export interface Proposal {
  readonly points: Bearing;
  readonly probability: number;
  readonly tier: Evidence['tier'];
}

/** A sentence of a report beside a commitment: how people coded it, and what was made of it. */
export interface CodedPair {
  /** Which ways it points as coded, each once; empty where it is no evidence. */
  readonly gold: readonly Bearing[];
  /** It shares a quotation with the sentence that bears: whether it bears too is left open. */
  readonly isOpen: boolean;
  readonly proposed: readonly Proposal[];
  /** How likely it bears at all: 1 less the probability of neither. */
  readonly bears: number;
  /** What the words alone say: the share of required stems that the sentence has, and a guess of the direction. */
  readonly words: { readonly share: number; readonly points: Bearing };
}

/** What is said of a pair, for one way to say it. */
export type Finder = (pair: CodedPair) => readonly Bearing[];

export const proposing: Finder = ({ proposed }) => proposed.map(({ points }) => points);

const counting: Finder = ({ proposed }) =>
  proposed.filter(({ tier }) => tier === 'counted').map(({ points }) => points);

/** What is left open counts neither for nor against, unless another claim settles it. */
export const isSettled = ({ isOpen, gold }: CodedPair): boolean => !isOpen || gold.length > 0;

/** Pairs with their direction: how many are coded, found, and both. */
export const tallyOf = (pairs: readonly CodedPair[], find: Finder): Tally => {
  let [gold, predicted, right] = [0, 0, 0];
  for (const pair of pairs.filter(isSettled)) {
    const found = new Set(find(pair));
    gold += pair.gold.length;
    predicted += found.size;
    right += pair.gold.filter((points) => found.has(points)).length;
  }
  return { gold, predicted, right };
};

const precisionOf = ({ right, predicted }: Tally): number | null => percent(right, predicted);
const recallOf = ({ right, gold }: Tally): number | null => percent(right, gold);

/** Recall, precision and F1 of sentence, commitment and direction, beside a simpler finder's, if there is one. */
export const pairFigures = (pairs: readonly CodedPair[], simpler?: Finder): Figure[] => {
  const ours = tallyOf(pairs, proposing);
  const theirs = simpler && tallyOf(pairs, simpler);
  const beside = (figure: (tally: Tally) => number | null) => (theirs ? { beside: figure(theirs) } : {});
  return [
    { ...f1Figure('pairs', ours), ...beside((tally) => f1Figure('', tally).value) },
    {
      measure: 'pairs: precision',
      unit: '%',
      count: ours.predicted,
      value: precisionOf(ours),
      ...beside(precisionOf),
    },
    {
      measure: 'pairs: recall',
      unit: '%',
      count: ours.gold,
      value: recallOf(ours),
      ...beside(recallOf),
    },
  ];
};

const thirds = ['least', 'middle', 'most'];

/** Recall in thirds of the evidence, by how many of the required words its sentence has. */
export const overlapFigures = (pairs: readonly CodedPair[], words: Finder): Figure[] => {
  const bearing = pairs
    .filter(({ gold }) => gold.length > 0)
    .toSorted((a, b) => a.words.share - b.words.share);
  return thirds.map((name, third): Figure => {
    const part = bearing.slice((bearing.length * third) / 3, (bearing.length * (third + 1)) / 3);
    const [from, to] = [part[0], part.at(-1)].map((pair) => Math.round(100 * (pair?.words.share ?? 0)));
    const ours = tallyOf(part, proposing);
    return {
      measure: `recall, ${name} word overlap (${from}–${to} %)`,
      unit: '%',
      count: ours.gold,
      value: recallOf(ours),
      beside: recallOf(tallyOf(part, words)),
    };
  });
};

/** Of what counts without a person: how much holds, and how much of the evidence it is. */
export const countedFigures = (pairs: readonly CodedPair[]): Figure[] => {
  const counted = tallyOf(pairs, counting);
  return [
    { measure: 'counted: precision', unit: '%', count: counted.predicted, value: precisionOf(counted) },
    { measure: 'counted: recall', unit: '%', count: counted.gold, value: recallOf(counted) },
  ];
};
