import { rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Layer, ReadInput } from '../read/index.ts';
import { evaluate } from './evaluate.ts';
import { layersTogether, type MeasuredReader } from './result.ts';
import { attributionOf, claimOf, conlluOf, corporaFolder, readingOf, spanOf } from './testing.ts';

/** Speed is not the reader's alone: no two runs are alike. */
const judged = layersTogether.filter((layer) => layer !== 'speed');

const article = 'The ferry ran, Anna Berg said.';
const sentence = 'Anna Berg left.';
const rated = 'Ferries ran. Boats sank.';
const json = (value: unknown) => `${JSON.stringify(value)}\n`;

const polnear = json({
  id: 'a',
  text: article,
  annotations: [{ attributions: [{ source: [[15, 24]], cue: [[25, 29]], content: [[0, 13]] }] }],
});
const ewt = conlluOf('s', [
  'Anna PROPN 3 nsubj',
  'Berg PROPN 1 flat',
  'left VERB 0 root SpaceAfter=No',
  '. PUNCT 3 punct',
]);
const uner = '# sent_id = s\n1\tAnna\tB-PER\t-\t-\n2\tBerg\tI-PER\t-\t-\n3\tleft\tO\t-\t-\n4\t.\tO\t-\t-\n';
const re3d = json({
  _id: 'r',
  text: sentence,
  entities: [
    { begin: 0, end: 9, type: 'Person', confidence: 1 },
    { begin: 10, end: 14, type: 'Temporal', confidence: 1 },
  ],
});
const factuality = json({
  idx: 0,
  text: 'Ferries ran . Boats sank .',
  targets: [
    { span1: [1, 2], label: 3 },
    { span1: [4, 5], label: -3 },
  ],
});
const dated = 'Ferries ran Friday.';
const timeml = `<TimeML><DCT><TIMEX3 type="DATE" value="2022-08-17"/></DCT><TEXT>Ferries ran <TIMEX3 type="DATE" value="2022-08-12">Friday</TIMEX3>.</TEXT></TimeML>`;
const located = 'Ferries ran to Odvik.';
const trNews = `<articles><article><text>${located}</text><toponym><phrase>Odvik</phrase><start>15</start><lat>60</lat><lon>5</lon></toponym></article></articles>`;
const geoVirus = `<articles><article><text>${located}</text><location><name>Odvik</name><start>15</start><lat>60</lat><lon>5</lon></location></article></articles>`;
const struck = 'Northland attacked Southland.';
const plover = json({
  id: 'p',
  date: '2000-01-01',
  text: struck,
  event: 'ASSAULT',
  eventText: 'attacked',
  source: [{ actorText: 'Northland' }],
  target: [{ actorText: 'Southland' }],
});
const attack = claimOf(struck, 'attacked', 'ASSAULT', [
  ['agent', 'Northland', 'e1'],
  ['patient', 'Southland', 'e2'],
]);
const names = json({ schema: 'Person', name1: 'Anna Berg', name2: 'Berg, Anna', is_match: 'true' });
const files = {
  'names/pairs-dev.jsonl.gz': names,
  'polnear/dev.jsonl.gz': polnear,
  'ewt/en_ewt-ud-dev.conllu.gz': ewt,
  'uner-ewt/en_ewt-ud-dev.iob2.gz': uner,
  'gum/en_gum-dev.conllu.gz': ewt,
  're3d/dev.jsonl.gz': re3d,
  'plover/dev.jsonl.gz': plover,
  'factuality/UW-dev.jsonl.gz': factuality,
  'factuality/UDS_IH2-dev.jsonl.gz': factuality,
  'timeml/aquaint.jsonl.gz': json({ id: 't', timeml }),
  'toponyms/TR-News.xml.gz': trNews,
  'toponyms/GeoVirus.xml.gz': geoVirus,
};

/** Knows the texts by heart; what it is asked is kept. */
const perfectReader = (layers: Layer[] = ['syntax', 'factuality']) => {
  const asked: ReadInput[] = [];
  const reader: MeasuredReader = {
    name: 'perfect',
    version: '1',
    layers,
    threads: 2,
    read: async (input) => {
      asked.push(input);
      const { text } = input;
      if (text === article)
        return readingOf(text, {
          attributions: [
            attributionOf(text, { source: ['Anna Berg'], cue: ['said'], content: ['The ferry ran'] }),
          ],
        });
      if (text === struck) return readingOf(text, { claims: [attack] });
      if (text === dated)
        return readingOf(text, {
          times: [{ span: spanOf(text, 'Friday'), edtf: '2022-08-12', value: '2022-08-12', kind: 'date' }],
        });
      if (text === located)
        return readingOf(text, {
          places: [
            {
              span: spanOf(text, 'Odvik'),
              name: 'Odvik',
              lat: 60,
              lon: 5,
              precision: 'settlement',
              within: [],
              gazetteerId: 'geonames:1',
            },
          ],
        });
      if (text === rated)
        return readingOf(text, {
          events: [
            { span: spanOf(text, 'ran'), factuality: 3 },
            { span: spanOf(text, 'sank'), factuality: -3 },
          ],
        });
      return readingOf(text, {
        sentences: [{ span: [0, text.length] }],
        mentions: [{ span: spanOf(text, 'Anna Berg'), kind: 'name', entity: 'e1' }],
        entities: [{ id: 'e1', type: 'person', name: 'Anna Berg', mentions: [], relations: [] }],
        tokens: [
          [0, 4, 'anna', 'PROPN', 2, 'nsubj'],
          [5, 9, 'berg', 'PROPN', 0, 'flat'],
          [10, 14, 'left', 'VERB', -1, 'root'],
          [14, 15, '.', 'PUNCT', 2, 'punct'],
        ],
      });
    },
  };
  return { reader, asked };
};

