import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NewsView } from '../../../src/model/index.ts';
import { momentInWords } from '../dates.ts';
import { newsQuery, useSeen } from '../day-api.ts';
import { NotSaved } from '../parts/not-saved.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/news');
const text = words.news;

const Part = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <section className="news-part">
    <h2>{heading}</h2>
    <ul className="plain news">{children}</ul>
  </section>
);

type Named = NewsView['waiting'][number];

const Titled = ({ caseId, document: { id, title, publisher } }: { caseId: string; document: Named }) => (
  <>
    <Link to="/cases/$case/documents/$document" params={{ case: caseId, document: id }}>
      <bdi>{title || words.commitment.untitled}</bdi>
    </Link>{' '}
    <span className="quiet">
      <bdi>{publisher ?? words.document.unknownPublisher}</bdi>
    </span>
  </>
);

const Waiting = ({ caseId, waiting }: { caseId: string } & Pick<NewsView, 'waiting'>) => (
  <Part heading={text.waiting(waiting.length)}>
    {waiting.map((document) => (
      <li key={document.id}>
        <Titled caseId={caseId} document={document} />
      </li>
    ))}
  </Part>
);

const Statuses = ({ caseId, statuses }: { caseId: string } & Pick<NewsView, 'statuses'>) => (
  <Part heading={text.statuses(statuses.length)}>
    {statuses.map(({ commitment, requires, before, now }) => (
      <li key={commitment}>
        <Link to="/cases/$case/commitments/$commitment" params={{ case: caseId, commitment }}>
          {requires}
        </Link>
        <p className="news-change">
          {before ? <StatusBadge status={before} /> : <span className="quiet">{text.newCommitment}</span>}
          <span aria-hidden="true">→</span>
          <span className="unseen">{text.became}</span>
          <StatusBadge status={now} />
        </p>
      </li>
    ))}
  </Part>
);

const Documents = ({ caseId, news }: { caseId: string; news: NewsView }) => (
  <section className="news-part">
    <h2>{text.documents(news.allDocuments)}</h2>
    {news.evidence > 0 && (
      <p>
        <Link className="button primary" to="/cases/$case/review" params={{ case: caseId }}>
          {text.judge(news.evidence)}
        </Link>
      </p>
    )}
    <ul className="plain news">
      {news.documents.map((document) => (
        <li key={document.id}>
          <Titled caseId={caseId} document={document} />{' '}
          {document.evidence > 0 && <span className="quiet">{text.evidence(document.evidence)}</span>}
        </li>
      ))}
    </ul>
    {news.allDocuments > news.documents.length && (
      <p className="quiet">
        <Link to="/cases/$case/documents" params={{ case: caseId }}>
          {text.more(news.allDocuments - news.documents.length)}
        </Link>
      </p>
    )}
  </section>
);

const Failures = ({ caseId, failures }: { caseId: string } & Pick<NewsView, 'failures'>) => (
  <section className="news-part">
    <h2>{text.failures(failures.length)}</h2>
    <ul className="plain news">
      {failures.map(({ url, why, todo, at }) => (
        <li key={url}>
          <bdi>{url}</bdi>
          <p className="quiet">
            {momentInWords(at)}: {why} {todo}
          </p>
        </li>
      ))}
    </ul>
    <p>
      <Link className="button" to="/cases/$case/watching" params={{ case: caseId }}>
        {words.watching.heading}
      </Link>
    </p>
  </section>
);

/** What a person has not seen yet of a case, the most pressing first. */
export const News = () => {
  const { case: caseId } = route.useParams();
  const news = useSuspenseQuery(newsQuery(caseId)).data;
  const { mutate, isPending, error } = useSeen(caseId);
  const { since, at, count, waiting, statuses, failures } = news;
  const seen = count - waiting.length > 0;
  return (
    <div className="page">
      <title>{words.pageTitle(text.heading)}</title>
      <div className="page-head">
        <h1>{text.heading}</h1>
        {seen && (
          <button
            type="button"
            className="primary"
            aria-disabled={isPending}
            onClick={() => isPending || mutate(at)}
          >
            {text.markSeen}
          </button>
        )}
      </div>
      <NotSaved error={error} />
      <p className="lead" role="status">
        {since && (count > 0 ? text.since(momentInWords(since)) : text.nothing(momentInWords(since)))}
      </p>
      {count === 0 && (
        <p className="actions">
          <Link className="button" to="/cases/$case/watching" params={{ case: caseId }}>
            {words.watching.heading}
          </Link>
          <Link className="button" to="/cases/$case/add" params={{ case: caseId }}>
            {words.nav.add}
          </Link>
        </p>
      )}
      {waiting.length > 0 && <Waiting caseId={caseId} waiting={waiting} />}
      {statuses.length > 0 && <Statuses caseId={caseId} statuses={statuses} />}
      {news.allDocuments > 0 && <Documents caseId={caseId} news={news} />}
      {failures.length > 0 && <Failures caseId={caseId} failures={failures} />}
    </div>
  );
};
