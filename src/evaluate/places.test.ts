import { describe, expect, it } from 'vitest';
import type { PlaceMention } from '../model/index.ts';
import type { LocatedName } from './corpora/toponyms.ts';
import { kilometres, scorePlaces } from './places.ts';
import { readingOf, spanOf } from './testing.ts';

const text = 'The ferry ran from Odvik to Port Larkham.';
const gold: LocatedName[] = [
  { span: spanOf(text, 'Odvik'), lat: 60, lon: 5 },
  { span: spanOf(text, 'Port Larkham'), lat: -33, lon: 151 },
];
const place = (words: string, lat: number, lon: number): PlaceMention => ({
  span: spanOf(text, words),
  name: words,
  lat,
  lon,
  precision: 'settlement',
  within: [],
  gazetteerId: 'geonames:1',
});
const score = (...places: PlaceMention[]) => scorePlaces(gold, readingOf(text, { places }));

describe('places', () => {
  it('are right within 161 km, wherever their name begins', () => {
    const { found, tally } = score(place('Odvik', 61.4, 5), place('Larkham', -33, 151));
    expect([found, tally]).toEqual([2, { gold: 2, predicted: 2, right: 2 }]);
  });

  it('are wrong farther off, and where the corpus has none', () => {
    const { found, tally } = score(place('ferry', 60, 5), place('Odvik', 61.5, 5));
    expect([found, tally]).toEqual([1, { gold: 2, predicted: 2, right: 0 }]);
  });

  it('count once', () => {
    expect(score(place('Port', -33, 151), place('Larkham', -33, 151)).tally.right).toBe(1);
  });
});

describe('kilometres', () => {
  it.each([
    ['a degree of latitude', [0, 0], [1, 0], 111.19],
    ['a degree of longitude at 60° north', [60, 0], [60, 1], 55.6],
    ['across the date line', [0, 179.5], [0, -179.5], 111.19],
    ['to the other side', [0, 0], [0, 180], 20015.09],
  ] as const)('%s', (_, [lat, lon], [toLat, toLon], far) => {
    expect(kilometres({ lat, lon }, { lat: toLat, lon: toLon })).toBeCloseTo(far, 1);
  });
});
