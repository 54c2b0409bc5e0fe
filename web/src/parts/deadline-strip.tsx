import type { DraftWork } from '../../../src/model/index.ts';
import { daysTo } from '../deadlines.ts';
import { type Deadline, deadlinesOf } from '../draft-work.ts';
import { words } from '../words.ts';

const text = words.desk;

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
  const { known, waiting } = deadlinesOf(work);
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
              key={deadline.day}
              style={{ '--at': `${placeOf(deadline)}%`, '--lane': lanes[place] } as object}
            >
              <button
                type="button"
                title={deadline.commitments.map(({ requires }) => requires).join('\n')}
                onClick={() => onChoose(deadline.commitments[0]?.id ?? '')}
              >
                {text.deadline(deadline.day, deadline.commitments.length)}
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
