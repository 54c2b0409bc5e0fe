import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../src/collect/testing.ts';
import { type Site, siteOf } from '../src/collect/web/testing.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { historyOf } from '../src/work/index.ts';
import { printed, proviso, spawnProviso } from './proviso.ts';

const pledge =
  'id: ferry\ntitle: The Ferry Pledge\nsigned: 2031-05-01\nparties: [{id: town, name: Larkham}, {id: island, name: Odvik}]\ncommitments:\n  - {id: daily-ferry, debtor: town, creditor: island, kind: obligation, requires: Run a ferry., window: {from: 2031-06-01}}\n';

const page = (title: string, text: string, head = '') =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;

const item = (path: string, title: string, more = '') =>
  `<item><title>${title}</title><link>ORIGIN${path}</link><pubDate>Sun, 01 Jun 2031 10:00:00 GMT</pubDate>${more}</item>`;

const feed = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Odvik Post</title>${items.join('')}</channel></rss>`;

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** A web site with a feed, redirects, rules for robots, packed and mislabelled pages, and a slow one. */
const routes = (): Site['routes'] => ({
  '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /closed/\n' },
  '/plain': {
    body: page('Plain', 'The ferry ran on Monday, Anna Berg said.'),
    headers: { etag: '"plain-1"' },
  },
  '/packed': {
    body: gzipSync(page('Packed', 'The ferry ran on Tuesday.')),
    headers: { 'content-encoding': 'gzip' },
  },
  '/old': { status: 301, headers: { location: '/moved' } },
  '/moved': { body: page('Moved', 'The ferry ran on Wednesday.') },
  '/says-latin': {
    body: page('Said to be Latin', 'The café of the ferry opened.'),
    headers: { 'content-type': 'text/html; charset=iso-8859-1' },
  },
  '/says-utf8': {
    body: latin1(page('Said to be UTF-8', 'The café of the ferry closed.')),
    headers: { 'content-type': 'text/html; charset=utf-8' },
  },
  '/says-nothing': {
    body: latin1(page('Declares itself', 'The café of the ferry burned.', '<meta charset="windows-1252">')),
    headers: { 'content-type': 'text/html' },
  },
  '/slow': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(page('Slow', 'The ferry was late.').slice(0, 80));
    setTimeout(() => response.end(page('Slow', 'The ferry was late.').slice(80)), 1500);
  },
  '/report.pdf': {
    body: pdfOf([['The ferry ran on paper.']]),
    headers: { 'content-type': 'application/pdf' },
  },
  '/closed/page': { body: page('Closed', 'Nobody may fetch this.') },
  '/inward': { status: 302, headers: { location: 'file:///etc/passwd' } },
  '/first': {
    body: page('The first', 'The harbour master said at length that the ferry had run.'),
    headers: { 'last-modified': 'Sun, 01 Jun 2031 10:00:00 GMT' },
  },
});

let folder = '';
let site: Site;
const store = () => ['--store', join(folder, 'store')];
const run = (...args: string[]) => proviso(...args, ...store());
const add = async (...inputs: string[]) => {
  const ran = await run('add', ...inputs, '--case', 'ferry', '--json');
  return { ...ran, added: JSON.parse(ran.stdout) };
};
/** What the store holds, once the command line has let go of it. */
async function inStore<T>(look: (store: Store) => Promise<T>): Promise<T> {
  const opened = await openStore({ dir: join(folder, 'store'), version: '0.1.0' });
  try {
    return await look(opened);
  } finally {
    await opened.close();
  }
}

/** The document that stands for a path of the site, with its custody. */
const taken = (path: string) => inStore((opened) => historyOf(opened, site.origin + path));

beforeAll(async () => {
  process.env.PROVISO_FETCH_PRIVATE = '1';
  folder = await mkdtemp(join(tmpdir(), 'proviso-web-'));
  site = await siteOf(routes());
  const withFeed = (...items: string[]) => ({
    body: feed(...items).replaceAll('ORIGIN', site.origin),
    headers: { 'content-type': 'application/rss+xml', etag: `"feed-${items.length}"` },
  });
  const whole = '<content:encoded>&lt;p&gt;All of it stands in the feed.&lt;/p&gt;</content:encoded>';
  const entries = [
    item('/first', 'First, in the feed', '<description>In short.</description>'),
    item('/whole', 'Whole', whole),
    item('/gone', 'Gone', '<description>All that is left.</description>'),
  ];
  site.routes['/feed'] = withFeed(...entries);
  site.routes['/feed-later'] = withFeed(...entries, item('/plain', 'Plain, in the feed'));
  await writeFile(join(folder, 'pledge.yaml'), pledge);
  expect(await run('case', 'import', join(folder, 'pledge.yaml'))).toMatchObject({ code: 0 });
});

afterAll(async () => {
  delete process.env.PROVISO_FETCH_PRIVATE;
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

describe('pages', () => {
  const good = ['plain', 'packed', 'old', 'says-latin', 'says-utf8', 'says-nothing', 'slow', 'report.pdf'];
  const bad = {
    'closed/page': 'PROVISO_ROBOTS_REFUSED',
    inward: 'PROVISO_ADDRESS_REFUSED',
    gone: 'PROVISO_FETCH_FAILED',
  };

  it('of a list come in with their texts, and each refusal with its reason', async () => {
    const list = join(folder, 'pages.txt');
    const urls = [...good, ...Object.keys(bad)].map((path) => `${site.origin}/${path}`);
    await writeFile(list, `# Pages on the ferry\n${urls.join('\n')}\n`);
    const { code, added } = await add(list);
    expect(added.refused).toEqual(
      Object.entries(bad).map(([path, code]) =>
        expect.objectContaining({ source: `${site.origin}/${path}`, code }),
      ),
    );
    expect(added).toMatchObject({ new: good.length, known: 0 });
    expect(code).toBe(1);
    expect(site.requests).not.toContain('GET /closed/page');

    const found = await inStore((opened) =>
      Promise.all(good.map((path) => opened.documentFrom(`${site.origin}/${path}`))),
    );
    expect(found.map((document) => [document?.title, document?.text.split('\n').at(-1)])).toEqual([
      ['Plain', 'The ferry ran on Monday, Anna Berg said.'],
      ['Packed', 'The ferry ran on Tuesday.'],
      ['Moved', 'The ferry ran on Wednesday.'],
      ['Said to be Latin', 'The café of the ferry opened.'],
      ['Said to be UTF-8', 'The café of the ferry closed.'],
      ['Declares itself', 'The café of the ferry burned.'],
      ['Slow', 'The ferry was late.'],
      ['report', 'The ferry ran on paper.'],
    ]);
  });

  it('keep the way that they came', async () => {
    const { captures } = await taken('/old');
    expect(captures).toMatchObject([
      {
        source: `${site.origin}/old`,
        url: `${site.origin}/moved`,
        fetched: { status: 200, hops: [{ url: `${site.origin}/old`, status: 301 }] },
      },
    ]);
    expect(captures[0]?.headers).toContainEqual(['content-type', 'text/html; charset=utf-8']);
  });

  it('of this machine are refused without the setting for tests', async () => {
    delete process.env.PROVISO_FETCH_PRIVATE;
    const { added } = await add(`${site.origin}/plain`);
    process.env.PROVISO_FETCH_PRIVATE = '1';
    expect(added.refused).toMatchObject([{ code: 'PROVISO_ADDRESS_REFUSED' }]);
  });
});

