import type { Bearing } from '../model/index.ts';
import { type Outcome, outcomeOf, sigmoid } from './combination.ts';
import { dot, fitRidge } from './ridge.ts';

/*
 * What people decide in a case teaches the case: a correction of the log-odds of its pairs, by two logistic regressions with
 * a normal prior at zero (ridge), one on whether a pair bears at all, one on which way it points. Nothing decided, nothing
 * changed; a few decisions move little, as the prior outweighs them; and accepting a pair never lowers it. The prior
 * deviations were chosen by what 10, 20 and 40 decisions do to the log-loss of the rest of coded accords.
 */

/** What the layer uses of a pair, by name; what is 0 may be absent. */
type LayerFeatures = Readonly<Record<string, number>>;

/** A pair as the layer sees it. */
export interface LayerPair {
  readonly commitment: string;
  readonly features: LayerFeatures;
}

/** A pair that a person decided on: which way it points, or null where it does not bear. */
export interface DecidedPair extends LayerPair {
  readonly points: Bearing | null;
}

interface Shared {
  readonly name: string;
  /** What it says, as the end of "… count for more here". */
  readonly says: string;
  /** Where it says nothing either way, and what is one step of it. */
  readonly centre: number;
  readonly scale: number;
  /** How far, in log-odds a step, cases are taken to differ. */
  readonly deviation: number;
}

/** What all commitments of a case share. */
const sharedFeatures: readonly Shared[] = [
  { name: 'words', says: 'words in common with the commitment', centre: 0.3, scale: 0.2, deviation: 0.15 },
  { name: 'meaning', says: 'likeness of meaning', centre: 0.4, scale: 0.2, deviation: 0.15 },
  { name: 'bearsLead', says: 'standing out among the commitments', centre: 0.3, scale: 0.4, deviation: 0.15 },
  { name: 'direct', says: 'showing the conduct itself', centre: 0.5, scale: 0.5, deviation: 0.15 },
  { name: 'debtorActs', says: 'the debtor acting', centre: 0.5, scale: 0.5, deviation: 0.15 },
  { name: 'secondReader', says: 'agreement of the second reader', centre: 0, scale: 1, deviation: 0.3 },
  { name: 'uncommitted', says: 'a speaker who does not commit', centre: 0, scale: 1, deviation: 0.15 },
];

const biasDeviation = 0.2;
const slopeDeviation = 0.1;
const commitmentDeviation = 0.4;
const directionDeviation = 0.3;

/** Log-odds, below 0, at which what was learnt reaches a pair by half. */
const reachOdds = 1.5;

/** The farthest that a pair is moved, in log-odds. */
const farthest = 2;

/** Log-odds beyond these say no more. */
const oddsLimit = 7;

/** Log-odds each way of a pair that was placed by a person and had not been matched: hardly likely. */
const notMatched = -2;

const held = (odds: number, limit: number): number => Math.min(limit, Math.max(-limit, odds));
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** What the layer uses of a judged pair: its log-odds, and what the shared features say. */
export const layerFeatures = (pair: {
  readonly features: Readonly<Record<string, number | undefined>>;
  readonly outcome: Outcome;
}): Record<string, number> => {
  const { none, breach, performance } = pair.outcome;
  const odds = (share: number): number =>
    rounded(held(Math.log(Math.max(share, 1e-6) / Math.max(none, 1e-6)), oddsLimit));
  const kept = sharedFeatures.flatMap(({ name }): [string, number][] => {
    const value = rounded(pair.features[name] ?? 0);
    return value === 0 ? [] : [[name, value]];
  });
  return { breach: odds(breach), performance: odds(performance), ...Object.fromEntries(kept) };
};

const oddsOf = ({ features }: LayerPair): [breach: number, performance: number] => [
  features.breach ?? notMatched,
  features.performance ?? notMatched,
];

const sumOfPowers = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

/** Log-odds that a pair bears at all, and that it points to breach if it does. */
const bearsOdds = (pair: LayerPair): number => sumOfPowers(...oddsOf(pair));
const breachOdds = (pair: LayerPair): number => {
  const [breach, performance] = oddsOf(pair);
  return breach - performance;
};

/** Of a pair that was placed where nothing had been matched only its commitment is known. */
const isKnown = ({ features }: LayerPair): boolean => 'breach' in features;

/**
 * How far what was learnt reaches a pair: people look at what is likely, and that says little of what is hardly possible.
 * Near 1 where a pair may well bear, near 0 where the machine is sure that it does not.
 */
const reachOf = (pair: LayerPair): number => sigmoid(bearsOdds(pair) + reachOdds);

