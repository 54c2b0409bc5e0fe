import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asProblem } from '../api.ts';
import { words } from '../words.ts';

interface ProblemPageProps {
  title: string;
  detail: string;
  code: string;
  children?: ReactNode;
}

const ProblemPage = ({ title, detail, code, children }: ProblemPageProps) => (
  <div className="page problem">
    <title>{words.pageTitle(title)}</title>
    <h1>{title}</h1>
    <p className="lead">{detail}</p>
    <p className="quiet">
      {words.failure.code}: <code>{code}</code>
    </p>
    <p className="actions">
      {children}
      <Link className="button" to="/" search={{}}>
        {words.failure.home}
      </Link>
    </p>
  </div>
);

/** Shows why a page could not be shown: the problem's title, detail and code. */
export const Failure = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const retry = () => {
    queries.reset();
    reset();
    router.invalidate();
  };
  return (
    <ProblemPage {...asProblem(error)}>
      <button type="button" onClick={retry}>
        {words.action.retry}
      </button>
    </ProblemPage>
  );
};

export const NotFound = () => (
  <ProblemPage
    title={words.failure.notFound}
    detail={words.failure.notFoundDetail}
    code="PROVISO_ROUTE_NOT_FOUND"
  />
);
