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

  test.each([
    ['elements that only hold each other', `${'<div>'.repeat(20_000)}<p>${sentence.repeat(4)}</p>`],
    ['tags never closed', `<font><i>${sentence}<br>`.repeat(3000)],
  ])('is all there, however deep it lies: %s', (_what, body) => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
    const { text } = readPage(body, 'page.html');
    expect(words(text)).toBe(words(body.replace(/<[^>]+>/g, ' ')));
  });
});

describe('what a page says about itself', () => {
  const article =
    '{"@type":"NewsArticle","headline":"Told in data","datePublished":"2020-10-25T08:00:00Z","publisher":{"@type":"Organization","name":"The Data"}}';

  const signed =
    '{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ana Roe"},{"name":"Bo Lind"},{"url":"https://x.example"}]}';

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
    ['published', '<meta name="date" content="25 October 2020">', '2020-10-25'],
    ['published', '', null],
    ['author', `<script type="application/ld+json">${signed}</script>`, 'Ana Roe, Bo Lind'],
    ['author', '<meta name="author" content="By Ana Roe">', 'Ana Roe'],
    ['author', '<meta property="article:author" content="https://social.example/ana">', null],
    ['author', '', null],
    ['url', '<link rel="canonical" href="https://example.org/a">', 'https://example.org/a'],
    ['url', '<meta property="og:url" content="https://example.org/b">', 'https://example.org/b'],
    ['url', '<link rel="canonical" href="javascript:alert(1)">', null],
  ] as const)('%s from %s', (key, head, value) => {
    expect(page(head)[key]).toBe(value);
  });
});

describe('the publication date of a page', () => {
  const body = (more: string) => `<article>${more}<p>${sentence.repeat(8)}</p></article>`;
  const tag = '<meta property="article:published_time" content="2020-06-01T10:00:00-04:00">';
  const data =
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-05-30"}</script>';

  test.each([
    ['data before tags', data + tag, body(''), '2020-05-30', 'linked-data', 'stated'],
    ['tags before what is seen', tag, body('<time>3 May 2020</time>'), '2020-06-01', 'meta-tag', 'stated'],
    [
      'an element that says what it is',
      '',
      body('<time>1 May 2020</time><span itemprop="datePublished" content="2020-05-02">yesterday</span>'),
      '2020-05-02',
      'page',
      'stated',
    ],
    [
      'a time on the page',
      '',
      body('<time datetime="2020-05-03T08:00">Sunday</time>'),
      '2020-05-03',
      'page',
      'likely',
    ],
    [
      'a line in words',
      '',
      body('<p class="byline">By Ana Roe, May 4th, 2020</p>'),
      '2020-05-04',
      'page',
      'likely',
    ],
    [
      'the address',
      '<link rel="canonical" href="https://hill.example/2020/05/05/ferry">',
      body(''),
      '2020-05-05',
      'address',
      'likely',
    ],
    [
      'what stands before the word for an update',
      '',
      body('<p class="byline">By Ana Roe | May 4, 2020 | Updated 5 p.m. Jan. 2, 2031</p>'),
      '2020-05-04',
      'page',
      'likely',
    ],
    [
      'a short line under the title',
      '',
      body('<h1>Ferry</h1><div class="info">2020年05月04日08:15 来源：港报</div>'),
      '2020-05-04',
      'page',
      'likely',
    ],
    [
      'what is seen, where the tags hold none',
      '<meta property="article:published_time" content="0001-01-01T00:00:00Z">',
      body('<time datetime="1970-01-01">4 May 2020</time>'),
      '2020-05-04',
      'page',
      'likely',
    ],
  ])('is that of %s', (_what, head, content, published, source, certainty) => {
    expect(page(head, content)).toMatchObject({ published, publishedFrom: { source, certainty } });
  });

  test.each([
    ['figures that can be read two ways', body('<time>10/11/2020</time>')],
    ['a day that is in no calendar', body('<time>31 June 2020</time>')],
    ['a day by which something is due', body('<p class="date-deadline">Claims close 1 June 2031</p>')],
    [
      'the days of other stories below',
      `${body('<h1>Ferry</h1>')}<div><div><time datetime="2031-02-02">2 Feb</time> Other</div><div><time datetime="2031-02-03">3 Feb</time> More</div></div>`,
    ],
    ['a date in the text', body('<p>It was signed on 3 May 2020.</p>')],
  ])('is unknown with %s', (_what, content) => {
    expect(page('', content)).toMatchObject({ published: null, publishedFrom: null });
  });

  test('and its title are not those of an event that it speaks of', () => {
    const event =
      '<script type="application/ld+json">{"@type":"Event","name":"Vigil","startDate":"2031-07-01"}</script>';
    const { title, published } = page(`<title>Ferry</title>${event}`, body('<h1>Ferry</h1>'));
    expect({ title, published }).toEqual({ title: 'Ferry', published: null });
  });

  test('comes with the writer that the page shows', () => {
    expect(page('', body('<p class="byline">By Ana Roe</p>')).author).toBe('Ana Roe');
  });
});
