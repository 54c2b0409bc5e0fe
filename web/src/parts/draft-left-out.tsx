import type { DraftWork, LeftOutClause, WorkedCommitment } from '../../../src/model/index.ts';
import { dropped, keyOf } from '../draft-work.ts';
import { words } from '../words.ts';

const text = words.desk;

interface LineProps {
  place: string;
  isCurrent: boolean;
  why: string;
  reference: string | null;
  said: string;
  takeIn: string;
  onChoose: (place: string) => void;
  onTakeIn: (place: string) => void;
}

const Line = ({ place, isCurrent, why, reference, said, takeIn, onChoose, onTakeIn }: LineProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: J and K move between them, and Tab goes to the button
  <article
    id={`commitment-${place}`}
    className="left-clause"
    aria-current={isCurrent || undefined}
    aria-label={`${why}: ${said}`}
    tabIndex={-1}
    onClick={() => onChoose(place)}
    onFocus={() => onChoose(place)}
  >
    <p className="draft-head">
      {reference && <span className="draft-reference">{reference}</span>}
      <strong>{why}</strong>
    </p>
    <p>{said}</p>
    {isCurrent && (
      <p className="actions">
        <button type="button" onClick={() => onTakeIn(place)}>
          {takeIn}
        </button>
      </p>
    )}
  </article>
);

interface DraftLeftOutProps {
  work: DraftWork;
  /** The agreement's text. */
  agreement: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  current: string | null;
  onChoose: (place: string) => void;
  onTakeIn: (place: string) => void;
}

/** Clauses that bind nobody, each with its reason, and what the person dropped: folded, and taken in with one key. */
export const DraftLeftOut = ({ work, agreement, isOpen, onToggle, current, ...does }: DraftLeftOutProps) => {
  const gone = dropped(work);
  const left = work.leftOut;
  if (!gone.length && !left.length) return null;
  const clause = (each: LeftOutClause) => ({
    place: keyOf(each),
    why: text.reasons[each.reason],
    said: agreement.slice(...each.span).replace(/\s+/g, ' '),
    takeIn: text.takeIn,
  });
  const own = ({ id, requires }: WorkedCommitment) => ({
    ...{ place: id, why: text.states.dropped, said: requires, takeIn: text.back },
  });
  return (
    <details
      className="left-out"
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>
        {left.length ? text.leftOut({ n: left.length, dropped: gone.length }) : text.onlyDropped(gone.length)}
      </summary>
      {isOpen && (
        <ul className="plain">
          {[
            ...gone.map((each) => ({ ...own(each), reference: each.reference })),
            ...left.map((each) => ({ ...clause(each), reference: each.reference })),
          ].map((line) => (
            <li key={line.place}>
              <Line {...line} {...does} isCurrent={line.place === current} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};
