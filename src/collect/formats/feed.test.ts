import { describe, expect, test } from 'vitest';
import { readFeed } from './feed.ts';

/** The addresses that a feed names, with their entries' parts. */
const addresses = async (feed: string, address: string | null = null) => {
  const { parts, links } = await readFeed(feed, 'feed.xml', address);
  return [...links.map(({ url }) => url), ...parts.map(({ said }) => said.url ?? null)];
};

const rss = (channel: string, items: string, root = '') =>
  `<rss version="2.0" ${root}><channel><title>Hill</title>${channel}${items}</channel></rss>`;
const item = (link: string, more = '') =>
  `<item ${more}><title>One</title><description>It ran.</description>${link}</item>`;
const atom = (root: string, entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${root}><title>Hill</title>${entries}</feed>`;
const entry = (link: string, more = '') =>
  `<entry ${more}><title>One</title><id>urn:1</id><link href="${link}"/><summary>It ran.</summary></entry>`;

describe('links in a feed are resolved', () => {
  test.each([
    [
      'against the page of its channel',
      rss('<link>https://hill.example/</link>', item('<link>/2024/ferry</link>')),
      null,
      ['https://hill.example/2024/ferry'],
    ],
    [
      'against its own address',
      rss('', item('<link>ferry?a=1&amp;b=2</link>')),
      'https://hill.example/news/feed',
      ['https://hill.example/news/ferry?a=1&b=2'],
    ],
    [
      'against its own address, where its channel is relative',
      rss('<link>/bay/</link>', item('<link>ferry</link>')),
      'https://hill.example/feed',
      ['https://hill.example/bay/ferry'],
    ],
    [
      'against the base of the feed',
      atom('xml:base="https://hill.example/a/"', entry('ferry')),
      null,
      ['https://hill.example/a/ferry'],
    ],
    [
      'against the base of the entry',
      atom('xml:base="https://hill.example/"', entry('ferry', 'xml:base="b/"') + entry('boat')),
      null,
      ['https://hill.example/b/ferry', 'https://hill.example/boat'],
    ],
    [
      'against a base that is relative itself',
      atom('xml:base="/news/"', entry('ferry')),
      'https://hill.example/feed',
      ['https://hill.example/news/ferry'],
    ],
    [
      'not at all where they are whole',
      rss('<link>https://hill.example/</link>', item('<link> https://bay.example/1 </link>')),
      'https://else.example/',
      ['https://bay.example/1'],
    ],
    ['not at all where nothing says against what', rss('', item('<link>/ferry</link>')), null, [null]],
    [
      'by its id where that is its address',
      rss('', item('<guid>https://hill.example/1</guid>')),
      null,
      ['https://hill.example/1'],
    ],
    [
      'never by an id that is none',
      rss('<link>https://hill.example/</link>', item('<guid isPermaLink="false">tag:hill,1</guid>')),
      null,
      [null],
    ],
    [
      'without a page for what is no address',
      rss('<link>https://hill.example/</link>', item('<link>mailto:a@b.example</link>')),
      null,
      [null],
    ],
    [
      'whatever stands in a text',
      rss(
        '<link>https://hill.example/</link>',
        item('<link>/1</link>') +
          item('<link>/2</link><description>&lt;item xml:base="https://else.example/"&gt;</description>'),
      ),
      null,
      ['https://hill.example/1', 'https://hill.example/2'],
    ],
  ])('%s', async (_how, feed, address, expected) => {
    expect(await addresses(feed, address)).toEqual(expected);
  });

  test('in JSON too', async () => {
    const feed = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Hill',
      home_page_url: 'https://hill.example/',
      items: [{ id: '1', url: '/ferry', content_text: 'It ran.' }],
    });
    expect(await addresses(feed)).toEqual(['https://hill.example/ferry']);
  });
});

test('an entry of Atom has its title without the marks of HTML', async () => {
  const marked = entry('https://hill.example/a').replace(
    '<title>One</title>',
    '<title type="html">Ferry &lt;b&gt;ran&lt;/b&gt; &amp;amp; sank</title>',
  );
  const { links } = await readFeed(atom('', marked), 'feed.xml', null);
  expect(links[0]?.supposed.title).toBe('Ferry ran & sank');
});
