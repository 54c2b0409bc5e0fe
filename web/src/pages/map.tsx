import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { eventData } from '../event-data.ts';
import { eventsQuery } from '../explore-api.ts';
import { EventFilters, useDuties } from '../parts/event-filters.tsx';
import { EventTable } from '../parts/event-table.tsx';
import { NoEvents } from '../parts/no-events.tsx';
import { Picture } from '../parts/picture.tsx';
import { WorldMap } from '../parts/world-map.tsx';
import { placeInWords } from '../phrases.ts';
import { placesOf } from '../places.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/map');

export const MapPage = () => {
  const { case: caseId } = route.useParams();
  const { asOf, knownAt, place: open, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const clocks = { asOf, knownAt };
  const { data } = useSuspenseQuery(eventsQuery(caseId, clocks, { ...filter, placed: true }));
  const duties = useDuties(caseId, clocks);
  const places = useMemo(() => placesOf(data.events), [data]);
  const chosen = places.find(({ id }) => id === open);
  const choose = (place: string | undefined) =>
    navigate({ search: (before) => ({ ...before, place }), replace: true, resetScroll: false });
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.map)}</title>
      <h1>{words.nav.map}</h1>
      <p className="lead">{words.events.mapLead}</p>
      <EventFilters caseId={caseId} clocks={clocks} filter={filter} />
      {places.length === 0 ? (
        <NoEvents caseId={caseId} filter={filter} />
      ) : (
        <>
          <Picture name={`${caseId}-map`} table={() => eventData(data.events, duties)}>
            <WorldMap places={places} open={open} onOpen={choose} />
          </Picture>
          <h2>{chosen ? words.events.chosen(placeInWords(chosen)) : words.picture.table}</h2>
          {chosen && (
            <p>
              <button type="button" onClick={() => choose(undefined)}>
                {words.events.whole}
              </button>
            </p>
          )}
          <EventTable
            caseId={caseId}
            events={chosen?.events ?? data.events}
            total={chosen?.events.length ?? data.total}
            duties={duties}
          />
        </>
      )}
    </div>
  );
};
