import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { BoardView, Party } from '../../../src/model/index.ts';
import { boardQuery } from '../api.ts';
import { firstYearOf } from '../months.ts';
import { ClockForm } from '../parts/clock-form.tsx';
import { CommitmentRow } from '../parts/commitment-row.tsx';
import { Legend } from '../parts/legend.tsx';
import { tally } from '../summary.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/');

interface PartySectionProps {
  view: BoardView;
  party: Party;
  firstYear: number | undefined;
}

/** One party's commitments with their findings; nothing for a party that owes none. */
const PartySection = ({ view, party, firstYear }: PartySectionProps) => {
  const { id: caseId, names } = view.case;
  const findings = new Map(view.assessment.commitments.map((finding) => [finding.id, finding]));
  const owed = view.commitments.filter(({ debtor }) => debtor === party.id);
  if (!owed.length) return null;
  return (
    <section className="party" aria-labelledby={`party-${party.id}`}>
      <h2 id={`party-${party.id}`}>{party.name}</h2>
      <ul className="plain rows" aria-label={words.board.commitmentsOf(party.name)}>
        {owed.map((commitment) => {
          const finding = findings.get(commitment.id);
          return (
            finding && (
              <li key={commitment.id}>
                <CommitmentRow
                  caseId={caseId}
                  commitment={commitment}
                  finding={finding}
                  creditor={names[commitment.creditor] ?? commitment.creditor}
                  firstYear={firstYear}
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

export const Board = () => {
  const params = route.useParams();
  const { data: view } = useSuspenseQuery(boardQuery(params.case, route.useSearch()));
  const { asOf, knownAt, commitments: findings } = view.assessment;
  const firstYear = firstYearOf(findings.map(({ months }) => months));
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
          </p>
        </div>
        <ClockForm asOf={asOf} knownAt={knownAt} />
      </div>
      {view.case.parties.map((party) => (
        <PartySection key={party.id} view={view} party={party} firstYear={firstYear} />
      ))}
      <Legend />
    </div>
  );
};
