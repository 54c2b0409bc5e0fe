import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../content.ts';
import { type Drawn, type DrawnPage, drawnPdf } from '../../testing.ts';
import { readPdf } from './pdf.ts';

type Options = Parameters<typeof drawnPdf>[1];

const parsed = (pages: readonly DrawnPage[], options: Options = {}): Promise<Parsed> =>
  readPdf(drawnPdf(pages, options), 'test.pdf');
const lines = (texts: readonly string[], top = 740, size = 10): Drawn[] =>
  texts.map((text, index) => ({ text, x: 60, y: top - 14 * index, size }));
const page = (...texts: string[]): DrawnPage => ({ drawn: lines(texts) });
const long = Array.from(
  { length: 8 },
  (_, index) => `Ferry ${index} left Odvik on time and its crew told nobody why it did.`,
);

describe('what lies in a PDF beside its pages', () => {
  it('its attachments are parts', async () => {
    const { parts } = await parsed([page('The annexes are attached.')], {
      files: { 'annex a.txt': 'Ferries were held at Odvik.', 'list.csv': 'boat,quay' },
    });
    expect(parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['annex a.txt', 'Ferries were held at Odvik.'],
      ['list.csv', 'boat,quay'],
    ]);
  });

  it('what a form holds stands behind its label', async () => {
    const { content, skipped } = await parsed([
      {
        drawn: lines(['Report of a sighting', 'Boat:', 'Seen at:', 'Signed by the officer on duty.']),
        fields: [
          { name: 'quay', value: 'Larkham quay', x: 110, y: 709 },
          { name: 'boat', value: 'the Grey Gull', x: 110, y: 723 },
          { name: 'code', value: 'X17', x: 0, y: 0, hidden: true },
        ],
      },
    ]);
    expect(content?.text).toContain('Boat: the Grey Gull');
    expect(content?.text).toContain('Seen at: Larkham quay');
    expect(skipped).toEqual([]);
    expect(content?.account?.leftOut).toEqual([
      { what: 'fields that the form does not show', characters: 3, begins: 'X17' },
    ]);
  });

  it('comments on its pages are named', async () => {
    const { content } = await parsed([{ ...page('The ferry ran.'), comment: 'Who says so?' }]);
    expect(content?.text).toBe('The ferry ran.');
    expect(content?.account).toEqual({
      share: 14 / 26,
      leftOut: [{ what: 'comments', characters: 12, begins: 'Who says so?' }],
    });
  });
});

describe('pages that are pictures', () => {
  const scan: DrawnPage = { drawn: [], picture: [612, 792] };
  const stamped = (number: number): DrawnPage => ({
    ...scan,
    drawn: [{ text: `Received 4 May 2022, page ${number}`, x: 380, y: 14, size: 7 }],
  });

  it.each([
    ['bare', [scan, scan]],
    ['with a stamp', [stamped(1), stamped(2), stamped(3)]],
    ['with a stamp, one page', [stamped(1)]],
    [
      'with a stamp under them',
      [
        { ...stamped(1), isPictureLast: true },
        { ...stamped(2), isPictureLast: true },
      ],
    ],
    ['some with a number, some without', [scan, stamped(2)]],
  ])('%s, are a scan', async (_how, pages) => {
    await expect(parsed(pages)).rejects.toMatchObject({ code: 'PROVISO_INPUT_SCANNED' });
  });

  it('between others are named', async () => {
    const { content, skipped } = await parsed([page(...long), stamped(2), scan]);
    expect(content?.text).toContain('Ferry 7 left Odvik');
    expect(content?.incomplete).toContain('Pages 2, 3 are pictures');
    expect(skipped.map(({ name, why }) => [name, why])).toEqual([
      ['page 2', expect.stringContaining('hardly any text')],
      ['page 3', expect.stringContaining('no text')],
    ]);
  });

  it.each([
    ['a picture in a short text', [{ ...page('The ferry ran.'), picture: [200, 150] as const }]],
    ['a page’s ground under its text', [{ ...page(...long), picture: [612, 792] as const }]],
  ])('%s is none', async (_what, pages) => {
    expect((await parsed(pages)).skipped).toEqual([]);
  });
});

describe('the date', () => {
  const made = { CreationDate: "D:20231104101500+02'00'" };
  it.each([
    [
      'a line that is a date',
      ['Harbour Office', '4 May 2022', 'The ferry ran.'],
      made,
      '2022-05-04',
      'likely',
    ],
    [
      'a line that says it',
      ['The ferry ran on 3 May 2022.', 'Published on 5 May 2022'],
      made,
      '2022-05-05',
      'stated',
    ],
    ['who and when', ['By Ole Brandt, May 6, 2022', 'The ferry ran.'], made, '2022-05-06', 'likely'],
    ['when it was made', ['The ferry ran.'], made, '2023-11-04', 'likely'],
    ['none, where a browser made it', ['The ferry ran.'], { ...made, Producer: 'Skia/PDF m120' }, null, null],
    ['none, where it was made long after what it tells', ['The ferry ran on 3 May 2022.'], made, null, null],
  ])('%s', async (_what, text, info, published, certainty) => {
    const { content } = await parsed([page(...text)], { info });
    expect([content?.published, content?.publishedFrom?.certainty ?? null]).toEqual([published, certainty]);
  });
});

