import type { Month } from '../../../src/model/index.ts';
import { markOf } from '../../../src/model/marks.ts';
import { monthRuns } from '../../../src/model/month-runs.ts';
import { calendar } from '../months.ts';
import { monthsInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { Sign } from './sign.tsx';

const Cell = ({ month: { month, status }, isDue }: { month: Month; isDue: boolean }) => {
  const { tone, level } = markOf(status);
  return (
    <span
      className={`cell tone-${tone} level-${level}${isDue ? ' cell-due' : ''}`}
      title={words.months.cell({ month, status: words.statusInText[status], due: isDue ? 'yes' : 'no' })}
    >
      <Sign status={status} />
    </span>
  );
};

interface MonthStripProps {
  months: Month[];
  /** Last day of the window; its month is marked. */
  due: string | null;
}

/** One cell a month, a calendar year a row or side by side; read aloud as runs of one status. */
export const MonthStrip = ({ months, due }: MonthStripProps) => {
  if (!months.length) return <p className="quiet">{words.months.none}</p>;
  return (
    <div className="strip" role="img" aria-label={monthsInWords(monthRuns(months))}>
      {calendar(months).map(({ year, months }) => (
        <div className="strip-year" key={year}>
          <span className="strip-label">{year}</span>
          <div className="strip-cells">
            {months.map((month, place) =>
              month ? (
                <Cell key={month.month} month={month} isDue={due?.startsWith(month.month) ?? false} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the month of the year
                <span key={place} className="cell" />
              ),
            )}
          </div>
        </div>
      ))}
    </div>
  );
};
