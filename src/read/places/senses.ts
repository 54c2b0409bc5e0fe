import { countryNamed, countryOfDemonym, fold } from '../countries.ts';
import type { Candidate } from './candidates.ts';
import type { Gazetteer, GazetteerEntry } from './gazetteer.ts';
import {
  constituentCountry,
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

const isPostalCode = /^[A-Z]{2}$/;

/** What a name may mean; `contained` where it stands after a place and a comma. */
export const sensesOf = (
  { name, demonym }: Candidate,
  contained: boolean,
  gazetteer: Gazetteer,
): GazetteerEntry[] => {
  if (demonym) {
    const country = countryOfDemonym(name);
    const entry = country && gazetteer.country(country.code);
    return entry ? [entry] : [];
  }
  const key = fold(name);
  const state = stateAbbreviations.get(key);
  if (state && (contained || !isPostalCode.test(name)))
    return gazetteer
      .named(state)
      .filter(({ precision, country }) => precision === 'province' && /^(?:US|CA)$/.test(country));
  const countries = sensesOfCountry(name, gazetteer);
  for (const variant of variants(key)) {
    const found = gazetteer
      .named(variant)
      .filter(({ precision }) => precision !== 'country' || countries.length === 0);
    if (found.length > 0 || countries.length > 0) return [...countries, ...found];
    const country = sensesOfCountry(variant, gazetteer);
    if (country.length > 0) return country;
  }
  return [];
};

/** The kinds of place that the words around a name allow; all of them if they say nothing. */
const allows = ({ after, before, article }: Candidate, { precision }: GazetteerEntry): boolean => {
  if (article && precision === 'settlement' && !settlementNoun.test(after)) return false;
  if (regionNoun.test(after)) return precision === 'province';
  if (districtNoun.test(after)) return precision === 'district';
  if (settlementNoun.test(after) || settlementNoun.test(before)) return precision === 'settlement';
  if (regionNoun.test(before)) return precision === 'province' || precision === 'country';
  return true;
};

const earthRadius = 6371;
const radians = Math.PI / 180;

/** Great-circle distance in kilometres (haversine). */
export const kilometres = (a: Readonly<Point>, b: Readonly<Point>): number => {
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
  capital: 3,
  seat: 0.5,
  area: -0.4,
  district: -1.5,
  allowed: 3,
  contained: 8,
  inCountry: 1.5,
  oftenInCountry: 1.5,
  near: 1.2,
  mostNear: 3,
};
const often = 6;
const nearby = 250;

const kindWeight = ({ precision, seat, own }: GazetteerEntry): number =>
  (precision === 'country' ? weights.country : 0) +
  (precision === 'province' ? weights.area : precision === 'district' ? weights.district : 0) +
  (own && seat === 2 ? weights.capital : own && seat === 1 ? weights.seat : 0);

const isWithin = (inner: GazetteerEntry, outer: GazetteerEntry): boolean =>
  inner !== outer &&
  (outer.precision === 'country'
    ? inner.country === outer.country && inner.precision !== 'country'
    : outer.precision === 'province'
      ? inner.region === outer.region && inner.precision !== 'province'
      : kilometres(inner, outer) < 60);

/** Pairs of places further apart say nothing, and most are. */
const nearDegrees = 10;

const nearness = (entry: GazetteerEntry, others: readonly (readonly Belief[])[]): number => {
  let total = 0;
  for (const beliefs of others)
    for (const { entry: other, share } of beliefs)
      if (Math.abs(other.lat - entry.lat) < nearDegrees && other.precision !== 'country')
        total += share * Math.exp(-kilometres(entry, other) / nearby);
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
    (times > 0 ? weights.inCountry + (weights.oftenInCountry * Math.min(times, often)) / often : 0)
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
