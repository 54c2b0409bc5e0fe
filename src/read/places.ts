import type { PlaceMention, Span } from '../model/index.ts';
import { countryNamed, countryOfDemonym, fold } from './countries.ts';
import type { Draft } from './entities/index.ts';
import type { Gazetteer, GazetteerEntry } from './gazetteer.ts';

/** Named spans of one document that may be places, with what the words around them say. */
interface Candidate {
  readonly span: Span;
  readonly name: string;
  readonly after: string;
  readonly before: string;
}

const regionNoun = /^(?:province|region|governorate|state|oblast|prefecture|department|wilayat|canton)$/;
const districtNoun = /^(?:district|county|municipality|subdistrict|raion)$/;
const settlementNoun =
  /^(?:village|town|city|settlement|hamlet|port|suburb|neighbourhood|neighborhood|camp|airport|airbase|base)$/;

/** Countries and regions that the document names: they decide among namesakes. */
interface Surroundings {
  readonly countries: ReadonlyMap<string, number>;
  readonly regions: ReadonlySet<string>;
}

const wordBefore = (text: string, offset: number): string =>
  /([\p{L}]+)(?:\s+of)?\s+(?:the\s+)?$/u
    .exec(text.slice(Math.max(0, offset - 30), offset))?.[1]
    ?.toLowerCase() ?? '';

const wordAfter = (text: string, offset: number): string =>
  /^\s+([\p{L}]+)/u.exec(text.slice(offset, offset + 25))?.[1]?.toLowerCase() ?? '';

const score = (entry: GazetteerEntry, { countries, regions }: Surroundings): number =>
  (regions.has(entry.region) ? 8 : 0) +
  Math.min(countries.get(entry.country) ?? 0, 5) * 2 +
  Math.log10(entry.population + 10);

const best = (entries: readonly GazetteerEntry[], around: Surroundings): GazetteerEntry | undefined =>
  entries.reduce<GazetteerEntry | undefined>(
    (found, entry) => (!found || score(entry, around) > score(found, around) ? entry : found),
    undefined,
  );

const surroundings = (entities: readonly Draft[], gazetteer: Gazetteer): Surroundings => {
  const countries = new Map<string, number>();
  const regions = new Set<string>();
  for (const { name, mentions } of entities) {
    const country = countryNamed(name) ?? countryOfDemonym(name.split(' ')[0] ?? '');
    if (country) countries.set(country.code, (countries.get(country.code) ?? 0) + mentions.length);
  }
  for (const { name, type } of entities)
    if (type === 'place')
      for (const { region, country } of gazetteer.regions(name))
        if (countries.has(country)) regions.add(region);
  return { countries, regions };
};

const lookUp = (
  candidate: Candidate,
  around: Surroundings,
  gazetteer: Gazetteer,
): GazetteerEntry | undefined => {
  const { name, after, before } = candidate;
  const country = gazetteer.country(name);
  if (country && !settlementNoun.test(before)) return country;
  const [regions, districts, settlements] = [
    gazetteer.regions(name),
    gazetteer.districts(name),
    gazetteer.settlements(name),
  ];
  if (regionNoun.test(after) || regionNoun.test(before))
    return best(regions, around) ?? best(settlements, around);
  if (districtNoun.test(after)) return best(districts, around) ?? best(settlements, around);
  if (settlementNoun.test(after) || settlementNoun.test(before)) {
    const local = settlements.filter(
      ({ country }) => around.countries.size === 0 || around.countries.has(country),
    );
    return (
      best(local, around) ??
      best(
        districts.filter(({ country }) => around.countries.has(country)),
        around,
      )
    );
  }
  const [settlement, region] = [best(settlements, around), best(regions, around)];
  if (
    region &&
    (!settlement ||
      settlement.population < 15_000 ||
      (around.countries.has(region.country) && !around.countries.has(settlement.country)))
  )
    return region;
  return (
    settlement ??
    best(
      districts.filter(({ country }) => around.countries.has(country)),
      around,
    )
  );
};

/** The smallest known region named nearby, for a village that the gazetteer lacks. */
const lastRegion = (found: readonly PlaceMention[]): PlaceMention | undefined =>
  found.findLast(({ precision }) => precision === 'district' || precision === 'province') ?? found.at(-1);

/** Places by their mentions, in text order. */
export const findPlaces = (
  text: string,
  entities: readonly Draft[],
  gazetteer: () => Gazetteer,
): PlaceMention[] => {
  const candidates = entities
    .filter(({ type }) => type === 'place' || type === 'state')
    .flatMap(({ mentions }) => mentions)
    .filter(([start, end]) => /^\p{Lu}/u.test(text.slice(start, end)))
    .map(
      (span): Candidate => ({
        span,
        name: text.slice(span[0], span[1]).replace(/\s+/g, ' '),
        after: wordAfter(text, span[1]),
        before: wordBefore(text, span[0]),
      }),
    )
    .sort((a, b) => a.span[0] - b.span[0]);
  if (!candidates.length) return [];
  const around = surroundings(entities, gazetteer());
  const cache = new Map<string, GazetteerEntry | undefined>();
  const places: PlaceMention[] = [];
  for (const candidate of candidates) {
    if (places.at(-1)?.span[0] === candidate.span[0]) continue;
    const key = `${fold(candidate.name)}|${candidate.after}|${candidate.before}`;
    if (!cache.has(key)) cache.set(key, lookUp(candidate, around, gazetteer()));
    const entry = cache.get(key);
    const known = entry
      ? asMention(candidate.span, entry)
      : settlementNoun.test(candidate.before)
        ? lastRegion(places)
        : undefined;
    if (known) places.push({ ...known, span: candidate.span });
  }
  return places;
};

const asMention = (
  span: Span,
  { name, lat, lon, precision, within, gazetteerId }: GazetteerEntry,
): PlaceMention => ({
  span,
  name,
  lat,
  lon,
  precision,
  within,
  gazetteerId,
});

/** Whether a name is a place of some size, so that "in X" may be taken for one. */
export const isKnownPlace = (name: string, gazetteer: Gazetteer): boolean =>
  gazetteer.country(name) !== undefined ||
  gazetteer.regions(name).length > 0 ||
  gazetteer.settlements(name).some(({ population }) => population >= 20_000);
