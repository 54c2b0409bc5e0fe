import { countryNamed, countryOfDemonym, fold } from '../countries.ts';
import type { Candidate } from './candidates.ts';
import type { Gazetteer, GazetteerEntry } from './gazetteer.ts';
import {
  constituentCountry,
  continentOfDemonym,
  direction,
  districtNoun,
  regionNoun,
  settlementNoun,
  stateAbbreviations,
} from './words.ts';

/** All uses of one name in a document; they mean one place. */
export interface Toponym {
  readonly candidates: readonly Candidate[];
  readonly senses: readonly GazetteerEntry[];
  /** The regions or countries that a use is followed by: "Odvik, Larkham". */
  readonly containers: readonly Toponym[];
}

const kindNoun =
  / (?:province|region|governorate|state|oblast|county|prefecture|district|municipality|city|town)$/;

/** Ways to write a name that the gazetteer may list otherwise. */
const variants = (key: string): string[] => {
  const plain = key
    .replace(/^the /, '')
    .replace(/^st /, 'saint ')
    .replace(/^ft /, 'fort ')
    .replace(/^mt /, 'mount ');
  return [
    ...new Set([
      key,
      plain,
      plain.replace(kindNoun, ''),
      plain.replace(direction, '').replace(direction, ''),
    ]),
  ];
};

const sensesOfCountry = (name: string, gazetteer: Gazetteer): GazetteerEntry[] => {
  if (constituentCountry.test(fold(name))) return [];
  const country = countryNamed(name);
  const entry = country && gazetteer.country(country.code);
  return entry ? [entry] : [];
};

const shortensState = /^(?:US|CA|AU)$/;
const isPostalCode = /^[A-Z]{2}$/;

const sensesOfDemonym = (name: string, gazetteer: Gazetteer): readonly GazetteerEntry[] => {
  const continent = continentOfDemonym.get(fold(name));
  if (continent) return gazetteer.named(continent);
  const country = countryOfDemonym(name);
  const entry = country && gazetteer.country(country.code);
  return entry ? [entry] : [];
};

const sensesOfState = (state: string, gazetteer: Gazetteer): GazetteerEntry[] =>
  gazetteer
    .named(state)
    .filter(({ precision, country }) => precision === 'province' && shortensState.test(country));

/** "the White House" is no town, but "the Hague" and "the town" of a name are. */
const senseWithArticle = (
  { article, after, name }: Candidate,
  found: readonly GazetteerEntry[],
  gazetteer: Gazetteer,
): readonly GazetteerEntry[] => {
  if (!article || settlementNoun.test(after)) return found;
  const withArticle = gazetteer.named(`the ${name}`);
  return withArticle.length > 0 ? withArticle : found.filter(({ precision }) => precision !== 'settlement');
};

/** What a name may mean; `contained` where it stands after a place and a comma. */
export const sensesOf = (
  candidate: Candidate,
  contained: boolean,
  gazetteer: Gazetteer,
): readonly GazetteerEntry[] => {
  const { name, demonym } = candidate;
  if (demonym) return sensesOfDemonym(name, gazetteer);
  const key = fold(name);
  const state = stateAbbreviations.get(key);
  if (state && (contained || !isPostalCode.test(name))) return sensesOfState(state, gazetteer);
  for (const variant of variants(key)) {
    const countries = sensesOfCountry(variant === key ? name : variant, gazetteer);
    // "West Africa" is not Africa.
    const found = gazetteer
      .named(variant)
      .filter(({ precision, country }) =>
        precision === 'country' ? countries.length === 0 && (country !== '' || variant === key) : true,
      );
    if (countries.length + found.length > 0)
      return [...countries, ...senseWithArticle(candidate, found, gazetteer)];
  }
  return [];
};

/** The kinds of place that the words around a name allow; all of them if they say nothing. */
const allows = ({ after, before }: Candidate, { precision }: GazetteerEntry): boolean => {
  if (regionNoun.test(after)) return precision === 'province';
  if (districtNoun.test(after)) return precision === 'district';
  if (settlementNoun.test(after) || settlementNoun.test(before)) return precision === 'settlement';
  if (regionNoun.test(before)) return precision === 'province' || precision === 'country';
  return true;
};

const earthRadius = 6371;
const radians = Math.PI / 180;

