import { expect, test } from 'vitest';
import { publisherAt } from '../hosts.ts';
import { readPage } from './html.ts';
import { readText } from './text.ts';

/*
 * Pages in the shapes that real sites give them, in our own words. What is measured is what share comes out right: a
 * shape that cannot be read stays in the table.
 */

const told = [
  'Guards of the Salt League stopped four grain barges at the Tarn lock, the harbour office of Olvane said in a note.',
  'Mirja Stane, who speaks for the League, denied it and said that the lock had been shut for repairs since the spring.',
  'The river commission said that it would send two observers, once both sides had agreed on the way that they take.',
];
const body = told.map((words) => `<p>${words}</p>`).join('');
const title = 'Barges stopped at the Tarn lock';

interface Shape {
  what: string;
  html: string;
  address?: string;
  /** title, publisher, date */
  expected: [string, string | null, string | null];
}

const page = (head: string, main: string, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8">${head}</head><body>${main}</body></html>`;
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const article = (inner = '', h1 = title) => `<article><h1>${h1}</h1>${inner}${body}</article>`;

const shapes: Shape[] = [
  {
    what: 'a blog program with a graph of linked data',
    html: page(
      `<title>${title} - Olvane Courier</title><meta property="og:site_name" content="Olvane Courier"><meta property="article:modified_time" content="2031-07-09T10:00:00+00:00">${ld(
        {
          '@context': 'https://schema.org',
          '@graph': [
            {
              '@type': 'WebPage',
              '@id': 'https://courier.example/tarn/#webpage',
              name: `${title} - Olvane Courier`,
              datePublished: '2031-03-14T06:00:00+00:00',
            },
            {
              '@type': 'Article',
              headline: title,
              datePublished: '2031-03-14T06:00:00+00:00',
              dateModified: '2031-07-09T10:00:00+00:00',
              publisher: { '@id': 'https://courier.example/#organization' },
            },
            {
              '@type': 'Organization',
              '@id': 'https://courier.example/#organization',
              name: 'Olvane Courier',
            },
          ],
        },
      )}`,
      `<header><a href="/">Olvane Courier</a></header>${article('<div class="entry-meta"><time class="entry-date published updated" datetime="2031-03-14T06:00:00+00:00">March 14, 2031</time></div>')}`,
    ),
    expected: [title, 'Olvane Courier', '2031-03-14'],
  },
  {
    what: 'a blog theme with nothing but classes',
    html: page(
      `<title>${title} | Notes from Olvane</title>`,
      `<main><div class="post"><h1 class="entry-title">${title}</h1><p class="post-meta">Posted on <span class="date">14 March 2031</span> by Ida</p><div class="entry-content">${body}</div></div></main><aside><h3>Recent</h3><ul><li>2 May 2032 Other</li></ul></aside>`,
    ),
    expected: [title, 'Notes from Olvane', '2031-03-14'],
  },
  {
    what: 'an agency with a list of articles in its data',
    html: page(
      `<title>${title} - Norrland Wire</title>${ld([
        {
          '@type': 'NewsArticle',
          headline: 'Another story',
          datePublished: '2032-02-02',
          publisher: { name: 'Norrland Wire' },
        },
        {
          '@type': 'NewsArticle',
          headline: title,
          datePublished: '2031-03-14T08:15:00Z',
          publisher: { name: 'Norrland Wire' },
        },
      ])}`,
      article(),
    ),
    expected: [title, 'Norrland Wire', '2031-03-14'],
  },
  {
    what: 'a broadcaster whose time says only how long ago',
    html: page(
      `<meta property="og:title" content="${title}"><meta property="og:site_name" content="Canal One News">`,
      article(
        '<div data-component="byline"><time datetime="2031-03-14T11:02:07.000Z">3 hours ago</time></div>',
      ),
    ),
    expected: [title, 'Canal One News', '2031-03-14'],
  },
  {
    what: 'a newspaper with its section in the title',
    html: page(
      `<title>${title} | World news | The Lantern</title><meta property="article:published_time" content="2031-03-14T17:30:31.000Z">`,
      `<header><a href="/" data-link-name="logo">The Lantern</a></header><main>${article()}</main>`,
    ),
    expected: [title, 'The Lantern', '2031-03-14'],
  },
  {
    what: 'a page with Dublin Core alone',
    html: page(
      `<meta name="DC.title" content="${title}"><meta name="DC.publisher" content="Institute of Rivers"><meta name="DC.date.issued" content="2031-03-14">`,
      `<div id="content"><h2>${title}</h2>${body}</div>`,
    ),
    expected: [title, 'Institute of Rivers', '2031-03-14'],
  },
  {
    what: 'a journal with citation tags',
    html: page(
      `<meta name="citation_title" content="${title}"><meta name="citation_publication_date" content="2031/03/14"><meta name="citation_publisher" content="Review of Waterways">`,
      article(),
    ),
    expected: [title, 'Review of Waterways', '2031-03-14'],
  },
  {
    what: 'microdata',
    html: page(
      `<title>${title}</title>`,
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${title}</h1><meta itemprop="dateModified" content="2031-05-01"><meta itemprop="datePublished" content="2031-03-14"><div itemprop="publisher" itemscope><span itemprop="name">Delta Post</span></div><div itemprop="articleBody">${body}</div></div>`,
    ),
    expected: [title, 'Delta Post', '2031-03-14'],
  },
  {
    what: 'RDFa of a content manager',
    html: page(
      `<title>${title} | Ministry of Locks</title>`,
      `<main><article><h1 property="schema:name">${title}</h1><span property="dc:date" content="2031-03-14T09:00:00+01:00">Fri, 03/14/2031 - 09:00</span>${body}</article></main>`,
    ),
    expected: [title, 'Ministry of Locks', '2031-03-14'],
  },
  {
    what: 'a ministry with its facts in a list',
    html: page(
      `<title>${title} - LOCKS.OLVANE</title>`,
      `<main><h1>${title}</h1><dl><dt>From:</dt><dd>Department of Locks</dd><dt>Published</dt><dd>14 March 2031</dd><dt>Last updated</dt><dd>2 June 2032, see all updates</dd></dl><div class="govspeak">${body}</div></main>`,
    ),
    address: 'https://www.locks.olvane.example/news/tarn-lock',
    expected: [title, 'LOCKS.OLVANE', '2031-03-14'],
  },
  {
    what: 'an embassy that writes the month first',
    html: page(
      `<title>${title} - Embassy of Olvane</title><meta property="og:title" content="${title} - Embassy of Olvane"><meta property="og:site_name" content="Embassy of Olvane">`,
      `<main><p class="article-meta__publish-date">March 14, 2031</p><h1>${title}</h1>${body}</main>`,
      'lang="en-US"',
    ),
    expected: [title, 'Embassy of Olvane', '2031-03-14'],
  },
  {
    what: 'a commission with its date in a row above the text',
    html: page(
      `<title>${title} | River Commission</title>`,
      `<main><div class="node__meta"><div>Press release</div><div class="field--name-field-date">14.03.2031</div></div><article><h1>${title}</h1>${body}</article></main>`,
    ),
    expected: [title, 'River Commission', '2031-03-14'],
  },
  {
    what: 'an old page of tables',
    html: `<HTML><HEAD><TITLE>${title}</TITLE></HEAD><BODY BGCOLOR=white><TABLE><TR><TD><FONT SIZE=5><B>${title}</B></FONT><BR><FONT SIZE=1>Posted: March 14, 2031</FONT><P>${told.join('<P>')}</TD></TR></TABLE></BODY></HTML>`,
    address: 'http://www.oldriver.example/news/1207.html',
    expected: [title, 'oldriver.example', '2031-03-14'],
  },
  {
    what: 'a page of no date but in its address',
    html: page(`<title>${title}</title>`, article()),
    address: 'https://tarn-herald.example/2031/03/14/barges-stopped',
    expected: [title, 'tarn-herald.example', '2031-03-14'],
  },
  {
    what: 'a page with the month of its address alone',
    html: page(`<title>${title}</title>`, article()),
    address: 'https://tarn-herald.example/2031/03/barges-stopped/',
    expected: [title, 'tarn-herald.example', '2031-03'],
  },
  {
    what: 'a mobile page for speed',
    html: page(
      `<link rel="canonical" href="https://herald.example/a/1"><title>${title}</title>${ld({ '@type': ['NewsArticle', 'ReportageNewsArticle'], headline: title, datePublished: ['2031-03-14T01:00:00+09:00'], publisher: [{ '@type': 'Organization', name: 'Herald of Olvane' }] })}`,
      article(),
      'amp lang="en"',
    ),
    expected: [title, 'Herald of Olvane', '2031-03-14'],
  },
  {
    what: 'data with a comment around it and raw line ends in it',
    html: page(
      `<title>${title}</title><script type="application/ld+json">/*<![CDATA[*/ {"@type":"NewsArticle","headline":"${title}","description":"First line\nsecond line","datePublished":"2031-03-14","publisher":{"name":"Weir Gazette",},} /*]]>*/</script>`,
      article(),
    ),
    expected: [title, 'Weir Gazette', '2031-03-14'],
  },
  {
    what: 'data of a page and no article',
    html: page(
      `<title>${title}</title>${ld({ '@type': 'WebPage', name: title, datePublished: '2031-03-14', dateModified: '2032-01-01', isPartOf: { '@type': 'WebSite', name: 'Lockkeepers' } })}`,
      article(),
    ),
    expected: [title, 'Lockkeepers', '2031-03-14'],
  },
  {
    what: 'data that writes its date as a script does',
    html: page(
      `<title>${title}</title>${ld({ '@type': 'BlogPosting', headline: title, datePublished: 'Fri Mar 14 2031 10:00:00 GMT+0100 (CET)', publisher: 'Ferrymen’s Blog' })}`,
      article(),
    ),
    expected: [title, 'Ferrymen’s Blog', '2031-03-14'],
  },
  {
    what: 'seconds since 1970',
    html: page(
      `<meta property="og:title" content="${title}"><meta property="og:site_name" content="Sluice"><meta property="article:published_time" content="1931248800">`,
      article(),
    ),
    expected: [title, 'Sluice', '2031-03-14'],
  },
  {
    what: 'a compact timestamp',
    html: page(
      `<title>Sluice: ${title}</title><meta property="og:site_name" content="Sluice"><meta name="publish-date" content="20310314T101500+0100">`,
      article(),
    ),
    expected: [title, 'Sluice', '2031-03-14'],
  },
  {
    what: 'a first date and a later one beside it',
    html: page(
      `<title>${title} — Brackwater Times</title>`,
      `<article><h1>${title}</h1><p class="dates">Updated 16 March 2031, 08:00. First published 14 March 2031, 21:10.</p>${body}</article>`,
    ),
    address: 'https://brackwatertimes.example/a/991',
    expected: [title, 'Brackwater Times', '2031-03-14'],
  },
  {
    what: 'a meta tag that follows the last change',
    html: page(
      `<title>${title}</title><meta name="date" content="2032-06-01"><meta name="last-modified" content="2032-06-01">`,
      `<article><h1>${title}</h1><div class="published-on">Published: 14 March 2031</div>${body}</article>`,
    ),
    address: 'https://www.weirs.example/x',
    expected: [title, 'weirs.example', '2031-03-14'],
  },
  {
    what: 'French',
    html: page(
      `<title>Des barges arrêtées à l’écluse - Le Fanal</title><meta property="og:site_name" content="Le Fanal">`,
      `<article><h1>Des barges arrêtées à l’écluse</h1><p class="article__date">Publié le 14 mars 2031 à 18h05, mis à jour le 16 mars 2031 à 09h00</p>${body}</article>`,
      'lang="fr"',
    ),
    expected: ['Des barges arrêtées à l’écluse', 'Le Fanal', '2031-03-14'],
  },
  {
    what: 'German, by points',
    html: page(
      `<title>Kähne an der Schleuse gestoppt | Uferbote</title>`,
      `<header><a href="/" class="logo">Uferbote</a></header><article><h1>Kähne an der Schleuse gestoppt</h1><div class="meta">Stand: 14.03.2031, 17:22 Uhr</div>${body}</article>`,
      'lang="de"',
    ),
    expected: ['Kähne an der Schleuse gestoppt', 'Uferbote', '2031-03-14'],
  },
  {
    what: 'Spanish',
    html: page(
      `<title>Barcazas detenidas en la esclusa</title><meta name="application-name" content="El Remo">`,
      `<article><h1>Barcazas detenidas en la esclusa</h1><span class="fecha timestamp">14 de marzo de 2031, 10:30 p. m.</span>${body}</article>`,
      'lang="es"',
    ),
    expected: ['Barcazas detenidas en la esclusa', 'El Remo', '2031-03-14'],
  },
  {
    what: 'Portuguese, by figures',
    html: page(
      `<title>Barcaças paradas na eclusa - Folha do Rio</title>`,
      `<article><h1>Barcaças paradas na eclusa</h1><time>03/04/2031 09h12</time>${body}</article>`,
      'lang="pt-BR"',
    ),
    expected: ['Barcaças paradas na eclusa', 'Folha do Rio', '2031-04-03'],
  },
  {
    what: 'American figures',
    html: page(
      `<title>${title}</title><meta property="og:site_name" content="Levee Daily">`,
      `<article><h1>${title}</h1><time>03/04/2031</time>${body}</article>`,
      'lang="en-US"',
    ),
    expected: [title, 'Levee Daily', '2031-03-04'],
  },
  {
    what: 'British figures, by the land of the host',
    html: page(
      `<title>${title}</title><meta property="og:site_name" content="Fen Mercury">`,
      `<article><h1>${title}</h1><div class="post-date">03/04/2031</div>${body}</article>`,
    ),
    address: 'https://www.fenmercury.uk/news/1',
    expected: [title, 'Fen Mercury', '2031-04-03'],
  },
  {
    what: 'Russian',
    html: page(
      `<title>Баржи остановлены у шлюза — Речной вестник</title><meta property="og:site_name" content="Речной вестник">`,
      `<article><h1>Баржи остановлены у шлюза</h1><div class="article-date">14 марта 2031, 12:40</div>${body}</article>`,
      'lang="ru"',
    ),
    expected: ['Баржи остановлены у шлюза', 'Речной вестник', '2031-03-14'],
  },
  {
    what: 'Arabic, in its own figures',
    html: page(
      `<meta property="og:title" content="توقيف أربعة قوارب"><meta property="og:site_name" content="صدى النهر">`,
      `<article dir="rtl"><h1>توقيف أربعة قوارب</h1><div class="publish-date">نشر في: ١٤ آذار ٢٠٣١</div>${body}</article>`,
      'lang="ar" dir="rtl"',
    ),
    expected: ['توقيف أربعة قوارب', 'صدى النهر', '2031-03-14'],
  },
  {
    what: 'Persian, in its own calendar',
    html: page(
      `<meta property="og:title" content="توقیف چهار قایق"><meta property="og:site_name" content="موج">`,
      `<article><h1>توقیف چهار قایق</h1><div class="news-date">۲۳ اسفند ۱۴۰۹</div>${body}</article>`,
      'lang="fa" dir="rtl"',
    ),
    expected: ['توقیف چهار قایق', 'موج', '2031-03-14'],
  },
  {
    what: 'Turkish',
    html: page(
      `<title>Mavnalar kilitte durduruldu - Kıyı Haber</title><meta property="og:site_name" content="Kıyı Haber">`,
      `<article><h1>Mavnalar kilitte durduruldu</h1><p class="tarih">Yayınlanma tarihi: 14 Mart 2031</p>${body}</article>`,
      'lang="tr"',
    ),
    expected: ['Mavnalar kilitte durduruldu', 'Kıyı Haber', '2031-03-14'],
  },
  {
    what: 'Chinese',
    html: page(
      `<title>驳船在船闸被拦下_江报</title><meta property="og:site_name" content="江报"><meta property="og:title" content="驳船在船闸被拦下">`,
      `<div class="article"><h1>驳船在船闸被拦下</h1><div class="date">2031年3月14日 08:30</div>${body}</div>`,
      'lang="zh-CN"',
    ),
    expected: ['驳船在船闸被拦下', '江报', '2031-03-14'],
  },
  {
    what: 'Polish, whose month is another one elsewhere',
    html: page(
      `<title>Barki zatrzymane na śluzie | Głos Brzegu</title><meta property="og:site_name" content="Głos Brzegu">`,
      `<article><h1>Barki zatrzymane na śluzie</h1><time>14 listopada 2031</time>${body}</article>`,
      'lang="pl"',
    ),
    expected: ['Barki zatrzymane na śluzie', 'Głos Brzegu', '2031-11-14'],
  },
  {
    what: 'Hungarian, the year first',
    html: page(
      `<title>Bárkákat állítottak meg - Part</title><meta property="og:site_name" content="Part">`,
      `<article><h1>Bárkákat állítottak meg</h1><div class="datum">2031. március 14., 12:15</div>${body}</article>`,
      'lang="hu"',
    ),
    expected: ['Bárkákat állítottak meg', 'Part', '2031-03-14'],
  },
  {
    what: 'a dateline in the first paragraph',
    html: page(
      `<title>${title}</title><meta property="og:site_name" content="Ferry Post">`,
      `<article><h1>${title}</h1><p>OLVANE, March 14, 2031 (ONA) — ${told[0]}</p>${body}</article>`,
    ),
    expected: [title, 'Ferry Post', '2031-03-14'],
  },
  {
    what: 'a page that a browser saved',
    html: `<!DOCTYPE html>\n<!-- saved from url=(0047)https://www.estuary.example/2031/03/14/tarn-lock -->\n${page(`<title>${title} – Estuary</title>`, article()).slice(15)}`,
    expected: [title, 'Estuary', '2031-03-14'],
  },
  {
    what: 'other stories above it and beside it',
    html: page(
      `<title>${title}</title><meta property="og:site_name" content="Shoal">`,
      `<main><aside><article><h3><a href="/b">Other</a></h3><time datetime="2032-08-08">8 August 2032</time></article></aside><article><h1>${title}</h1><div class="byline">By Ida Tove <time datetime="2031-03-14">14 March 2031</time></div>${body}</article><section class="related"><time datetime="2032-09-09"></time></section></main>`,
    ),
    expected: [title, 'Shoal', '2031-03-14'],
  },
  {
    what: 'a live blog',
    html: page(
      `<title>${title}: live | Quayside</title>${ld({ '@type': 'LiveBlogPosting', headline: `${title}: live`, datePublished: '2031-03-14T07:00:00Z', dateModified: '2031-03-16T07:00:00Z', publisher: { name: 'Quayside' } })}`,
      `<main><h1>${title}: live</h1>${told.map((words, at) => `<section><time datetime="2031-03-1${6 - at}T07:00:00Z">07.00</time><p>${words}</p></section>`).join('')}</main>`,
    ),
    expected: [`${title}: live`, 'Quayside', '2031-03-14'],
  },
];

/** The shapes that do not come out as expected in a part of it; the host stands for a publisher, as in collecting. */
function wrongIn(part: 0 | 1 | 2): string[] {
  return shapes.flatMap(({ what, html, address, expected }) => {
    const { title: named, publisher, published } = readPage(html, 'page.html', address ?? null);
    const came = [named, publisher ?? (address ? publisherAt(address) : null), published][part] ?? null;
    return came === expected[part] ? [] : [`${what}: ${came} instead of ${expected[part]}`];
  });
}

test.each([
  ['titles', 0, 0.95],
  ['publishers', 1, 0.9],
  ['dates', 2, 0.9],
] as const)('%s of forty pages are read', (_what, part, least) => {
  expect(shapes).toHaveLength(40);
  const wrong = wrongIn(part);
  expect(1 - wrong.length / shapes.length, wrong.join('\n')).toBeGreaterThanOrEqual(least);
});

const texts: [text: string, title: string | null, date: string | null][] = [
  [`${title}\n\nOLVANE, March 14, 2031 (ONA) — ${told[0]}\n\n${told[1]}`, title, '2031-03-14'],
  [`${title}\nPublished: 14 March 2031\n\n${told[0]}\n${told[1]}`, title, '2031-03-14'],
  [`FOR IMMEDIATE RELEASE\n14 March 2031\n\n${title}\n\n${told[0]}`, title, '2031-03-14'],
  [`Date: 14.03.2031\nFrom: Harbour office\n\n${told[0]}\n\n${told[1]}`, null, '2031-03-14'],
  [`${title}\n\nBy Ida Tove\nFriday, 14 March 2031\n\n${told[0]}`, title, '2031-03-14'],
  [`(Olvane, 14 March 2031) – ${told[0]}\n\n${told[1]}`, null, '2031-03-14'],
  [`Titel: Kähne gestoppt\nVeröffentlicht am 14. März 2031\n\n${told[0]}`, 'Kähne gestoppt', '2031-03-14'],
  [`TARN/OLVANE, 14 Mar 2031 – ${told[0]}\n${told[1]}`, null, '2031-03-14'],
  [`${title}\n\n2031-03-14 18:20 UTC\n\n${told.join('\n\n')}`, title, '2031-03-14'],
  [`${told[0]}\n\n${told[1]} It was agreed on 2 May 2029.`, null, null],
];

test.each([
  ['titles', 1],
  ['dates', 2],
] as const)('%s of plain texts are read', (_what, part) => {
  const wrong = texts.filter(([text, ...expected]) => {
    const { title, published } = readText(text, 'a.txt', false);
    return [title, published][part - 1] !== expected[part - 1];
  });
  expect(1 - wrong.length / texts.length, wrong.join('\n\n')).toBeGreaterThanOrEqual(0.8);
});
