import { describe, expect, test } from 'vitest';
import { readPage } from './html.ts';

const sentence =
  'The monitors said on Sunday that the group had moved its fighters, and the ministry denied it. ';
const page = (head: string, body = `<article><h1>Heading</h1><p>${sentence.repeat(8)}</p></article>`) =>
  readPage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, 'page.html');

describe('the text of a page', () => {
  test('is its article, one paragraph for each block', () => {
    const { text } = page(
      '<title>Site</title>',
      `<nav>Home News Sport</nav>
       <article><h2>First <b>part</b></h2><p>${sentence.repeat(4)}<br>A new line.</p>
       <p>${sentence.repeat(4)}</p><script>var tracking</script></article>
       <footer>All rights reserved</footer>`,
    );
    const paragraph = sentence.repeat(4).trim();
    expect(text).toBe(`First part\n\n${paragraph}\nA new line.\n\n${paragraph}`);
  });

  test.each([
    ['a short page', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    [
      'a fragment of a page',
      'Before <b>it</b> was signed.<div>After.</div>',
      'Before it was signed.\n\nAfter.',
    ],
    ['references', '<p>Tom &amp; Ana&nbsp;said &#8220;no&#8221;&#0;.</p>', 'Tom & Ana said “no”\ufffd.'],
  ])('%s', (_what, html, text) => {
    expect(readPage(html, 'page.html').text).toBe(text);
  });

  test.each([
    ['an empty page', ''],
    [
      'a page that scripts fill',
      '<div id="root"></div><noscript>Enable JavaScript</noscript><script>go()</script>',
    ],
    ['a page of pictures', '<img src="a.png">'],
  ])('%s is refused', (_what, body) => {
    expect(() => page('<title>A title alone</title>', body)).toThrow(
      expect.objectContaining({ code: 'PROVISO_INPUT_NO_TEXT' }),
    );
  });

  test('a page nested too deeply is refused, not a crash', () => {
    const html = `${'<div>'.repeat(20_000)}x`;
    expect(() => readPage(html, 'page.html')).toThrow(
      expect.objectContaining({ code: 'PROVISO_INPUT_UNREADABLE' }),
    );
  });
});

describe('what a page says about itself', () => {
  const article =
    '{"@type":"NewsArticle","headline":"Told in data","datePublished":"2020-10-25T08:00:00Z","publisher":{"@type":"Organization","name":"The Data"}}';

  test.each([
    ['title', '<meta property="og:title" content="From  a meta tag"><title>T</title>', 'From a meta tag'],
    ['title', '<title> From the title </title>', 'From the title'],
    ['title', '', 'Heading'],
    ['title', `<script type="application/ld+json">${article}</script><title>T</title>`, 'Told in data'],
    [
      'title',
      `<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},${article}]}</script>`,
      'Told in data',
    ],
    ['title', '<script type="application/ld+json">{broken</script><title>T</title>', 'T'],
    ['publisher', `<script type="application/ld+json">[${article}]</script>`, 'The Data'],
    ['publisher', '<meta property="og:site_name" content="The Hill">', 'The Hill'],
    ['publisher', '', null],
    [
      'published',
      '<meta property="article:published_time" content="2020-06-01T10:00:00-04:00">',
      '2020-06-01',
    ],
    ['published', '<meta name="DC.date.issued" content="2020-06">', '2020-06'],
    ['published', '<meta name="date" content="yesterday">', null],
    ['published', '', null],
    ['url', '<link rel="canonical" href="https://example.org/a">', 'https://example.org/a'],
    ['url', '<meta property="og:url" content="https://example.org/b">', 'https://example.org/b'],
    ['url', '<link rel="canonical" href="javascript:alert(1)">', null],
  ] as const)('%s from %s', (key, head, value) => {
    expect(page(head)[key]).toBe(value);
  });
});
