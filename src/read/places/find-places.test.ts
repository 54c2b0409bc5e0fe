import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaceMention } from '../../model/index.ts';
import { tag } from '../testing.ts';
import { findPlaces, isKnownPlace } from './find-places.ts';
import { loadGazetteer } from './gazetteer.ts';

const placesOf = async (text: string): Promise<PlaceMention[]> =>
  findPlaces(text, [], await tag(text), loadGazetteer);

const told = async (text: string): Promise<string[]> =>
  (await placesOf(text)).map(
    ({ span, name, precision, within }) =>
      `${text.slice(...span)}: ${[name, ...within].join(', ')} (${precision})`,
  );

const cases: readonly (readonly [text: string, ...places: string[]])[] = [
  [
    'Shelling hit Gondar in northern Ethiopia.',
    'Gondar: Gondar, Amhara, Ethiopia (settlement)',
    'Ethiopia: Ethiopia (country)',
  ],
  [
    'Talks were held in Tigray province in Ethiopia.',
    'Tigray: Tigray, Ethiopia (province)',
    'Ethiopia: Ethiopia (country)',
  ],
  [
    'Kyiv, also written Kiev, is the capital of Ukraine.',
    'Kyiv: Kyiv, Kyiv City, Ukraine (settlement)',
    'Kiev: Kyiv, Kyiv City, Ukraine (settlement)',
    'Ukraine: Ukraine (country)',
  ],
  [
    'The bridge at Paris, Texas, was closed.',
    'Paris: Paris, Texas, United States (settlement)',
    'Texas: Texas, United States (province)',
  ],
  [
    'The bridge in London, Ont., was closed.',
    'London: London, Ontario, Canada (settlement)',
    'Ont: Ontario, Canada (province)',
  ],
  ['The bridge in Paris was closed.', 'Paris: Paris, Île-de-France, France (settlement)'],
  [
    'They drove from Atlanta to Savannah in Georgia.',
    'Atlanta: Atlanta, Georgia, United States (settlement)',
    'Savannah: Savannah, Georgia, United States (settlement)',
    'Georgia: Georgia, United States (province)',
  ],
  [
    'They drove from Tbilisi to Batumi in Georgia.',
    'Tbilisi: Tbilisi, Tbilisi, Georgia (settlement)',
    'Batumi: Batumi, Adjara, Georgia (settlement)',
    'Georgia: Georgia (country)',
  ],
  ['They crossed England by train.', 'England: England, United Kingdom (province)'],
  ['They went to Africa.', 'Africa: Africa (country)'],
];

describe('places', () => {
  it.each(cases.map(([text, ...places]) => ({ text, places })))('$text', async ({ text, places }) => {
    expect(await told(text)).toEqual(places);
  });

  it('of a village that nobody lists are those of its province', async () => {
    const text = 'They left the village of Odvikari in Tigray province, Ethiopia.';
    expect((await told(text))[0]).toBe('Odvikari: Tigray, Ethiopia (province)');
  });

  it('say whose, not where, in demonyms and in names of bodies', async () => {
    const text = 'A Kenyan officer of the Uganda Medical Association went to Rwanda.';
    const places = await placesOf(text);
    expect(places.map(({ name, attributive }) => [name, attributive])).toEqual([
      ['Kenya', true],
      ['Uganda', true],
      ['Rwanda', undefined],
    ]);
  });

  it.each(['The White House denied it.', 'Paris Hilton denied it.', 'They went north and then West.'])(
    'are none in: %s',
    async (text) => {
      expect(await told(text)).toEqual([]);
    },
  );

  it('are apart, in order, and on the globe, in any script', async () => {
    const pieces = fc.oneof(
      fc.constantFrom('Kenya', 'Paris, Texas', 'the village of Odvik', 'U.S.-led', 'in', 'Kenyan', '\n\n'),
      fc.constantFrom('كابول', 'Київ', '東京', 'Ōsaka', '😀 Rome'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 8 }), async (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const { span, lat, lon } of await placesOf(text)) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(Math.abs(lat)).toBeLessThanOrEqual(90);
          expect(Math.abs(lon)).toBeLessThanOrEqual(180);
          end = span[1];
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the gazetteer', () => {
  it('knows a name without its marks and capitals, and another name', () => {
    const ids = (name: string) =>
      loadGazetteer()
        .named(name)
        .map(({ gazetteerId }) => gazetteerId);
    expect(ids('TIMISOARA')).toEqual(['geonames:665087']);
    expect(ids('Timişoara')).toEqual(['geonames:665087']);
    expect(ids('Kiev')).toContain('geonames:703448');
    expect(ids('Odvikari')).toEqual([]);
  });

  it('puts each country within itself', () => {
    const { name, lat, lon, gazetteerId } = loadGazetteer().country('RW') ?? {};
    expect([name, gazetteerId]).toEqual(['Rwanda', 'iso3166:RW']);
    expect(lat).toBeCloseTo(-2, 0);
    expect(lon).toBeCloseTo(30, 0);
  });

  it.each([
    ['Kenya', true],
    ['Tigray', true],
    ['Birmingham', true],
    ['Zxqvwv', false],
  ])('tells whether %s is a place of some size', (name, known) => {
    expect(isKnownPlace(name, loadGazetteer())).toBe(known);
  });
});
