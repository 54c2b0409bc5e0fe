import type { Standard } from '../../../src/model/index.ts';
import { standards } from '../../../src/model/marks.ts';
import { words } from '../words.ts';

/** The standard of proof as the rungs of a ladder, those reached filled. */
export const Ladder = ({ standard }: { standard: Standard | null }) => {
  const reached = standard === null ? -1 : standards.indexOf(standard);
  return (
    <div className="ladder">
      <span className="ladder-name">{words.fields.standard}</span>
      <ol>
        {standards.map((rung, index) => (
          <li
            key={rung}
            className={index <= reached ? 'rung rung-reached' : 'rung'}
            aria-current={index === reached ? 'step' : undefined}
          >
            {words.commitment.standardNames[rung]}
          </li>
        ))}
      </ol>
      <span className="unseen">
        {standard
          ? words.commitment.standardReached(words.standardInText[standard])
          : words.commitment.standardNone}
      </span>
    </div>
  );
};
