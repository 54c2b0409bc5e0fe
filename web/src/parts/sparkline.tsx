import type { Month } from '../../../src/model/index.ts';
import { markOf } from '../../../src/model/marks.ts';
import { type MonthRun, monthRuns } from '../../../src/model/month-runs.ts';
import { monthsBetween } from '../months.ts';
import { monthRunInWords, monthsInWords } from '../phrases.ts';

/** The time that all sparklines of a board share, as months YYYY-MM. */
export interface Axis {
  first: string;
  last: string;
}

/** Units of the picture from the middle line up and down; across, a month is one. */
const half = 9;

/** Above the line what was kept, below it what was broken, both ways what is disputed; as high as it is sure. */
const Ink = ({ run: { from, to, status }, axis }: { run: MonthRun; axis: Axis }) => {
  const { tone, level } = markOf(status);
  const x = monthsBetween(axis.first, from);
  const width = monthsBetween(from, to) + 1;
  const reach = tone === 'none' ? 0.6 : 2 + 2 * level;
  const top = tone === 'breach' ? half : half - reach;
  const height = tone === 'breach' || tone === 'performance' ? reach : 2 * reach;
  return (
    <rect className={`tone-${tone} level-${level}`} x={x} y={top} width={width} height={height}>
      <title>{monthRunInWords({ from, to, status })}</title>
    </rect>
  );
};

interface SparklineProps {
  /** Up to the last report: nothing is drawn where nothing is known. */
  months: readonly Month[];
  axis: Axis;
  due: string | null;
}

/** The months of a commitment on one line; it ends where knowledge ends. */
export const Sparkline = ({ months, axis, due }: SparklineProps) => {
  const length = Math.max(1, monthsBetween(axis.first, axis.last) + 1);
  const found = monthRuns(months);
  const dueAt = due === null ? -1 : monthsBetween(axis.first, due) + 1;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${length} ${2 * half}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={monthsInWords(found)}
    >
      {found.map((run) => (
        <Ink key={run.from} run={run} axis={axis} />
      ))}
      {dueAt > 0 && dueAt <= length && (
        <line className="sparkline-due" x1={dueAt} x2={dueAt} y1={0} y2={2 * half} />
      )}
    </svg>
  );
};
