import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenise } from './tokens.ts';

it('keeps every token at its place, in order, on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let end = 0;
      for (const token of tokenise(text)) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(end);
        end = token.end;
      }
    }),
  );
});

it('joins hyphenated names and compounds', () => {
  const words = tokenise('High-ranking Al-Amin met Anna Fitz-Gerald.').map(
    ({ text, pos }) => `${text}/${pos}`,
  );
  expect(words.slice(0, 2)).toEqual(['High-ranking/ADJ', 'Al-Amin/PROPN']);
  expect(words[4]).toBe('Fitz-Gerald/PROPN');
});
