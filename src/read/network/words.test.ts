import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from './words.ts';

const words = (text: string): string =>
  splitWords(text)
    .map(([start, end]) => text.slice(start, end))
    .join(' ');

describe('splitWords', () => {
  it.each([
    ["They don't know who's there.", "They do n't know who 's there ."],
    ['“It’s ours,” she said.', '“ It ’s ours , ” she said .'],
    ['We cannot wait; I’m gonna go.', 'We can not wait ; I ’m gon na go .'],
    ['the ministers’ high-ranking guests', 'the ministers ’ high - ranking guests'],
    ['a pre-war anti-tank e-mail', 'a pre-war anti-tank e-mail'],
    [
      'Dr. Berg of the U.S. team came at 7:30 p.m. on 3/5/2022.',
      'Dr. Berg of the U.S. team came at 7:30 p.m. on 3/5/2022 .',
    ],
    ['It cost $1,200.50 (about 5%).', 'It cost $ 1,200.50 ( about 5 % ) .'],
    [
      'Write to a.berg@example.org or see https://example.org/a?b=c.',
      'Write to a.berg@example.org or see https://example.org/a?b=c .',
    ],
    ['Wait... what?! No -- yes', 'Wait ... what ?! No -- yes'],
    ['the 1990s, the 3rd and 10-20', 'the 1990s , the 3rd and 10 - 20'],
    ['al-Amin and/or Kandahār', 'al - Amin and / or Kandahār'],
    ['قال الوزير 🙂 好', 'قال الوزير 🙂 好'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('puts every letter and mark of any text into one word, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let before = 0;
        let kept = '';
        for (const [start, end] of splitWords(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          kept += text.slice(start, end);
          before = end;
        }
        expect(kept).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
