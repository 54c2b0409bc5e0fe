import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { entityListQuery } from '../explore-api.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Pages } from '../parts/pages.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/names');
const text = words.names;

export const Names = () => {
  const { case: caseId } = route.useParams();
  const { q, type, page } = route.useSearch();
  const navigate = route.useNavigate();
  const number = Number(page ?? '1');
  const { entities, total } = useSuspenseQuery(entityListQuery(caseId, { q, type }, number)).data;
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.names)}</title>
      <h1>{words.nav.names}</h1>
      <p className="lead">{text.lead}</p>
      <p>
        <Link className="button" to="/cases/$case/pairs" params={{ case: caseId }}>
          {words.pairs.heading}
        </Link>
      </p>
      <search>
        <form
          key={q}
          className="filters"
          onSubmit={(event) => {
            event.preventDefault();
            const given = new FormData(event.currentTarget).get('q');
            navigate({
              search: { type, q: typeof given === 'string' ? given.trim() || undefined : undefined },
            });
          }}
        >
          <label>
            <span>{text.search}</span>
            <input type="search" name="q" defaultValue={q ?? ''} />
          </label>
          <label>
            <span>{text.columns.type}</span>
            <select
              value={type ?? ''}
              onChange={({ target }) =>
                navigate({ search: { q, type: (target.value || undefined) as typeof type } })
              }
            >
              <option value="">{text.anyType}</option>
              {Object.entries(text.types).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">{words.documents.submit}</button>
        </form>
      </search>
      {total === 0 ? (
        <p className="empty">{text.none}</p>
      ) : (
        <ListTable caption={text.caption(total)} columns={Object.values(text.columns)}>
          {entities.map(({ key, name, type, standing, documents, acts, undergoes, speaks }) => (
            <tr key={key}>
              <td>
                <Link
                  to="/cases/$case/names/$name"
                  params={{ case: caseId, name: key }}
                  search={{ part: acts ? undefined : undergoes ? 'undergoes' : 'speaks' }}
                >
                  {name}
                </Link>{' '}
                <span className="facts">{text.standing[standing]}</span>
              </td>
              <td>{text.types[type]}</td>
              <td className="number">{documents}</td>
              <td className="number">{acts}</td>
              <td className="number">{undergoes}</td>
              <td className="number">{speaks}</td>
            </tr>
          ))}
        </ListTable>
      )}
      <Pages page={number} total={total} />
    </div>
  );
};
