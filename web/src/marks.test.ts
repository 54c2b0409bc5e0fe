import { expect, test } from 'vitest';
import type { Annotation, Reading, Span } from '../../src/model/index.ts';
import { type Layer, marksOf, sentenceAt } from './marks.ts';

const sentences: { span: Span }[] = [{ span: [0, 10] }, { span: [11, 20] }, { span: [21, 30] }];

test('a span belongs to the sentence that holds most of it', () => {
  expect(sentenceAt(sentences, [11, 12])).toBe(1);
  expect(sentenceAt(sentences, [8, 18])).toBe(1);
  expect(sentenceAt(sentences, [10, 11])).toBe(-1);
  expect(sentenceAt(sentences, null)).toBe(-1);
  expect(sentenceAt([], [0, 1])).toBe(-1);
});

test('only the layers switched on are marked, and of mentions only names', () => {
  const reading = {
    mentions: [
      { span: [0, 3], kind: 'name', entity: null },
      { span: [4, 6], kind: 'pronoun', entity: null },
    ],
    attributions: [{ source: [[0, 3]], cue: [[4, 6]], content: [[7, 9]] }],
    places: [],
    times: [],
  } as unknown as Reading;
  const shown = (...layers: Layer[]) =>
    marksOf(
      { reading, evidence: [], copies: [], annotations: [{ span: [2, 5] }] as Annotation[] },
      new Set(layers),
    );
  expect(shown('name')).toEqual([{ layer: 'name', span: [0, 3] }]);
  expect(shown('cue', 'content').map(({ layer }) => layer)).toEqual(['content', 'cue']);
  expect(shown('note')).toEqual([{ layer: 'note', span: [2, 5] }]);
  expect(shown()).toEqual([]);
});
