import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Document } from '../model/index.ts';
import { type CollectEvent, collect } from './index.ts';
import { docxOf, http, mailOf, pdfOf, warcOf, wordParagraph, zipOf } from './testing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-formats-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Collected = Extract<CollectEvent, { kind: 'collected' }>;

async function eventsOf(name: string, bytes: Uint8Array | string): Promise<CollectEvent[]> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, bytes);
  const events: CollectEvent[] = [];
  for await (const event of collect([path])) {
    if (event.kind === 'collected') expect(Document.parse(event.document)).toEqual(event.document);
    events.push(event);
  }
  return events;
}

async function documentsOf(name: string, bytes: Uint8Array | string): Promise<Collected[]> {
  const events = await eventsOf(name, bytes);
  return events.map((event) => {
    if (event.kind === 'refused') throw event.error;
    if (event.kind !== 'collected') throw new Error(`${event.source} is ${event.kind}`);
    return event;
  });
}

async function documentOf(name: string, bytes: Uint8Array | string): Promise<Document> {
  const [only, more] = await documentsOf(name, bytes);
  if (!only || more) throw new Error('one document was expected');
  return only.document;
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const short = ({ source }: CollectEvent) => source.slice(folder.length + 1);

describe('a PDF', () => {
  const pages = [
    [
      'The Odvik Report',
      '',
      'The mission said that the har-',
      'bour was closed on Monday.',
      '',
      'Larkham denied',
      'it and',
    ],
    ['said that ferries ran.', '', 'The mission will return.'],
  ];

  test('gives its pages with their offsets, its lines joined to paragraphs', async () => {
    const document = await documentOf(
      'report.pdf',
      pdfOf(pages, { Title: 'On Odvik', Author: 'A. Monitor', CreationDate: "D:20201025101500+02'00'" }),
    );
    expect(document).toMatchObject({
      mediaType: 'application/pdf',
      title: 'On Odvik',
      author: 'A. Monitor',
      published: '2020-10-25',
      publishedFrom: { source: 'file-properties', certainty: 'likely' },
    });
    expect(document.text).toBe(
      'The Odvik Report\n\nThe mission said that the harbour was closed on Monday.\n\nLarkham denied it and said that ferries ran.\n\nThe mission will return.',
    );
    expect(document.pages?.map(({ page, start, end }) => [page, document.text.slice(start, end)])).toEqual([
      [
        1,
        'The Odvik Report\n\nThe mission said that the harbour was closed on Monday.\n\nLarkham denied it and',
      ],
      [2, 'said that ferries ran.\n\nThe mission will return.'],
    ]);
  });

  test('says nothing of its date when it does not know it', async () => {
    const document = await documentOf('undated.pdf', pdfOf(pages));
    expect(document).toMatchObject({ title: 'undated', published: null, publishedFrom: null });
  });

  test('names the pages that have no text', async () => {
    const events = await eventsOf('partly.pdf', pdfOf([['Text.'], []]));
    expect(events).toMatchObject(
      [{ kind: 'collected' }, { kind: 'skipped', why: /no text/ }].map(() => ({})),
    );
    expect(events[1]).toMatchObject({ kind: 'skipped', source: join(folder, 'partly.pdf!page 2') });
  });

  test('without text is said to be a scan', async () => {
    const [event] = await eventsOf('scan.pdf', pdfOf([[], []]));
    expect(event).toMatchObject({
      error: { code: 'PROVISO_INPUT_SCANNED', message: expect.stringContaining('2 pages') },
    });
  });
});

test('a Word document gives its paragraphs', async () => {
  const body = wordParagraph('The ferry ran.') + wordParagraph('Larkham said so &amp; left.');
  const document = await documentOf('report.docx', docxOf(body));
  expect(document.text).toBe('The ferry ran.\n\nLarkham said so & left.');
});

describe('a mail', () => {
  const headers =
    'From: "Press Office" <press@larkham.example>\nSubject: =?utf-8?q?The_ferry_ran=E2=80=A6?=\nDate: Sun, 25 Oct 2020 23:30:00 -0700';

  test('is a document with the day of its sender', async () => {
    expect(await documentOf('mail.eml', mailOf(headers, ['The ferry ran.\nWe said so.']))).toMatchObject({
      title: 'The ferry ran…',
      author: 'Press Office',
      published: '2020-10-25',
      publishedFrom: { source: 'mail', certainty: 'stated' },
      text: 'The ferry ran.\nWe said so.',
    });
  });

  test('of HTML gives what is seen of it', async () => {
    const document = await documentOf(
      'html.eml',
      `${headers}\nContent-Type: text/html; charset=utf-8\n\n<p>The ferry</p><style>p{}</style><p>ran.`,
    );
    expect(document.text).toBe('The ferry\n\nran.');
  });

  test('gives its attachments as documents of their own', async () => {
    const pdf = pdfOf([['The annex.']]).toString('base64');
    const mail = mailOf(headers, [
      'Content-Type: text/plain\n\nSee the annex.',
      `Content-Type: application/pdf; name="annex.pdf"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="annex.pdf"\n\n${pdf}`,
      'Content-Type: image/png\nContent-Disposition: inline; filename="logo.png"\n\nx',
      `Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: Inner\nDate: 1 Jan 2020 00:00:00 +0000\n\nForwarded.`,
    ]);
    const events = await eventsOf('attached.eml', mail);
    expect(events.map((event) => [event.kind, short(event)])).toEqual([
      ['collected', 'attached.eml'],
      ['skipped', 'attached.eml!logo.png'],
      ['collected', 'attached.eml!annex.pdf'],
      ['collected', 'attached.eml!attachment 2.eml'],
    ]);
    expect(events[2]).toMatchObject({
      document: { title: 'annex', text: 'The annex.', pages: [{ page: 1 }] },
      taken: { container: sha256Of(Buffer.from(mail)) },
    });
    expect(events[3]).toMatchObject({ document: { title: 'Inner', published: '2020-01-01' } });
  });
});

test('a list of addresses in an archive makes us visit nobody', async () => {
  const list = '# Pages\nhttp://127.0.0.1:1/a\nhttp://127.0.0.1:1/b\n';
  const events = await eventsOf('lists.zip', zipOf([{ name: 'pages.txt', bytes: list }]));
  expect(events.map(({ kind, source }) => [kind, source.split('!').at(-1)])).toEqual([
    ['skipped', 'http://127.0.0.1:1/a'],
    ['skipped', 'http://127.0.0.1:1/b'],
  ]);
});

describe('a feed', () => {
  const item = (title: string, rest: string) => `<item><title>${title}</title>${rest}</item>`;
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Hill Courier</title>${[
    item(
      'One',
      '<link>https://hill.example/1</link><pubDate>Sun, 25 Oct 2020 23:30:00 -0700</pubDate><content:encoded>&lt;p&gt;The first.&lt;/p&gt;</content:encoded>',
    ),
    item('Two', '<link>https://hill.example/2</link>'),
  ].join('')}</channel></rss>`;

  test('gives the entries that have content, and names the others', async () => {
    const [first, second] = await eventsOf('feed.xml', rss);
    expect(first).toMatchObject({
      kind: 'collected',
      source: `${join(folder, 'feed.xml')}!https://hill.example/1`,
      document: {
        title: 'One',
        publisher: 'Hill Courier',
        url: 'https://hill.example/1',
        published: '2020-10-25',
        publishedFrom: { source: 'feed', certainty: 'stated' },
        text: 'The first.',
      },
      heldIn: { sha256: sha256Of(Buffer.from(rss)) },
    });
    expect(second).toMatchObject({ kind: 'skipped', why: expect.stringContaining('not fetched') });
  });

  test.each([
    [
      'Atom',
      'atom.xml',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill</title><entry><title>One</title><link href="https://hill.example/1"/><author><name>Ana Roe</name></author><published>2020-10-25T10:00:00Z</published><content type="html">&lt;p&gt;The first.</content></entry></feed>',
    ],
    [
      'JSON Feed',
      'feed.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Hill',
        items: [
          {
            id: '1',
            title: 'One',
            url: 'https://hill.example/1',
            content_text: 'The first.',
            date_published: '2020-10-25T10:00:00Z',
            authors: [{ name: 'Ana Roe' }],
          },
        ],
      }),
    ],
  ])('may be %s', async (_format, name, feed) => {
    expect(await documentOf(name, feed)).toMatchObject({
      title: 'One',
      author: 'Ana Roe',
      publisher: 'Hill',
      published: '2020-10-25',
      url: 'https://hill.example/1',
      text: 'The first.',
    });
  });
});

