import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { WatchingView } from '../../../src/model/index.ts';
import { useAddition } from '../change-api.ts';
import { momentInWords } from '../dates.ts';
import { newsQuery, useWatching, type WatchingDeed, watchingQuery } from '../day-api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { NotSaved } from '../parts/not-saved.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/watching');
const text = words.watching;

type Address = WatchingView['addresses'][number];

/** An address given here is fetched at once, and asked again from then on. */
const AddAddress = ({ caseId }: { caseId: string }) => {
  const navigate = useNavigate();
  const [url, setUrl] = useState('');
  const { mutate, isPending, error } = useAddition(caseId);
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const onSuccess = ({ id }: { id: string }) =>
          navigate({ to: '/cases/$case/add', params: { case: caseId }, search: { job: id } });
        if (url.trim() && !isPending) mutate({ files: [], urls: url.trim() }, { onSuccess });
      }}
    >
      <label className="wide">
        <span>{text.address}</span>
        <input
          type="url"
          value={url}
          placeholder={text.placeholder}
          onChange={({ target }) => setUrl(target.value)}
        />
      </label>
      <button type="submit" aria-disabled={isPending || !url.trim()}>
        {words.action.add}
      </button>
      <NotSaved error={error} />
    </form>
  );
};

/** How the last visit went, in words; what failed opens to all that did. */
const Visit = ({ address: { triedAt, answeredAt, failures } }: { address: Address }) => {
  const [first, ...others] = failures;
  const when = momentInWords(triedAt ?? answeredAt);
  if (!first) return <p>{text.answered(when)}</p>;
  return (
    <details className="failed">
      <summary>{text.failed({ moment: when, why: first.why })}</summary>
      <p>{first.todo}</p>
      <ul>
        {others.map(({ source, why }) => (
          <li key={source}>
            <bdi>{source}</bdi>: {why}
          </li>
        ))}
      </ul>
    </details>
  );
};

interface RowProps {
  address: Address;
  act: (deed: WatchingDeed) => void;
  remove: (url: string) => void;
}

const Row = ({ address, act, remove }: RowProps) => {
  const { url, paused, documents, evidence, lastBrought } = address;
  const titled = (deed: string) =>
    ({ type: 'button', 'aria-label': words.labelled({ label: deed, value: url }) }) as const;
  const rest = paused ? text.resume : text.pause;
  return (
    <li>
      <h2>
        <a href={url} rel="noreferrer" target="_blank">
          {url}
        </a>
        {paused && <span className="quiet"> {text.paused}</span>}
      </h2>
      <Visit address={address} />
      <p>
        {text.brought({ documents, evidence })}
        {lastBrought && <span className="quiet"> {text.last(momentInWords(lastBrought))}</span>}
      </p>
      <p className="actions">
        <button {...titled(text.visit)} disabled={paused} onClick={() => act({ do: 'visit', url })}>
          {text.visit}
        </button>
        <button {...titled(rest)} onClick={() => act({ do: 'pause', url, paused: !paused })}>
          {rest}
        </button>
        <button {...titled(text.remove)} onClick={() => remove(url)}>
          {text.remove}
        </button>
      </p>
    </li>
  );
};

/** The feeds and pages that are asked again and again: how that goes, and what they brought. */
export const Watching = () => {
  const { case: caseId } = route.useParams();
  const { addresses, minutes, next, visiting } = useSuspenseQuery(watchingQuery(caseId)).data;
  const { mutate, error } = useWatching(caseId);
  const queries = useQueryClient();
  const [removed, setRemoved] = useState<string | null>(null);
  useEffect(() => {
    // What a round brought is news.
    if (!visiting) queries.invalidateQueries({ queryKey: newsQuery(caseId).queryKey });
  }, [visiting, queries, caseId]);
  const rests = addresses.every(({ paused }) => paused);
  return (
    <div className="page">
      <title>{words.pageTitle(text.heading)}</title>
      <div className="page-head">
        <h1>{text.heading}</h1>
        {!rests && (
          <button type="button" aria-disabled={visiting} onClick={() => visiting || mutate({ do: 'visit' })}>
            {text.visitAll}
          </button>
        )}
      </div>
      <p className="lead">{addresses.length > 0 ? text.lead : text.none}</p>
      <p role="status" className="quiet">
        {visiting
          ? text.visiting
          : minutes === null
            ? text.byHand
            : next && text.next({ minutes, moment: momentInWords(next) })}
      </p>
      <AddAddress caseId={caseId} />
      <NotSaved error={error} />
      <ul className="plain feeds">
        {addresses.map((address) => (
          <Row key={address.url} address={address} act={mutate} remove={setRemoved} />
        ))}
      </ul>
      {removed !== null && (
        <Dialog heading={text.remove} onClose={() => setRemoved(null)}>
          {(close) => (
            <>
              <p>
                <bdi>{removed}</bdi>
              </p>
              <p>{text.removeSure}</p>
              <p className="actions">
                <button type="button" className="primary" onClick={close}>
                  {words.action.keepIt}
                </button>
                <button
                  type="button"
                  onClick={() => mutate({ do: 'remove', url: removed }, { onSettled: close })}
                >
                  {text.remove}
                </button>
              </p>
            </>
          )}
        </Dialog>
      )}
    </div>
  );
};
