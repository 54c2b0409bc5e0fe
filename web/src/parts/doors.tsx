import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseListView } from '../../../src/model/index.ts';
import { sessionQuery } from '../api.ts';
import { words } from '../words.ts';
import { OriginDrop } from './origin-drop.tsx';

const text = words.cases;

const Examples = ({ cases }: { cases: CaseListView['cases'] }) => {
  const { data: session } = useQuery(sessionQuery);
  const found = cases.filter(({ id }) => session?.examples.includes(id));
  if (!session) return null;
  if (found.length === 0)
    return <p className="quiet">{session.loading ? text.examplesComing : text.noExample}</p>;
  return (
    <ul className="plain">
      {found.map(({ id, title }) => (
        <li key={id}>
          <Link
            to="/cases/$case"
            params={{ case: id }}
            aria-label={words.labelled({ label: text.example, value: title })}
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** The three ways to begin: an agreement, pages whose origin is asked for, an example. */
export const Doors = ({ cases }: { cases: CaseListView['cases'] }) => (
  <div className="doors">
    <section className="door-card">
      <h2>{words.newCase.heading}</h2>
      <p className="quiet">{text.makeHint}</p>
      <p>
        <Link className="button primary" to="/new-case">
          {text.make}
        </Link>
      </p>
    </section>
    <section className="door-card">
      <h2>{words.origins.heading}</h2>
      <p className="quiet">{text.originsHint}</p>
      {cases.length === 0 ? (
        <OriginDrop />
      ) : (
        <p>
          <Link className="button" to="/origins">
            {text.originsOpen}
          </Link>
        </p>
      )}
    </section>
    <section className="door-card">
      <h2>{text.example}</h2>
      <p className="quiet">{text.exampleHint}</p>
      <Examples cases={cases} />
    </section>
  </div>
);
