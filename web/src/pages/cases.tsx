import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftSummary } from '../../../src/model/index.ts';
import { caseListQuery, sessionQuery } from '../api.ts';
import { draftListQuery, useBeginDraft, useThrowAway } from '../draft-api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Doors } from '../parts/doors.tsx';
import { DropCover, useDroppedFiles } from '../parts/drop-anywhere.tsx';
import { LoadingExamples } from '../parts/loading-examples.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { draftInWords } from '../phrases.ts';
import { words } from '../words.ts';

const route = getRouteApi('/');
const text = words.cases;

/** Cases in the making, to go on with or to throw away. */
const Drafts = ({ drafts }: { drafts: readonly DraftSummary[] }) => {
  const [asked, setAsked] = useState<DraftSummary | null>(null);
  const { mutate, error } = useThrowAway();
  if (!drafts.length) return null;
  return (
    <section className="drafts" aria-labelledby="drafts-heading">
      <h2 id="drafts-heading">{text.drafts}</h2>
      <NotSaved error={error} say={words.failure.whole} />
      <ul className="plain case-list">
        {drafts.map((draft) => (
          <li key={draft.id} className="case">
            <h3>
              <Link to="/drafts/$draft" params={{ draft: draft.id }}>
                {draft.title || text.untitled}
              </Link>
            </h3>
            <p className="quiet">{draftInWords(draft)}</p>
            <p className="actions">
              <Link className="button" to="/drafts/$draft" params={{ draft: draft.id }}>
                {text.goOn}
              </Link>
              <button type="button" onClick={() => setAsked(draft)}>
                {text.throwAway}
              </button>
            </p>
          </li>
        ))}
      </ul>
      {asked && (
        <Dialog heading={text.throwAway} onClose={() => setAsked(null)}>
          {(close) => (
            <>
              <p>{text.throwAwaySure(asked.title || text.untitled)}</p>
              <p className="actions">
                <button type="button" onClick={close}>
                  {words.action.keepIt}
                </button>
                <button type="button" onClick={() => mutate(asked.id, { onSettled: close })}>
                  {text.throwAway}
                </button>
              </p>
            </>
          )}
        </Dialog>
      )}
    </section>
  );
};

/** An agreement dropped on the list of cases begins a case. */
const DropAgreement = () => {
  const navigate = useNavigate();
  const { mutate, error } = useBeginDraft();
  const isOver = useDroppedFiles(([file]) =>
    mutate({ file }, { onSuccess: ({ id }) => navigate({ to: '/drafts/$draft', params: { draft: id } }) }),
  );
  return (
    <>
      <DropCover isOver={isOver} said={text.drop} />
      <NotSaved error={error} say={words.failure.whole} />
    </>
  );
};

/** All cases; where there is only one and none is being made, that one, unless all are asked for. */
export const Cases = () => {
  const { all } = route.useSearch();
  const { cases } = useSuspenseQuery(caseListQuery).data;
  const { drafts } = useSuspenseQuery(draftListQuery).data;
  const [only, ...others] = cases;
  const isLoading = useSuspenseQuery(sessionQuery).data.loading !== null;
  if (only && !others.length && !drafts.length && !all && !isLoading)
    return <Navigate to="/cases/$case" params={{ case: only.id }} replace />;
  return (
    <div className="page">
      <title>{words.pageTitle(text.heading)}</title>
      <h1>{text.heading}</h1>
      <p className="lead">{text.lead}</p>
      <LoadingExamples />
      <Doors cases={cases} />
      <DropAgreement />
      <Drafts drafts={drafts} />
      {cases.length > 0 && <h2 className="unseen">{words.nav.allCases}</h2>}
      <ul className="plain case-list">
        {cases.map(({ id, title, signed, documents, commitments }) => (
          <li key={id} className="case">
            <h3>
              <Link to="/cases/$case" params={{ case: id }}>
                {title}
              </Link>
            </h3>
            <p className="quiet">
              {text.signed(signed)} · {text.size({ commitments, documents })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
};
