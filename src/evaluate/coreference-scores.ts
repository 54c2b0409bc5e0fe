import { bestAssignment } from './assignment.ts';
import { percent } from './f1.ts';

/** Mentions that stand for the same; a mention is in one cluster at most. */
export type Clusters = readonly (readonly number[])[];

/** What was got of what could be got, by gold (recall) and by prediction (precision). */
export interface Share {
  readonly got: readonly [recall: number, precision: number];
  readonly of: readonly [recall: number, precision: number];
}

const clusterOf = (clusters: Clusters): ReadonlyMap<number, number> =>
  new Map(clusters.flatMap((cluster, index) => cluster.map((mention) => [mention, index] as const)));

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

/** How many mentions of a cluster lie in each cluster of the other side; mentions in none are each alone. */
const parted = (cluster: readonly number[], others: ReadonlyMap<number, number>): number[] => {
  const counts = new Map<number, number>();
  let alone = 0;
  for (const mention of cluster) {
    const other = others.get(mention);
    if (other === undefined) alone++;
    else counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts.values(), ...Array<number>(alone).fill(1)];
};

type Score = (gold: Clusters, predicted: Clusters) => Share;

const bothWays =
  (got: (clusters: Clusters, others: Clusters) => number, of: (clusters: Clusters) => number): Score =>
  (gold, predicted) => ({
    got: [got(gold, predicted), got(predicted, gold)],
    of: [of(gold), of(predicted)],
  });

/** Links (Vilain et al. 1995): a cluster needs one less than it has mentions. */
const muc = bothWays(
  (clusters, others) => {
    const places = clusterOf(others);
    return sum(clusters, (cluster) => cluster.length - parted(cluster, places).length);
  },
  (clusters) => sum(clusters, ({ length }) => length - 1),
);

/** For each mention, the share of its cluster that is with it on the other side too (Bagga and Baldwin 1998). */
const bCubed = bothWays(
  (clusters, others) => {
    const places = clusterOf(others);
    return sum(clusters, (cluster) => {
      const known = cluster.filter((mention) => places.has(mention));
      return sum(parted(known, places), (part) => part ** 2) / cluster.length;
    });
  },
  (clusters) => sum(clusters, ({ length }) => length),
);

/** Clusters paired one to one so that they share most; φ4 is Dice's coefficient (Luo 2005). */
const ceafE: Score = (gold, predicted) => {
  const places = clusterOf(predicted);
  const shared = gold.map((cluster) => {
    const counts = new Map<number, number>();
    for (const mention of cluster) {
      const other = places.get(mention);
      if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return counts;
  });
  const size = (clusters: Clusters, index: number): number => clusters[index]?.length ?? 0;
  const best = bestAssignment(gold.length, predicted.length, (row, column) => {
    const common = shared[row]?.get(column) ?? 0;
    return common && (2 * common) / (size(gold, row) + size(predicted, column));
  });
  return { got: [best, best], of: [gold.length, predicted.length] };
};

/** The three whose F1s the CoNLL score is the mean of. */
export const coreferenceScores = { MUC: muc, 'B³': bCubed, 'CEAF-φ4': ceafE } as const;
export type CoreferenceScore = keyof typeof coreferenceScores;
export const coreferenceScoreNames = Object.keys(coreferenceScores) as CoreferenceScore[];

/** Several texts together: what was got and what could be got are each summed. */
export const totalShare = (shares: readonly Share[]): Share => {
  const add = (part: 'got' | 'of', side: 0 | 1): number => sum(shares, (share) => share[part][side]);
  return { got: [add('got', 0), add('got', 1)], of: [add('of', 0), add('of', 1)] };
};

export interface Scored {
  /** 0–100; null where there is nothing to find and nothing was found. */
  readonly value: number | null;
  readonly precision: number;
  readonly recall: number;
}

export const scored = ({ got, of }: Share): Scored => {
  const recall = percent(got[0], of[0]) ?? 0;
  const precision = percent(got[1], of[1]) ?? 0;
  if (of[0] + of[1] === 0) return { value: null, precision, recall };
  return {
    value: recall + precision ? (2 * recall * precision) / (recall + precision) : 0,
    precision,
    recall,
  };
};
