import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftView, DraftWork } from '../../../src/model/index.ts';
import { draftQuery, useProposeAgain } from '../draft-api.ts';
import { OpenDesk } from '../parts/open-desk.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/drafts/$draft');
const text = words.desk;

const nothing: Omit<DraftWork, 'title' | 'signed'> = {
  ...{ parties: [], actors: [], commitments: [], leftOut: [], notices: [] },
};

/** Why nothing could be proposed, with the ways on. */
const Unproposed = ({ view, onByHand }: { view: DraftView; onByHand: () => void }) => {
  const { mutate, isPending } = useProposeAgain(view.id);
  const { failure } = view;
  return (
    <div className="page">
      <title>{words.pageTitle(words.newCase.heading)}</title>
      <h1>{failure ? text.failedHeading : view.facts.title || words.newCase.heading}</h1>
      {failure ? (
        <>
          <p className="refused" role="alert">
            {failure.why} {failure.todo}
          </p>
          <p className="actions above-table">
            <button type="button" aria-disabled={isPending} onClick={() => mutate()}>
              {words.action.retry}
            </button>
            <button type="button" onClick={onByHand}>
              {text.byHand}
            </button>
          </p>
        </>
      ) : (
        <div role="status" className="above-table">
          <p className="lead">{text.reading}</p>
          <p className="quiet">{text.readingHint}</p>
          <progress aria-label={text.reading} />
        </div>
      )}
    </div>
  );
};

export const Draft = () => {
  const { draft: id } = route.useParams();
  useSuspenseQuery(draftQuery(id));
  const { data: view } = useQuery(draftQuery(id));
  const [isByHand, setByHand] = useState(false);
  if (!view) return null;
  const byHand = isByHand ? { ...nothing, title: view.facts.title, signed: view.facts.signed } : null;
  const initial = view.work ?? byHand;
  return initial ? (
    <OpenDesk key={id} view={view} initial={initial} />
  ) : (
    <Unproposed view={view} onByHand={() => setByHand(true)} />
  );
};
