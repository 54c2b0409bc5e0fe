import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../formats/pdf/pdf.ts';
import { type Drawn, type DrawnPage, drawnPdf } from '../testing.ts';

const contentOf = async (pages: readonly DrawnPage[], info: Record<string, string> = {}) => {
  const { content } = await readPdf(drawnPdf(pages, { info }), 'test.pdf');
  if (!content) throw new Error('it has no text');
  return content;
};
const textOf = async (...pages: (readonly Drawn[])[]): Promise<string> =>
  (await contentOf(pages.map((drawn) => ({ drawn })))).text;

/** Lines of text set at a place, with a line for an empty one. */
const set = (lines: readonly string[], x = 60, top = 740, size = 10, leading = 12): Drawn[] =>
  lines.flatMap((text, index) => (text === '' ? [] : [{ text, x, y: top - leading * index, size }]));

/** Words broken into lines of at most so many letters. */
function wrap(text: string, letters: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const line = lines[last] as string;
    if (line !== '' && line.length + 1 + word.length > letters) lines.push(word);
    else lines[last] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

const words =
  'the a ferry of guards left Odvik harbour when its crew had seen smoke over Larkham quay and nobody told them why boats from Teal Bay came late'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 12, maxLength: 40 })
  .map((some) => `${some[0]?.charAt(0).toUpperCase()}${some.join(' ').slice(1)}.`);

