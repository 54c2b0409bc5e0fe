import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { caseListQuery } from '../api.ts';
import { useRefreshing } from '../refreshing.ts';
import { words } from '../words.ts';
import { Bell } from './bell.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { Keys } from './keys.tsx';
import { Person } from './person.tsx';
import { ThemeToggle } from './theme-toggle.tsx';
import { Toast } from './toast.tsx';

export const Loading = () => (
  <p className="loading" role="status">
    {words.loading}
  </p>
);

const views = [
  ['/cases/$case', 'board'],
  ['/cases/$case/review', 'review'],
  ['/cases/$case/documents', 'documents'],
  ['/cases/$case/timeline', 'timeline'],
  ['/cases/$case/map', 'map'],
  ['/cases/$case/network', 'network'],
  ['/cases/$case/names', 'names'],
  ['/cases/$case/sources', 'sources'],
  ['/cases/$case/watching', 'watching'],
  ['/cases/$case/history', 'history'],
  ['/cases/$case/report', 'report'],
  ['/cases/$case/publish', 'publish'],
  ['/cases/$case/second-coder', 'secondCoder'],
] as const;

/** Puts what is open into the middle of a bar that is wider than the window. */
const useOpenInSight = () => {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef('');
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const open = bar.current?.querySelector('[aria-current="page"]')?.getBoundingClientRect();
    const seen = bar.current?.getBoundingClientRect();
    if (bar.current && open && seen)
      bar.current.scrollLeft += open.left + open.width / 2 - (seen.left + seen.width / 2);
  }, [pathname]);
  return bar;
};

const CaseNavigation = ({ id }: { id: string }) => (
  <nav ref={useOpenInSight()} className="case-nav" aria-label={words.nav.label}>
    {views.map(([to, name], place) => (
      <Link
        key={to}
        to={to}
        params={{ case: id }}
        activeOptions={{ exact: place === 0, includeSearch: false }}
      >
        {words.nav[name]}
      </Link>
    ))}
  </nav>
);

const CaseTitle = ({ id }: { id: string }) => {
  const { data } = useQuery(caseListQuery);
  return (
    <>
      <span className="case-title">{data?.cases.find((each) => each.id === id)?.title ?? id}</span>
      <Link to="/cases/$case/edit" params={{ case: id }} className="case-edit">
        {words.nav.edit}
      </Link>
      <Link to="/cases/$case/add" params={{ case: id }} className="button">
        {words.nav.add}
      </Link>
    </>
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
  useRefreshing();
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="masthead">
        <div className="masthead-inner">
          <Link to="/" search={{ all: 'cases' }} className="product" title={words.nav.allCases}>
            {words.product}
          </Link>
          {id && <CaseTitle id={id} />}
          {id && <Bell caseId={id} />}
          <Person />
          <Keys />
          <ThemeToggle />
        </div>
        {id && <CaseNavigation id={id} />}
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="colophon">
        <p>{words.footer}</p>
      </footer>
      {id && <DropAnywhere caseId={id} />}
      {id && <Toast caseId={id} />}
    </>
  );
};
