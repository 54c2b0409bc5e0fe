import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../content.ts';
import { readPage } from './html.ts';
import { readMail } from './mail.ts';

const first =
  'The Marl Guard shut the toll road at Ebbing on Monday, the province of Sorrel said in a letter.';
const second =
  'Its captain, Tove Arran, denied that and said that the road had been open all week, by day and by night.';
const third =
  'Observers of the accord could not tell who was right, because the snow kept them from the pass.';
const body = `<p>${first}</p><p>${second}</p><p>${third}</p>`;
const whole = [first, second, third].join('\n\n');
const heading = 'Toll road shut at Ebbing';

const read = (main: string, head = `<title>${heading}</title>`, address: string | null = null): Content =>
  readPage(
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${main}</body></html>`,
    'page.html',
    address,
  );
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const leftOut = ({ account }: Content) => account?.leftOut.map(({ what }) => what) ?? [];

describe('a notice on cookies', () => {
  const notice = Array.from(
    { length: 7 },
    (_, at) =>
      `<p>With your consent, we and our partners use cookies to store and access personal data such as your visit for advertising, as told in point ${at}.</p>`,
  ).join('');
  test.each([
    ['of a program for consent', `<div id="onetrust-consent-sdk">${notice}</div><main>${body}</main>`],
    [
      'in a dialog',
      `<div role="dialog" aria-label="Cookie consent">${notice}</div><article>${body}</article>`,
    ],
    [
      'with nothing but its button',
      `<section><h2>We value your privacy</h2>${notice}<div><button>Accept all</button></div></section><div class="text">${body}</div>`,
    ],
    [
      'in German, at the end',
      `<main><h1>${heading}</h1>${body}</main><div class="cmp-box"><p>${'Wir und unsere Partner verwenden Cookies und verarbeiten personenbezogene Daten mit Ihrer Einwilligung. '.repeat(9)}</p><button>Alle akzeptieren</button></div>`,
    ],
  ])('%s is not the report', (_what, main) => {
    const page = read(main);
    expect(page.text).toBe(whole);
    expect(leftOut(page)).toEqual(['notices on cookies']);
  });

  test('is the report where the report is on cookies', () => {
    const words =
      'The court said that cookies need consent, and that partners who process personal data for advertising must ask.';
    expect(
      read(`<article class="story cookie-ruling"><h1>Ruling</h1><p>${words}</p>${body}</article>`).text,
    ).toContain(words);
  });
});

describe('what stands in the place of a report', () => {
  test.each([
    [
      'a robot check',
      'Attention Required!',
      '<h1>One more step</h1><p>Please complete the security check to access this site.</p><p>Ray ID: 7f0</p>',
      /person or a program/,
    ],
    [
      'a robot check in French',
      'Vérification',
      '<h1>Nous vérifions que vous n’êtes pas un robot</h1><p>Veuillez activer JavaScript et les cookies.</p>',
      /person or a program/,
    ],
    [
      'a page that is not there, in Spanish',
      'El Paso',
      '<h1>¡Vaya! No encontramos lo que buscas</h1><p>La página solicitada no existe o ha sido movida.</p>',
      /no such page/,
    ],
    [
      'a robot check by its script',
      'ebbing.example',
      '<p>Verify you are human by completing the action below.</p><script src="/cdn-cgi/challenge-platform/x.js"></script>',
      /person or a program/,
    ],
    [
      'a refusal',
      'Access Denied',
      '<h1>Access Denied</h1><p>You don’t have permission to access this page on this server. Reference #18.2f</p>',
      /person or a program/,
    ],
    [
      'a page that is gone',
      'Oops! | The Ridge',
      '<h1>We can’t find that page</h1><p>The page you requested may have been moved or deleted. Go back to the home page.</p>',
      /no such page/,
    ],
    [
      'a page that is gone, in French',
      'Page introuvable',
      '<h1>Erreur 404</h1><p>La page que vous cherchez n’existe plus.</p>',
      /no such page/,
    ],
    [
      'a failure',
      '503 Service Temporarily Unavailable',
      '<center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center>',
      /failed/,
    ],
    [
      'a closed door',
      'Unavailable for legal reasons',
      '<h1>451</h1><p>We cannot grant access from a country in the European Economic Area.</p>',
      /countries/,
    ],
    [
      'a rejection',
      'Request Rejected',
      '<p>The requested URL was rejected. Your support ID is: 88</p>',
      /person or a program/,
    ],
    [
      'a form to sign in',
      'Log in to The Ridge',
      '<h1>Log in</h1><p>Forgot your password? Create an account. Log in with your phone.</p>',
      /sign in/,
    ],
    [
      'a wall of cookies',
      'Before you continue',
      `<p>We and our partners store and access personal data, such as cookies, for advertising. You can accept or reject. See our privacy policy for your consent.</p>`,
      /cookies/,
    ],
  ])('%s is refused', (_what, title, main, why) => {
    expect(() => read(main, `<title>${title}</title>`)).toThrow(
      expect.objectContaining({ code: 'PROVISO_INPUT_NO_REPORT', message: expect.stringMatching(why) }),
    );
  });

  test.each([
    ['a report on a robot check', `<article><h1>Just a moment, says the captain</h1>${body}</article>`],
    [
      'a report of what was not found',
      `<article><h1>Road to Ebbing not found on new maps</h1>${body}</article>`,
    ],
    ['a short statement', '<h1>Statement</h1><p>The Guard denies it.</p>'],
  ])('%s is one', (_what, main) => {
    expect(() => read(main, '<title>The Ridge</title>')).not.toThrow();
  });
});

describe('a page that shows its beginning alone', () => {
  test.each([
    [
      'says so in its data',
      ld({ '@type': 'NewsArticle', headline: heading, isAccessibleForFree: false }),
      `<article><p>${first}</p></article>`,
    ],
    [
      'asks for payment',
      '',
      `<article><p>${first}</p><p>Subscribe now to continue reading. Cancel anytime.</p></article>`,
    ],
    [
      'asks for it in German',
      '',
      `<article><p>${first}</p><div><p>Dieser Artikel ist nur für Abonnenten. Jetzt abonnieren.</p></div></article>`,
    ],
    [
      'asks for it in French',
      '',
      `<article><p>${first}</p><p>Il vous reste 82 % de cet article à lire. La suite est réservée aux abonnés.</p></article>`,
    ],
    [
      'breaks off',
      '',
      `<article><p>${first}</p><p>The captain, who was in Sorrel at the time, told …</p></article>`,
    ],
  ])('%s', (_what, head, main) => {
    const page = read(main, `<title>${heading}</title>${head}`);
    expect(page.incomplete).toMatch(/beginning/);
    expect(page.text).toContain(first);
    expect(page.text).not.toMatch(/Cancel|abonnieren|abonnés/);
  });

  test('is whole where all of it is there', () => {
    expect(read(`<article>${body.repeat(6)}</article>`).incomplete).toBeNull();
  });
});

describe('a page that scripts fill', () => {
  test.each([
    [
      'in its data',
      ld({ '@type': 'NewsArticle', headline: heading, articleBody: `${first}\n\n${second}\n${third}` }),
      '<div id="app"></div><footer>About us Contact</footer>',
    ],
    [
      'in its data, as HTML in a graph',
      ld({
        '@graph': [
          {
            '@type': 'Article',
            headline: heading,
            articleBody: `<p>${first}</p><p>${second}</p><p>${third}</p>`,
          },
        ],
      }),
      '<div id="root">Loading</div>',
    ],
    [
      'in its data, as HTML whose marks are entities',
      ld({
        '@type': 'Article',
        headline: heading,
        articleBody: `&lt;p&gt;${first}&lt;/p&gt;&lt;p&gt;${second}&lt;/p&gt;&lt;p&gt;${third}&lt;/p&gt;`,
      }),
      '<div id="root"></div>',
    ],
    ['for browsers without scripts', '', `<div id="__next"></div><noscript><div>${body}</div></noscript>`],
  ])('has its text %s', (_what, head, main) => {
    expect(read(main, `<title>${heading}</title>${head}`).text).toBe(whole);
  });

  test.each([
    [
      'of an app alone',
      '<div id="root"><header>The Ridge</header><div>Loading …</div></div><script src="/app.js"></script>',
    ],
    [
      'of menus alone',
      '<nav>Home News</nav><div id="app"></div><footer><a href="/t">Terms</a></footer><script src="a.js"></script>',
    ],
    [
      'with a plea for scripts',
      '<div id="app"></div><noscript>Please enable JavaScript to read this site, or use another browser.</noscript>',
    ],
  ])('is refused %s', (_what, main) => {
    expect(() => read(main)).toThrow(expect.objectContaining({ code: 'PROVISO_INPUT_NO_TEXT' }));
  });

  test('names what its data has beside what it shows', () => {
    const page = read(`<article><p>${first}</p></article><noscript><p>${third}</p></noscript>`);
    expect(page.text).toBe(first);
    expect(page.account?.leftOut).toEqual([
      { what: 'parts for browsers without scripts', characters: third.length, begins: third },
    ]);
  });
});

describe('a live blog', () => {
  const short = ['The Guard denied it.', 'It was open yesterday.', 'Observers left.'];
  const times = ['2031-02-06T18:40:00Z', '2031-02-05T09:05:00Z', '2031-02-04T07:00:00Z'];
  const typed = ld({ '@type': 'LiveBlogPosting', headline: heading, datePublished: '2031-02-04' });
  const entriesOf = ({ text, segments }: Content) =>
    (segments ?? [])
      .filter(({ kind }) => kind === 'entry')
      .map(({ span, date }) => [text.slice(...span), date]);

  test.each([
    [
      'of articles',
      typed,
      `<main><h1>${heading}</h1>${short.map((words, at) => `<article><header><time datetime="${times[at]}">x</time></header><p>${words}</p></article>`).join('')}</main>`,
    ],
    [
      'of list items, with the time as text',
      typed,
      `<main><h1>${heading}</h1><ol>${short.map((words, at) => `<li><span class="timestamp">${6 - at} February 2031 ${times[at]?.slice(11, 16)}</span><p>${words}</p></li>`).join('')}</ol></main>`,
    ],
    [
      'under headings of days',
      typed,
      `<main><h1>${heading}</h1><div>${short.map((words, at) => `<h3>${6 - at} February</h3><section><time>${times[at]?.slice(11, 16)}</time><p>${words}</p></section>`).join('')}</div></main>`,
    ],
    [
      'with the times in its headings',
      typed,
      `<article><h1>${heading}</h1>${short.map((words, at) => `<h3>${6 - at} February, ${times[at]?.slice(11, 16)}: News</h3><p>${words}</p>`).join('')}</article>`,
    ],
    [
      'with its times in attributes',
      typed,
      `<main><h1>${heading}</h1>${short.map((words, at) => `<div class="post" data-timestamp="${times[at]}"><p>${words}</p></div>`).join('')}</main>`,
    ],
    [
      'that only calls itself live',
      '<meta property="article:published_time" content="2031-02-04">',
      `<article><h1>${heading} – live updates</h1>${short.map((words, at) => `<div class="liveblog-entry"><time datetime="${times[at]}"></time><p>${words}</p></div>`).join('')}</article>`,
    ],
    [
      'that says it was one',
      '<meta property="article:published_time" content="2031-02-04">',
      `<main><h1>${heading}: as it happened</h1>${short.map((words, at) => `<article><time datetime="${times[at]}">x</time><p>${words}</p></article>`).join('')}</main>`,
    ],
    [
      'whose entries alone are named so',
      '<meta property="article:published_time" content="2031-02-04">',
      `<h1>${heading}</h1><div>${short.map((words, at) => `<div class="online__item"><span class="online__time">${6 - at} February, ${times[at]?.slice(11, 16)}</span><div><p>${words}</p></div></div>`).join('')}</div>`,
    ],
  ])('%s keeps every entry with its time', (_what, head, main) => {
    const page = read(main, `<title>${heading}</title>${head}`);
    const entries = entriesOf(page);
    expect(entries.map(([, date]) => date)).toEqual(times.map((time) => time.slice(0, 16)));
    for (const [at, words] of short.entries()) expect(entries[at]?.[0]).toContain(words);
  });

  test('has the entries of its data alone', () => {
    const data = {
      '@type': 'LiveBlogPosting',
      headline: heading,
      datePublished: '2031-02-04',
      liveBlogUpdate: times.map((datePublished, at) => ({
        '@type': 'BlogPosting',
        headline: `Entry ${at}`,
        datePublished,
        articleBody: `${short[at]} So it was said at noon.`,
      })),
    };
    const page = read('<div id="app"><h1>Live</h1></div>', `<title>${heading}</title>${ld(data)}`);
    expect(entriesOf(page).map(([, date]) => date)).toEqual(times.map((time) => time.slice(0, 16)));
  });

  test('is not every page with times', () => {
    const cards = times
      .map((time, at) => `<li><a href="/${at}"><h3>Story ${at}</h3></a><time datetime="${time}"></time></li>`)
      .join('');
    expect(read(`<article>${body}</article><ul>${cards}</ul>`).segments).toBeNull();
  });
});

describe('a page that was saved', () => {
  const article = `<article><h1>${heading}</h1>${body}</article>`;
  const page = `<html lang="en"><head><title>${heading}</title></head><body>${article}</body></html>`;
  const address = 'https://ridge.example/news/toll-road?id=7&lang=en';
  test.each([
    ['by Firefox or Chrome', `<!DOCTYPE html>\n<!-- saved from url=(0049)${address} -->\n${page}`],
    [
      'by SingleFile',
      `<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: ${address.replace('&', '&amp;')} \n saved date: Tue Feb 04 2031 10:00:00 GMT+0100\n-->${page.slice(6)}`,
    ],
    [
      'by a web archive, as its script says',
      page.replace('<title>', `<script>__wm.wombat("${address}","20310204");</script><title>`),
    ],
    ['by monolith', `<!-- Saved from ${address} at 2031-02-04T10:00:00Z using monolith v2.8.1 -->\n${page}`],
    [
      'by a web archive, with its bar',
      page.replace(
        '<body>',
        `<body><script>__wm.wombat("${address}","20310204");</script><div id="wm-ipp-base"><div id="wm-ipp">12 captures from 4 Feb 2031 to 6 Feb 2031 Success</div></div>`,
      ),
    ],
    [
      'by another archive',
      page.replace(
        '<title>',
        `<link rel="canonical" href="https://archive.example/2031.02.04-101112/${address}"><title>`,
      ),
    ],
    [
      'by a web archive',
      page.replace(
        '<title>',
        `<link rel="canonical" href="https://archive.example/web/20310204101112id_/${address}"><title>`,
      ),
    ],
  ])('%s has the address that it came from', (_what, html) => {
    const { url, text } = readPage(html, 'page.html');
    expect({ url, text }).toEqual({ url: address, text: whole });
  });

  test.each([
    [
      'Snapshot-Content-Location',
      'From: <Saved by Blink>\nSnapshot-Content-Location: https://ridge.example/a\nSubject: x\nDate: Tue, 4 Feb 2031 10:00:00 -0000',
    ],
    [
      'a name of its own',
      'From: "Saved by WebKit"\nSubject: x\nDate: Tue, 4 Feb 2031 10:00:00 -0000\nContent-Location: https://ridge.example/a',
    ],
    ['that of its part alone', 'From: <Saved by WebKit>\nSubject: x\nDate: Tue, 4 Feb 2031 10:00:00 -0000'],
  ])('as MHTML, with %s, is the page', async (_what, headers) => {
    const mail = `${headers}\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://ridge.example/a\n\n${page}\n--b--\n`;
    const { content } = await readMail(Buffer.from(mail), 'page.mhtml', null);
    expect(content).toMatchObject({
      url: 'https://ridge.example/a',
      text: whole,
      title: heading,
      published: null,
    });
  });
});