/** Great-circle distance in kilometres (haversine). */
const kilometres = (a: Readonly<Point>, b: Readonly<Point>): number => {
  const half = (from: number, to: number): number => Math.sin(((to - from) * radians) / 2) ** 2;
  const chord =
    half(a.lat, b.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(a.lon, b.lon);
  return 2 * earthRadius * Math.asin(Math.sqrt(chord));
};

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** A place that a name may mean, and how likely; the shares of a name sum to 1. */
export interface Belief {
  readonly entry: GazetteerEntry;
  readonly share: number;
}

/** In orders of magnitude of population. */
const weights = {
  country: 5,
  own: 1,
  capital: 1.5,
  seat: 0.5,
  area: 0,
  district: -1.5,
  allowed: 3,
  contained: 8,
  inCountry: 2,
  oftenInCountry: 2.5,
  near: 2,
  mostNear: 3,
};
const often = 6;
const nearby = 250;

const kindWeight = ({ precision, seat, own }: GazetteerEntry): number =>
  (precision === 'country' ? weights.country : 0) +
  (precision === 'province' ? weights.area : precision === 'district' ? weights.district : 0) +
  (own && seat === 2 ? weights.capital : own && seat === 1 ? weights.seat : 0);

const holds = (outer: GazetteerEntry, inner: GazetteerEntry): boolean =>
  outer.precision === 'country'
    ? inner.country === outer.country && inner.precision !== 'country'
    : outer.precision === 'province' && inner.region === outer.region && inner.precision !== 'province';

/** "Odvik, Berg": what stands behind may be a larger town nearby. */
const besideKilometres = 60;
const isWithin = (inner: GazetteerEntry, outer: GazetteerEntry): boolean =>
  inner !== outer && (holds(outer, inner) || (isSmall(outer) && kilometres(inner, outer) < besideKilometres));
const isSmall = ({ precision }: GazetteerEntry): boolean =>
  precision === 'district' || precision === 'settlement';

/** Pairs of places further apart say nothing, and most are. */
const nearDegrees = 10;

/** From 1 for places one of which holds the other to 0 for those far apart; a country is near to nothing. */
const closeness = (a: GazetteerEntry, b: GazetteerEntry): number => {
  if (b.precision === 'country') return 0;
  if (holds(a, b) || holds(b, a)) return 1;
  return Math.abs(a.lat - b.lat) < nearDegrees ? Math.exp(-kilometres(a, b) / nearby) : 0;
};

const nearness = (entry: GazetteerEntry, others: readonly (readonly Belief[])[]): number => {
  if (entry.precision === 'country') return 0;
  let total = 0;
  for (const beliefs of others)
    for (const { entry: other, share } of beliefs) total += share * closeness(entry, other);
  return Math.min(weights.near * total, weights.mostNear);
};

const score = (entry: GazetteerEntry, toponym: Toponym, countries: Countries): number => {
  const times = countries.get(entry.country) ?? 0;
  const { candidates, containers } = toponym;
  const allowed = candidates.some((candidate) => allows(candidate, entry));
  const contained = containers.some(({ senses }) => senses.some((outer) => isWithin(entry, outer)));
  return (
    Math.log10(entry.population + 10) +
    kindWeight(entry) +
    (entry.own ? weights.own : 0) +
    (allowed ? weights.allowed : 0) +
    (contained ? weights.contained : 0) +
    weights.inCountry * Math.min(times, 1) +
    (weights.oftenInCountry * Math.min(times, often)) / often
  );
};

/** How often each country is named in the text, by code. */
type Countries = ReadonlyMap<string, number>;

const mostSenses = 8;

/**
 * What a name may mean in its document, the likeliest first.
 * @param others what the other names may mean: what is near them is likelier
 */
export const weigh = (
  toponym: Toponym,
  countries: Countries,
  others: readonly (readonly Belief[])[],
): Belief[] => {
  const scored = toponym.senses
    .map((entry) => ({ entry, value: score(entry, toponym, countries) + nearness(entry, others) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, mostSenses);
  const most = scored[0]?.value ?? 0;
  const total = scored.reduce((sum, { value }) => sum + Math.exp(value - most), 0);
  return scored.map(({ entry, value }) => ({ entry, share: Math.exp(value - most) / total }));
};
