import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readable } from './index.ts';

const clear = (text: string): string => readable(text).text;

describe('signs that show nothing', () => {
  it.each([
    ['The Har\u00adbour Guard fi\u00adred', 'The Harbour Guard fired'],
    ['\ufeffThe har\u200bbour at \u2068Odvik\u2069 was \u200eshut\u200f.', 'The harbour at Odvik was shut.'],
    ['Nadia\u200d of the min\u00adis\u00ad\n  try', 'Nadia of the ministry'],
    ['the ﬁfth oﬃcer', 'the fifth officer'],
    ['a picture 👩\u200d🚒 of it', 'a picture 👩\u200d🚒 of it'],
  ])('%j', (text, read) => expect(clear(text)).toBe(read));
});

describe('marks of footnotes', () => {
  it.each([
    ['Three guards were hurt.14 The crew denied it.', 'Three guards were hurt. The crew denied it.'],
    ['The ferry sank.¹² Nobody came.', 'The ferry sank. Nobody came.'],
    ['The ferry sank,[7] they say.[8]', 'The ferry sank, they say.'],
    ['It burnt 5 km² of reeds and 3 m³.', 'It burnt 5 km² of reeds and 3 m³.'],
    ['See para.14 The crew; arts.3 Both.', 'See para.14 The crew; arts.3 Both.'],
    [
      'At 6.30 They came. No.5 Quay. Version 2.1 Is out.',
      'At 6.30 They came. No.5 Quay. Version 2.1 Is out.',
    ],
  ])('%j', (text, read) => expect(clear(text)).toBe(read));
});

describe('lines broken for width', () => {
  const wrapped = (last: string) =>
    `The harbour office of Odvik said in a note to the crews that the River\nGuard had closed the port, and that three crews had been sent\nback. ${last}`;
  it.each([
    [
      'a name over two lines, in a text that has surer breaks',
      wrapped('It will not open before the week ends.'),
      'crews that the River Guard had closed the port, and that three crews had been sent back. It',
    ],
    [
      'a quotation whose line is far from full',
      wrapped('\n\n"We sailed for\nOdvik at dawn," the mate said.'),
      '\n\n"We sailed for Odvik at dawn," the mate said.',
    ],
    [
      'a list item with a hanging line',
      wrapped('\n\n  - The River\n    Guard left the quay.\n  - Both crews stayed.'),
      '  - The River Guard left the quay.\n  - Both crews stayed.',
    ],
    ['a word broken', wrapped('The min-\nister agreed.'), 'The minister agreed.'],
    ['a compound broken', wrapped('The guild-\nowned boats left.'), 'The guild-owned boats left.'],
    [
      'a compound by what the text writes elsewhere',
      wrapped('A to-day of co-operatives, they say: the co-\noperatives agreed.'),
      'the co-operatives agreed.',
    ],
    [
      'a mail that is quoted',
      wrapped('\n\n> We left the quay and then the\n> Guard came, and\n> fired.'),
      '\n\n> We left the quay and then the Guard came, and fired.',
    ],
    [
      'a signature',
      wrapped('\n\n--\nOle Brandt\nHarbour Office, Odvik'),
      '--\nOle Brandt\nHarbour Office, Odvik',
    ],
    ['line ends of Windows', wrapped('').replaceAll('\n', '\r\n'), 'the River Guard had closed'],
  ])('%s', (_what, text, part) => expect(clear(text)).toContain(part));

  it.each([
    'The ferry ran.\nLarkham said so.\nNobody denied it.',
    'Harbour Office\nPress note\nOdvik, 3 May 2022\n\nThe ferry ran.',
    'Ferry sinks off Odvik\nA much longer line follows, and it is no wrapped one, since a page of today has one line for each of its paragraphs, however long.',
    'Crew | Boat\nGuard | Gull\nGuild | Tern',
  ])('lines that stand for themselves stay: %j', (text) => expect(clear(text)).toBe(text));
});

describe('the way back', () => {
  const word = fc.constantFrom('harbour', 'guards', 'closed', 'Odvik', 'the', 'ministry', 'without', 'River');
  const sign = fc.constantFrom('', '', '', '\u00ad', '\u200b', '\u2068', '\ufeff');
  const gap = fc.constantFrom(' ', ' ', ' ', '\n', '\r\n', ' \n  ', '\n\n');
  const spelt = word.chain((letters) =>
    fc
      .array(sign, { minLength: letters.length, maxLength: letters.length })
      .map((signs) => [...letters].map((letter, index) => (signs[index] ?? '') + letter).join('')),
  );
  const text = fc
    .array(fc.tuple(spelt, gap), { minLength: 1, maxLength: 60 })
    .map((parts) => parts.flat().join(''));
  const isUnseen = /[\u00ad\u200b\u2068\ufeff\s]/gu;

  it('a span of what is read stands on the same words of the text, and on no sign beside them', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (given, from, length) => {
        const { text: read, original } = readable(given);
        const start = from % (read.length + 1);
        const end = Math.min(read.length, start + (length % 40));
        const [first, last] = original([start, end]);
        expect(first).toBeLessThanOrEqual(last);
        const quoted = given.slice(first, last);
        expect(quoted.replace(isUnseen, '')).toBe(read.slice(start, end).replace(isUnseen, ''));
        if (/^\p{L}/u.test(read.slice(start, end))) expect(quoted).toMatch(/^\p{L}/u);
        if (/\p{L}$/u.test(read.slice(start, end))) expect(quoted).toMatch(/\p{L}$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('a word broken at a line’s end is found whole', () => {
    const given = 'The guards of the har-\nbour left.';
    const { text: read, original } = readable(given);
    const at = read.indexOf('harbour');
    expect(given.slice(...original([at, at + 'harbour'.length]))).toBe('har-\nbour');
  });

  it('text of any kind is read to its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const { text: read, original } = readable(given);
        const [first, last] = original([0, read.length]);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});
