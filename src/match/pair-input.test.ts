import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResolvedEntity } from '../model/index.ts';
import { readVocabulary, WordPieces } from '../read/index.ts';
import { encodeText, pairInput } from './pair-input.ts';

const vocabulary = readVocabulary();
const wordPieces = new WordPieces(vocabulary);
const entity = (key: string, bodies = [key]): ResolvedEntity => ({ key, name: key, type: 'other', bodies });
const marksOf = (
  text: string,
  words: string,
  who: ResolvedEntity,
  debtor = 'harbour',
  creditor = 'island',
) => {
  const start = text.indexOf(words);
  const named = [{ span: [start, start + words.length] as [number, number], entity: who }];
  const sentence = encodeText(text, [0, text.length], named, wordPieces);
  const duty = { encoded: encodeText('It opens.', [0, 9], [], wordPieces), isProhibition: false };
  const none = { pieces: [], named: [] };
  const { pieces, marks } = pairInput(
    duty,
    sentence,
    none,
    new Set([debtor]),
    new Set([creditor]),
    wordPieces,
  );
  return pieces.map((piece, at) => `${vocabulary[piece]}/${marks[at]}`).join(' ');
};

describe('pair input', () => {
  const text = 'The pilots let two ships in.';

  it.each([
    ['the debtor', entity('harbour'), 9],
    ['a member of the debtor', entity('pilots', ['pilots', 'harbour']), 9],
    ['the creditor', entity('island'), 10],
    ['another actor of the case', entity('league'), 11],
    ['a name that only the document has', entity('name:pilots', ['name:pilots']), 8],
  ])('marks %s', (_what, who, mark) => {
    expect(marksOf(text, 'pilots', who)).toContain(`pilots/${mark}`);
  });

  it('leaves everybody else unmarked', () => {
    expect(marksOf(text, 'pilots', entity('harbour'))).toContain('ships/8');
  });

  it('gives as many marks as pieces, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => {
        const encoded = encodeText(words, [0, words.length], [], wordPieces);
        const duty = { encoded, isProhibition: true };
        const { pieces, marks } = pairInput(duty, encoded, encoded, new Set(), new Set(), wordPieces);
        expect(marks).toHaveLength(pieces.length);
        expect(pieces.length).toBeLessThanOrEqual(192);
      }),
    );
  });
});
