import { expect, it } from 'vitest';
import { corpusFileOf } from '../testing.ts';
import { parseGeoVirus, parseTrNews } from './toponyms.ts';

const toponym = (phrase: string, start: number, point = '<lat>60</lat><lon>5</lon>') =>
  `<toponym><phrase>${phrase}</phrase><start>${start}</start><end>0</end><gaztag>${point}</gaztag></toponym>`;
const trNews = (text: string, ...toponyms: string[]) =>
  corpusFileOf(
    `<?xml version="1.0"?>\n<articles>\n<article docid="7"><dltime>2016-12-19</dltime><text><![CDATA[${text}]]></text><toponyms>${toponyms.join('')}</toponyms></article></articles>`,
  );

it('reads the names of TR-News with their points, and the day', () => {
  expect(parseTrNews(trNews('A ferry <of> Odvik.', toponym('Odvik', 13)))).toEqual([
    {
      id: '7',
      published: '2016-12-19',
      text: 'A ferry <of> Odvik.',
      places: [{ span: [13, 18], lat: 60, lon: 5 }],
    },
  ]);
});

it('finds a name a little off its offset, and leaves out those without point or place', () => {
  const file = trNews(
    'A ferry of Odvik. Odvik.',
    toponym('Odvik', 14),
    toponym('Odvik', 18, ''),
    toponym('Berg', 2),
  );
  expect(parseTrNews(file)[0]?.places.map(({ span }) => span)).toEqual([[11, 16]]);
});

it('reads the names of GeoVirus', () => {
  const file = corpusFileOf(
    '<articles><article><text>Odvik is shut.</text><locations><location><name>Odvik</name><start>0</start><end>5</end><lat>60.5</lat><lon>-5</lon></location></locations></article></articles>',
  );
  expect(parseGeoVirus(file)).toEqual([
    { id: '1', published: null, text: 'Odvik is shut.', places: [{ span: [0, 5], lat: 60.5, lon: -5 }] },
  ]);
});

it('refuses what is no corpus of places', () => {
  expect(() => parseTrNews(corpusFileOf('<html/>'))).toThrow(/no XML element articles/);
  expect(() => parseTrNews(corpusFileOf('<articles><article/></articles>'))).toThrow(/article 1 has no text/);
});