describe('the agency', () => {
  test.each([
    ['in brackets of the dateline', `<p>EBBING, Feb 4 (SNA) – ${first}</p>`, 'SNA'],
    ['before its dash', `<p>EBBING (Reuters) - ${first}</p>`, 'Reuters'],
    ['in a line at the end', `${body}<p>Source: Sorrel News Agency</p>`, 'Sorrel News Agency'],
    ['in its notice of rights', `${body}<p>© 2031 Agence France-Presse</p>`, 'Agence France-Presse'],
    ['nowhere', `${body}<p>The letter (SNA) was short.</p>`, null],
  ])('is the one that stands %s', (_what, main, agency) => {
    expect(read(`<article>${main}${body}</article>`.replace(`${body}${body}`, body)).agency).toBe(agency);
  });
});

describe('every sentence of a page', () => {
  /** Ways in which pages hold a sentence. */
  const holders: ((words: string) => string)[] = [
    (words) => `<p>${words}</p>`,
    (words) => `<p>${words}</p>`,
    (words) => `<p>${words}</p>`,
    (words) => `<div><div>${words}</div></div>`,
    (words) => `<ul><li>${words}</li></ul>`,
    (words) => `<blockquote>${words}</blockquote>`,
    (words) => `<h2>${words}</h2>`,
    (words) => `<figure><img src="a.jpg"><figcaption>${words}</figcaption></figure>`,
    (words) => `<table><tr><td>${words}</td><td>7</td></tr></table>`,
    (words) => `<nav><a href="/x">${words}</a></nav>`,
    (words) => `<aside><p>${words}</p></aside>`,
    (words) => `<footer><p>${words}</p></footer>`,
    (words) => `<div class="related-articles"><h3><a href="/y">${words}</a></h3></div>`,
    (words) => `<div hidden>${words}</div>`,
    (words) => `<noscript><p>${words}</p></noscript>`,
    (words) => `<form><label>${words}</label><button>Send</button></form>`,
    (words) => `<div id="cookie-banner">We use cookies. ${words}<button>Accept</button></div>`,
    (words) => `<section class="comments"><p>${words}</p></section>`,
    (words) => `<details><summary>More</summary>${words}</details>`,
    (words) => `text between <b>${words}</b> and <br>a line`,
  ];
  const sentence = fc
    .array(
      fc.constantFrom(
        'tolls',
        'the',
        'road',
        'guards',
        'shut',
        'snow',
        'Ebbing',
        'pass',
        'letter',
        'denied',
        'observers',
        'by',
        'night',
      ),
      {
        minLength: 5,
        maxLength: 24,
      },
    )
    .map((words) => words.join(' '));
  const held = fc.record({ words: sentence, holder: fc.nat(holders.length - 1) });
  const wraps = fc.constantFrom('<article>', '<main>', '<div class="content">', '<section>', '');

  test('comes out or is named, with how much of it there is', () => {
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 14 }), wraps, (parts, wrap) => {
        const numbered = parts.map(({ words, holder }, at) => ({
          words: `Number ${at} says ${words}.`,
          holder,
        }));
        const main = numbered
          .map(({ words, holder }) => (holders[holder] as (words: string) => string)(words))
          .join('\n');
        const html = `<html lang="en"><head><title>T</title></head><body>${wrap}<p>${first}</p>${main}${wrap.replace(/^<(\w+).*/, '</$1>')}</body></html>`;
        const { text, account } = readPage(html, 'page.html');
        const missing = numbered.filter(({ words }) => !text.includes(words));
        const named = account?.leftOut.reduce((sum, { characters }) => sum + characters, 0) ?? 0;
        expect(named).toBeGreaterThanOrEqual(missing.reduce((sum, { words }) => sum + words.length, 0));
        expect(account?.share).toBeLessThanOrEqual(1);
        if (missing.length > 0) expect(account?.share).toBeLessThan(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the day of a page', () => {
  const article = `<article><h1>${heading}</h1>${body}</article>`;

  test.each([
    [
      'above the article, deeper than it',
      `<header><div><time>4 February 2031</time></div></header>${article}`,
    ],
    ['in the head of the article', article.replace('</h1>', '</h1><p><time>4 February 2031</time></p>')],
    [
      'above, with another story’s below',
      `<header><time>4 February 2031</time></header>${article}<section><div><time>9 March 2031</time></div></section>`,
    ],
  ])('is seen %s', (_, main) => {
    expect(read(main).published).toBe('2031-02-04');
  });

  test('is not that of a story below', () => {
    expect(read(`${article}<div><div><time>9 March 2031</time></div></div>`).published).toBeNull();
  });
});
