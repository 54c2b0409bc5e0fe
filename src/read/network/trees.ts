/*
 * Dependency trees: the maximum spanning arborescence by Chu, Liu and Edmonds, as McDonald et al.
 * (2005) use it, with exactly one word at the root.
 */

/** `score(dependent, head)` of an arc between nodes 1…count; head 0 is the root. Must be finite. */
export type ArcScore = (dependent: number, head: number) => number;

const bestHeads = (count: number, score: ArcScore): Int32Array => {
  const heads = new Int32Array(count + 1).fill(-1);
  for (let dependent = 1; dependent <= count; dependent++) {
    let best = -Infinity;
    for (let head = 0; head <= count; head++) {
      if (head === dependent) continue;
      const value = score(dependent, head);
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

/** The same scores looked up: contracted graphs ask for each arc often. */
const tabled = (count: number, score: ArcScore): ArcScore => {
  const width = count + 1;
  const table = new Float64Array(width * width);
  for (let dependent = 1; dependent < width; dependent++)
    for (let head = 0; head < width; head++)
      if (head !== dependent) table[dependent * width + head] = score(dependent, head);
  return (dependent, head) => table[dependent * width + head] as number;
};

/** Best heads that make a tree, by contracting one cycle after the other. */
const spanningTree = (count: number, given: ArcScore): Int32Array => {
  const score = tabled(count, given);
  const heads = bestHeads(count, score);
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const inCycle = new Set(cycle);
  // Nodes of the smaller graph: those outside the cycle in order, then the cycle as the last.
  const outside = Array.from({ length: count }, (_, at) => at + 1).filter((node) => !inCycle.has(node));
  const old = [0, ...outside];
  const merged = outside.length + 1;
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
  const smaller = spanningTree(merged, (dependent, head) => {
    if (dependent === merged) return gain(into.get(head) as number, old[head] as number);
    const node = old[dependent] as number;
    return score(node, head === merged ? (outOf.get(dependent) as number) : (old[head] as number));
  });
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
export const bestTree = (count: number, score: ArcScore): Int32Array => {
  const greedy = bestHeads(count, score);
  const roots = greedy.subarray(1).reduce((sum, head) => sum + (head === 0 ? 1 : 0), 0);
  if (roots === 1 && !findCycle(greedy)) return greedy;
  return spanningTree(count, (dependent, head) => score(dependent, head) - (head === 0 ? penalty : 0));
};
