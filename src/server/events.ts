import { type Assessment, type Bearing, type EventLine, type EventsView, toneOf } from '../model/index.ts';
import { reportedEvents } from '../publish/index.ts';
import type { OpenCase } from '../work/index.ts';

const eventLimit = 2000;

export interface EventFilter {
  commitment?: string | undefined;
  bearing?: Bearing | undefined;
  /** Days, YYYY-MM-DD, both inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  /** Only events whose place is known. */
  placed?: boolean | undefined;
}

/** The evidence that counts or is context, as events that pass the filter, newest first. */
export const eventsThat = (
  open: OpenCase,
  assessment: Assessment,
  { commitment, bearing, from, to, placed }: EventFilter,
): EventLine[] => {
  const statements = new Map(open.statements.map((statement) => [statement.id, statement]));
  return reportedEvents({ assessment, statements, documents: open.documents })
    .filter(
      (event) =>
        (!commitment || event.commitment === commitment) &&
        (!bearing || toneOf(event) === bearing) &&
        (!from || (event.to ?? '') >= from) &&
        (!to || (event.from !== null && event.from <= to)) &&
        (!placed || event.place !== null),
    )
    .sort((a, b) => (b.from ?? '').localeCompare(a.from ?? '') || a.id.localeCompare(b.id));
};

/** Those events, as many as a picture can carry. */
export const eventsView = (open: OpenCase, assessment: Assessment, filter: EventFilter): EventsView => {
  const events = eventsThat(open, assessment, filter);
  return { total: events.length, events: events.slice(0, eventLimit) };
};
