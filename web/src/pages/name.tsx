import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { EntityView } from '../../../src/model/index.ts';
import { type EntityPart, entityClaimsQuery, entityQuery } from '../explore-api.ts';
import { ClaimTable } from '../parts/claim-table.tsx';
import { NameJudgements } from '../parts/name-judgements.tsx';
import { Pages } from '../parts/pages.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/names/$name');
const text = words.names;
const parts: readonly EntityPart[] = ['acts', 'undergoes', 'speaks'];

const Others = ({ caseId, label, others }: { caseId: string; label: string; others: EntityView['bodies'] }) =>
  others.length > 0 && (
    <p>
      <span className="quiet">{label}:</span>{' '}
      {others.map(({ key, name }, place) => (
        <span key={key}>
          {place > 0 && ', '}
          <Link to="/cases/$case/names/$name" params={{ case: caseId, name: key }} search={{}}>
            {name}
          </Link>
        </span>
      ))}
    </p>
  );

export const Name = () => {
  const { case: caseId, name: key } = route.useParams();
  const { part = 'acts', page } = route.useSearch();
  const number = Number(page ?? '1');
  const { entity, aliases, bodies, members, judgements } = useSuspenseQuery(entityQuery(caseId, key)).data;
  const { data: claims } = useSuspenseQuery(entityClaimsQuery(caseId, key, part, number));
  return (
    <div className="page">
      <title>{words.pageTitle(entity.name)}</title>
      <header className="finding-head">
        <Link to="/cases/$case/names" params={{ case: caseId }} className="back">
          ← {words.nav.names}
        </Link>
        <h1>{entity.name}</h1>
        <p className="terms">
          {[text.types[entity.type], text.standing[entity.standing]].filter(Boolean).join(' · ')}
        </p>
        {aliases.length > 0 && (
          <p>
            <span className="quiet">{text.aliases}</span> {aliases.join(', ')}
          </p>
        )}
        <Others caseId={caseId} label={text.bodies} others={bodies} />
        <Others caseId={caseId} label={text.members} others={members} />
        <NameJudgements caseId={caseId} entity={entity} judgements={judgements} />
        {entity.type === 'person' && <p className="quiet">{text.noMap}</p>}
      </header>
      <nav className="tabs" aria-label={entity.name}>
        {parts.map((each) => (
          <Link
            key={each}
            className="tab"
            to="."
            search={{ part: each }}
            aria-current={each === part ? 'page' : undefined}
            resetScroll={false}
          >
            {words.counted({ what: text.parts[each], n: entity[each] })}
          </Link>
        ))}
      </nav>
      <ClaimTable caseId={caseId} page={claims} />
      <Pages page={number} total={claims.total} />
    </div>
  );
};
