import { readFile } from 'node:fs/promises';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { onOneLine, printable } from '../paper/printable.ts';
import {
  commitmentsTable,
  documentsTable,
  evidenceTable,
  monthsTable,
  originsTable,
} from '../tables/case-tables.ts';
import { tableCsv } from '../tables/csv.ts';
import { dataPackage } from '../tables/data-package.ts';
import { tableParquet } from '../tables/parquet.ts';
import { sourcesBibtex, sourcesCsl, sourcesRis } from './bibliography.ts';
import { entitiesFtm } from './follow-the-money.ts';
import { eventsGeoJson } from './geojson.ts';
import type { HandedOn } from './handed-on.ts';
import { quotationsJsonLd } from './linked-data.ts';
import { caseStix } from './stix.ts';
import { passHandedOn, passProvenance, people } from './testing.ts';

type Json = Record<string, unknown>;

const tablesOf = (handed: HandedOn) => [
  commitmentsTable(handed),
  monthsTable(handed),
  evidenceTable(handed),
  originsTable(handed),
  documentsTable([...handed.documents.values()], handed.documents),
];

/** Every format that is one text. */
const textsOf = (handed: HandedOn, text: string): Record<string, string> => ({
  geojson: eventsGeoJson(handed),
  csl: sourcesCsl(handed),
  bibtex: sourcesBibtex(handed),
  ris: sourcesRis(handed),
  jsonld: quotationsJsonLd(handed, passProvenance(handed, text)),
  ftm: entitiesFtm(handed),
  stix: caseStix(handed),
  ...Object.fromEntries(tablesOf(handed).map((table) => [`${table.name}.csv`, tableCsv(table, 'name')])),
});

const linesOf = (ftm: string): { id: string; schema: string; properties: Record<string, string[]> }[] =>
  ftm
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const objectsOf = (stix: string): (Json & { id: string; type: string })[] => JSON.parse(stix).objects;

/** What STIX objects refer to. */
const referencesIn = (objects: readonly Json[]): string[] =>
  objects.flatMap(({ created_by_ref, object_refs }) => [
    ...(typeof created_by_ref === 'string' ? [created_by_ref] : []),
    ...((object_refs as string[] | undefined) ?? []),
  ]);

const citations = (text: string, forceType: '@biblatex/text' | '@ris/file'): Json[] =>
  plugins.input.chain(text, { generateGraph: false, forceType });

const near = (path: string): Promise<string> =>
  readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** What http://www.w3.org/ns/anno.jsonld makes of the terms that an export uses (Web Annotation Vocabulary, appendix A). */
const annotationContext = JSON.parse(await near('test/annotation-context.json'));

/** The graph of a JSON-LD export; the context is at hand, and nothing is fetched. */
const graphOf = async (text: string): Promise<Store> => {
  const nquads = await jsonld.toRDF(JSON.parse(text), {
    format: 'application/n-quads',
    documentLoader: async (url: string) => {
      expect(url).toBe('http://www.w3.org/ns/anno.jsonld');
      return { documentUrl: url, document: { '@context': annotationContext } };
    },
  });
  return new Store(new Parser({ format: 'application/n-quads' }).parse(nquads as unknown as string));
};

const shapes = new Store(new Parser().parse(await near('docs/exports.shapes.ttl')));

/** What breaks a shape, in words. */
const broken = async (graph: Store): Promise<string[]> => {
  const { results } = await new Validator(shapes).validate(graph);
  return results.map(({ path, focusNode, message }) =>
    [focusNode?.value, path?.value, ...message.map(({ value }) => value)].join(' '),
  );
};

