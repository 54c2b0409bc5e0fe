import { useMemo } from 'react';
import type { NetworkView } from '../../../src/model/index.ts';
import { type LabelPlace, placeLabels } from '../map-labels.ts';
import { type PlacedNode, placed } from '../network-layout.ts';
import { words } from '../words.ts';

/** The picture's own units; it scales to its frame. */
const width = 1100;
const height = 720;

/** Height of the letters of a name. */
const letters = 14;

type Edge = NetworkView['edges'][number];

interface NetworkGraphProps {
  view: NetworkView;
  open: { from?: string | undefined; to?: string | undefined };
  onOpen: (edge: { from: string; to: string }) => void;
}

/** A bow from one circle's rim to the other's, to the right of its way, so that both directions can be seen. */
const bow = (from: PlacedNode, to: PlacedNode): string => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const [mx, my] = [(from.x + to.x) / 2 - uy * length * 0.12, (from.y + to.y) / 2 + ux * length * 0.12];
  const start = [from.x + ux * from.radius, from.y + uy * from.radius];
  const end = [to.x - ux * (to.radius + 7), to.y - uy * (to.radius + 7)];
  return `M${start}Q${mx},${my} ${end}`;
};

interface LinkProps {
  edge: Edge;
  nodes: ReadonlyMap<string, PlacedNode>;
  isOpen: boolean;
  onOpen: NetworkGraphProps['onOpen'];
}

const Link = ({ edge, nodes, isOpen, onOpen }: LinkProps) => {
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  if (!from || !to) return null;
  const label = words.network.edge({ from: from.name, to: to.name, n: edge.claims });
  const path = bow(from, to);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no element for a button
    <g
      className={isOpen ? 'link link-open' : 'link'}
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={isOpen}
      onClick={() => onOpen(edge)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen(edge);
      }}
    >
      <title>{label}</title>
      <path d={path} className="link-reach" />
      <path
        d={path}
        className="link-line"
        strokeWidth={1 + Math.log2(edge.claims)}
        markerEnd="url(#link-end)"
      />
    </g>
  );
};

const shortened = (name: string): string => (name.length > 28 ? `${name.slice(0, 27)}…` : name);

/** Names beside their circles, those of who is met most often first; one that finds no room is told by its circle. */
const labelsOf = (nodes: readonly PlacedNode[]): Map<string, LabelPlace> => {
  const dots = nodes.map(({ key, name, x, y, radius, claims }) => ({
    ...{ id: key, name: shortened(name), x, y, radius, claims },
  }));
  return placeLabels(
    dots.toSorted((a, b) => b.claims - a.claims),
    dots,
    { width, height, letters },
  );
};

/** Actors as circles, links as bows with an arrow; a press on a bow opens its claims. */
export const NetworkGraph = ({ view, open, onOpen }: NetworkGraphProps) => {
  const nodes = useMemo(() => placed(view, width, height), [view]);
  const labels = useMemo(() => labelsOf(nodes), [nodes]);
  const byKey = useMemo(() => new Map(nodes.map((node) => [node.key, node])), [nodes]);
  return (
    <figure className="network">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no element for a group */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={words.network.picture({ nodes: view.nodes.length, edges: view.edges.length })}
      >
        <defs>
          <marker
            id="link-end"
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" fill="context-stroke" />
          </marker>
        </defs>
        {view.edges.map((edge) => (
          <Link
            key={`${edge.from} ${edge.to}`}
            edge={edge}
            nodes={byKey}
            isOpen={edge.from === open.from && edge.to === open.to}
            onOpen={onOpen}
          />
        ))}
        {nodes.map(({ key, name, standing, x, y, radius }) => (
          <g key={key} className={`actor actor-${standing}`}>
            <title>{name}</title>
            <circle cx={x} cy={y} r={radius} />
          </g>
        ))}
        {nodes.map(({ key, name }) => {
          const label = labels.get(key);
          return (
            label && (
              <text
                key={key}
                className="actor-name"
                x={label.x}
                y={label.y}
                dy="0.35em"
                textAnchor={label.anchor}
              >
                {shortened(name)}
              </text>
            )
          );
        })}
      </svg>
    </figure>
  );
};
