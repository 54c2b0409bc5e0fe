import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { NetworkView } from '../../../src/model/index.ts';
import { edgeClaimsQuery, networkQuery } from '../explore-api.ts';
import { ClaimTable } from '../parts/claim-table.tsx';
import { Folded } from '../parts/folded.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { NetworkGraph } from '../parts/network-graph.tsx';
import { Pages } from '../parts/pages.tsx';
import { Picture } from '../parts/picture.tsx';
import { predicateInWords } from '../phrases.ts';
import type { DataTable } from '../picture.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/network');
const text = words.network;

interface EdgeTableProps {
  view: NetworkView;
  nameOf: (key: string) => string;
  onOpen: (edge: { from: string; to: string }) => void;
}

const EdgeTable = ({ view, nameOf, onOpen }: EdgeTableProps) => (
  <Folded items={view.edges} first={40}>
    {(shown) => (
      <ListTable caption={text.caption(view.edges.length)} columns={Object.values(text.columns)}>
        {shown.map((edge) => (
          <tr key={`${edge.from} ${edge.to}`}>
            <td>{nameOf(edge.from)}</td>
            <td>{nameOf(edge.to)}</td>
            <td>{doesOf(edge)}</td>
            <td>
              <button
                type="button"
                aria-label={text.edge({ from: nameOf(edge.from), to: nameOf(edge.to), n: edge.claims })}
                onClick={() => onOpen(edge)}
              >
                {edge.claims}
              </button>
            </td>
          </tr>
        ))}
      </ListTable>
    )}
  </Folded>
);

/** Links drawn at first, and how many more a press brings. */
const linksFirst = 25;
const linksMore = 25;

/** The strongest links with the actors that they join. */
const strongest = (view: NetworkView, links: number): NetworkView => {
  const edges = view.edges.slice(0, links);
  const met = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return { ...view, edges, nodes: view.nodes.filter(({ key }) => met.has(key)) };
};

const doesOf = ({ types }: NetworkView['edges'][number]): string =>
  Object.entries(types)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([type, n]) => text.does({ type: predicateInWords(type), n }))
    .join(', ');

const edgeData = ({ edges }: NetworkView, nameOf: (key: string) => string): DataTable => ({
  columns: Object.values(text.columns),
  rows: edges.map((edge) => [nameOf(edge.from), nameOf(edge.to), doesOf(edge), String(edge.claims)]),
});

export const Network = () => {
  const { case: caseId } = route.useParams();
  const { from, to, page } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: view } = useSuspenseQuery(networkQuery(caseId));
  const [links, setLinks] = useState(linksFirst);
  const drawn = useMemo(() => strongest(view, links), [view, links]);
  const number = Number(page ?? '1');
  const { data: claims } = useQuery({
    ...edgeClaimsQuery(caseId, from ?? '', to ?? '', number),
    enabled: Boolean(from && to),
  });
  const nameOf = (key: string) => view.nodes.find((node) => node.key === key)?.name ?? key;
  const open = (edge: { from: string; to: string } | null) =>
    navigate({
      search: (before) => ({ ...before, from: edge?.from, to: edge?.to, page: undefined }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.network)}</title>
      <h1>{words.nav.network}</h1>
      <p className="lead">{text.lead}</p>
      {view.edges.length === 0 ? (
        <p className="empty">{text.none}</p>
      ) : (
        <>
          <Picture name={`${caseId}-network`} table={() => edgeData(view, nameOf)}>
            <NetworkGraph view={drawn} open={{ from, to }} onOpen={open} />
          </Picture>
          {drawn.edges.length < view.edges.length && (
            <p>
              <button type="button" className="more" onClick={() => setLinks(links + linksMore)}>
                {text.more({ drawn: drawn.edges.length, all: view.edges.length })}
              </button>
            </p>
          )}
          {drawn.edges.length === view.edges.length && view.left.edges > 0 && (
            <p className="quiet">{text.left({ nodes: view.left.nodes, edges: view.left.edges })}</p>
          )}
          {from && to && claims && (
            <section className="opened" aria-labelledby="edge-heading">
              <h2 id="edge-heading">{text.claims({ from: nameOf(from), to: nameOf(to) })}</h2>
              <p>
                <button type="button" onClick={() => open(null)}>
                  {words.action.close}
                </button>
              </p>
              <ClaimTable caseId={caseId} page={claims} />
              <Pages page={number} total={claims.total} />
            </section>
          )}
          <h2>{words.picture.table}</h2>
          <EdgeTable view={view} nameOf={nameOf} onOpen={open} />
        </>
      )}
    </div>
  );
};
