import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { WatchingView } from '../../../src/model/index.ts';
import { useAddition } from '../change-api.ts';
import { momentInWords } from '../dates.ts';
import { useWatching, type WatchingDeed, watchingQuery } from '../day-api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ListTable } from '../parts/list-table.tsx';
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
        {text.add}
      </button>
      <NotSaved error={error} />
    </form>
  );
};

const Visit = ({ address: { triedAt, answeredAt, failures, paused } }: { address: Address }) => {
  const [first, ...others] = failures;
  return (
    <td>
      {momentInWords(triedAt ?? answeredAt)}
      {paused && <span className="facts">{text.paused}</span>}
      {first ? (
        <details className="failed">
          <summary>{text.failed(first.why)}</summary>
          <p>{first.todo}</p>
          {others.length > 0 && (
            <ul>
              {others.map(({ source, why }) => (
                <li key={source}>
                  <bdi className="address">{source}</bdi>: {why}
                </li>
              ))}
            </ul>
          )}
        </details>
      ) : (
        <span className="facts">{text.answered}</span>
      )}
    </td>
  );
};

interface RowProps {
  address: Address;
  act: (deed: WatchingDeed) => void;
  remove: (url: string) => void;
}

const Row = ({ address, act, remove }: RowProps) => {
  const { url, paused, documents, evidence, lastBrought } = address;
  return (
    <tr>
      <td className="medium">
        <a href={url} rel="noreferrer" target="_blank" className="address">
          {url}
        </a>
      </td>
      <Visit address={address} />
      <td>
        {text.brought(documents, evidence)}
        {lastBrought && <span className="facts">{text.last(momentInWords(lastBrought))}</span>}
      </td>
      <td>
        <span className="row-actions">
          <button
            type="button"
            aria-label={text.about(text.visit, url)}
            disabled={paused}
            onClick={() => act({ do: 'visit', url })}
          >
            {text.visit}
          </button>
          <button
            type="button"
            aria-label={text.about(paused ? text.resume : text.pause, url)}
            onClick={() => act({ do: 'pause', url, paused: !paused })}
          >
            {paused ? text.resume : text.pause}
          </button>
          <button type="button" aria-label={text.about(text.remove, url)} onClick={() => remove(url)}>
            {text.remove}
          </button>
        </span>
      </td>
    </tr>
  );
};

/** The feeds and pages that are asked again and again: how that goes, and what they brought. */
export const Watching = () => {
  const { case: caseId } = route.useParams();
  const { addresses, minutes, next, visiting } = useSuspenseQuery(watchingQuery(caseId)).data;
  const { mutate, error } = useWatching(caseId);
  const [removed, setRemoved] = useState<string | null>(null);
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
            : next && text.next(minutes, momentInWords(next))}
      </p>
      <AddAddress caseId={caseId} />
      <NotSaved error={error} />
      {addresses.length > 0 && (
        <ListTable
          columns={[text.columns.address, text.columns.visit, text.columns.brought, text.columns.actions]}
        >
          {addresses.map((address) => (
            <Row key={address.url} address={address} act={mutate} remove={setRemoved} />
          ))}
        </ListTable>
      )}
      {removed !== null && (
        <Dialog heading={text.remove} onClose={() => setRemoved(null)}>
          {(close) => (
            <>
              <p>
                <bdi className="address">{removed}</bdi>
              </p>
              <p>{text.removeSure}</p>
              <p className="actions">
                <button type="button" className="primary" onClick={close}>
                  {text.keep}
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
