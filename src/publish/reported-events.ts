import { intervalOf } from '../agreement/index.ts';
import type { Assessment, Document, EventLine, Statement } from '../model/index.ts';

/** What events are told of in. */
export interface ToldMaterial {
  assessment: Assessment;
  /** By id. */
  statements: ReadonlyMap<string, Statement>;
  documents: ReadonlyMap<string, Document>;
}

/** What does not count is no event, nor is a verdict. */
const noEvents: ReadonlySet<string> = new Set(['left out', 'suggested', 'assessment']);

const dayOf = (ms: number): string | null =>
  Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : null;

/** First and last day, YYYY-MM-DD, of an EDTF date or interval; null where it is open or unknown. */
export const daysOf = (edtf: string | null): { from: string | null; to: string | null } => {
  const interval = edtf === null ? null : intervalOf(edtf);
  return { from: interval && dayOf(interval.from), to: interval && dayOf(interval.to) };
};

/** The evidence that counts or is context, as something that happened; by commitment, in the order of its finding. */
export const reportedEvents = ({ assessment, statements, documents }: ToldMaterial): EventLine[] =>
  assessment.commitments.flatMap((finding) =>
    finding.evidence.flatMap((item): EventLine[] => {
      const statement = statements.get(item.claim);
      if (!statement || noEvents.has(item.role)) return [];
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
          title: documents.get(document)?.title ?? '',
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
