import { useMutationState, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { caseListQuery, type VerdictChange, verdictKey } from '../api.ts';
import { words } from '../words.ts';
import { ThemeToggle } from './theme-toggle.tsx';

export const Loading = () => (
  <p className="loading" role="status">
    {words.loading}
  </p>
);

const CaseNavigation = ({ id }: { id: string }) => {
  const { data } = useQuery(caseListQuery);
  const title = data?.cases.find((each) => each.id === id)?.title ?? id;
  return (
    <nav className="case-nav" aria-label={words.nav.label}>
      <span className="case-title">{title}</span>
      <Link to="/cases/$case" params={{ case: id }} activeOptions={{ exact: true, includeSearch: false }}>
        {words.nav.board}
      </Link>
      <Link to="/cases/$case/documents" params={{ case: id }} activeOptions={{ includeSearch: false }}>
        {words.nav.documents}
      </Link>
    </nav>
  );
};

/** Says aloud what became of the last verdict. */
const VerdictNotice = () => {
  const done = useMutationState({
    filters: { mutationKey: verdictKey, status: 'success' },
    select: ({ state }) => (state.variables as VerdictChange).verdict,
  }).at(-1);
  return (
    <p className="unseen" role="status">
      {done && words.verdict.done[done]}
    </p>
  );
};

/** Moves the focus to the new page, so that it is read from its beginning. */
const useFocusOnNavigation = () => {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
};

export const Layout = () => {
  const { case: id } = useParams({ strict: false });
  const main = useFocusOnNavigation();
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="masthead">
        <div className="masthead-inner">
          <Link to="/" search={{}} className="product" title={words.nav.allCases}>
            {words.product}
          </Link>
          {id && <CaseNavigation id={id} />}
          <ThemeToggle />
        </div>
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="colophon">
        <p>{words.footer}</p>
      </footer>
      <VerdictNotice />
    </>
  );
};
