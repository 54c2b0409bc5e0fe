import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { BoardView } from '../../../src/model/index.ts';
import { momentInWords } from '../dates.ts';
import { type Difference, differences, keepVisit, lastVisit, visitOf } from '../visits.ts';
import { words } from '../words.ts';
import { Sign } from './sign.tsx';

const text = words.changes;

const what = ({ before, now, evidence }: Difference): string =>
  [
    before === undefined ? text.added : before !== now && text.status(before, now),
    evidence > 0 && text.evidence(evidence),
    evidence < 0 && text.fewer(-evidence),
  ]
    .filter(Boolean)
    .join(' · ');

/** What is different since this browser last saw the present state; kept until the person says so. */
export const Changes = ({ view }: { view: BoardView }) => {
  const { id: caseId, duties } = view.case;
  const { commitments: findings } = view.assessment;
  const [visit, setVisit] = useState(() => lastVisit(caseId));
  useEffect(() => {
    if (!visit) keepVisit(caseId, visitOf(findings, new Date().toISOString()));
  }, [caseId, findings, visit]);
  if (!visit) return <p className="quiet">{text.first}</p>;
  const found = differences(visit, findings);
  const seen = () => {
    const now = visitOf(findings, new Date().toISOString());
    keepVisit(caseId, now);
    setVisit(now);
  };
  return (
    <section className="changes" aria-labelledby="changes-heading">
      <h2 id="changes-heading">{text.since(momentInWords(visit.at))}</h2>
      {found.length === 0 && <p>{text.none}</p>}
      <ul className="plain">
        {found.map((difference) => (
          <li key={difference.commitment}>
            <Sign status={difference.now} />
            <span>
              <Link
                to="/cases/$case/commitments/$commitment"
                params={{ case: caseId, commitment: difference.commitment }}
              >
                {duties[difference.commitment]}
              </Link>{' '}
              <span className="facts">{what(difference)}</span>
            </span>
          </li>
        ))}
      </ul>
      {found.length > 0 && (
        <button type="button" onClick={seen}>
          {text.seen}
        </button>
      )}
    </section>
  );
};
