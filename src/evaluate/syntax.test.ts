import { describe, expect, it } from 'vitest';
import type { Reading } from '../model/index.ts';
import { parseConllu } from './corpora/conllu.ts';
import { scoreSyntax } from './syntax.ts';
import { conlluOf, corpusFileOf, readingOf, spanOf } from './testing.ts';

/** "Larkham doesn't wait. Ferries leave." in two sentences; "doesn't" is two words. */
const conllu =
  conlluOf('1', [
    'Larkham PROPN 4 nsubj',
    "doesn't=does+n't",
    'does AUX 4 aux',
    "n't PART 4 advmod:neg",
    'wait VERB 0 root SpaceAfter=No',
    '. PUNCT 4 punct',
  ]) + conlluOf('2', ['Ferries NOUN 2 nsubj', 'leave VERB 0 root SpaceAfter=No', '. PUNCT 2 punct']);
const [document] = parseConllu(corpusFileOf(conllu));
if (!document) throw new Error('no document');
const { text } = document;

type Token = NonNullable<Reading['tokens']>[number];
const token = (words: string, upos: string, head: number, deprel: string, from = 0): Token => [
  ...spanOf(text, words, from),
  words.toLowerCase(),
  upos,
  head,
  deprel,
];
const right: Token[] = [
  token('Larkham', 'PROPN', 3, 'nsubj'),
  token('does', 'AUX', 3, 'aux'),
  token("n't", 'PART', 3, 'advmod'),
  token('wait', 'VERB', -1, 'root'),
  token('.', 'PUNCT', 3, 'punct'),
  token('Ferries', 'NOUN', 6, 'nsubj'),
  token('leave', 'VERB', -1, 'root'),
  token('.', 'PUNCT', 6, 'punct', text.indexOf('leave')),
];
const sentences = [{ span: spanOf(text, "Larkham doesn't wait.") }, { span: spanOf(text, 'Ferries leave.') }];
const score = (tokens: Token[], found = sentences) =>
  scoreSyntax(document, readingOf(text, { tokens, sentences: found }));
const all = { gold: 8, predicted: 8, right: 8 };

describe('syntax', () => {
  it('reads the text as it was printed', () => {
    expect(text).toBe("Larkham doesn't wait. Ferries leave.");
  });

  it('of the right parse is all right; subtypes of relations do not count', () => {
    expect(score(right)).toEqual({
      Sentences: { gold: 2, predicted: 2, right: 2 },
      Words: all,
      UPOS: all,
      Lemmas: all,
      UAS: all,
      LAS: all,
    });
  });

  it('counts tag, lemma, head and relation each for itself', () => {
    const tokens = right.with(0, [...spanOf(text, 'Larkham'), 'lark', 'NOUN', 1, 'nsubj']);
    const { Words, UPOS, Lemmas, UAS, LAS } = score(tokens.with(1, token('does', 'AUX', 3, 'cop')));
    expect([Words, UPOS, Lemmas, UAS, LAS].map((tally) => tally.right)).toEqual([8, 7, 7, 7, 6]);
  });

  it('counts words that are cut otherwise as wrong, and what hangs on them', () => {
    const tokens: Token[] = [
      token('Larkham', 'PROPN', 2, 'nsubj'),
      token("doesn't", 'AUX', 2, 'aux'),
      token('wait', 'VERB', -1, 'root'),
      token('.', 'PUNCT', 2, 'punct'),
      token('Fer', 'NOUN', 5, 'compound'),
      token('ries', 'NOUN', 6, 'nsubj'),
      token('leave', 'VERB', -1, 'root'),
      token('.', 'PUNCT', 5, 'punct', text.indexOf('leave')),
    ];
    const { Words, UPOS, UAS } = score(tokens);
    expect(Words).toEqual({ gold: 8, predicted: 8, right: 5 });
    expect(UPOS.right).toBe(5);
    // The last full stop hangs on "ries", which is no gold word.
    expect(UAS.right).toBe(4);
  });

  it('counts a sentence only with both its ends', () => {
    const { Sentences, Words } = score(right, [{ span: [0, text.length] }]);
    expect(Sentences).toEqual({ gold: 2, predicted: 1, right: 0 });
    expect(Words).toEqual(all);
  });

  it('of a reading without tokens finds nothing', () => {
    expect(scoreSyntax(document, readingOf(text)).Words).toEqual({ gold: 8, predicted: 0, right: 0 });
  });
});
