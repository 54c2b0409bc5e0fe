import { Link } from '@tanstack/react-router';
import type { BoardFinding, Commitment } from '../../../src/model/index.ts';
import { words } from '../words.ts';
import { Condition } from './conditions.tsx';
import { MonthStrip } from './month-strip.tsx';
import { OpeningDay } from './opening-day.tsx';
import { OpinionBar } from './opinion-bar.tsx';
import { StatusBadge } from './status-badge.tsx';
import { Terms } from './terms.tsx';

interface CommitmentRowProps {
  caseId: string;
  commitment: Commitment;
  finding: BoardFinding;
  creditor: string;
  asOf: string;
  firstYear: number | undefined;
  duties: Readonly<Record<string, string>>;
  onLook: (commitment: string | null) => void;
}

export const CommitmentRow = ({
  caseId,
  commitment,
  finding,
  creditor,
  asOf,
  firstYear,
  duties,
  onLook,
}: CommitmentRowProps) => (
  <article
    className="row"
    data-commitment={commitment.id}
    onPointerEnter={() => onLook(commitment.id)}
    onPointerLeave={() => onLook(null)}
    onFocus={() => onLook(commitment.id)}
    onBlur={() => onLook(null)}
  >
    <div className="row-duty">
      <h3>
        <Link to="/cases/$case/commitments/$commitment" params={{ case: caseId, commitment: commitment.id }}>
          {commitment.requires}
        </Link>
      </h3>
      <Terms commitment={commitment} finding={finding} asOf={asOf} creditor={creditor} />
      {finding.awaits !== null && <OpeningDay {...{ caseId, commitment, duties }} />}
    </div>
    <p className="row-status">
      <StatusBadge status={finding.status} />
      {finding.late && <span className="late">{words.late}</span>}
      {finding.personal && (
        <span className="personal-status" title={finding.personal.reason}>
          {words.personal.onBoard} <StatusBadge status={finding.personal.status} />
        </span>
      )}
    </p>
    <div className="row-months">
      <MonthStrip months={finding.months} due={finding.due} firstYear={firstYear} />
      {finding.conditions.map((condition) => (
        <Condition
          key={condition.commitment}
          caseId={caseId}
          condition={condition}
          duty={duties[condition.commitment]}
        />
      ))}
    </div>
    <div className="row-opinions">
      <OpinionBar bearing="breach" opinion={finding.breach} />
      <OpinionBar bearing="performance" opinion={finding.performance} />
      <p className="quiet">
        {finding.standard && finding.origins === 0
          ? words.board.onlyVerdicts
          : words.board.evidenceCount(finding.origins, finding.documents)}
        {finding.proposed > 0 && (
          <>
            {' · '}
            <Link to="/cases/$case/review" params={{ case: caseId }} search={{ commitment: commitment.id }}>
              {words.board.toReview(finding.proposed)}
            </Link>
          </>
        )}
      </p>
    </div>
  </article>
);
