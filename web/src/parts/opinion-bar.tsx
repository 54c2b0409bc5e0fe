import type { Bearing, Opinion } from '../../../src/model/index.ts';
import { opinionInWords } from '../phrases.ts';
import { words } from '../words.ts';

const width = (share: number) => ({ inlineSize: `${share * 100}%` });

interface OpinionBarProps {
  bearing: Bearing;
  opinion: Opinion;
  /** A probability to compare with, drawn as a second, hollow mark; null for none. */
  without?: number | null;
}

/** An opinion to scale: belief from the left, uncertainty hatched, disbelief to the right. */
export const OpinionBar = ({ bearing, opinion, without = null }: OpinionBarProps) => {
  const { belief, disbelief, uncertainty, probability } = opinion;
  const known = probability !== null;
  return (
    <div className={`opinion tone-${bearing}`}>
      <span className="opinion-name">{words.opinion.name[bearing]}</span>
      <span
        className={known ? 'opinion-bar' : 'opinion-bar opinion-unknown'}
        role="img"
        aria-label={opinionInWords(bearing, opinion)}
        title={opinionInWords(bearing, opinion)}
      >
        <span className="opinion-belief" style={width(known ? belief : 0)} />
        <span className="opinion-uncertainty" style={width(known ? uncertainty : 1)} />
        <span className="opinion-disbelief" style={width(known ? disbelief : 0)} />
        {without !== null && (
          <span className="opinion-mark opinion-without" style={{ insetInlineStart: `${without * 100}%` }} />
        )}
        {known && <span className="opinion-mark" style={{ insetInlineStart: `${probability * 100}%` }} />}
      </span>
      <span className="opinion-number" aria-hidden="true">
        {known ? words.opinion.percent(probability) : words.opinion.none}
      </span>
    </div>
  );
};
