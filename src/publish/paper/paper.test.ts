import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { reportPaper } from '../report/report.ts';
import { passReport } from '../report/testing.ts';
import { zippedText } from '../testing.ts';
import { paperDocx } from './docx.ts';
import { paperHtml } from './html.ts';
import { paperMarkdown } from './markdown.ts';
import { list, note, type Paper, paragraph, quote } from './paper.ts';

/** A paper with everything that a paper may have, in which somebody else wrote the words. */
const paperOf = (words: string): Paper => ({
  title: words,
  subtitle: [words],
  sections: [
    {
      heading: words,
      anchor: 'one',
      blocks: [
        paragraph('It says ', quote(words), note('See ', quote(words), '.'), ' and ', {
          kind: 'strong',
          text: words,
        }),
        ...list([[words], [{ kind: 'link', text: words, address: words }]]),
        {
          kind: 'table',
          caption: words,
          columns: [words, 'B'],
          widths: [50, 50],
          rows: [[[quote(words), note(words)], [words]]],
        },
      ],
      sections: [{ heading: 'Inner', anchor: 'two', blocks: [paragraph('Second.')], sections: [] }],
    },
  ],
});

const count = (text: string | undefined, pattern: RegExp): number => text?.match(pattern)?.length ?? 0;

const anyCodeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

const hostile: readonly (readonly [what: string, words: string])[] = [
  ['a script', '</script><script>alert(1)</script>'],
  ['a formula', '=HYPERLINK("http://evil.example")'],
  ['an image', '<img src=x onerror=alert(1)>'],
  ['Markdown', '[x](javascript:alert(1)) `code` **bold** | cell | <!-- '],
  ['controls', '\u0000\u0001\u000b\u001b[31m\ufffe'],
  ['half characters', '\ud800 half \udc00'],
  ['a turn of direction', '\u202eturned'],
  ['XML', ']]>&amp;&#0;'],
  ['a name of 10,000 letters', 'x'.repeat(10_000)],
  ['lines', 'a\n\n# heading\n\n1. item'],
  ['nothing', ''],
];

describe('a Word document', () => {
  it('has headings, numbered paragraphs and notes of its own kind', async () => {
    const parts = await zippedText(await paperDocx(paperOf('words')));
    const body = parts.get('word/document.xml');
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>.*words.*<w:pStyle w:val="Heading2"\/>.*Inner/s);
    expect(parts.get('word/numbering.xml')).toMatch(
      /<w:numFmt w:val="decimal"\/>.*?<w:lvlText w:val="%1\."\/>/s,
    );
    expect(parts.get('word/styles.xml')).toMatch(/w:styleId="Heading1"/);
    const set = [...(body ?? '').matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(([, id]) => id);
    expect(set).toHaveLength(2);
    for (const id of set) expect(parts.get('word/footnotes.xml')).toContain(`w:id="${id}"`);
    expect(body).toContain('<w:tblHeader/>');
  });

  it('is read back with the same headings, numbers and notes', async () => {
    const paper = reportPaper(passReport(['Raiders camp in the north.', 'Raiders camp in the south.']));
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await paperDocx(paper)) });
    const { document } = parseHTML(`<html><body>${value}</body></html>`);
    const told = (selector: string) =>
      [...document.querySelectorAll(selector)].map((each) => each.textContent);
    expect(told('h2')).toEqual(['Norland does not host raiders.', 'Norland leaves the pass in 90 days.']);
    expect(told('h1')).toEqual(expect.arrayContaining(paper.sections.map(({ heading }) => heading)));
    expect(told('ol > li').length).toBeGreaterThan(10);
    expect(told('[id^="footnote-"]:not([id*="ref"])')).toEqual([
      expect.stringContaining('paragraph 2, sentence 2; annex A, document 1.'),
      expect.stringContaining('annex A, document 2.'),
    ]);
  });

  it('sets words of a script from the right as such', async () => {
    const parts = await zippedText(await paperDocx(paperOf('القوات غادرت')));
    expect(parts.get('word/document.xml')).toContain('<w:rtl/>');
    expect(parts.get('word/document.xml')).toContain('<w:bidi/>');
    expect(paperHtml(paperOf('القوات غادرت'))).toContain('<bdi class="quote">القوات غادرت</bdi>');
    expect(paperMarkdown(paperOf('القوات غادرت'))).toContain('“\u2068القوات غادرت\u2069”');
  });
});

/** What is in a Word document, whatever the words are. */
const skeleton = async (words: readonly string[]) => {
  const papers = words.map(paperOf);
  const bytes = await paperDocx({
    title: words.join(),
    subtitle: words,
    sections: papers.flatMap(({ sections }) => sections),
  });
  const parts = await zippedText(bytes);
  const body = parts.get('word/document.xml');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
  const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
  expect([...parts].filter(([name, text]) => name.endsWith('.xml') && illegal.test(text))).toEqual([]);
  await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return ['w:p', 'w:tbl', 'w:footnoteReference', 'w:script'].map((name) =>
    count(body, new RegExp(`<${name}[ >/]`, 'g')),
  );
};

const elements = (page: string): number => {
  const { document } = parseHTML(page);
  expect(document.querySelector('script, img, iframe')).toBeNull();
  return document.querySelectorAll('body *').length;
};

describe('words that somebody else chose', () => {
  it.each(hostile)('stay words in a page and in Markdown: %s', (_what, words) => {
    expect(elements(paperHtml(paperOf(words)))).toBe(elements(paperHtml(paperOf('words'))));
    expect(paperMarkdown(paperOf(words)).split('\n').length).toBe(
      paperMarkdown(paperOf('words')).split('\n').length,
    );
  });

  it('stay words in a Word document', async () => {
    const words = hostile.map(([, each]) => each);
    expect(await skeleton(words)).toEqual(await skeleton(words.map(() => 'words')));
  });

  it('stay words in a page and in Markdown, whatever they are', () => {
    const [page, lines] = [
      elements(paperHtml(paperOf('words'))),
      paperMarkdown(paperOf('words')).split('\n').length,
    ];
    fc.assert(
      fc.property(anyCodeUnits, (words) => {
        expect(elements(paperHtml(paperOf(words)))).toBe(page);
        expect(paperMarkdown(paperOf(words)).split('\n').length).toBe(lines);
      }),
      { numRuns: 50 },
    );
  });

  it('stay words in a Word document, whatever they are', async () => {
    const many = fc.array(anyCodeUnits, { minLength: 12, maxLength: 12 });
    const plain = await skeleton(Array.from({ length: 12 }, () => 'words'));
    await fc.assert(
      fc.asyncProperty(many, async (words) => {
        expect(await skeleton(words)).toEqual(plain);
      }),
      { numRuns: 3 },
    );
  });
});