describe('columns', () => {
  const columns = fc.record({
    title: fc.boolean(),
    sides: fc.array(fc.array(sentence, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 3 }),
    byRow: fc.boolean(),
  });

  it('are read one after the other, however they were drawn', async () => {
    await fc.assert(
      fc.asyncProperty(columns, async ({ title, sides, byRow }) => {
        const letters = sides.length === 2 ? 44 : 28;
        const width = letters * 5 + 20;
        const drawn = sides.map((paragraphs, side) =>
          set(
            paragraphs.flatMap((paragraph) => [...wrap(paragraph, letters), '']),
            50 + side * width,
          ),
        );
        const all = drawn.flat();
        const body = byRow ? all.toSorted((a, b) => b.y - a.y || a.x - b.x) : all;
        const heading = {
          text: 'What the harbour office told the crews of the ferries',
          x: 50,
          y: 770,
          size: 16,
        };
        const text = await textOf(title ? [heading, ...body] : body);
        const expected = [...(title ? [heading.text] : []), ...sides.flat()].join('\n\n');
        expect(text).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('a table is read row by row', async () => {
    const rows = ['Boat', 'Quay', 'Gull', 'Odvik', 'Tern', 'Larkham', 'Plover', 'Teal Bay', 'Heron', 'Odvik'];
    const drawn = rows.map((text, index) => ({
      text,
      x: index % 2 === 0 ? 60 : 300,
      y: 700 - 12 * Math.floor(index / 2),
    }));
    expect(await textOf(drawn)).toContain('Gull Odvik');
  });

  it('a table whose cells are sentences is read row by row', async () => {
    const cells = [
      [
        '9 May 2022',
        'Odvik quay',
        ['The ferry ran against the', 'quay and two guards of the', 'harbour were hurt.'],
      ],
      ['12 May 2022', 'Larkham', ['Boats of the guard left', 'the harbour and came back', 'late.']],
      ['20 May 2022', 'Teal Bay', ['Smoke was seen by the', 'crew of a ferry.']],
    ] as const;
    let y = 700;
    const drawn = cells.flatMap(([day, place, lines]) => {
      const row = [{ text: day, x: 60, y }, { text: place, x: 160, y }, ...set(lines, 260, y)];
      y -= 12 * lines.length + 10;
      return row;
    });
    expect(await textOf(drawn)).toBe(
      cells.map(([day, place, lines]) => `${day} ${place} ${lines.join(' ')}`).join('\n\n'),
    );
  });

  it('a sentence goes on from column to column', async () => {
    const left = set(
      wrap('The guards of Odvik said in a note to all crews that they had closed the quay and', 30),
      60,
    );
    const right = set(
      wrap('that nobody may land there before the week has ended and the smoke is gone.', 30),
      260,
    );
    const byRow = [...left, ...right].toSorted((a, b) => b.y - a.y || a.x - b.x);
    expect(await textOf(byRow)).toBe(
      'The guards of Odvik said in a note to all crews that they had closed the quay and that nobody may land there before the week has ended and the smoke is gone.',
    );
  });
});

describe('hyphens at the ends of lines', () => {
  const broken = [
    ['har', 'bour', 'harbour'],
    ['govern', 'ment', 'government'],
    ['guild', 'owned', 'guild-owned'],
    ['Norlandic', 'backed', 'Norlandic-backed'],
    ['non', 'members', 'non-members'],
    ['Abdel', 'Karim', 'Abdel-Karim'],
    ['peace', 'keepers', 'peacekeepers'],
    ['2019', '2020', '2019-2020'],
  ] as const;

  it('are left out, unless they are the word’s own', async () => {
    const lines = fc.array(fc.tuple(fc.constantFrom(...broken), sentence), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lines, async (parts) => {
        const text = await textOf(
          set(
            parts.flatMap(([[first, second], said]) => [
              `${said.slice(0, -1).slice(0, 50).trimEnd()} ${first}-`,
              `${second} ${said.slice(0, 40).trimEnd().toLowerCase()}.`,
              '',
            ]),
          ),
        );
        for (const [[, , whole]] of parts) expect(text).toContain(` ${whole} `);
      }),
      { numRuns: 100 },
    );
  });

  it('what the document writes elsewhere decides', async () => {
    const text = await textOf(
      set([
        'A life-boat came, and the peace-keepers saw it. They took the life-',
        'boat and the peace-',
        'keepers left.',
      ]),
    );
    expect(text).toContain('took the life-boat and the peace-keepers left');
  });
});

describe('text from right to left', () => {
  const bidi = bidiFactory();
  const asSeen = (text: string, base: 'ltr' | 'rtl'): string =>
    bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, base));
  const hebrew = fc.constantFrom('הנמל', 'נסגר', 'המעבורת', 'יצאה', 'שומרים', 'אתמול', 'אודוויק');
  const arabic = fc.constantFrom('المرفأ', 'أغلق', 'العبارة', 'غادرت', 'الحرس', 'أمس', 'قالت');
  const latin = fc.constantFrom('Odvik', 'Larkham', 'UN', 'Teal');
  const number = fc.constantFrom('9', '2022', '14', '1,200', '3.5');
  const bracketed = (word: fc.Arbitrary<string>) => word.map((one) => `(${one})`);
  // What is written otherwise beside a number may be seen the same: "May 9" and "9 May" between Hebrew words.
  const line = (word: fc.Arbitrary<string>, figures: fc.Arbitrary<string> = number) => {
    const part = fc
      .tuple(fc.oneof(latin, figures, bracketed(word), word), word)
      .map((pair) => pair.join(' '));
    return fc
      .tuple(word, fc.array(part, { minLength: 1, maxLength: 5 }))
      .map(([first, parts]) => `${[first, ...parts].join(' ')}.`);
  };
  /** Letter by letter as a browser prints them, or in one piece. */
  const drawn = (seen: string, isByLetter: boolean): Drawn[] =>
    isByLetter
      ? [...seen].map((text, index) => ({ text, x: 60 + 5 * index, y: 700 }))
      : [{ text: seen, x: 60, y: 700 }];

  it.each([
    ['Hebrew', hebrew, number],
    ['Arabic', arabic, number],
    ['Arabic with its own figures', arabic, fc.constantFrom('٩', '٢٠٢٢', '١٤', '٧/٢٠٢٤', '١٦:٠٥')],
    ['Persian with its own figures', arabic, fc.constantFrom('۹', '۱۴۰۳', '۲۴', '۱۲/۵')],
  ])(
    '%s, with words and numbers of other scripts, is read as it was written',
    async (_script, word, figures) => {
      await fc.assert(
        fc.asyncProperty(line(word, figures), async (text) => {
          expect(await textOf(drawn(asSeen(text, 'rtl'), true))).toBe(text);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('names in an English sentence keep their order', async () => {
    const named = fc.tuple(
      fc.array(arabic, { minLength: 1, maxLength: 4 }),
      fc.array(hebrew, { minLength: 1, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(named, async ([one, other]) => {
        const text = `The guard of Odvik (${one.join(' ')}) left Larkham (${other.join(' ')}) on 9 May 2022.`;
        expect(await textOf(drawn(asSeen(text, 'ltr'), true))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('a line of figures and signs alone goes with its page', async () => {
    const lines = ['أغلق المرفأ أمس وقالت العبارة', '٧/٢٠٢٤.'].map((line) => asSeen(line, 'rtl'));
    expect(await textOf(set(lines))).toMatch(/العبارة\s٧\/٢٠٢٤\.$/);
  });

  it('cells of a table are read from the right', async () => {
    const row = [
      { text: asSeen('العبارة', 'rtl'), x: 400, y: 700 },
      { text: asSeen('المرفأ', 'rtl'), x: 200, y: 700 },
    ];
    expect(await textOf(row)).toBe('العبارة المرفأ');
    expect(await textOf(row.toReversed())).toBe('العبارة المرفأ');
  });

  it('letters in the form of their place become plain ones', async () => {
    expect(await textOf(drawn([...'ﺍﻟﻤﺮﻓﺄ ﺃﻏﻠﻖ'].reverse().join(''), true))).toBe('المرفأ أغلق');
  });
});

describe('what stands apart from the text', () => {
  it('running heads stay once, page numbers go, and a sentence goes on over the page', async () => {
    const page = (number: number, text: readonly string[]): Drawn[] => [
      { text: 'Harbour Office: report on the ferries', x: 60, y: 770, size: 8 },
      ...set(text, 60, 720),
      { text: `- ${number} -`, x: 300, y: 30, size: 8 },
    ];
    const text = await textOf(
      page(1, ['The guards said on Monday that they had seen all boats and the']),
      page(2, ['crews of both ferries, and that nobody was on the quay of the']),
      page(3, ['Larkham office.']),
    );
    expect(text).toBe(
      'Harbour Office: report on the ferries\n\nThe guards said on Monday that they had seen all boats and the crews of both ferries, and that nobody was on the quay of the Larkham office.',
    );
  });

  it('running heads alternate, and lines of the text that come back at one height stay', async () => {
    const said = 'No boat may land at the quay of Odvik harbour.';
    const pages = [14, 15, 16, 17].map((number) => ({
      drawn: [
        {
          text: number % 2 ? `Yearly report ${number}` : `${number} Harbour office`,
          x: number % 2 ? 400 : 60,
          y: 760,
          size: 8,
        },
        ...set([`Part ${number} begins here and is no head of a page.`, '', said], 60, 720),
        ...set([`The crew of boat ${number * 7} saw it and told the guards.`], 60, 80),
      ],
    }));
    const { text } = await contentOf(pages);
    expect(text.match(/Yearly report|Harbour office/g)).toHaveLength(2);
    expect(text.split(said)).toHaveLength(5);
  });

  it('headings with another number on each page are no running heads', async () => {
    const page = (number: number): Drawn[] => [
      { text: `Article ${number}`, x: 60, y: 740, size: 12 },
      ...set([`Ferry ${number * 7} shall leave on time, and its crew with it.`], 60, 710),
    ];
    const text = await textOf(page(1), page(2), page(3));
    for (const number of [1, 2, 3]) expect(text).toContain(`Article ${number}`);
  });

  it('a footnote is a paragraph of its own, tied to its mark, and breaks no sentence', async () => {
    const first: Drawn[] = [
      ...set(['Three guards were hurt when the ferry left'], 60, 740),
      { text: '14', x: 270, y: 744, size: 6 },
      ...set(['and the crew said that it had told the office of the'], 60, 728),
      { text: '14', x: 60, y: 63, size: 5 },
      { text: 'Letter of the harbour office, on file.', x: 67, y: 60, size: 8 },
    ];
    const second = set(['fire before they left. Nobody answered.']);
    const { text, segments } = await contentOf([{ drawn: first }, { drawn: second }]);
    expect(segments?.map(({ kind, span }) => [kind, text.slice(...span)])).toEqual([
      ['footnote', '¹⁴ Letter of the harbour office, on file.'],
    ]);
    expect(text).toBe(
      '¹⁴ Letter of the harbour office, on file.\n\nThree guards were hurt when the ferry left¹⁴ and the crew said that it had told the office of the fire before they left. Nobody answered.',
    );
  });
});
