import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { newsQuery, useSeen } from '../day-api.ts';
import { words } from '../words.ts';

/** How much is new in the case since the person last looked; it leads to what. */
export const Bell = ({ caseId }: { caseId: string }) => {
  const { data: news } = useQuery(newsQuery(caseId));
  const { mutate } = useSeen(caseId);
  const [isFirst, at] = [news?.since === null, news?.at];
  useEffect(() => {
    // News are what comes from now on.
    if (isFirst && at) mutate(at);
  }, [isFirst, at, mutate]);
  const label = words.news.bell(news?.count ?? 0);
  return (
    <Link
      to="/cases/$case/news"
      params={{ case: caseId }}
      className="button bell"
      aria-label={label}
      title={label}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path
          d="M10 2.5a4.6 4.6 0 0 0-4.6 4.6c0 4.2-1.6 5.4-2.1 6.4h13.4c-.5-1-2.1-2.2-2.1-6.4A4.6 4.6 0 0 0 10 2.5ZM8 15.5a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      {news && news.count > 0 && <span className="bell-count">{news.count}</span>}
    </Link>
  );
};
