import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { BoardView } from '../../../src/model/index.ts';
import { boardQuery } from '../api.ts';
import type { BoardAddress } from '../board-address.ts';
import { matrixOf, rowsOf } from '../board-rows.ts';
import { useComparison } from '../comparison.ts';
import { daysTo, nextDeadline } from '../deadlines.ts';
import { agreementQuery } from '../draft-api.ts';
import { BoardTable } from '../parts/board-table.tsx';
import { BoardTools } from '../parts/board-tools.tsx';
import { Clocks } from '../parts/clocks.tsx';
import { Legend } from '../parts/legend.tsx';
import { StatusMatrix } from '../parts/status-matrix.tsx';
import { StoreNotices } from '../parts/store-notices.tsx';
import { clocksInWords } from '../phrases.ts';
import { tally } from '../summary.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/');
const text = words.board;

/** The next day on which something falls due. */
const NextDeadline = ({ view }: { view: BoardView }) => {
  const { asOf, commitments } = view.assessment;
  const next = nextDeadline(commitments, asOf);
  return (
    next && (
      <p className="deadline">
        <Link to="/cases/$case/commitments/$commitment" params={{ case: view.case.id, commitment: next.id }}>
          {words.deadlines.next({
            day: next.due,
            ahead: words.deadlines.ahead(daysTo(asOf, next.due)),
            duty: view.case.duties[next.id] ?? next.id,
          })}
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

/** What the board does not have yet: in one line, where there is anything. */
const Undone = ({ work: { reading, matching, setAside } }: Pick<BoardView, 'work'>) => {
  const lines = [
    reading > 0 && text.reading(reading),
    matching > 0 && text.matching(matching),
    setAside > 0 && text.setAside(setAside),
  ].filter(Boolean);
  return lines.length > 0 && <p className="quiet undone">{lines.join(' ')}</p>;
};

/** What a board without commitments, or without reports, waits for. */
const NextStep = ({ view }: { view: BoardView }) => {
  const isEmpty = view.commitments.length === 0;
  return (
    <p className="next-step">
      {isEmpty ? text.noCommitments : text.noReports}{' '}
      <Link to={isEmpty ? '/cases/$case/edit' : '/cases/$case/add'} params={{ case: view.case.id }}>
        {isEmpty ? words.nav.edit : words.nav.add}
      </Link>
    </p>
  );
};

export const Board = () => {
  const { case: caseId } = route.useParams();
  const { asOf: askedAsOf, knownAt: askedKnownAt, ...address } = route.useSearch();
  const navigate = route.useNavigate();
  const clocks = { asOf: askedAsOf, knownAt: askedKnownAt };
  const { data: view } = useSuspenseQuery({
    ...boardQuery(caseId, clocks),
    // Other processes work at it, and do not say when they are done.
    refetchInterval: ({ state: { data } }) =>
      data && data.work.reading + data.work.matching > 0 ? 5000 : false,
  });
  const { asOf, knownAt, commitments: findings } = view.assessment;
  const { since, differences, seen } = useComparison(view, address.since, !askedAsOf && !askedKnownAt);
  const rows = useMemo(() => rowsOf(view, differences), [view, differences]);
  const matrix = useMemo(() => matrixOf(rows), [rows]);
  const set = (change: BoardAddress) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const [isFolded, setFolded] = useState(true);
  const { signed, names, duties } = view.case;
  const axis = { first: signed.slice(0, 7), last: asOf.slice(0, 7) };
  return (
    <div className={isFolded ? 'page board board-folded' : 'page board'}>
      <title>{words.pageTitle(view.case.title)}</title>
      <div className="board-head">
        <div>
          <div className="board-title">
            <h1 dir="auto">{view.case.title}</h1>
            {findings.length > 0 && <p className="lead">{text.summary(tally(findings))}</p>}
            {findings.length === 0 || view.documents === 0 ? (
              <NextStep view={view} />
            ) : (
              <p className="quiet basis">
                <span className="basis-clocks">{clocksInWords(asOf, knownAt)} · </span>
                {text.basis({ signed, documents: view.documents })}
                <AgreementLink caseId={caseId} />
              </p>
            )}
            <Undone work={view.work} />
          </div>
          <NextDeadline view={view} />
          {findings.length > 0 && <StatusMatrix matrix={matrix} address={address} />}
          <button
            type="button"
            className="board-fold"
            aria-expanded={!isFolded}
            onClick={() => setFolded(!isFolded)}
          >
            {text.fold}
          </button>
        </div>
        <div className="board-side">
          <Clocks signed={signed} asOf={asOf} knownAt={knownAt} />
        </div>
      </div>
      <StoreNotices />
      {findings.length > 0 && (
        <>
          <BoardTools {...{ caseId, address, matrix, since }} earliest={signed} latest={asOf} onSet={set}>
            {address.since && (
              <button type="button" onClick={() => set({ since: undefined })}>
                {text.tools.lastVisit}
              </button>
            )}
            {seen && differences.length > 0 && (
              <button type="button" onClick={seen}>
                {text.tools.seen}
              </button>
            )}
            {seen && differences.length === 0 && <p className="quiet">{text.tools.nothing}</p>}
          </BoardTools>
          <BoardTable rows={rows} frame={{ caseId, clocks, asOf, names, duties, axis }} address={address} />
        </>
      )}
      <Legend />
    </div>
  );
};
