import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween } from './changes.ts';

const words = (earlier: string, later: string) =>
  changesBetween(earlier, later).map((change) => [
    earlier.slice(...change.earlier),
    later.slice(...change.later),
  ]);

describe('changes', () => {
  test.each([
    ['nothing', 'One. Two.', 'One. Two.', []],
    ['a sentence put in', 'One. Three.', 'One. Two. Three.', [['', 'Two. ']]],
    ['a sentence taken out', 'One. Two. Three.', 'One. Three.', [['Two. ', '']]],
    ['a sentence reworded', 'One. It ran. Three.', 'One. It sank. Three.', [['It ran. ', 'It sank. ']]],
    [
      'two places',
      'A ran. One. B ran. Two.',
      'A sank. One. B sank. Two.',
      [
        ['A ran. ', 'A sank. '],
        ['B ran. ', 'B sank. '],
      ],
    ],
    ['all of it', 'One.', 'Two.', [['One.', 'Two.']]],
    ['from nothing', '', 'One.', [['', 'One.']]],
  ])('%s', (_what, earlier, later, expected) => {
    expect(words(earlier, later)).toEqual(expected);
  });

  const text = fc
    .array(fc.constantFrom('One. ', 'Two! ', 'Kandahār 😀? ', 'مرحبا. ', '\n\n', 'a'))
    .map((parts) => parts.join(''));

  test('leave the same words on both sides, in any texts', () => {
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        const changes = changesBetween(earlier, later);
        const kept = (whole: string, side: 'earlier' | 'later') =>
          changes.reduceRight((rest, change) => {
            const [start, end] = change[side];
            return rest.slice(0, start) + rest.slice(end);
          }, whole);
        expect(kept(earlier, 'earlier')).toBe(kept(later, 'later'));
      }),
    );
  });
});