describe('an archive', () => {
  test('gives its files, and the files in an archive in it', async () => {
    const zip = zipOf([
      { name: 'inner/', bytes: '' },
      { name: 'inner/page.html', bytes: '<title>A page</title><p>On a page.' },
      { name: '../../../etc/out.txt', bytes: 'Named to lead out.' },
      { name: '__MACOSX/x', bytes: 'x' },
      { name: 'more.zip', bytes: zipOf([{ name: 'deep.md', bytes: '# Deep\n\nText.' }]) },
      { name: 'note.txt.gz', bytes: gzipSync('Packed.') },
    ]);
    const events = await eventsOf('archive.zip', zip);
    expect(events.map((event) => [event.kind, short(event)])).toEqual([
      ['collected', 'archive.zip!inner/page.html'],
      ['collected', 'archive.zip!../../../etc/out.txt'],
      ['skipped', 'archive.zip!__MACOSX/x'],
      ['collected', 'archive.zip!more.zip!deep.md'],
      ['collected', 'archive.zip!note.txt.gz'],
    ]);
    expect(events.every(({ input }) => input === join(folder, 'archive.zip'))).toBe(true);
    for (const event of events) {
      if (event.kind === 'collected') expect(event.taken.container).toBe(sha256Of(zip));
    }
    expect(events[0]).toMatchObject({ document: { title: 'A page', text: 'On a page.' } });
    expect(events[4]).toMatchObject({ document: { text: 'Packed.' } });
  });

  test('keeps the name of a packed file', async () => {
    expect(await documentOf('page.html.gz', gzipSync('<p>Packed.'))).toMatchObject({
      mediaType: 'text/html',
      text: 'Packed.',
    });
  });
});

