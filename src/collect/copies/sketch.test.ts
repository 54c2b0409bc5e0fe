import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CopyIndex } from './copy-index.ts';
import { compare, passageWords, sketchOf } from './sketch.ts';
import { wordsOf } from './words.ts';

/** Words that appear nowhere else, so that what is in common is what the test put there. */
const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
const compared = (here: string, there: string) => compare(sketchOf(here), sketchOf(there));
const folded = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu);

describe('words', () => {
  test('know their places, and characters where there are no blanks', () => {
    const text = 'The Café’s owner,\n停火協議 signed';
    const { starts, ends } = wordsOf(text);
    expect([...starts].map((start, index) => text.slice(start, ends[index]))).toEqual([
      'The',
      'Café',
      's',
      'owner',
      '停',
      '火',
      '協',
      '議',
      'signed',
    ]);
  });
});

describe('two texts', () => {
  const story = `${words('a', 30)}. ${words('b', 30)}. ${words('c', 30)}.`;

  test.each([
    [
      'the same words in another layout are an exact copy',
      story,
      story.toUpperCase().replace(/\. /g, ' —\n\n'),
      'exact',
    ],
    [
      'a few words changed make a near copy',
      story,
      story.replace('b7', 'other').replace('c3', 'more'),
      'near',
    ],
    [
      'a long passage in common is one',
      story,
      `${words('x', 80)} ${words('b', 30)} ${words('y', 80)}`,
      'passages',
    ],
    [
      'a short one is not',
      story,
      `${words('x', 80)} ${words('b', passageWords - 1)} ${words('y', 80)}`,
      undefined,
    ],
    ['no words make no copy', '…', '—', undefined],
    ['two words alike are an exact copy', 'Ferry ran.', 'ferry ran', 'exact'],
  ])('%s', (_what, here, there, kind) => {
    expect(compared(here, there)?.kind).toBe(kind);
    expect(compared(there, here)?.kind).toBe(kind);
  });

  test('are said to share their passages, with the places in each', () => {
    const here = `Intro one. "${words('q', 40)}", he said. ${words('z', 60)}`;
    const there = `${words('w', 100)}; ${words('z', 60)} – ${words('q', 40)}!`;
    const link = compared(here, there);
    expect(link?.passages.map(({ here: [start, end] }) => here.slice(start, end))).toEqual([
      words('q', 40),
      words('z', 60),
    ]);
    expect(link?.passages.map(({ there: [start, end] }) => there.slice(start, end))).toEqual([
      words('q', 40),
      words('z', 60),
    ]);
  });

  const text = fc.array(fc.constantFrom(...words('v', 12).split(' ')), { maxLength: 60 });
  const passage = fc.array(
    fc.integer({ min: 0, max: 10_000 }).map((n) => `p${n}`),
    {
      minLength: passageWords,
      maxLength: 60,
    },
  );

  test('with a passage in common are found, and what is called common is equal', () => {
    fc.assert(
      fc.property(text, text, text, text, passage, (a, b, c, d, shared) => {
        const here = [...a, ...shared, ...b].join(' ');
        const there = [...c, ...shared, ...d].join('\n');
        const link = compared(here, there);
        expect(link?.passages.length).toBeGreaterThan(0);
        for (const { here: mine, there: theirs } of link?.passages ?? []) {
          expect(folded(here.slice(...mine))).toEqual(folded(there.slice(...theirs)));
          expect(folded(here.slice(...mine))?.length).toBeGreaterThanOrEqual(passageWords);
        }
      }),
    );
  });

  test('that repeat themselves take no time', () => {
    const endless = 'the ferry ran '.repeat(20_000);
    const start = performance.now();
    compared(endless, `${endless} and stopped`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('the index', () => {
  test('links each text to the copies before it', () => {
    const index = new CopyIndex();
    const wire = words('w', 60);
    expect(index.add('1', wire)).toEqual([]);
    expect(index.add('2', words('x', 60))).toEqual([]);
    expect(index.add('3', `Agency. ${wire}`)).toMatchObject([{ document: '1', kind: 'near' }]);
  });

  test('links a story in a hundred papers to some of them each, and so all', () => {
    const index = new CopyIndex();
    const wire = words('w', 60);
    for (let paper = 0; paper < 100; paper += 1) {
      const links = index.add(String(paper), `${words(`own${paper}x`, 20)} ${wire}`);
      expect(links.length).toBeGreaterThanOrEqual(Math.min(paper, 20));
      expect(links.length).toBeLessThanOrEqual(40);
    }
  });
});
