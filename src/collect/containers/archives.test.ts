import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CollectEvent, collect } from '../index.ts';
import {
  http,
  mailOf,
  openDocumentOf,
  warcOf,
  wordFileOf,
  wordParagraph,
  xlsxOf,
  zipOf,
  zstdOf,
} from '../testing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-archives-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function eventsOf(name: string, bytes: Uint8Array | string): Promise<CollectEvent[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const events: CollectEvent[] = [];
  for await (const event of collect([path])) events.push(event);
  return events;
}

/** What came out, in a line each: what became of it, where, and its text. */
const lines = (events: readonly CollectEvent[]) =>
  events.map((event) => {
    const inner = event.source.slice(folder.length + 1);
    if (event.kind === 'collected') return `${inner}: ${event.document.text}`;
    return `${event.kind} ${inner}${event.kind === 'refused' ? ` ${event.error.code}` : ''}`;
  });

const page = (words: string) =>
  `<html><head><title>Ferry</title></head><body><article><p>${words}</p></article></body></html>`;
const warc = (words: string, type = 'text/html') =>
  warcOf([{ url: 'https://hill.example/ferry', head: http(type), body: page(words) }]);
const at = 'https://hill.example/ferry';

describe('a web archive', () => {
  const wacz = (data: Uint8Array, name = 'data.warc.gz') =>
    zipOf([
      { name: 'datapackage.json', bytes: '{"profile":"data-package"}' },
      { name: `archive/${name}`, bytes: data },
      { name: 'indexes/index.cdx', bytes: 'x' },
      { name: 'pages/pages.jsonl', bytes: '{}' },
    ]);
  const index = ['datapackage.json', 'indexes/index.cdx', 'pages/pages.jsonl'];

  test.each([
    ['packed once', 'a.wacz', wacz(gzipSync(warc('It ran.')))],
    [
      'packed record by record',
      'b.wacz',
      wacz(Buffer.concat([gzipSync(warc('It ran.')), gzipSync(warc('It ran.'))])),
    ],
    ['not packed', 'c.zip', wacz(warc('It ran.'), 'data.warc')],
  ])('with its index in a ZIP gives its pages: %s', async (_how, name, bytes) => {
    const events = await eventsOf(name, bytes);
    const read = events.filter(({ kind }) => kind === 'collected');
    expect(lines(read)[0]).toMatch(/archive\/data\.warc(?:\.gz)?!https:\/\/hill\.example\/ferry: It ran\.$/);
    expect(
      events.filter(({ kind }) => kind === 'skipped').map(({ source }) => source.split('!').at(-1)),
    ).toEqual(index);
    expect(events.some(({ kind }) => kind === 'refused')).toBe(false);
  });

  test.each([
    ['in a ZIP', 'in.zip', zipOf([{ name: 'a.warc.gz', bytes: gzipSync(warc('It ran.')) }])],
    [
      'in a ZIP with its index',
      'in2.zip',
      zipOf([{ name: 'a.wacz', bytes: wacz(gzipSync(warc('It ran.'))) }]),
    ],
    ['packed twice', 'twice.gz', gzipSync(gzipSync(warc('It ran.')))],
    ['packed by Zstandard', 'a.warc.zst', zstdOf(warc('It ran.'))],
    [
      'packed by Zstandard record by record',
      'b.warc.zst',
      Buffer.concat([zstdOf(warc('It ran.')), zstdOf(warc('It sank.'))]),
    ],
  ])('%s is not too deep', async (_where, name, bytes) => {
    const read = (await eventsOf(name, bytes)).filter(({ kind }) => kind === 'collected');
    expect(lines(read)[0]).toMatch(/ferry: It ran\.$/);
  });

  test('in an archive in an archive is too deep still', async () => {
    const inner = zipOf([{ name: 'a.warc', bytes: warc('It ran.') }]);
    expect(lines(await eventsOf('deep.zip', zipOf([{ name: 'b.zip', bytes: inner }])))).toEqual([
      'refused deep.zip!b.zip!a.warc PROVISO_INPUT_TOO_COMPLEX',
    ]);
  });

  test('that packs what is packed again and again is refused', async () => {
    const packed = Array.from({ length: 6 }).reduce<Buffer>(
      (bytes) => gzipSync(bytes),
      Buffer.from('It ran.'),
    );
    expect(lines(await eventsOf('ring.txt.gz', packed))).toEqual([
      'refused ring.txt.gz PROVISO_INPUT_TOO_COMPLEX',
    ]);
  });

  test('whose records need a dictionary says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0x5d, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 0]),
      zstdOf(warc('It ran.')),
    ]);
    const [event] = await eventsOf('dictionary.warc.zst', bytes);
    expect(event).toMatchObject({
      kind: 'refused',
      error: { code: 'PROVISO_INPUT_UNSUPPORTED', message: expect.stringContaining('dictionary') },
    });
  });

  test('gives records that do not say what they are', async () => {
    const untyped = (bytes: Buffer, type = 'application/http') =>
      Buffer.from(
        bytes
          .toString('latin1')
          .replace(/WARC-Type: \w+\r\n/, '')
          .replace('application/http; msgtype=response', type),
        'latin1',
      );
    const bytes = Buffer.concat([
      untyped(warc('No type of record.')),
      untyped(warcOf([{ url: `${at}/kept`, head: '', body: page('Kept as it is.') }]), 'text/html'),
      warcOf([{ url: `${at}/untyped`, head: 'HTTP/1.1 200 OK\n\n', body: page('No type of page.') }]),
      warc('A stream of bytes.', 'application/octet-stream'),
      warcOf([{ url: `${at}/logo`, head: 'HTTP/1.1 200 OK\n\n', body: Buffer.from('\x89PNG', 'latin1') }]),
    ]);
    expect(lines(await eventsOf('untyped.warc', bytes))).toEqual([
      `untyped.warc!${at}: No type of record.`,
      `untyped.warc!${at}/kept: Kept as it is.`,
      `untyped.warc!${at}/untyped: No type of page.`,
      `untyped.warc!${at}: A stream of bytes.`,
      `skipped untyped.warc!${at}/logo`,
    ]);
  });

  test('gives what a server packed by Zstandard', async () => {
    const answer = {
      url: at,
      head: http('text/html', '200 OK', 'Content-Encoding: zstd\n'),
      body: zstdOf(Buffer.from(page('It ran.'))),
    };
    expect(lines(await eventsOf('coded.warc', warcOf([answer])))).toEqual([`coded.warc!${at}: It ran.`]);
  });
});

