import type { DraftWork } from '../../../src/model/index.ts';
import { daysTo } from '../deadlines.ts';
import { type Deadline, deadlinesOf } from '../draft-work.ts';
import { words } from '../words.ts';

const text = words.desk;

/** More marks nobody reads: days are put together by month then, else by year. */
const mostMarks = 24;

/** The deadlines as marks: of one day each, or of one month or year where there are too many. */
const marksOf = (known: readonly Deadline[]): (Deadline & { label: string })[] => {
  const by = (length: number) => {
    const labels = [...new Set(known.map(({ day }) => day.slice(0, length)))];
    return labels.map((label) => {
      const within = known.filter(({ day }) => day.startsWith(label));
      const commitments = within.flatMap((each) => each.commitments);
      return { label, day: within[0]?.day ?? label, commitments };
    });
  };
  return [10, 7].map(by).find((marks) => marks.length <= mostMarks) ?? by(4);
};

/** What a mark with its day takes of the strip's width, in per cent. */
const width = 11;

/** Marks one above the other where they would cover each other: the first lane with room. */
const lanesOf = (places: readonly number[]): number[] => {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => end <= place);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = place + width;
    return lane;
  });
};

interface DeadlineStripProps {
  work: DraftWork;
  onChoose: (commitment: string) => void;
}

/** The days on which something falls due, to scale; and what waits for a day that is not known yet. */
export const DeadlineStrip = ({ work, onChoose }: DeadlineStripProps) => {
  const { known: days, waiting } = deadlinesOf(work);
  const known = marksOf(days);
  if (!known.length && !waiting.length) return null;
  const first = work.signed ?? known[0]?.day ?? '';
  const all = Math.max(1, daysTo(first, known.at(-1)?.day ?? first));
  const placeOf = ({ day }: Deadline) => (Math.max(0, daysTo(first, day)) / all) * (100 - width);
  const lanes = lanesOf(known.map(placeOf));
  const events = [...new Set(waiting.map(({ window }) => window.after ?? ''))];
  const dutyOf = (after: string) => work.commitments.find(({ id }) => id === after)?.requires ?? after;
  return (
    <section className="deadlines" aria-labelledby="deadlines-heading">
      <h2 id="deadlines-heading">{text.deadlines}</h2>
      {known.length > 0 && (
        <ol className="plain deadline-strip" style={{ '--lanes': Math.max(...lanes) + 1 } as object}>
          {known.map((deadline, place) => (
            <li
              key={deadline.label}
              style={{ '--at': `${placeOf(deadline)}%`, '--lane': lanes[place] } as object}
            >
              <button
                type="button"
                title={deadline.commitments.map(({ requires }) => requires).join('\n')}
                onClick={() => onChoose(deadline.commitments[0]?.id ?? '')}
              >
                {text.deadline({ day: deadline.label, n: deadline.commitments.length })}
              </button>
            </li>
          ))}
        </ol>
      )}
      {waiting.length > 0 && (
        <div className="quiet">
          {text.waiting(waiting.length)}
          <ul className="waiting">
            {events.map((after) => (
              <li key={after}>{dutyOf(after)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};
