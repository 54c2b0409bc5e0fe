import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BoardView } from '../../../src/model/index.ts';
import { creditorsOf, debtorGroups, isOwedBy } from '../../../src/model/owing.ts';
import { boardQuery } from '../api.ts';
import { daysTo, nextDeadline } from '../deadlines.ts';
import { agreementQuery } from '../draft-api.ts';
import { firstYearOf } from '../months.ts';
import { Changes } from '../parts/changes.tsx';
import { Clocks } from '../parts/clocks.tsx';
import { CommitmentRow } from '../parts/commitment-row.tsx';
import { ConditionArcs } from '../parts/condition-arcs.tsx';
import { Legend } from '../parts/legend.tsx';
import { StoreNotices } from '../parts/store-notices.tsx';
import { tally } from '../summary.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/');

interface DebtorSectionProps {
  view: BoardView;
  debtors: readonly string[];
  firstYear: number | undefined;
  onLook: (commitment: string | null) => void;
}

/** What one party, or several jointly, owe, with the findings. */
const DebtorSection = ({ view, debtors, firstYear, onLook }: DebtorSectionProps) => {
  const { id: caseId, names } = view.case;
  const findings = new Map(view.assessment.commitments.map((finding) => [finding.id, finding]));
  const owed = view.commitments.filter((commitment) => isOwedBy(commitment, debtors));
  const name = words.board.bodies(debtors, names);
  const heading = `party-${debtors.join('-')}`;
  return (
    <section className="party" aria-labelledby={heading}>
      <h2 id={heading}>{name}</h2>
      <ul className="plain rows" aria-label={words.board.commitmentsOf(name)}>
        {owed.map((commitment) => {
          const finding = findings.get(commitment.id);
          return (
            finding && (
              <li key={commitment.id}>
                <CommitmentRow
                  caseId={caseId}
                  commitment={commitment}
                  finding={finding}
                  creditor={words.board.bodies(creditorsOf(commitment), names)}
                  asOf={view.assessment.asOf}
                  firstYear={firstYear}
                  onLook={onLook}
                  duties={view.case.duties}
                />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
};

/** The next day on which something falls due. */
const NextDeadline = ({ view }: { view: BoardView }) => {
  const { asOf, commitments } = view.assessment;
  const next = nextDeadline(commitments, asOf);
  return (
    next && (
      <p className="deadline">
        <Link to="/cases/$case/commitments/$commitment" params={{ case: view.case.id, commitment: next.id }}>
          {words.deadlines.next(
            next.due,
            words.deadlines.ahead(daysTo(asOf, next.due)),
            view.case.duties[next.id] ?? next.id,
          )}
        </Link>
      </p>
    )
  );
};

/** The way to the agreement's text, where the case was made from it. */
const AgreementLink = ({ caseId }: { caseId: string }) => {
  const { data } = useQuery(agreementQuery(caseId));
  return (
    data?.agreement && (
      <>
        {' · '}
        <Link to="/cases/$case/agreement" params={{ case: caseId }}>
          {words.agreement.heading}
        </Link>
      </>
    )
  );
};

export const Board = () => {
  const params = route.useParams();
  const clocks = route.useSearch();
  const { data: view } = useSuspenseQuery(boardQuery(params.case, clocks));
  const [looked, setLooked] = useState<string | null>(null);
  const { asOf, knownAt, commitments: findings } = view.assessment;
  const firstYear = firstYearOf(findings.map(({ months }) => months));
  const isPresent = !clocks.asOf && !clocks.knownAt;
  return (
    <div className="page">
      <title>{words.pageTitle(view.case.title)}</title>
      <div className="board-head">
        <div>
          <h1>{view.case.title}</h1>
          <p className="lead">
            {findings.length ? words.board.summary(tally(findings)) : words.board.noCommitments}
          </p>
          <p className="quiet">
            {words.clocks.sentence(asOf, knownAt)} · {words.board.basis(view.case.signed, view.documents)}
            <AgreementLink caseId={params.case} />
          </p>
          <NextDeadline view={view} />
        </div>
        <Clocks signed={view.case.signed} asOf={asOf} knownAt={knownAt} />
      </div>
      <StoreNotices />
      {isPresent && <Changes key={params.case} view={view} />}
      <div className="board-rows">
        {debtorGroups(Object.keys(view.case.names), view.commitments).map((debtors) => (
          <DebtorSection key={debtors.join(' ')} {...{ view, debtors, firstYear }} onLook={setLooked} />
        ))}
        <ConditionArcs findings={findings} active={looked} />
      </div>
      <Legend />
    </div>
  );
};
