import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { NetworkView } from '../../src/model/index.ts';

type Node = NetworkView['nodes'][number];

/** An actor with its place in the picture. */
export interface PlacedNode extends Node {
  x: number;
  y: number;
  radius: number;
}

const steps = 300;

const radiusOf = ({ claims }: Pick<Node, 'claims'>): number => 6 + 2.2 * Math.sqrt(claims);

/** Spreads places over the whole of a side, but for its margins; a single one stands in the middle. */
const stretch = (places: readonly number[], margin: number, size: number): ((place: number) => number) => {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const scale = (size - 2 * margin) / (last - first);
  return (place) => (last > first ? margin + (place - first) * scale : size / 2);
};

/** Places the actors by forces (d3-force, whose start is the same every time): linked ones attract, all others repel. */
export const placed = ({ nodes, edges }: NetworkView, width: number, height: number): PlacedNode[] => {
  const bodies = nodes.map((node): Node & SimulationNodeDatum & { radius: number } => ({
    ...node,
    radius: radiusOf(node),
  }));
  const links = edges.map(({ from, to, claims }) => ({ source: from, target: to, claims }));
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<(typeof bodies)[number], (typeof links)[number]>(links)
        .id(({ key }) => key)
        .distance(({ claims }) => 150 - 20 * Math.min(4, Math.log2(claims))),
    )
    .force('charge', forceManyBody().strength(-420))
    .force('x', forceX(width / 2).strength(0.06))
    .force('y', forceY(height / 2).strength(0.1))
    .force(
      'collide',
      forceCollide<(typeof bodies)[number]>(({ radius }) => radius + 16),
    )
    .stop()
    .tick(steps);
  const across = stretch(
    bodies.map(({ x = 0 }) => x),
    90,
    width,
  );
  const down = stretch(
    bodies.map(({ y = 0 }) => y),
    40,
    height,
  );
  return bodies.map(({ key, name, type, standing, claims, radius, x = 0, y = 0 }) => ({
    ...{ key, name, type, standing, claims, radius },
    x: across(x),
    y: down(y),
  }));
};