describe('a feed', () => {
  it('is followed to the pages that it summarises', async () => {
    const { added } = await add(`${site.origin}/feed`);
    expect(added).toMatchObject({ new: 3, refused: [{ source: `${site.origin}/gone` }] });
    const found = await inStore((opened) => opened.documents('ferry'));
    const titled = (title: string) => found.find((document) => document.title === title);
    // The page says its own title and no date; the feed says the date.
    expect(titled('The first')).toMatchObject({ published: '2031-06-01', publisher: 'Odvik Post' });
    expect(titled('Whole')).toMatchObject({ url: `${site.origin}/whole`, published: '2031-06-01' });
    expect(titled('Gone')).toMatchObject({ publisher: 'Odvik Post' });
    const { captures } = await taken('/first');
    expect(captures).toMatchObject([{ container: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });
});

describe('pages taken again', () => {
  it('are captures of the same document, or replace it with what changed', async () => {
    const earlier = (await taken('/old')).document.id;
    site.routes['/plain'] = (request, response) => {
      const isSame = request.headers['if-none-match'] === '"plain-1"';
      response.writeHead(isSame ? 304 : 500).end();
    };
    site.routes['/packed'] = { body: `${page('Packed', 'The ferry ran on Tuesday.')}<!-- 2 -->` };
    site.routes['/moved'] = { body: page('Moved', 'The ferry sank on Wednesday.') };
    const { added } = await add(...['/plain', '/packed', '/old'].map((path) => site.origin + path));
    expect(added).toMatchObject({ new: 0, known: 0, captured: 2, changed: 1, refused: [] });

    const plain = await taken('/plain');
    expect(plain.captures.map(({ fetched }) => fetched?.status)).toEqual([200, 304]);
    const packed = await taken('/packed');
    expect(packed.captures).toHaveLength(2);
    expect(packed.captures[0]?.sha256).not.toBe(packed.captures[1]?.sha256);

    const { document, revisions } = await taken('/old');
    const words = [{ removed: 'The ferry ran on Wednesday.', added: 'The ferry sank on Wednesday.' }];
    expect(revisions).toMatchObject([{ earlier, later: document.id, words }]);
    const found = await inStore((opened) => opened.documents('ferry'));
    expect(found.find(({ id }) => id === earlier)).toMatchObject({ replacedBy: document.id });
    const shown = await run('history', earlier);
    expect(shown.stdout).toContain('- The ferry ran on Wednesday.');
    expect(shown.stdout).toContain('+ The ferry sank on Wednesday.');
  });
});

describe('proviso watch', () => {
  it('takes what is new, and asks only whether the rest has changed', async () => {
    site.routes['/feed'] = site.routes['/feed-later'] as NonNullable<Site['routes'][string]>;
    site.routes['/plain'] = { status: 404 };
    site.requests.length = 0;
    const ran = await run('watch', '--case', 'ferry', '--once', '--json');
    const round = JSON.parse(ran.stdout);
    expect(round).toMatchObject({ new: 0, changed: 0, next: null });
    // The pages of the list that came, and the feed.
    expect(round.addresses).toBe(9);
    // What a feed named before is not fetched again.
    expect(site.requests).not.toContain('GET /first');
    expect(site.requests.filter((request) => request === 'GET /robots.txt')).toHaveLength(1);
  });

  it('goes on until it is ended', async () => {
    const watching = spawnProviso(['watch', '--case', 'ferry', '--every', '1', ...store()]);
    await printed(watching.stdout, /next at /);
    const ended = new Promise((resolve) => watching.once('close', resolve));
    watching.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('leaves a store that verifies', async () => {
    expect(await run('verify')).toMatchObject({ code: 0, stdout: '' });
  });
});