let data = '';
beforeAll(async () => {
  data = await corporaFolder(files);
});
afterAll(() => rm(data, { recursive: true }));

describe('an evaluation', () => {
  it('of a perfect reader is perfect in every figure that has a target', async () => {
    const { evaluation, refused } = await evaluate(perfectReader().reader, { data, layers: judged });
    expect(refused).toEqual([]);
    expect(evaluation.reader).toEqual({ name: 'perfect', version: '1' });
    expect(evaluation.notMeasured).toEqual([]);
    const targeted = evaluation.rows.filter(({ reach }) => reach !== null);
    expect(targeted.map(({ layer, corpus, measure, value }) => [layer, corpus, measure, value])).toEqual([
      ['attribution', 'polnear/dev', 'source', 100],
      ['attribution', 'polnear/dev', 'cue', 100],
      ['attribution', 'polnear/dev', 'content', 100],
      ['attribution', 'polnear/dev', 'links', 100],
      ['attribution', 'polnear/dev', 'source, to the character', 100],
      ['attribution', 'polnear/dev', 'cue, to the character', 100],
      ['attribution', 'polnear/dev', 'content, to the character', 100],
      ['links', 'polnear/dev', 'links', 100],
      ['syntax', 'ewt/dev', 'UPOS', 100],
      ['syntax', 'ewt/dev', 'UAS', 100],
      ['syntax', 'ewt/dev', 'LAS', 100],
      ['names', 'uner-ewt/dev', 'names', 100],
      ['names', 're3d/dev', 'names', 100],
      ['names', 're3d/dev', 'names, none left out', 100],
      ['events', 'plover/dev', 'type', 100],
      ['events', 'plover/dev', 'actors', 100],
      ['factuality', 'UW-dev', 'factuality', 1],
      ['factuality', 'UDS_IH2-dev', 'factuality', 1],
      ['times', 'aquaint', 'relaxed span', 100],
      ['times', 'aquaint', 'value', 100],
      ['places', 'tr-news', 'gold spans within 161 km', 100],
      ['namepairs', 'names/dev', 'same name', 100],
    ]);
    for (const { reach, beyond } of targeted) expect(beyond).toBeGreaterThan(reach as number);
  });

  it('is the same object each time', async () => {
    const run = async () =>
      JSON.stringify((await evaluate(perfectReader().reader, { data, layers: judged })).evaluation);
    expect(await run()).toBe(await run());
  });

  it('asks for the layers that it needs and no others, and says how far it is', async () => {
    const { reader, asked } = perfectReader();
    const steps: unknown[] = [];
    await evaluate(reader, { data, layers: ['attribution', 'syntax'], watch: (step) => steps.push(step) });
    expect(asked.map(({ layers }) => layers)).toEqual([[], ['syntax']]);
    expect(steps).toEqual([
      { layer: 'attribution', corpus: 'polnear/dev', done: 1, total: 1 },
      { layer: 'syntax', corpus: 'ewt/dev', done: 1, total: 1 },
    ]);
  });

  it('says which layer the reader has not', async () => {
    const { reader, asked } = perfectReader([]);
    const { evaluation, refused } = await evaluate(reader, { data, layers: ['syntax'] });
    expect(evaluation.rows).toEqual([]);
    expect(evaluation.notMeasured).toEqual([
      { layer: 'syntax', corpus: 'ewt/dev', why: 'this reader has no syntax layer' },
    ]);
    expect(refused).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('names a corpus that is missing or wrong, and measures the others', async () => {
    const partial = await corporaFolder({ ...files, 'ewt/en_ewt-ud-dev.conllu.gz': '1\tAnna\n' });
    await unlink(join(partial, 're3d/dev.jsonl.gz'));
    const { evaluation, refused } = await evaluate(perfectReader().reader, {
      data: partial,
      layers: ['attribution', 'syntax', 'names'],
    });
    await rm(partial, { recursive: true });
    expect(refused.map(({ code }) => code)).toEqual([
      'PROVISO_CORPUS_INVALID',
      'PROVISO_CORPUS_INVALID',
      'PROVISO_CORPUS_MISSING',
    ]);
    expect(refused[0]?.message).toContain('en_ewt-ud-dev.conllu.gz, line 1');
    expect(evaluation.notMeasured.map(({ corpus, why }) => `${corpus}: ${why}`)).toEqual([
      'ewt/dev: PROVISO_CORPUS_INVALID',
      'uner-ewt/dev: PROVISO_CORPUS_INVALID',
      're3d/dev: PROVISO_CORPUS_MISSING',
    ]);
    expect(new Set(evaluation.rows.map(({ layer }) => layer))).toEqual(new Set(['attribution']));
  });

  it('is not had from a reader that fails', async () => {
    const reader = {
      ...perfectReader().reader,
      read: async () => Promise.reject(new Error('out of memory')),
    };
    await expect(evaluate(reader, { data, layers: ['attribution'] })).rejects.toThrow('out of memory');
  });
});
