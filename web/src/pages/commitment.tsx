import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { CommitmentView, Origin } from '../../../src/model/index.ts';
import { markOf } from '../../../src/model/marks.ts';
import { creditorsOf, debtorsOf } from '../../../src/model/owing.ts';
import { awaitsVerdict } from '../../../src/model/stance.ts';
import { commitmentQuery, sensitivityQuery } from '../api.ts';
import { agreementQuery } from '../draft-api.ts';
import { eventsQuery } from '../explore-api.ts';
import { documentsOf } from '../origins.ts';
import { Clocks } from '../parts/clocks.tsx';
import { Condition } from '../parts/conditions.tsx';
import { ElementStrip } from '../parts/element-strip.tsx';
import { EvidenceSelection } from '../parts/evidence-selection.tsx';
import { Ladder } from '../parts/ladder.tsx';
import { LeftOutList } from '../parts/left-out.tsx';
import { MonthStrip } from '../parts/month-strip.tsx';
import { OpeningDay } from '../parts/opening-day.tsx';
import { Opinions } from '../parts/opinions.tsx';
import { OriginList } from '../parts/origin-list.tsx';
import { PersonalFinding } from '../parts/personal-finding.tsx';
import { Replies } from '../parts/replies.tsx';
import { Selectable, useSelection } from '../parts/selection.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { SuggestedList } from '../parts/suggested.tsx';
import { TableDownloads } from '../parts/table-downloads.tsx';
import { Terms } from '../parts/terms.tsx';
import { bodiesInWords, levelInWords } from '../phrases.ts';
import { words } from '../words.ts';

const EventChart = lazy(() =>
  import('../parts/event-chart.tsx').then((part) => ({ default: part.EventChart })),
);

const route = getRouteApi('/cases/$case/commitments/$commitment');

const bearings = ['breach', 'performance'] as const;

/** Indications that one origin, not whoever owes it, affirms alone, by the standard that asks for several. */
const isOnOneOrigin = ({ finding, case: { standard } }: CommitmentView): boolean => {
  const { tone } = markOf(finding.status);
  const affirming = finding.origins.filter(({ bearing, stance }) => bearing === tone && stance === 'affirms');
  return (
    standard === 'un-panel' &&
    finding.standard === 'indications' &&
    !finding.ownWord &&
    affirming.length === 1
  );
};

const findingSentence = ({ finding, case: { names }, asOf }: CommitmentView): string => {
  const { tone } = markOf(finding.status);
  const counting = finding.origins.filter(
    ({ bearing, stance }) =>
      tone !== 'none' &&
      bearing !== 'context' &&
      (tone === 'disputed' || (bearing === tone && stance === 'affirms')),
  );
  const said = {
    status: words.statusInText[finding.status],
    debtor: bodiesInWords(debtorsOf(finding), names),
    asOf,
  };
  if (counting.length === 0) return words.commitment.sentenceSilent(said);
  return words.commitment.sentence({
    ...said,
    origins: counting.length,
    camps: new Set(counting.map(({ camp }) => camp)).size,
    documents: documentsOf(counting),
  });
};

interface ClauseProps {
  caseId: string;
  commitment: string;
  clause: string;
}

/** The words of the agreement that it stands on, with the way to their place. */
const Clause = ({ caseId, commitment, clause }: ClauseProps) => {
  const { data } = useQuery(agreementQuery(caseId));
  return (
    <blockquote className="clause" dir="auto">
      <p>{clause}</p>
      {data?.agreement && (
        <Link to="/cases/$case/agreement" params={{ case: caseId }} search={{ commitment }}>
          {words.agreement.open}
        </Link>
      )}
    </blockquote>
  );
};

const FindingHead = ({ view }: { view: CommitmentView }) => {
  const { commitment, finding, case: of } = view;
  const waiting = finding.evidence.filter(awaitsVerdict).length;
  return (
    <header className="finding-head">
      <Link to="/cases/$case" params={{ case: of.id }} className="back">
        ← {words.nav.board}
      </Link>
      <p className="eyebrow">{bodiesInWords(debtorsOf(commitment), of.names)}</p>
      <h1 dir="auto">{commitment.requires}</h1>
      <Terms
        commitment={commitment}
        finding={finding}
        asOf={view.asOf}
        creditor={bodiesInWords(creditorsOf(commitment), of.names)}
      />
      {finding.awaits !== null && <OpeningDay caseId={of.id} commitment={commitment} duties={of.duties} />}
      {commitment.note && <p className="note">{commitment.note}</p>}
      {commitment.clause && <Clause caseId={of.id} commitment={commitment.id} clause={commitment.clause} />}
      <p className="row-status">
        <StatusBadge status={finding.status} />
        {finding.late && <span className="late">{words.late}</span>}
      </p>
      <p className="lead">{findingSentence(view)}</p>
      {finding.ownWord && <p>{words.commitment.ownWord(bodiesInWords(debtorsOf(finding), of.names))}</p>}
      <Ladder standard={finding.standard} />
      {isOnOneOrigin(view) && (
        <p className="quiet">
          {words.commitment.oneOrigin}{' '}
          <Link to="/cases/$case/edit" params={{ case: of.id }}>
            {words.nav.edit}
          </Link>
        </p>
      )}
      {waiting > 0 && (
        <p>
          <Link
            className="button"
            to="/cases/$case/review"
            params={{ case: of.id }}
            search={{ commitment: commitment.id }}
          >
            {words.commitment.review(waiting)}
          </Link>
        </p>
      )}
      <PersonalFinding caseId={of.id} finding={finding} />
      {finding.pam !== null && <p className="quiet">{levelInWords(finding.pam)}</p>}
    </header>
  );
};