const hostile: readonly (readonly [string, string])[] = [
  ['plain words', 'Raiders camp in the north, monitors said.'],
  ['a formula', '=HYPERLINK("https://example.org","a")'],
  ['the end of a script', '</script><script>alert(1)</script><!--'],
  ['a turn of direction', '\u202egnirts\u2066 \u05e9\u05dc\u05d5\u05dd'],
  ['half a character', 'a\ud800b\udfff'],
  ['controls', 'a\u0000b\u0007c\u009f'],
  ['10,000 characters', 'x'.repeat(10_000)],
  ['the end of a record', 'a\r\nER  - \r\nTY  - BOOK\r\nTI  - b'],
  ['the end of an entry', 'a}},\n}\n@book{b, title={{c'],
  ['the end of a string', '"},{"type":"x","\\":\'`{a}'],
  ['signs of TeX', '\\input{a} 100% $x$ #1 ~ ^ _ & <i>b</i>'],
  ['nothing', ''],
];

describe.each(hostile)('exports of a case that is full of %s', (_, text) => {
  const handed = passHandedOn(text);
  const count = handed.documents.size;

  it('are what they were', () => {
    expect(textsOf(passHandedOn(text), text)).not.toEqual({});
    expect(caseStix(handed)).toBe(caseStix(handed));
  });

  it('end no script, and are text that UTF-8 has', () => {
    const { geojson, csl, jsonld: linked, ftm, stix, ...others } = textsOf(handed, text);
    for (const json of [geojson, csl, linked, ftm, stix]) expect(json).not.toContain('<');
    for (const written of [geojson, csl, linked, ftm, stix, ...Object.values(others)])
      expect(written).not.toMatch(/\p{Surrogate}|\\ud[89a-f]|\\u0000/u);
  });

  it('as GeoJSON are features with points or nothing', () => {
    const { type, features } = JSON.parse(eventsGeoJson(handed));
    expect(type).toBe('FeatureCollection');
    expect(features).toHaveLength(count);
    expect(features.map(({ geometry }: Json) => geometry)).toContainEqual({
      type: 'Point',
      coordinates: [12.25, 47.5],
    });
    for (const { properties } of features) expect(properties.words).toBe(printable(text || 'words'));
  });

  it('as CSL-JSON, BibTeX and RIS are the same sources', () => {
    const sources: Json[] = JSON.parse(sourcesCsl(handed));
    expect(sources).toHaveLength(count);
    const pick = ({ id, title, URL, note, issued }: Json) => ({ id, title, URL, note, issued });
    for (const read of [
      citations(sourcesBibtex(handed), '@biblatex/text'),
      citations(sourcesRis(handed), '@ris/file'),
    ])
      expect(read.map(pick)).toEqual(sources.map(pick));
    expect(sources[0]?.title).toBe(onOneLine(text) || 'Untitled');
  });

  it('as JSON-LD keep every shape', async () => {
    const graph = await graphOf(quotationsJsonLd(handed, passProvenance(handed, text)));
    expect(await broken(graph)).toEqual([]);
    const exact = graph.getObjects(null, 'http://www.w3.org/ns/oa#exact', null).map(({ value }) => value);
    expect(exact).toContain(printable(text || 'words'));
  });

  it('as FollowTheMoney are entities of short names', () => {
    const entities = linesOf(entitiesFtm(handed));
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    for (const { properties } of entities) {
      expect((properties.name?.[0] ?? '').length).toBeLessThanOrEqual(200);
      const { document = [], resolved = [], involved = [], proof = [] } = properties;
      for (const id of [...document, ...resolved, ...involved, ...proof]) expect(ids).toContain(id);
    }
  });

  it('as STIX refer to what is in the bundle', () => {
    const objects = objectsOf(caseStix(handed));
    const ids = new Set(objects.map(({ id }) => id));
    expect(ids.size).toBe(objects.length);
    for (const id of referencesIn(objects)) expect(ids).toContain(id);
    for (const { name, opinion } of objects) expect(name || opinion).toBeTruthy();
  });

  it.each(tablesOf(handed).map((table) => [table.name, table] as const))(
    'as the table %s keep every cell',
    async (_name, table) => {
      const rows: string[][] = parse(tableCsv(table, 'name'));
      expect(rows).toHaveLength(table.rows.length + 1);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]/u);
      const read = await parquetReadObjects({ file: Uint8Array.from(tableParquet(table)).buffer });
      expect(read).toEqual(
        table.rows.map((row) =>
          Object.fromEntries(
            table.columns.map(({ name, type }, place) => {
              const cell = row[place] ?? null;
              if (typeof cell !== 'string') return [name, cell];
              return [name, type === 'date' ? new Date(cell) : printable(cell)];
            }),
          ),
        ),
      );
    },
  );
});

