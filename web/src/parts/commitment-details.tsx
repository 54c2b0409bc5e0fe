import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { toldInWords } from '../../../src/messages/index.ts';
import type { CommitmentView, Finding } from '../../../src/model/index.ts';
import { creditorsOf } from '../../../src/model/owing.ts';
import { toneOf } from '../../../src/model/stance.ts';
import { asProblem, type Clocks, commitmentQuery } from '../api.ts';
import type { BoardRow } from '../board-rows.ts';
import { withDatesInWords } from '../dates.ts';
import { addsInWords, bodiesInWords, gradeInWords } from '../phrases.ts';
import { words } from '../words.ts';
import { Condition } from './conditions.tsx';
import { OpeningDay } from './opening-day.tsx';
import { OpinionBar } from './opinion-bar.tsx';
import { Quotation } from './quotation.tsx';
import { StatusBadge } from './status-badge.tsx';
import { Terms } from './terms.tsx';

const text = words.board.details;

/** As many of a kind as a row can hold; the commitment's own page has all. */
const shown = 5;

const Origins = ({ view: { finding, case: of } }: { view: CommitmentView }) => {
  const counting = finding.origins.flatMap(({ bearing, ...origin }) =>
    bearing === 'context' ? [] : [{ ...origin, bearing }],
  );
  if (counting.length === 0)
    return <p className="quiet">{words.board.evidenceCount({ origins: 0, documents: 0 })}</p>;
  return (
    <ul className="plain">
      {counting.slice(0, shown).map((origin) => (
        <li key={`${origin.bearing} ${origin.id}`} className={`tone-${toneOf(origin)}`}>
          <strong>
            <bdi>{origin.name}</bdi>
          </strong>{' '}
          <span className="bearing">{toldInWords(origin)}</span>
          <span className="facts">
            {' '}
            · {addsInWords(origin.adds)} ·{' '}
            {words.commitment.camp(of.names[origin.camp] ?? words.commitment.otherCamp)} ·{' '}
            {origin.grade ? gradeInWords(origin.grade) : words.commitment.notGraded}
          </span>
        </li>
      ))}
      {counting.length > shown && <li className="quiet">{text.further(counting.length - shown)}</li>}
    </ul>
  );
};

const Replies = ({ view: { finding, case: of }, party }: { view: CommitmentView; party: string }) => {
  const { replies } = finding;
  if (replies.length === 0) return <p className="quiet">{words.commitment.noReply(party)}</p>;
  return (
    <ul className="plain">
      {replies.slice(0, shown).map(({ kind, by, document, span, words: quoted, translation }) => (
        <li key={`${document} ${span} ${kind}`}>
          <strong>{words.commitment.replyKinds[kind]}</strong> {by}
          <Quotation
            caseId={of.id}
            document={document}
            span={span}
            words={quoted}
            translation={translation}
          />
        </li>
      ))}
      {replies.length > shown && <li className="quiet">{text.further(replies.length - shown)}</li>}
    </ul>
  );
};

const Why = ({ finding }: { finding: Finding }) =>
  finding.wouldChange.length > 0 && (
    <section>
      <h3>{words.commitment.wouldChange}</h3>
      <ul>
        {finding.wouldChange.map((line) => (
          <li key={line}>{withDatesInWords(line)}</li>
        ))}
      </ul>
    </section>
  );

interface CommitmentDetailsProps {
  caseId: string;
  row: BoardRow;
  clocks: Clocks;
  asOf: string;
  names: Readonly<Record<string, string>>;
  duties: Readonly<Record<string, string>>;
}

/** What stands behind a line of the board, unfolded under it. */
export const CommitmentDetails = ({ caseId, row, clocks, asOf, names, duties }: CommitmentDetailsProps) => {
  const { commitment, finding, partyName } = row;
  const { data: view, error } = useQuery(commitmentQuery(caseId, row.id, clocks));
  return (
    <div className="details">
      <p className="details-duty">{commitment.requires}</p>
      <Terms
        commitment={commitment}
        finding={finding}
        asOf={asOf}
        creditor={bodiesInWords(creditorsOf(commitment), names)}
      />
      {finding.awaits !== null && <OpeningDay {...{ caseId, commitment, duties }} />}
      {commitment.clause && (
        <blockquote className="clause" dir="auto">
          {commitment.clause}
        </blockquote>
      )}
      {finding.personal && (
        <p>
          {words.personal.onBoard} <StatusBadge status={finding.personal.status} /> {finding.personal.reason}
        </p>
      )}
      {finding.conditions.map((condition) => (
        <Condition
          key={condition.commitment}
          caseId={caseId}
          condition={condition}
          duty={duties[condition.commitment]}
        />
      ))}
      <div className="details-columns">
        <section>
          <h3>{words.opinion.heading}</h3>
          <OpinionBar bearing="breach" opinion={finding.breach} />
          <OpinionBar bearing="performance" opinion={finding.performance} />
          {view && <Why finding={view.finding} />}
        </section>
        <section>
          <h3>{text.origins}</h3>
          {error && <p role="alert">{asProblem(error).detail}</p>}
          {!view && !error && <p className="quiet">{words.loading}</p>}
          {view && <Origins view={view} />}
        </section>
        <section>
          <h3>{words.commitment.replies(partyName)}</h3>
          {view && <Replies view={view} party={partyName} />}
        </section>
      </div>
      <p className="actions">
        <Link
          className="button"
          to="/cases/$case/commitments/$commitment"
          params={{ case: caseId, commitment: row.id }}
        >
          {text.whole}
        </Link>
        {finding.proposed > 0 && (
          <Link
            className="button"
            to="/cases/$case/review"
            params={{ case: caseId }}
            search={{ commitment: row.id }}
          >
            {words.commitment.review(finding.proposed)}
          </Link>
        )}
      </p>
    </div>
  );
};
