import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { eventData } from '../event-data.ts';
import { eventsQuery } from '../explore-api.ts';
import { EventChart } from '../parts/event-chart.tsx';
import { EventFilters, useDuties } from '../parts/event-filters.tsx';
import { EventTable } from '../parts/event-table.tsx';
import { NoEvents } from '../parts/no-events.tsx';
import { Picture } from '../parts/picture.tsx';
import { TableDownloads } from '../parts/table-downloads.tsx';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/timeline');

export const Timeline = () => {
  const { case: caseId } = route.useParams();
  const { asOf, knownAt, place: _, ...filter } = route.useSearch();
  const clocks = { asOf, knownAt };
  const { data } = useSuspenseQuery(eventsQuery(caseId, clocks, filter));
  const duties = useDuties(caseId, clocks);
  const { events, total } = data;
  const lanes = useMemo(() => {
    const met = new Set(events.map(({ commitment }) => commitment));
    return Object.entries(duties)
      .filter(([id]) => met.has(id))
      .map(([id, label]) => ({ id, label }));
  }, [events, duties]);
  const undated = events.filter(({ from }) => from === null).length;
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.timeline)}</title>
      <h1>{words.nav.timeline}</h1>
      <p className="lead">{words.events.timelineLead}</p>
      <EventFilters caseId={caseId} clocks={clocks} filter={filter} />
      {total === 0 ? (
        <NoEvents caseId={caseId} filter={filter} />
      ) : (
        <>
          <Picture name={`${caseId}-timeline`} table={() => eventData(events, duties)}>
            <EventChart caseId={caseId} events={events} lanes={lanes} />
          </Picture>
          <p className="quiet">{words.events.signs}</p>
          {undated > 0 && <p className="quiet">{words.events.undated(undated)}</p>}
          <h2 className="above-table">
            {words.picture.table}{' '}
            <TableDownloads caseId={caseId} table="events" filter={{ ...clocks, ...filter }} />
          </h2>
          <EventTable caseId={caseId} events={events} total={total} duties={duties} />
        </>
      )}
    </div>
  );
};