describe('a ZIP', () => {
  /** With names as an older program wrote them: in a code page, unmarked. */
  const oldZip = (names: readonly string[], charset: string) => {
    const zip = zipOf(
      names.map((_, index) => ({ name: `name${index}.txt`, bytes: `Text ${index}.` })),
    ).toString('latin1');
    const renamed = names.reduce((bytes, name, index) => {
      const raw = iconv.encode(name, charset).toString('latin1');
      if (raw.length !== `name${index}.txt`.length)
        throw new Error(`${name} has not the length of its place`);
      return bytes.replaceAll(`name${index}.txt`, raw);
    }, zip);
    const bytes = Buffer.from(renamed, 'latin1');
    // The flag that says UTF-8, in both places of each name.
    for (const [mark, flags] of [
      ['PK\x03\x04', 6],
      ['PK\x01\x02', 8],
    ] as const) {
      for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4))
        bytes.writeUInt16LE(0, at + flags);
    }
    return bytes;
  };

  test.each([
    ['cp866', ['Паром.txt', 'Порты.txt']],
    ['windows-1251', ['Паром.txt', 'Порты.txt']],
    ['cp437', ['fähre.txt', 'größe.txt']],
  ])('names its files in %s', async (charset, names) => {
    const events = await eventsOf(`${charset}.zip`, oldZip(names, charset));
    expect(events.map(({ source }) => source.split('!')[1])).toEqual(names);
  });

  test.each([
    ['a Word document', wordFileOf({ body: wordParagraph('It ran.') }), 'wordprocessingml', 'It ran.'],
    [
      'a workbook',
      xlsxOf({
        A: [
          ['Day', 'Place'],
          ['9 May 2024', 'Odvik'],
        ],
      }),
      'spreadsheetml',
      'Day: 9 May 2024\nPlace: Odvik',
    ],
    [
      'an OpenDocument text',
      openDocumentOf('<office:text><text:p>It ran.</text:p></office:text>'),
      'opendocument',
      'It ran.',
    ],
  ])('that is %s is one, whatever it is called', async (_what, bytes, type, text) => {
    for (const name of ['no-ending', 'macro.docm', 'called.zip', 'called.txt']) {
      const [event, ...more] = await eventsOf(name, bytes);
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        kind: 'collected',
        document: { text, mediaType: expect.stringContaining(type) },
      });
    }
  });

  test.each([
    [
      'a presentation',
      [
        { name: '[Content_Types].xml', bytes: 'x' },
        { name: 'ppt/presentation.xml', bytes: 'x' },
      ],
    ],
    [
      'a program',
      [
        { name: 'META-INF/MANIFEST.MF', bytes: 'x' },
        { name: 'A.class', bytes: 'x' },
      ],
    ],
  ])('that is %s is refused once', async (_what, entries) => {
    expect(lines(await eventsOf('other.bin', zipOf(entries)))).toEqual([
      'refused other.bin PROVISO_INPUT_UNSUPPORTED',
    ]);
  });
});

describe('a mailbox', () => {
  const mail = (subject: string, body: string) =>
    `From ana@hill.example Sun Oct 25 10:00:00 2020\n${mailOf(`From: Ana Roe <ana@hill.example>\nSubject: ${subject}\nDate: Sun, 25 Oct 2020 10:00:00 +0000`, [body])}\n\n`;
  const box =
    mail('One', 'It ran.\n\n>From Odvik it went on.') +
    mail('Two', 'It sank.\nFrom here on nothing.').replace(/\n/g, '\r\n') +
    mail('Three', 'Over.');

  test.each([
    ['by its name', 'all.mbox', box],
    ['by how it begins', 'Inbox', box],
    ['that is packed', 'all.mbox.gz', gzipSync(box)],
    ['in a ZIP', 'takeout.zip', zipOf([{ name: 'Mail/all.mbox', bytes: box }])],
  ])('gives its mails: %s', async (_how, name, bytes) => {
    const read = (await eventsOf(name, bytes)).filter((event) => event.kind === 'collected');
    expect(read.map(({ document: { title, text } }) => [title, text])).toEqual([
      ['One', 'It ran.\n\nFrom Odvik it went on.'],
      ['Two', 'It sank.\nFrom here on nothing.'],
      ['Three', 'Over.'],
    ]);
    expect(read[0]?.taken.container).toMatch(/^[0-9a-f]{64}$/);
  });
});