interface EvidenceProps {
  view: CommitmentView;
  onLook: (origin: Origin | null) => void;
}

const Evidence = (props: EvidenceProps) => {
  const selection = useSelection();
  const { view } = props;
  return (
    <section className="finding-evidence" aria-labelledby="evidence-heading">
      <div className="page-head">
        <h2 id="evidence-heading">{words.commitment.evidence}</h2>
        {view.finding.evidence.length > 0 && (
          <TableDownloads
            caseId={view.case.id}
            table="evidence"
            filter={{ asOf: view.asOf, knownAt: view.knownAt, commitment: view.commitment.id }}
          />
        )}
      </div>
      <Selectable selection={selection}>
        {view.finding.evidence.length > 0 && (
          <EvidenceSelection caseId={view.case.id} selection={selection} all={view.finding.evidence} />
        )}
        <Told {...props} />
      </Selectable>
    </section>
  );
};

const Told = ({ view, onLook }: EvidenceProps) => (
  <>
    {view.finding.origins.length > 0 && <p className="quiet">{words.commitment.withoutHint}</p>}
    {view.finding.origins.length === 0 && (
      <p className="empty">
        {view.counts.evidence.suggested ? words.commitment.onlySuggested : words.commitment.noEvidence}
      </p>
    )}
    {(['affirms', 'denies'] as const).map((stance) =>
      bearings.map((bearing) => (
        <OriginList key={bearing + stance} view={view} told={{ bearing, stance }} onLook={onLook} />
      )),
    )}
    <OriginList view={view} told={{ bearing: 'context', stance: 'affirms' }} onLook={onLook} />
    <SuggestedList view={view} />
    <LeftOutList view={view} />
  </>
);

const Conditions = ({ view }: { view: CommitmentView }) => {
  if (!view.finding.conditions.length) return null;
  return (
    <section aria-labelledby="conditions-heading">
      <h2 id="conditions-heading">{words.commitment.conditions}</h2>
      {view.finding.conditions.map((condition) => (
        <Condition
          key={condition.commitment}
          caseId={view.case.id}
          condition={condition}
          duty={view.case.duties[condition.commitment]}
        />
      ))}
      <p className="quiet">{words.commitment.conditionsNote}</p>
    </section>
  );
};

const WouldChange = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.length > 0 && (
    <section aria-labelledby="change-heading">
      <h2 id="change-heading">{words.commitment.wouldChange}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );

/** The timeline of the commitment's own events: its room is kept while it loads, so that nothing below jumps. */
const EventsOf = ({ view: { case: of, commitment, finding, asOf, knownAt } }: { view: CommitmentView }) => {
  const { data } = useQuery(eventsQuery(of.id, { asOf, knownAt }, { commitment: commitment.id }));
  if (!finding.evidence.length) return null;
  const loading = <p className="quiet">{words.loading}</p>;
  return (
    <section className="finding-months" aria-labelledby="events-heading">
      <h2 id="events-heading">{words.commitment.events}</h2>
      <div className="chart-room">
        <Suspense fallback={loading}>
          {data ? (
            <EventChart caseId={of.id} events={data.events} lanes={[{ id: commitment.id, label: '' }]} />
          ) : (
            loading
          )}
        </Suspense>
      </div>
    </section>
  );
};

export const CommitmentPage = () => {
  const params = route.useParams();
  const { data: view } = useSuspenseQuery(commitmentQuery(params.case, params.commitment, route.useSearch()));
  const { data: sensitivity } = useQuery(sensitivityQuery(params.case, params.commitment, view));
  const [looked, setLooked] = useState<Origin | null>(null);
  const { finding, asOf, knownAt } = view;
  return (
    <div className="page">
      <title>{words.pageTitle(`${view.commitment.requires} · ${view.case.title}`)}</title>
      <div className="board-head">
        <FindingHead view={view} />
        <Clocks signed={view.case.signed} asOf={asOf} knownAt={knownAt} />
      </div>
      <ElementStrip finding={finding} />
      <section className="finding-months" aria-labelledby="months-heading">
        <h2 id="months-heading">{words.commitment.months}</h2>
        <MonthStrip months={finding.months} due={finding.due} />
      </section>
      <EventsOf view={view} />
      <div className="finding-body">
        <aside className="finding-aside">
          <Replies view={view} debtor={bodiesInWords(debtorsOf(finding), view.case.names)} />
          <Opinions finding={finding} without={looked} sensitivity={sensitivity} />
          <Conditions view={view} />
          <WouldChange sentences={finding.wouldChange} />
        </aside>
        <Evidence view={view} onLook={setLooked} />
      </div>
    </div>
  );
};
