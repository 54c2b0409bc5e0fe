import type { PlaceMention } from '../../model/index.ts';
import { fold } from '../countries.ts';
import type { EntityCluster } from '../entities/index.ts';
import type { TaggedText } from '../network/tagger.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import type { Gazetteer, GazetteerEntry } from './gazetteer.ts';
import { type Belief, sensesOf, type Toponym, weigh } from './senses.ts';
import { settlementNoun } from './words.ts';

interface Uses extends Toponym {
  readonly candidates: Candidate[];
  readonly containers: Toponym[];
}

/** "Odvik, Larkham", "Odvik in northern Larkham". */
const follows = /^(?:\s*[,(]\s*|\s+in\s+(?:the\s+)?(?:\p{Ll}+\s+)?)$/u;

/** The names of a text, each with its uses and with what stands behind it: "Odvik, Larkham". */
const toponymsOf = (
  text: string,
  candidates: readonly Candidate[],
  gazetteer: Gazetteer,
): Map<Candidate, Uses> => {
  const byName = new Map<string, Uses>();
  const byCandidate = new Map<Candidate, Uses>();
  candidates.forEach((candidate, index) => {
    const before = candidates[index - 1];
    const contained = before !== undefined && follows.test(text.slice(before.span[1], candidate.span[0]));
    const senses = sensesOf(candidate, contained, gazetteer);
    const key = `${fold(candidate.name)} ${senses.length > 0}`;
    const uses = byName.get(key) ?? { candidates: [], senses, containers: [] };
    uses.candidates.push(candidate);
    byName.set(key, uses);
    byCandidate.set(candidate, uses);
    if (contained) byCandidate.get(before)?.containers.push(uses);
  });
  return byCandidate;
};

/** How often each country is named, or told by a place in it, by its code. */
const countriesOf = (
  toponyms: readonly Uses[],
  beliefs: readonly (readonly Belief[])[],
): Map<string, number> => {
  const countries = new Map<string, number>();
  beliefs.forEach((senses, index) => {
    const uses = toponyms[index]?.candidates.length ?? 0;
    for (const { entry, share } of senses)
      countries.set(entry.country, (countries.get(entry.country) ?? 0) + share * uses);
  });
  return countries;
};

/** Names this many before and after are looked at for what is near: long documents stay linear. */
const company = 20;
const neighbours = <Item>(items: readonly Item[], index: number): Item[] => [
  ...items.slice(Math.max(0, index - company), index),
  ...items.slice(index + 1, index + 1 + company),
];

/** The place of each name; in each round what the others may be tells for what is near it. */
const tell = (toponyms: readonly Uses[]): Map<Uses, GazetteerEntry> => {
  let beliefs = toponyms.map((toponym) => weigh(toponym, new Map(), []));
  for (let round = 0; round < rounds; round++) {
    const before = beliefs;
    const countries = countriesOf(toponyms, before);
    beliefs = toponyms.map((toponym, index) => {
      const own = countriesOf([toponym], [before[index] ?? []]);
      const around = new Map([...countries].map(([code, times]) => [code, times - (own.get(code) ?? 0)]));
      return weigh(toponym, around, neighbours(before, index));
    });
  }
  return new Map(
    toponyms.flatMap((toponym, index): [Uses, GazetteerEntry][] => {
      const best = beliefs[index]?.[0];
      return best ? [[toponym, best.entry]] : [];
    }),
  );
};

const rounds = 2;

/** A village that the gazetteer lacks stands where its district or province does, which its precision says. */
const outerOf = (
  { containers, candidates }: Uses,
  told: ReadonlyMap<Uses, GazetteerEntry>,
  before: readonly PlaceMention[],
): Omit<PlaceMention, 'span'> | undefined => {
  const outer = containers
    .map((container) => told.get(container as Uses))
    .find((entry) => entry && entry.precision !== 'settlement');
  if (outer) return outer;
  if (!candidates.some((candidate) => settlementNoun.test(candidate.before))) return undefined;
  return (
    before.findLast(({ precision }) => precision === 'district' || precision === 'province') ?? before.at(-1)
  );
};

const asMention = (
  { span, attributive }: Candidate,
  { name, lat, lon, precision, within, gazetteerId }: Omit<PlaceMention, 'span'>,
): PlaceMention => ({
  span,
  name,
  lat,
  lon,
  precision,
  within,
  gazetteerId,
  ...(attributive ? { attributive } : {}),
});

/** Places by their mentions, in text order and apart from each other. */
export const findPlaces = (
  text: string,
  entities: readonly EntityCluster[],
  tagged: TaggedText,
  load: () => Gazetteer,
): PlaceMention[] => {
  const candidates = candidatesIn(text, entities, tagged, load);
  if (candidates.length === 0) return [];
  const toponyms = toponymsOf(text, candidates, load());
  const told = tell([...new Set(toponyms.values())]);
  const places: PlaceMention[] = [];
  for (const candidate of candidates) {
    const toponym = toponyms.get(candidate);
    const entry = toponym && (told.get(toponym) ?? outerOf(toponym, told, places));
    if (entry) places.push(asMention(candidate, entry));
  }
  return places;
};

const knownPopulation = 20_000;

/** Whether a name is a place of some size, so that "in X" may be taken for one. */
export const isKnownPlace = (name: string, gazetteer: Gazetteer): boolean =>
  gazetteer
    .named(name)
    .some(
      ({ precision, population, own }) =>
        precision !== 'settlement' || (own && population >= knownPopulation),
    );
