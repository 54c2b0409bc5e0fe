import { intervalOf } from '../agreement/index.ts';
import { type Assessment, type Bearing, type EventLine, type EventsView, toneOf } from '../model/index.ts';
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

/** What does not count is no event, nor is a verdict. */
const notDrawn: ReadonlySet<string> = new Set(['left out', 'suggested', 'assessment']);

const dayOf = (ms: number): string | null =>
  Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : null;

const daysOf = (edtf: string | null): { from: string | null; to: string | null } => {
  const interval = edtf === null ? null : intervalOf(edtf);
  return { from: interval && dayOf(interval.from), to: interval && dayOf(interval.to) };
};

const eventsOf = (open: OpenCase, assessment: Assessment): EventLine[] => {
  const byId = new Map(open.statements.map((statement) => [statement.id, statement]));
  return assessment.commitments.flatMap((finding) =>
    finding.evidence.flatMap((item): EventLine[] => {
      const statement = byId.get(item.claim);
      if (!statement || notDrawn.has(item.role)) return [];
      const { id, bearing, stance, role, verdict, document, span, words } = item;
      const { location, published, claim } = statement;
      return [
        {
          id,
          commitment: finding.id,
          bearing,
          stance,
          role,
          verdict,
          document,
          title: open.documents.get(document)?.title ?? '',
          published,
          span,
          words,
          time: claim.time,
          ...daysOf(claim.time ?? published),
          place: location && {
            name: location.name,
            lat: location.lat,
            lon: location.lon,
            precision: location.precision,
            gazetteerId: location.gazetteerId,
          },
        },
      ];
    }),
  );
};

/** The evidence that counts or is context, as events that pass the filter, newest first. */
export const eventsThat = (
  open: OpenCase,
  assessment: Assessment,
  { commitment, bearing, from, to, placed }: EventFilter,
): EventLine[] =>
  eventsOf(open, assessment)
    .filter(
      (event) =>
        (!commitment || event.commitment === commitment) &&
        (!bearing || toneOf(event) === bearing) &&
        (!from || (event.to ?? '') >= from) &&
        (!to || (event.from !== null && event.from <= to)) &&
        (!placed || event.place !== null),
    )
    .sort((a, b) => (b.from ?? '').localeCompare(a.from ?? '') || a.id.localeCompare(b.id));

/** Those events, as many as a picture can carry. */
export const eventsView = (open: OpenCase, assessment: Assessment, filter: EventFilter): EventsView => {
  const events = eventsThat(open, assessment, filter);
  return { total: events.length, events: events.slice(0, eventLimit) };
};
