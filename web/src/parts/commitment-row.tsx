import { Link } from '@tanstack/react-router';
import type { Commitment, Finding } from '../../../src/model/index.ts';
import { documentsOf } from '../origins.ts';
import { words } from '../words.ts';
import { Condition } from './conditions.tsx';
import { MonthStrip } from './month-strip.tsx';
import { OpinionBar } from './opinion-bar.tsx';
import { StatusBadge } from './status-badge.tsx';
import { Terms } from './terms.tsx';

interface CommitmentRowProps {
  caseId: string;
  commitment: Commitment;
  finding: Finding;
  creditor: string;
  firstYear: number | undefined;
  duties: Readonly<Record<string, string>>;
}

export const CommitmentRow = ({
  caseId,
  commitment,
  finding,
  creditor,
  firstYear,
  duties,
}: CommitmentRowProps) => (
  <article className="row">
    <div className="row-duty">
      <h3>
        <Link to="/cases/$case/commitments/$commitment" params={{ case: caseId, commitment: commitment.id }}>
          {commitment.requires}
        </Link>
      </h3>
      <Terms commitment={commitment} due={finding.due} creditor={creditor} />
    </div>
    <p className="row-status">
      <StatusBadge status={finding.status} />
      {finding.late && <span className="late">{words.late}</span>}
    </p>
    <div className="row-months">
      <MonthStrip months={finding.months} firstYear={firstYear} />
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
        {finding.standard && finding.origins.length === 0
          ? words.board.onlyVerdicts
          : words.board.evidenceCount(finding.origins.length, documentsOf(finding.origins))}
      </p>
    </div>
  </article>
);
