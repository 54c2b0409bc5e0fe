import { useLayoutEffect, useRef, useState } from 'react';
import type { BoardFinding } from '../../../src/model/index.ts';
import { statusParts } from '../status.ts';

interface Arc {
  key: string;
  path: string;
  tone: string;
  ends: readonly [string, string];
}

/** How far arcs bulge at least and at most, in pixels: the longer ones around the shorter ones. */
const bulges = { least: 14, most: 52 };

/** Where arcs end, in pixels from the rows' left edge, in the gutter beside them. */
const edge = 56;

const arcsOf = (frame: HTMLElement, findings: readonly BoardFinding[]): Arc[] => {
  const top = frame.getBoundingClientRect().top;
  const middleOf = (id: string): number | undefined => {
    const row = frame.querySelector(`[data-commitment="${CSS.escape(id)}"] h3`);
    return row ? row.getBoundingClientRect().top - top + 13 : undefined;
  };
  const ends = findings
    .flatMap(({ id, conditions }) =>
      conditions.flatMap(({ commitment, status }) => {
        const from = middleOf(commitment);
        const to = middleOf(id);
        return from === undefined || to === undefined ? [] : [{ id, commitment, status, from, to }];
      }),
    )
    .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from));
  const lane = (bulges.most - bulges.least) / Math.max(1, ends.length - 1);
  return ends.map(({ id, commitment, status, from, to }, rank) => {
    const out = edge - bulges.least - rank * lane;
    return {
      key: `${commitment} ${id}`,
      path: `M${edge} ${from}C${out} ${from} ${out} ${to} ${edge} ${to}`,
      tone: statusParts(status).tone,
      ends: [commitment, id] as const,
    };
  });
};

interface ConditionArcsProps {
  findings: readonly BoardFinding[];
  /** The commitment that is looked at: its conditions stand out. */
  active: string | null;
}

/** Conditions drawn between the rows of the element it stands in, beside them; the rows say the same in words. */
export const ConditionArcs = ({ findings, active }: ConditionArcsProps) => {
  const [arcs, setArcs] = useState<Arc[]>([]);
  const svg = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const element = svg.current?.parentElement;
    if (!element) return;
    const draw = () => setArcs(arcsOf(element, findings));
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [findings]);
  return (
    <svg ref={svg} className="arcs" aria-hidden="true">
      <defs>
        <marker
          id="arc-end"
          viewBox="0 0 8 8"
          refX="6"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8Z" fill="context-stroke" />
        </marker>
      </defs>
      {arcs.map(({ key, path, tone, ends }) => (
        <path
          key={key}
          d={path}
          className={`arc tone-${tone}${active && ends.includes(active) ? ' arc-active' : ''}`}
          markerEnd="url(#arc-end)"
        />
      ))}
    </svg>
  );
};
