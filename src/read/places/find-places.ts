import type { PlaceMention } from '../../model/index.ts';
import { fold } from '../countries.ts';
import type { Draft } from '../entities.ts';
import type { TaggedText } from '../network/tagger.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import type { Gazetteer, GazetteerEntry } from './gazetteer.ts';
import { sensesOf, type Toponym, weigh } from './senses.ts';
import { settlementNoun } from './words.ts';

interface Uses extends Toponym {
  readonly candidates: Candidate[];
  readonly containers: Toponym[];
}

const follows = /^\s*[,(]\s*$/;

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

const countriesOf = (toponyms: Iterable<Uses>): Map<string, number> => {
  const countries = new Map<string, number>();
  for (const { candidates, senses } of toponyms) {
    const [first] = senses;
    if (first?.precision === 'country')
      countries.set(first.country, (countries.get(first.country) ?? 0) + candidates.length);
  }
  return countries;
};

/** The place of each name; in each round what the others may be tells for what is near it. */
const tell = (toponyms: readonly Uses[]): Map<Uses, GazetteerEntry> => {
  const countries = countriesOf(toponyms);
  let beliefs = toponyms.map((toponym) => weigh(toponym, countries, []));
  for (let round = 0; round < rounds; round++) {
    const others = beliefs;
    beliefs = toponyms.map((toponym, index) => weigh(toponym, countries, others.toSpliced(index, 1)));
  }
  return new Map(
    toponyms.flatMap((toponym, index): [Uses, GazetteerEntry][] => {
      const best = beliefs[index]?.[0];
      return best ? [[toponym, best.entry]] : [];
    }),
  );
};

const rounds = 2;

/** The smallest known region named nearby, for a village that the gazetteer lacks. */
const lastRegion = (found: readonly PlaceMention[]): PlaceMention | undefined =>
  found.findLast(({ precision }) => precision === 'district' || precision === 'province') ?? found.at(-1);

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
  entities: readonly Draft[],
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
    const entry =
      (toponym && told.get(toponym)) ??
      (settlementNoun.test(candidate.before) ? lastRegion(places) : undefined);
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
