import type { NetworkView, Statement } from '../model/index.ts';
import type { WholeCase } from '../work/index.ts';
import { indexOf, type Named } from './case-index.ts';

/** As many as can be told apart in one picture. */
const limits = { nodes: 40, edges: 120 };

interface Edge {
  from: string;
  to: string;
  statements: Statement[];
}

/** People are drawn only where the case file itself names them: who met whom is nobody's business here. */
const isDrawn = ({ entity, standing }: Named): boolean =>
  standing !== 'other' ||
  (entity.type !== 'person' && entity.type !== 'place' && entity.type !== 'nationality');

const edgesOf = (open: WholeCase): Edge[] => {
  const named = indexOf(open);
  const drawn = [...named.values()].filter(isDrawn);
  const edges = new Map<string, Edge>();
  const received = new Map<string, string[]>();
  for (const { entity, undergoes } of drawn) {
    for (const { id } of undergoes) received.set(id, [...(received.get(id) ?? []), entity.key]);
  }
  for (const { entity, acts } of drawn) {
    for (const statement of acts) {
      for (const to of received.get(statement.id) ?? []) {
        if (to === entity.key) continue;
        const key = JSON.stringify([entity.key, to]);
        const edge = edges.get(key) ?? { from: entity.key, to, statements: [] };
        edge.statements.push(statement);
        edges.set(key, edge);
      }
    }
  }
  return [...edges.values()].sort((a, b) => b.statements.length - a.statements.length);
};

const typesOf = (statements: readonly Statement[]): Record<string, number> => {
  const types: Record<string, number> = {};
  for (const { claim } of statements) {
    const type = claim.predicate.type ?? '?';
    types[type] = (types[type] ?? 0) + 1;
  }
  return types;
};

const views = new WeakMap<readonly Statement[], NetworkView>();

/** The network of a case, worked out once for each state of its statements. */
export const networkView = (open: WholeCase): NetworkView => {
  const view = views.get(open.statements) ?? drawNetwork(open);
  views.set(open.statements, view);
  return view;
};

/** Who is said to have done something to whom: the strongest edges between the actors met most often. */
const drawNetwork = (open: WholeCase): NetworkView => {
  const named = indexOf(open);
  const all = edgesOf(open);
  const weight = new Map<string, number>();
  for (const { from, to, statements } of all) {
    for (const key of [from, to]) weight.set(key, (weight.get(key) ?? 0) + statements.length);
  }
  const keys = [...weight.keys()].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0));
  const kept = new Set(keys.slice(0, limits.nodes));
  const edges = all.filter(({ from, to }) => kept.has(from) && kept.has(to)).slice(0, limits.edges);
  const shown = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    nodes: [...shown].flatMap((key) => {
      const found = named.get(key);
      if (!found) return [];
      const { name, type } = found.entity;
      return [{ key, name, type, standing: found.standing, claims: weight.get(key) ?? 0 }];
    }),
    edges: edges.map(({ from, to, statements }) => ({
      from,
      to,
      claims: statements.length,
      types: typesOf(statements),
    })),
    left: { nodes: keys.length - shown.size, edges: all.length - edges.length },
  };
};

/** The statements behind an edge. */
export const statementsBetween = (open: WholeCase, from: string, to: string): readonly Statement[] => {
  const named = indexOf(open);
  const received = new Set(named.get(to)?.undergoes.map(({ id }) => id));
  return (named.get(from)?.acts ?? []).filter(({ id }) => received.has(id));
};
