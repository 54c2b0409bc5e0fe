import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOf, http, pdfOf, warcOf, wordParagraph, zipOf } from '../src/collect/testing.ts';
import { proviso } from './proviso.ts';

const pledge = `
id: ferry
title: The Ferry Pledge
signed: 2031-05-01
parties: [{id: town, name: Larkham}, {id: island, name: Odvik}]
commitments:
  - {id: daily-ferry, debtor: town, creditor: island, kind: obligation, requires: Run a ferry.,
     window: {from: 2031-06-01}}
`;

/** One store with the pledge and one report in it serves all tests: making it is slow, none changes it. */
let folder = '';
let store = '';
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-cli-'));
  store = inFolder('store');
  await writeFile(inFolder('pledge.yaml'), pledge);
  await writeFile(inFolder('report.txt'), 'The ferry ran, an official of Larkham said.');
  expect(await proviso('case', 'import', inFolder('pledge.yaml'), '--store', store)).toMatchObject({
    code: 0,
  });
  expect(await proviso('add', inFolder('report.txt'), '--case', 'ferry', '--store', store)).toMatchObject({
    code: 0,
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const oneLine = (text: string, code: string) => {
  expect(
    text
      .trimEnd()
      .split('\n')
      .filter((line) => line.includes('PROVISO_')),
  ).toHaveLength(1);
  expect(text).toContain(code);
};

describe('bad input', () => {
  it('is refused by name, and what was there stays', async () => {
    const bad = {
      'empty.txt': { content: '', says: 'PROVISO_INPUT_EMPTY' },
      'junk.txt': { content: Buffer.from([0, 1, 2, 255, 254, 0, 7, 200]), says: 'PROVISO_INPUT_BINARY' },
      'dated.md': { content: '---\npublished: 2031-02-30\n---\nText.', says: '2031-02-30' },
      'keys.md': { content: '---\ncolour: red\n---\nText.', says: 'PROVISO_FRONT_MATTER_INVALID' },
      'nowhere.txt': { content: null, says: 'PROVISO_INPUT_MISSING' },
    };
    for (const [name, { content }] of Object.entries(bad)) {
      if (content !== null) await writeFile(inFolder(name), content);
    }
    const paths = Object.keys(bad).map(inFolder);
    const run = await proviso('add', ...paths, '--case', 'ferry', '--store', store);
    expect(run.code).toBe(1);
    const lines = run.stderr.split('\n').filter((line) => line.includes('PROVISO_'));
    expect(lines).toHaveLength(paths.length);
    for (const [index, [name, { says }]] of Object.entries(bad).entries()) {
      expect(lines[index]).toContain(name);
      expect(lines[index]).toContain(says);
    }

    const list = await proviso('case', 'list', '--json', '--store', store);
    expect(JSON.parse(list.stdout).cases).toMatchObject([{ id: 'ferry', documents: 1, commitments: 1 }]);
    expect(await proviso('verify', '--store', store)).toMatchObject({ code: 0, stdout: '' });
  });

  it('in a case file changes nothing', async () => {
    for (const [wrong, code] of [
      [pledge.replace('kind: obligation', 'kind: obligation, colour: red'), 'PROVISO_CASE_INVALID'],
      [pledge.replace('window:', 'conditionalOn: [night-ferry], window:'), 'PROVISO_CASE_UNKNOWN_ID'],
      [pledge.replace('2031-05-01', '2031-13-01'), 'PROVISO_CASE_INVALID'],
    ] as const) {
      await writeFile(inFolder('wrong.yaml'), wrong);
      const run = await proviso('case', 'import', inFolder('wrong.yaml'), '--store', store);
      expect(run.code).toBe(2);
      oneLine(run.stderr, code);
    }
    const kept = await proviso('case', 'export', 'ferry', '--store', store);
    expect(kept.stdout).toBe(pledge);
  });

  it.each([
    [['assess', '--case', 'ferry', '--as-of', '2031-02-30'], 2, 'PROVISO_DATE_INVALID'],
    [['assess', '--case', 'nothing'], 2, 'PROVISO_CASE_NOT_FOUND'],
    [['why', 'nothing', '--case', 'ferry'], 2, 'PROVISO_COMMITMENT_NOT_FOUND'],
    [['read', '--layers', 'smell', '-'], 2, 'PROVISO_USAGE'],
    [['read', '--published', '31 May', '-'], 2, 'PROVISO_DATE_INVALID'],
    [['fly'], 2, 'unknown command'],
    [['assess'], 2, '--case'],
  ])('%j ends with code %d', async (args, code, says) => {
    const run = await proviso(...args, '--store', store);
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(says);
  });

  it('adding the same again keeps it once', async () => {
    const again = await proviso('add', inFolder('report.txt'), '--case', 'ferry', '--json', '--store', store);
    expect(JSON.parse(again.stdout)).toEqual({
      new: 0,
      known: 1,
      captured: 0,
      changed: 0,
      unread: 0,
      otherLanguages: [],
      copies: 0,
      refused: [],
      skipped: [],
      incomplete: [],
      guessed: [],
      leftOut: [],
      beside: [],
    });
  });
});

describe('a case file of before signs', () => {
  const older = pledge
    .replace('id: ferry', 'id: older')
    .replace(
      'window: {from: 2031-06-01}}',
      'window: {from: 2031-06-01}, indicators: [{id: runs, says: The ferry runs., bearing: performance, does: [AID]}]}',
    );

  it('is kept as it is, and the import says how many indicators became signs', async () => {
    const own = inFolder('older-store');
    await writeFile(inFolder('older.yaml'), older);
    const run = await proviso('case', 'import', inFolder('older.yaml'), '--store', own);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr.split('\n').filter((line) => line.includes('indicator'))).toEqual([
      '1 indicator of before became a sign; its event types and word lists are no longer used.',
    ]);
    expect((await proviso('case', 'export', 'older', '--store', own)).stdout).toBe(older);
  });
});

describe('proviso case try', () => {
  const trial = async (...args: string[]) => {
    const run = await proviso('case', 'try', 'daily-ferry', ...args, '--case', 'ferry', '--store', store);
    return { ...run, found: run.code === 0 ? JSON.parse(run.stdout).found : null };
  };

  it('tries a commitment alone, or with a new sign, and refuses what is no sign', async () => {
    await writeFile(inFolder('sign.yaml'), 'says: The ferry ran.\nbearing: performance\n');
    await writeFile(inFolder('wrong-sign.yaml'), 'says: The ferry ran.\nbearing: praise\n');
    expect(await trial('--json')).toMatchObject({ code: 0, found: expect.any(Array) });
    expect(await trial(inFolder('sign.yaml'), '--json')).toMatchObject({
      code: 0,
      found: expect.any(Array),
    });
    const wrong = await trial(inFolder('wrong-sign.yaml'), '--json');
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('PROVISO_CASE_INVALID') });
  });
});