describe('exports', () => {
  const handed = passHandedOn();
  const texts = textsOf(handed, 'a reason');

  it.each(Object.entries(texts))('name no private person and no secret as %s', (_, written) => {
    expect(written).not.toContain(people.resident);
    expect(written.toLowerCase()).not.toContain(people.resident.toLowerCase());
    expect(written).not.toContain('secret');
    expect(written).not.toContain('a private remark');
  });

  it('name officials, and say that somebody else tells', () => {
    const persons = linesOf(entitiesFtm(handed)).filter(({ schema }) => schema === 'Person');
    expect(persons.map(({ properties }) => properties.name)).toEqual([[people.official]]);
    const individuals = objectsOf(caseStix(handed)).filter((one) => one.identity_class === 'individual');
    expect(individuals.map(({ name }) => name)).toEqual([people.official]);
    expect(texts['origins.csv']).toContain('a person (1)');
    expect(texts['evidence.csv']).toContain('a person (1) says');
  });

  it('name nobody of whom no office is known, not even beside the body as whose word theirs is taken', () => {
    const texts = textsOf(passHandedOn(undefined, []), 'a reason');
    for (const written of Object.values(texts))
      expect(written).not.toMatch(new RegExp(people.official, 'iu'));
    expect(texts['origins.csv']).toMatch(/monitors said\. \(a person \(2\)\)/u);
  });

  it('name whoever is known, of no body too', () => {
    const texts = textsOf(passHandedOn(undefined, Object.values(people)), 'a reason');
    expect(texts['origins.csv']).toContain(people.resident);
    expect(texts['evidence.csv']).toContain(`${people.resident} says`);
  });

  it('as STIX say who agrees that a commitment is kept', () => {
    const opinions = objectsOf(caseStix(handed)).filter(({ type }) => type === 'opinion');
    expect(new Set(opinions.map(({ opinion }) => opinion))).toEqual(new Set(['disagree', 'agree']));
    expect(objectsOf(caseStix(handed)).map(({ type }) => type)).toContain('report');
  });

  it('as STIX have other ids on other days, but for what does not change', () => {
    const later = { ...handed, assessment: { ...handed.assessment, knownAt: '2030-07-01' } };
    const idsOf = (one: HandedOn, type: string) =>
      objectsOf(caseStix(one)).flatMap((object) => (object.type === type ? [object.id] : []));
    expect(idsOf(later, 'identity')).toEqual(idsOf(handed, 'identity'));
    expect(idsOf(later, 'grouping')).toEqual(idsOf(handed, 'grouping'));
    expect(idsOf(later, 'opinion')).not.toEqual(idsOf(handed, 'opinion'));
  });

  it('as a package of Parquet describe every file', async () => {
    const about = { name: 'pass', title: 'Pass', asOf: '2030-06-30', knownAt: '2030-06-30', version: '1' };
    const files = await dataPackage(about, tablesOf(handed), 'parquet');
    const { resources } = JSON.parse(String(files.get('datapackage.json')));
    for (const { path, format } of resources) expect([format, files.has(path)]).toEqual(['parquet', true]);
    expect(files.get('codebook.md')).toContain('`commitment`');
  });

  it('as JSON-LD say who decided what, and break a shape where that is missing', async () => {
    const linked = JSON.parse(texts.jsonld ?? '');
    const creators = linked['@graph'].filter(({ creator }: Json) => creator);
    expect(creators).toHaveLength(2);
    for (const node of creators) node.created = undefined;
    expect(await broken(await graphOf(JSON.stringify(linked)))).toHaveLength(2);
  });
});
