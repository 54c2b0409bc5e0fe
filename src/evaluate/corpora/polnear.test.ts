import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusFileOf } from '../testing.ts';
import { offsetsOfCodePoints, parsePolnear } from './polnear.ts';

const line = (text: string, content: [number, number][]) =>
  JSON.stringify({
    id: 'ferry',
    published: '2031-05-02',
    text,
    annotations: [
      { annotator: 'first', attributions: [{ id: 'E1', source: [], cue: [], content }] },
      { annotator: 'second', attributions: [] },
    ],
  });

describe('PolNeAR', () => {
  it('is counted in code points and given in UTF-16, by the first annotator', () => {
    const [article] = parsePolnear(corpusFileOf(line('⛴️ 🚢🚢 It ran, Berg said.', [[6, 12]])));
    expect(article?.attributions).toHaveLength(1);
    expect(article?.attributions[0]?.content.map(([start, end]) => article.text.slice(start, end))).toEqual([
      'It ran',
    ]);
  });

  it.each([
    ['a span beyond the text', line('It ran.', [[3, 99]]), '[3, 99] is no span'],
    ['a span that ends before it starts', line('It ran.', [[5, 3]]), '[5, 3] is no span'],
    ['a line that is no JSON', '{', 'no JSON'],
    ['a record without text', '{"id": "ferry", "annotations": []}', 'text'],
  ])('with %s is refused, with the line', (_, wrong, message) => {
    const file = corpusFileOf(`${line('It ran.', [])}\n${wrong}`);
    expect(() => parsePolnear(file)).toThrow(message);
    expect(() => parsePolnear(file)).toThrow('corpus.gz, line 2');
  });

  it('offsets quote the same characters in both ways of counting', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const offsets = offsetsOfCodePoints(text);
        const characters = [...text];
        expect(offsets).toHaveLength(characters.length + 1);
        characters.forEach((character, index) => {
          expect(text.slice(offsets[index], offsets[index + 1])).toBe(character);
        });
      }),
    );
  });
});