describe('a web page that was printed', () => {
  const info = { Title: 'Ferry held at Odvik | Hill Courier', Producer: 'Skia/PDF m120' };
  const printed = (number: number, head: string, foot: string, texts: readonly string[]): DrawnPage => ({
    drawn: [
      ...lines(texts),
      { text: head, x: 24, y: 775, size: 8 },
      { text: foot.replace('#', String(number)), x: 24, y: 14, size: 8 },
    ],
  });

  it.each([
    [
      '11/27/23, 6:21 AM Ferry held at Odvik | Hill Courier',
      'https://hill.example/2022/ferry #/2',
      'https://hill.example/2022/ferry',
    ],
    ['27.11.2023, 06:21 Ferry held at Odvik | Hill Courier', 'file:///home/me/ferry.html #/2', null],
    [
      'Ferry held at Odvik | Hill Courier https://hill.example/f',
      '# of 2 27/11/2023, 06:21',
      'https://hill.example/f',
    ],
  ])('%s', async (head, foot, url) => {
    const { content } = await parsed(
      [
        printed(1, head, foot, ['Ferry held at Odvik', '5 May 2022', 'The guards held the ferry, and the']),
        printed(2, head, foot, ['crew went home.']),
      ],
      { info },
    );
    expect(content).toMatchObject({
      title: 'Ferry held at Odvik',
      publisher: 'Hill Courier',
      published: '2022-05-05',
      url,
      text: 'Ferry held at Odvik\n\n5 May 2022\n\nThe guards held the ferry, and the crew went home.',
    });
  });
});

describe('the title', () => {
  const heading = { text: 'Ferries and who held them', x: 60, y: 770, size: 18 };
  it.each([
    ['the file’s own', { Title: 'On ferries' }, 'On ferries'],
    ['no program’s word for none', { Title: 'untitled' }, heading.text],
    ['no name of a file', { Title: 'Microsoft Word - draft_3.docx' }, heading.text],
    ['the largest line', {}, heading.text],
  ])('%s', async (_what, info, title) => {
    const { content } = await parsed([{ drawn: [heading, ...lines(long)] }], { info });
    expect(content?.title).toBe(title);
  });
});

it('every sentence that is put in comes out, or is named', async () => {
  const word = fc.constantFrom('guards', 'ferry', 'quay', 'left', 'the', 'crew', 'Odvik', 'harbour');
  const sentence = fc
    .tuple(fc.integer({ min: 100, max: 99_999 }), fc.array(word, { minLength: 3, maxLength: 6 }))
    .map(([number, some]) => `S${number} ${some.join(' ')}.`);
  const part = fc.record({
    texts: fc.array(sentence, { minLength: 1, maxLength: 6 }),
    second: fc.array(sentence, { maxLength: 6 }),
    head: fc.option(sentence),
    note: fc.option(sentence),
    field: fc.option(sentence),
    hidden: fc.option(sentence),
    comment: fc.option(sentence),
    side: fc.boolean(),
  });
  const document = fc.record({
    pages: fc.array(part, { minLength: 1, maxLength: 4 }),
    head: fc.option(sentence),
    attachment: fc.option(sentence),
  });
  await fc.assert(
    fc.asyncProperty(document, async ({ pages, head, attachment }) => {
      const drawn = pages.map((one, index): DrawnPage => {
        const left = lines(one.texts, 720);
        const right = lines(one.second, 720).map((piece) => ({ ...piece, x: 330 }));
        const columns = one.side ? [...left, ...right].sort((a, b) => b.y - a.y) : [...left, ...right];
        const note = one.note
          ? [
              { text: '7', x: 60, y: 52, size: 5 },
              { text: one.note, x: 66, y: 50, size: 7 },
            ]
          : [];
        const top = [head, one.head].flatMap((text, row) =>
          text ? [{ text, x: 60, y: 780 - 12 * row, size: 9 }] : [],
        );
        return {
          drawn: [...top, ...columns, ...note, { text: `${index + 1}`, x: 300, y: 20 }],
          fields: [
            ...(one.field ? [{ name: 'f', value: one.field, x: 60, y: 300 }] : []),
            ...(one.hidden ? [{ name: 'h', value: one.hidden, x: 60, y: 280, hidden: true }] : []),
          ],
          ...(one.comment ? { comment: one.comment } : {}),
        };
      });
      const own = pages.flatMap(({ texts, second, head: top, note, field }) => [
        ...texts,
        ...second,
        top,
        note,
        field,
      ]);
      const beside = pages.flatMap(({ hidden, comment }) => [hidden ?? '', comment ?? '']);
      const { content, parts } = await parsed(drawn, { files: attachment ? { 'a.txt': attachment } : {} });
      const given = [content?.text ?? '', ...parts.map(({ bytes }) => Buffer.from(bytes).toString())]
        .join('\n')
        .replace(/\s+/g, ' ');
      for (const text of [head, attachment, ...own]) expect(given).toContain(text ?? '');
      const named = content?.account?.leftOut.filter(({ what }) => /comments|fields/.test(what)) ?? [];
      expect(named.reduce((sum, { characters }) => sum + characters, 0)).toBe(beside.join('').length);
    }),
    { numRuns: 200 },
  );
});