describe('a folder of every format', () => {
  const french = 'Le ministère a déclaré dimanche que le ferry avait circulé tous les jours depuis juin.';
  const story = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
  const mail = 'From: a@b.example\nSubject: Ferry\nDate: 1 Jun 2031 10:00:00 +0000\n\nThe ferry ran by mail.';
  const feed =
    '<rss version="2.0"><channel><title>F</title><item><link>https://a.example/1</link><description>The ferry ran in a feed.</description></item><item><link>https://a.example/2</link></item></channel></rss>';

  it('comes in once, with copies, languages and what was passed over', async () => {
    const reports = inFolder('reports');
    await mkdir(reports);
    const files = {
      'a.pdf': pdfOf([['The ferry ran on a page.']]),
      'b.docx': docxOf(wordParagraph('The ferry ran in Word.')),
      'c.eml': mail,
      'd.xml': feed,
      'e.zip': zipOf([{ name: 'in/f.html', bytes: `<p>${story}` }]),
      'g.warc.gz': gzipSync(
        warcOf([
          {
            url: 'https://a.example/g',
            head: http('text/html'),
            body: `<p>${story.replace('word7', 'other')}`,
          },
          { url: 'https://a.example/g.png', head: http('image/png'), body: 'x' },
        ]),
      ),
      'h.txt': french,
    };
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(reports, name), bytes);
    const add = () => proviso('add', reports, '--case', 'ferry', '--json', '--store', store);

    const first = await add();
    expect(first).toMatchObject({ code: 0 });
    const skipped = [
      { source: expect.stringContaining('a.example/2') },
      { source: expect.stringContaining('g.png') },
    ];
    expect(JSON.parse(first.stdout)).toMatchObject({
      new: 7,
      known: 0,
      unread: 1,
      copies: 1,
      refused: [],
      skipped,
    });
    expect(JSON.parse((await add()).stdout)).toMatchObject({ new: 0, known: 7, copies: 0, refused: [] });
    expect(await proviso('verify', '--store', store)).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('proviso report', () => {
  it('writes one page that loads nothing', async () => {
    await mkdir(inFolder('out'));
    const file = join(inFolder('out'), 'report.html');
    expect((await proviso('report', '--case', 'ferry', '--out', file, '--store', store)).code).toBe(0);
    const page = await readFile(file, 'utf8');
    expect(page).toContain('Run a ferry.');
    expect(page).not.toMatch(/<script|<link|src=|@import|url\(/);
    expect(await readdir(inFolder('out'))).toEqual(['report.html']);
  });
});

describe('proviso evaluate', () => {
  const article = {
    id: 'a',
    text: 'The ferry ran, Anna Berg said.',
    annotations: [{ attributions: [{ source: [[15, 24]], cue: [[25, 29]], content: [[0, 13]] }] }],
  };

  it('measures what it has and names what is missing', async () => {
    await mkdir(join(inFolder('corpora'), 'polnear'), { recursive: true });
    await writeFile(join(inFolder('corpora'), 'polnear', 'dev.jsonl.gz'), gzipSync(JSON.stringify(article)));
    const run = await proviso('evaluate', 'all', '--data', inFolder('corpora'), '--json');
    expect(run.code).toBe(1);
    const { reader, rows, notMeasured } = JSON.parse(run.stdout);
    expect(reader).toEqual({ name: expect.any(String), version: expect.any(String) });
    expect(rows[0]).toMatchObject({
      layer: 'attribution',
      measure: 'source',
      count: 1,
      reach: 76,
      beyond: 83,
    });
    expect(notMeasured.length).toBeGreaterThan(2);
    expect(run.stderr).toContain(
      `PROVISO_CORPUS_MISSING: There is no corpus file ${inFolder('corpora/re3d')}`,
    );

    const table = await proviso('evaluate', 'attribution', '--data', inFolder('corpora'));
    expect(table.code).toBe(0);
    expect(table.stdout).toMatch(/^attribution +polnear\/dev +source +1 /m);
  });

  it('without any corpus is wrong use', async () => {
    const run = await proviso('evaluate', 'names', '--data', inFolder('nowhere'));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(inFolder('nowhere/ewt/en_ewt-ud-dev.conllu.gz'));
    expect((await proviso('evaluate', 'spelling', '--data', inFolder('nowhere'))).code).toBe(2);
    expect((await proviso('evaluate', 'names')).code).toBe(2);
  });
});