describe('a web archive', () => {
  const article = '<title>The ferry</title><p>Caf\xe9 owners said that the ferry ran.';
  const warc = warcOf([
    { url: 'https://hill.example/robots', head: http('text/plain', '404 Not Found'), body: 'x' },
    {
      url: 'https://hill.example/ferry',
      head: http('text/html; charset=windows-1252'),
      body: Buffer.from(article, 'latin1'),
    },
    { url: 'https://hill.example/logo', head: http('image/png'), body: 'x' },
    {
      url: 'https://hill.example/packed',
      head: http('text/html', '200 OK', 'Content-Encoding: gzip\nTransfer-Encoding: chunked\n'),
      body: (() => {
        const packed = gzipSync('<p>It was packed.');
        return Buffer.concat([
          Buffer.from(`${packed.length.toString(16)}\r\n`),
          packed,
          Buffer.from('\r\n0\r\n\r\n'),
        ]);
      })(),
    },
    { url: 'https://hill.example/report.pdf', head: http('application/pdf'), body: pdfOf([['A PDF.']]) },
  ]);

  test.each([
    ['plain', 'crawl.warc', warc],
    ['packed', 'crawl.warc.gz', gzipSync(warc)],
  ])('%s, gives its pages as they were taken', async (_how, name, bytes) => {
    const events = await eventsOf(name, bytes);
    expect(events.map((event) => [event.kind, short(event).replace(/^.*hill\.example\//, '')])).toEqual([
      ['skipped', 'robots'],
      ['collected', 'ferry'],
      ['skipped', 'logo'],
      ['collected', 'packed'],
      ['collected', 'report.pdf'],
    ]);
    expect(events[1]).toMatchObject({
      document: {
        title: 'The ferry',
        url: 'https://hill.example/ferry',
        text: 'Café owners said that the ferry ran.',
        published: null,
      },
      taken: {
        url: 'https://hill.example/ferry',
        takenAt: '2020-10-25T10:00:00Z',
        headers: [['Content-Type', 'text/html; charset=windows-1252']],
        container: sha256Of(bytes),
      },
    });
    expect(events[3]).toMatchObject({ document: { text: 'It was packed.' } });
    expect(events[4]).toMatchObject({ document: { text: 'A PDF.' } });
  });
});

test('a pattern stands for the files that match it', async () => {
  await eventsOf('many/a.txt', 'a');
  await eventsOf('many/b/c.txt', 'c');
  await eventsOf('many/b/d.md', 'd');
  const sources: string[] = [];
  for await (const event of collect([join(folder, 'many/**/*.txt'), join(folder, 'none/*.txt')])) {
    sources.push(`${event.kind} ${short(event)}`);
  }
  expect(sources).toEqual(['collected many/a.txt', 'collected many/b/c.txt', 'refused none/*.txt']);
});