/** The pair in the layer's terms; each is scaled by its prior deviation, so that one prior fits all. */
const bearsTerms = (pair: LayerPair, commitments: readonly string[]): number[] => {
  const reach = reachOf(pair);
  return [
    biasDeviation * reach,
    (slopeDeviation * reach * bearsOdds(pair)) / 2,
    ...sharedFeatures.map(({ name, centre, scale, deviation }) =>
      isKnown(pair) ? (deviation * reach * ((pair.features[name] ?? 0) - centre)) / scale : 0,
    ),
    ...commitments.map((id) => (id === pair.commitment ? commitmentDeviation * reach : 0)),
  ];
};

const directionTerms = (pair: LayerPair, commitments: readonly string[]): number[] => [
  directionDeviation,
  ...commitments.map((id) => (id === pair.commitment ? directionDeviation : 0)),
];

/** How a thing that was learnt moves pairs, in plain words; `adds` in log-odds. */
export interface Lesson {
  /** The commitment that it is about; null: all of them. */
  readonly commitment: string | null;
  readonly says: string;
  readonly adds: number;
}

/** What a case has learnt. */
export interface Learnt {
  readonly decided: { readonly accepted: number; readonly rejected: number };
  /** What a pair means, with what was learnt. */
  adjust(pair: LayerPair): Outcome;
  /** What was learnt, as it moves a pair that has a step more of it, the most first. */
  readonly lessons: readonly Lesson[];
  /** What moved a pair, the most first. */
  reasons(pair: LayerPair): Lesson[];
}

const byWeight = (lessons: readonly Lesson[]): Lesson[] =>
  lessons
    .filter(({ adds }) => Math.abs(adds) >= 0.005)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds) || (a.says < b.says ? -1 : 1));

/** Names of the terms, in their order. */
const termNames = (commitments: readonly string[]): Omit<Lesson, 'adds'>[] => [
  { commitment: null, says: 'any suggestion of this case' },
  { commitment: null, says: 'how sure the machine was' },
  ...sharedFeatures.map(({ says }) => ({ commitment: null, says })),
  ...commitments.map((id) => ({ commitment: id, says: 'any suggestion for this commitment' })),
];

const directionNames = (commitments: readonly string[]): Omit<Lesson, 'adds'>[] => [
  { commitment: null, says: 'breach rather than performance' },
  ...commitments.map((id) => ({ commitment: id, says: 'breach rather than performance' })),
];

/** Learns from decided pairs: deterministic, and whatever their order. */
export const learn = (decided: readonly DecidedPair[]): Learnt => {
  const commitments = [...new Set(decided.map(({ commitment }) => commitment))].sort();
  const bearing = decided.filter(({ points }) => points !== null);
  const bears = fitRidge(
    decided.map((pair) => ({
      row: bearsTerms(pair, commitments),
      offset: bearsOdds(pair),
      isTrue: pair.points !== null,
    })),
    termNames(commitments).length,
  );
  const direction = fitRidge(
    bearing.map((pair) => ({
      row: directionTerms(pair, commitments),
      offset: breachOdds(pair),
      isTrue: pair.points === 'breach',
    })),
    directionNames(commitments).length,
  );
  const moved = (
    names: readonly Omit<Lesson, 'adds'>[],
    weights: readonly number[],
    terms: readonly number[],
  ) => names.map((name, at) => ({ ...name, adds: (weights[at] as number) * (terms[at] as number) }));
  const steps = [
    biasDeviation,
    slopeDeviation,
    ...sharedFeatures.map(({ deviation }) => deviation),
    ...commitments.map(() => commitmentDeviation),
  ];
  return {
    decided: { accepted: bearing.length, rejected: decided.length - bearing.length },
    adjust(pair) {
      const bearsMore = held(dot(bears, bearsTerms(pair, commitments)), farthest);
      const breachMore = held(dot(direction, directionTerms(pair, commitments)), farthest);
      const odds = bearsOdds(pair) + bearsMore;
      const way = breachOdds(pair) + breachMore;
      // Shares of breach and performance that add up to the odds of bearing and stand to each other as the direction has it.
      return outcomeOf(odds - sumOfPowers(0, -way), odds - sumOfPowers(0, way));
    },
    lessons: byWeight([
      ...moved(termNames(commitments), bears, steps),
      ...moved(
        directionNames(commitments),
        direction,
        [0, ...commitments].map(() => directionDeviation),
      ),
    ]),
    reasons: (pair) => byWeight(moved(termNames(commitments), bears, bearsTerms(pair, commitments))),
  };
};
