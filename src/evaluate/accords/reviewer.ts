import { type DecidedPair, type LayerPair, layerFeatures, learn } from '../../match/index.ts';
import type { Bearing } from '../../model/index.ts';

/*
 * Plays a reviewer on coded accords: looks at the pairs in order of probability and decides each as it is coded. How much must
 * be looked at until nearly all evidence is found is the measure of tools for systematic reviews (work saved over sampling,
 * Cohen et al. 2006).
 */

/** A judged pair as the play needs it. */
interface JudgedAs {
  readonly requirement: { readonly commitment: { readonly id: string } };
  readonly features: Readonly<Record<string, number | undefined>>;
  readonly outcome: { readonly none: number; readonly breach: number; readonly performance: number };
}

/** A pair with what it was coded as; null: it bears on nothing. */
export interface LabelledPair {
  readonly accord: string;
  readonly pair: JudgedAs;
  readonly gold: Bearing | null;
}

/** Share of an accord's pairs looked at until so much of the evidence is found, averaged over accords. */
interface LookedAt {
  readonly found: number;
  readonly without: number;
  readonly learning: number;
}

/** What decisions in a case do to what nobody has decided. */
interface AfterDecisions {
  readonly decisions: number;
  readonly accords: { readonly accord: string; readonly before: number; readonly after: number }[];
  /** Mean change of F1, and the change of the accord that loses most (0 where none does). */
  readonly gain: number;
  readonly worst: number;
}

export interface ReviewerFigures {
  readonly lookedAt: LookedAt[];
  /** Of what counts: what a case changes by what it learns. Only what was matched and kept can come to count. */
  readonly counted: AfterDecisions;
  /** Of what is suggested, were the list cut anew by what was learnt; a case keeps its list, and only orders it. */
  readonly suggested: AfterDecisions;
}

interface Played {
  readonly layer: LayerPair;
  readonly pair: JudgedAs;
  readonly gold: Bearing | null;
  /** The probability that it bears as the better of both ways, and that way. */
  readonly probability: number;
  readonly points: Bearing;
}

const foundShares = [0.5, 0.8, 0.9, 0.95];
const refitEach = 5;
/** From so many decisions on, a new fit waits for a twentieth more of them. */
const refitShare = 1 / 20;
const decisionsTried = 20;

const judged = (outcome: JudgedAs['outcome']): Pick<Played, 'probability' | 'points'> => ({
  probability: Math.max(outcome.breach, outcome.performance),
  points: outcome.breach >= outcome.performance ? 'breach' : 'performance',
});

const played = ({ pair, gold }: LabelledPair): Played => ({
  layer: { commitment: pair.requirement.commitment.id, features: layerFeatures(pair) },
  pair,
  gold,
  ...judged(pair.outcome),
});

/** A reviewer accepts what bears as it is shown, moves what bears the other way, and rejects the rest. */
const decidedAs = ({ layer, gold }: Played): DecidedPair => ({ ...layer, points: gold });

const likeliestFirst = (pairs: readonly Played[]): Played[] =>
  pairs
    .map((item, at) => ({ item, at }))
    .sort((a, b) => b.item.probability - a.item.probability || a.at - b.at)
    .map(({ item }) => item);

const relearnt = (pairs: readonly Played[], decided: readonly Played[]): Played[] => {
  const learnt = learn(decided.map(decidedAs));
  return pairs.map((item) => ({ ...item, ...judged(learnt.adjust(item.layer)) }));
};

/** How many pairs are looked at until each share of the evidence is found. */
const looksUntil = (pairs: readonly Played[], isLearning: boolean): number[] => {
  const all = pairs.filter(({ gold }) => gold !== null).length;
  const looks: number[] = [];
  const decided: Played[] = [];
  let waiting = likeliestFirst(pairs);
  let found = 0;
  while (looks.length < foundShares.length && waiting.length > 0) {
    const batch = isLearning
      ? waiting.slice(0, Math.max(refitEach, Math.floor(decided.length * refitShare)))
      : waiting;
    for (const item of batch) {
      decided.push(item);
      if (item.gold !== null) found += 1;
      while (
        looks.length < foundShares.length &&
        found >= Math.ceil((foundShares[looks.length] as number) * all)
      )
        looks.push(decided.length);
    }
    waiting = waiting.slice(batch.length);
    if (isLearning) waiting = likeliestFirst(relearnt(waiting, decided));
  }
  return looks;
};

/** F1 of what is proposed from a probability on, direction included; 1 where there is nothing to find and nothing is. */
const f1 = (pairs: readonly Played[], least: number): number => {
  const given = pairs.filter(({ probability }) => probability >= least);
  const right = given.filter(({ gold, points }) => gold === points).length;
  const all = pairs.filter(({ gold }) => gold !== null).length;
  return given.length + all === 0 ? 1 : (2 * right) / (given.length + all);
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const byAccord = (pairs: readonly LabelledPair[]): [accord: string, pairs: Played[]][] => {
  const groups = new Map<string, Played[]>();
  for (const item of pairs) {
    const group = groups.get(item.accord) ?? [];
    group.push(played(item));
    groups.set(item.accord, group);
  }
  return [...groups];
};

/** F1 on the rest from a probability on, before and after decisions on the best-ranked pairs; what is below `kept` stays. */
const afterDecisions = (
  accords: readonly [accord: string, pairs: Played[]][],
  least: number,
  kept: number,
  decisions: number,
): AfterDecisions => {
  const figures = accords.map(([accord, pairs]) => {
    const ranked = likeliestFirst(pairs);
    const rest = ranked.slice(decisions);
    const isKept = ({ probability }: Played): boolean => probability >= kept;
    const learnt = relearnt(rest.filter(isKept), ranked.slice(0, decisions));
    const after = [...learnt, ...rest.filter((item) => !isKept(item))];
    return { accord, before: f1(rest, least), after: f1(after, least) };
  });
  const changes = figures.map(({ before, after }) => after - before);
  return { decisions, accords: figures, gain: mean(changes), worst: Math.min(0, ...changes) };
};

/** What a reviewer gains from what the case learns, on accords whose every pair is coded. */
export const reviewerFigures = ({
  pairs,
  thresholds,
  decisions = decisionsTried,
}: {
  readonly pairs: readonly LabelledPair[];
  readonly thresholds: { readonly suggested: number; readonly counted: number };
  readonly decisions?: number;
}): ReviewerFigures => {
  const accords = byAccord(pairs).filter(([, own]) => own.some(({ gold }) => gold !== null));
  const looked = accords.map(([, own]) => ({
    size: own.length,
    without: looksUntil(own, false),
    learning: looksUntil(own, true),
  }));
  const share = (of: 'without' | 'learning', at: number): number =>
    mean(looked.map((one) => (one[of][at] ?? one.size) / one.size));
  return {
    lookedAt: foundShares.map((found, at) => ({
      found,
      without: share('without', at),
      learning: share('learning', at),
    })),
    counted: afterDecisions(accords, thresholds.counted, thresholds.suggested, decisions),
    suggested: afterDecisions(accords, thresholds.suggested, 0, decisions),
  };
};
