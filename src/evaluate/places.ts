import type { PlaceMention, Reading, Span } from '../model/index.ts';
import { type CorpusFile, readCorpusFile } from './corpora/corpus-file.ts';
import { type LocatedName, type LocatedText, parseGeoVirus, parseTrNews } from './corpora/toponyms.ts';
import { f1Figure, percent, type Tally, total } from './f1.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';

/** 100 miles: within it a place is right (accuracy@161km). */
const farthest = 161;
const earthRadius = 6371;
const radians = Math.PI / 180;

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance in kilometres (haversine). */
export const kilometres = (a: Point, b: Point): number => {
  const half = (from: number, to: number): number => Math.sin(((to - from) * radians) / 2) ** 2;
  const square =
    half(a.lat, b.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(a.lon, b.lon);
  return 2 * earthRadius * Math.asin(Math.sqrt(square));
};

/** How many gold names there are, have a place in the reading, and have the right one. */
export interface PlaceScore {
  readonly found: number;
  readonly tally: Tally;
}

const overlap = (a: Readonly<Span>, b: Readonly<Span>): boolean => a[0] < b[1] && b[0] < a[1];

/** Each gold name with the reading's first place that overlaps it and belongs to no other. */
export const scorePlaces = (gold: readonly LocatedName[], { places }: Reading): PlaceScore => {
  const free = new Set(places);
  const found = gold.flatMap((name): [LocatedName, PlaceMention][] => {
    for (const place of free)
      if (overlap(name.span, place.span)) {
        free.delete(place);
        return [[name, place]];
      }
    return [];
  });
  const right = found.filter(([name, place]) => kilometres(name, place) <= farthest).length;
  return { found: found.length, tally: { gold: gold.length, predicted: places.length, right } };
};

const measure = async (texts: readonly LocatedText[], task: Task): Promise<Figure[]> => {
  const readings = await readAll(texts, [], task);
  const scores = texts.map(({ places }, index) => scorePlaces(places, readings[index] as Reading));
  const all = total(scores.map(({ tally }) => tally));
  const found = scores.reduce((sum, score) => sum + score.found, 0);
  return [
    { measure: 'gold spans within 161 km', unit: '%', count: all.gold, value: percent(all.right, all.gold) },
    { measure: 'of those found', unit: '%', count: found, value: percent(all.right, found) },
    f1Figure('end to end within 161 km', all),
  ];
};

const measured =
  (name: string, parse: (file: CorpusFile) => LocatedText[]) =>
  async (task: Task): Promise<Figure[]> =>
    measure(parse(await readCorpusFile(task.data, `toponyms/${name}.xml.gz`)), task);

/** Places in local and world news. */
export const measureTrNews = measured('TR-News', parseTrNews);

/** Places in news about epidemics. */
export const measureGeoVirus = measured('GeoVirus', parseGeoVirus);
