import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { caseListQuery } from '../api.ts';
import { OriginDrop } from '../parts/origin-drop.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/');

/** All cases; where there is only one, that one, unless all are asked for. */
export const Cases = () => {
  const { all } = route.useSearch();
  const { cases } = useSuspenseQuery(caseListQuery).data;
  const [only, ...others] = cases;
  if (only && !others.length && !all)
    return <Navigate to="/cases/$case" params={{ case: only.id }} replace />;
  return (
    <div className="page">
      <title>{words.pageTitle(words.cases.heading)}</title>
      <h1>{words.cases.heading}</h1>
      <p className="lead">{words.cases.lead}</p>
      {cases.length === 0 && <p>{words.cases.none}</p>}
      <p className="actions above-table">
        <Link className="button" to="/new-case">
          {words.cases.make}
        </Link>
        {cases.length > 0 && (
          <Link className="button" to="/origins">
            {words.origins.heading}
          </Link>
        )}
      </p>
      {cases.length === 0 && (
        <section>
          <h2>{words.origins.heading}</h2>
          <p className="quiet">{words.origins.lead}</p>
          <OriginDrop />
        </section>
      )}
      <ul className="plain case-list">
        {cases.map(({ id, title, signed, documents, commitments }) => (
          <li key={id} className="case">
            <h2>
              <Link to="/cases/$case" params={{ case: id }}>
                {title}
              </Link>
            </h2>
            <p className="quiet">
              {words.cases.signed(signed)} · {words.cases.size(commitments, documents)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
};
