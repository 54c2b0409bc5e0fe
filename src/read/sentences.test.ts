import { expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';
import { tokenise } from './tokens.ts';

const cases: readonly (readonly [text: string, sentences: string[]])[] = [
  ['The truce held. Nobody fired.', ['The truce held.', 'Nobody fired.']],
  ['They spoke of “the corridor.” Nobody fired.', ['They spoke of “the corridor.”', 'Nobody fired.']],
  [
    'It signed a deal with the U.S. The rebels did not.',
    ['It signed a deal with the U.S.', 'The rebels did not.'],
  ],
  ['On Sept. 11 Gen. Smith left. He slept.', ['On Sept. 11 Gen. Smith left.', 'He slept.']],
  ['A headline\n\nA line that is\nwrapped.', ['A headline', 'A line that is\nwrapped.']],
  ['“Will it hold?” he asked.', ['“Will it hold?” he asked.']],
  ['', []],
];

it.each(cases)('%s', (text, sentences) => {
  expect(splitSentences(text, tokenise(text)).map(({ span }) => text.slice(...span))).toEqual(sentences);
});
