import type { Feature, FeatureCollection, Point } from 'geojson';
import { debtorNames } from '../in-words.ts';
import { jsonText } from '../json-text.ts';
import { reportedEvents } from '../reported-events.ts';
import type { HandedOn } from './handed-on.ts';

/** Flat, since programs for maps make a column of each; the codebook is in docs/exports.md. */
interface EventProperties {
  evidence: string;
  commitment: string;
  requires: string;
  debtor: string;
  bearing: string;
  stance: string;
  role: string;
  verdict: string;
  words: string;
  told_by: string;
  time: string | null;
  from: string | null;
  to: string | null;
  dated_by: 'told' | 'published' | null;
  published: string | null;
  place: string | null;
  precision: string | null;
  gazetteer: string | null;
  belief: number;
  disbelief: number;
  uncertainty: number;
  probability_bears: number | null;
  document: string;
  title: string;
  publisher: string | null;
  address: string | null;
  kind: string | null;
  sha256: string | null;
}

const featuresOf = (handed: HandedOn): Feature<Point | null, EventProperties>[] => {
  const { file, assessment, documents } = handed;
  const told = new Map(
    assessment.commitments.flatMap(({ evidence }) => evidence.map((item) => [item.id, item] as const)),
  );
  const commitments = new Map(file.commitments.map((commitment) => [commitment.id, commitment]));
  return reportedEvents(handed).flatMap((event) => {
    const [item, commitment] = [told.get(event.id), commitments.get(event.commitment)];
    if (!item || !commitment) return [];
    const document = documents.get(event.document);
    const { place, time, published } = event;
    return [
      {
        type: 'Feature' as const,
        id: event.id,
        geometry: place && { type: 'Point' as const, coordinates: [place.lon, place.lat] },
        properties: {
          evidence: event.id,
          commitment: event.commitment,
          requires: commitment.requires,
          debtor: debtorNames(file, commitment),
          bearing: event.bearing,
          stance: event.stance,
          role: event.role,
          verdict: event.verdict,
          words: event.words,
          told_by: item.chain.join(' ← '),
          time,
          from: event.from,
          to: event.to,
          dated_by: time ? 'told' : published ? 'published' : null,
          published,
          place: place?.name ?? null,
          precision: place?.precision ?? null,
          gazetteer: place?.gazetteerId ?? null,
          belief: item.opinion.belief,
          disbelief: item.opinion.disbelief,
          uncertainty: item.opinion.uncertainty,
          probability_bears: item.probability,
          document: event.document,
          title: event.title,
          publisher: document?.publisher ?? null,
          address: document?.url ?? null,
          kind: document?.kind ?? null,
          sha256: document?.sha256 ?? null,
        },
      },
    ];
  });
};

/**
 * Reported events as GeoJSON (RFC 7946): a feature for each sentence and commitment, WGS 84. One that names no place has no
 * geometry; the coordinates are those of the named place, as wide as `precision` says.
 */
export const eventsGeoJson = (handed: HandedOn): string => {
  const collection: FeatureCollection<Point | null, EventProperties> & { name: string } = {
    type: 'FeatureCollection',
    name: handed.file.id,
    features: featuresOf(handed),
  };
  return `${jsonText(collection, 1)}\n`;
};
