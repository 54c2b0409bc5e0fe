import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { caseListQuery, sessionQuery } from '../api.ts';
import { words } from '../words.ts';

/** What a first start is doing, while it does it; nothing at any other time. */
export const LoadingExamples = () => {
  const loading = useQuery(sessionQuery).data?.loading ?? null;
  const queries = useQueryClient();
  const title = loading?.title;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each example that begins or ends there is another case
  useEffect(() => {
    queries.invalidateQueries({ queryKey: caseListQuery.queryKey });
  }, [title, queries]);
  if (!loading) return null;
  const { doing, done, total } = loading;
  return (
    <div className="loading-examples">
      <p role="status">
        {words.cases.loading({
          title: loading.title,
          doing: words.add.step({ doing: words.add.doing[doing], done, total }),
        })}
      </p>
      <progress value={done} max={total} aria-label={words.add.doing[doing]} />
    </div>
  );
};
