/*
 * Dependency trees: the maximum spanning arborescence by Chu, Liu and Edmonds, as McDonald et al.
 * (2005) use it, with exactly one word at the root.
 */

/**
 * Scores of arcs between nodes 1…count, a row a dependent and a column a head, each `count + 1` wide; head 0 is the
 * root, row 0 unused. All must be finite; what is on the diagonal does not count.
 */
export type ArcScores = Float64Array;

const bestHeads = (count: number, scores: ArcScores): Int32Array => {
  const heads = new Int32Array(count + 1).fill(-1);
  for (let dependent = 1; dependent <= count; dependent++) {
    const row = dependent * (count + 1);
    let best = -Infinity;
    for (let head = 0; head <= count; head++) {
      if (head === dependent) continue;
      const value = scores[row + head] as number;
      if (value > best) {
        best = value;
        heads[dependent] = head;
      }
    }
  }
  return heads;
};

/** Nodes of one cycle, or nothing. */
const findCycle = (heads: Int32Array): number[] | undefined => {
  const seenBy = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node > 0 && seenBy[node] === 0) {
      seenBy[node] = start;
      node = heads[node] as number;
    }
    if (node > 0 && seenBy[node] === start) {
      const cycle = [node];
      for (let at = heads[node] as number; at !== node; at = heads[at] as number) cycle.push(at);
      return cycle;
    }
  }
  return undefined;
};

/** Best heads that make a tree, by contracting one cycle after the other. */
const spanningTree = (count: number, scores: ArcScores): Int32Array => {
  const heads = bestHeads(count, scores);
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const inCycle = new Set(cycle);
  // Nodes of the smaller graph: those outside the cycle in order, then the cycle as the last.
  const outside = Array.from({ length: count }, (_, at) => at + 1).filter((node) => !inCycle.has(node));
  const old = [0, ...outside];
  const merged = outside.length + 1;
  const score = (dependent: number, head: number): number => scores[dependent * (count + 1) + head] as number;
  const cycleScore = (node: number): number => score(node, heads[node] as number);
  const into = new Map<number, number>();
  const outOf = new Map<number, number>();
  const gain = (node: number, head: number): number => score(node, head) - cycleScore(node);
  const strongest = (values: readonly number[], value: (node: number) => number): number =>
    values.reduce((best, node) => (value(node) > value(best) ? node : best));
  for (const [at, node] of old.entries()) {
    into.set(
      at,
      strongest(cycle, (inner) => gain(inner, node)),
    );
    if (node > 0)
      outOf.set(
        at,
        strongest(cycle, (inner) => score(node, inner)),
      );
  }
  const contracted = new Float64Array((merged + 1) ** 2);
  for (let dependent = 1; dependent < merged; dependent++) {
    const node = old[dependent] as number;
    const row = dependent * (merged + 1);
    for (let head = 0; head < merged; head++) contracted[row + head] = score(node, old[head] as number);
    contracted[row + merged] = score(node, outOf.get(dependent) as number);
  }
  for (let head = 0; head < merged; head++)
    contracted[merged * (merged + 1) + head] = gain(into.get(head) as number, old[head] as number);
  const smaller = spanningTree(merged, contracted);
  for (let at = 1; at < merged; at++) {
    const head = smaller[at] as number;
    heads[old[at] as number] = head === merged ? (outOf.get(at) as number) : (old[head] as number);
  }
  const entry = smaller[merged] as number;
  heads[into.get(entry) as number] = old[entry] as number;
  return heads;
};

/** Larger than any sum of scores. */
const penalty = 1e7;

/** Heads of nodes 1…count (index 0 is unused): the best tree with one word at the root. */
export const bestTree = (count: number, scores: ArcScores): Int32Array => {
  const greedy = bestHeads(count, scores);
  const roots = greedy.subarray(1).reduce((sum, head) => sum + (head === 0 ? 1 : 0), 0);
  if (roots === 1 && !findCycle(greedy)) return greedy;
  const penalised = scores.map((score, at) => (at % (count + 1) === 0 ? score - penalty : score));
  return spanningTree(count, penalised);
};
