import { useNavigate } from '@tanstack/react-router';
import { scaleUtc } from 'd3-scale';
import { useEffect, useMemo, useRef, useState } from 'react';
import { tickInWords } from '../../../src/messages/index.ts';
import type { Bearing, EventLine } from '../../../src/model/index.ts';
import { toneOf } from '../../../src/model/stance.ts';
import { whenOf } from '../event-data.ts';
import { writeAt } from '../segments.ts';
import { words } from '../words.ts';

/** A line of the timeline. */
interface Lane {
  id: string;
  label: string;
}

interface EventChartProps {
  caseId: string;
  events: readonly EventLine[];
  lanes: readonly Lane[];
}

/** Pixels. */
const dotsHeight = 34;
const axisHeight = 26;
const margin = 28;
const dotRadius = 5;
const widestLabel = 260;
/** Of the name above a lane, where there is no room beside it. */
const labelHeight = 20;
/** Mean width of a letter. */
const letter = 6.9;

const clipped = (label: string, room: number): string => {
  const letters = Math.floor(room / letter);
  return label.length > letters ? `${label.slice(0, letters - 1).trimEnd()}…` : label;
};

/** The sign of a bearing; crossed out where it is denied. */
const Shape = ({
  bearing,
  isDenied,
  x,
  y,
}: {
  bearing: Bearing;
  isDenied: boolean;
  x: number;
  y: number;
}) => (
  <>
    {bearing === 'breach' ? (
      <path d={`M${x} ${y + 4.5}h10l-5-9Z`} className={isDenied ? 'dot-denied' : undefined} />
    ) : (
      <circle cx={x + dotRadius} cy={y} r={dotRadius - 0.5} className={isDenied ? 'dot-denied' : undefined} />
    )}
    {isDenied && <path d={`M${x} ${y + 4.5}l10-9`} className="dot-denied" />}
  </>
);

interface Dot {
  event: EventLine;
  x: number;
  width: number;
  row: number;
}

/** Puts dots that would lie on one another into rows, at most so many. */
const stacked = (dots: Omit<Dot, 'row'>[], rows: number): Dot[] => {
  const ends: number[] = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  return dots
    .toSorted((a, b) => a.x - b.x)
    .map((dot) => {
      const free = ends.findIndex((end) => end <= dot.x);
      const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
      ends[row] = dot.x + dot.width + 1;
      return { ...dot, row };
    });
};

const dayMs = 86_400_000;

/** A timeline spans so many days at least: days and months tell more than hours. */
const leastDays = 120;

/** Where the timeline begins and ends, in milliseconds since 1970. */
const ends = (dated: readonly { start: number; end: number }[]): [first: number, last: number] => {
  const first = Math.min(...dated.map(({ start }) => start));
  const last = Math.max(...dated.map(({ end }) => end));
  const missing = Math.max(0, leastDays * dayMs - (last - first)) / 2;
  return [first - missing, last + missing];
};

/** How wide the element is, kept up to date. */
const useWidth = () => {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
};

/** Events by time, a lane each commitment: up-pointing for breach, round for performance, crossed out where it is denied. A press opens the words. */
export const EventChart = ({ caseId, events, lanes }: EventChartProps) => {
  const { ref, width } = useWidth();
  const navigate = useNavigate();
  const isNamed = lanes.some(({ label }) => label);
  const labels = isNamed && width > 640 ? widestLabel : 0;
  const above = isNamed && labels === 0 ? labelHeight : 0;
  const laneHeight = dotsHeight + above;
  const { x, ticks, placed } = useMemo(() => {
    const dated = events.flatMap((event) =>
      event.from && event.to
        ? [{ event, start: Date.parse(event.from), end: Date.parse(event.to) + dayMs }]
        : [],
    );
    const [first, last] = ends(dated);
    const x = scaleUtc(
      [first, last],
      [labels + margin, Math.max(width - margin, labels + 2 * margin)],
    ).nice();
    const ticks = dated.length ? x.ticks(Math.max(2, Math.floor((width - labels) / 90))) : [];
    const placed = lanes.map(({ id }) =>
      stacked(
        dated
          .filter(({ event }) => event.commitment === id)
          .map(({ event, start, end }) => ({
            event,
            x: x(start),
            width: Math.max(2 * dotRadius, x(end) - x(start)),
          })),
        3,
      ),
    );
    return { x, ticks, placed };
  }, [events, lanes, width, labels]);
  const height = lanes.length * laneHeight + axisHeight;
  const [first, second] = ticks;
  const step = first && second ? second.getTime() - first.getTime() : Number.POSITIVE_INFINITY;
  const open = ({ document, span }: EventLine) =>
    navigate({
      to: '/cases/$case/documents/$document',
      params: { case: caseId, document },
      search: { at: writeAt(span) },
    });
  return (
    <div ref={ref} className="chart">
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={words.events.chart(events.length)}>
          {ticks.map((tick) => (
            <g key={tick.getTime()} transform={`translate(${x(tick)} 0)`}>
              <line className="chart-grid" y1={axisHeight} y2={height} />
              <text className="chart-tick" y={axisHeight - 8} textAnchor="middle">
                {tickInWords(tick, step)}
              </text>
            </g>
          ))}
          {lanes.map(({ id, label }, lane) => {
            const top = axisHeight + lane * laneHeight;
            return (
              <g key={id}>
                <line className="chart-lane" x1={0} x2={width} y1={top + laneHeight} y2={top + laneHeight} />
                {label && (
                  <text className="chart-label" x={12} y={top + 17}>
                    <title>{label}</title>
                    {clipped(label, labels > 0 ? labels - 16 : width - 24)}
                  </text>
                )}
                {placed[lane]?.map(({ event, x: at, width: wide, row }) => {
                  const middle = top + above + 8 + row * 9;
                  const tone = event.role === 'context' ? 'context' : toneOf(event);
                  return (
                    // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same links for the keyboard
                    <g key={event.id} className={`dot tone-${tone}`} onClick={() => open(event)}>
                      <title>{words.events.dot({ words: event.words, when: whenOf(event) })}</title>
                      {wide > 4 * dotRadius && (
                        <rect x={at} y={middle - 1.5} width={wide} height={3} rx={1.5} className="dot-span" />
                      )}
                      <Shape
                        bearing={event.bearing}
                        isDenied={toneOf(event) === 'denied'}
                        x={at}
                        y={middle}
                      />
                    </g>
                  );
                })}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
};
