import { describe, expect, it } from 'vitest';
import type { Mention } from '../model/index.ts';
import { corefFigures, scoreCoref } from './coref.ts';
import { parseGum } from './corpora/gum.ts';
import { conlluOf, corpusFileOf, readingOf, spanOf } from './testing.ts';

const gum = conlluOf('1', [
  'Anna PROPN 4 nsubj Entity=(1-person-new-cf1-1-coref',
  'Berg PROPN 1 flat Entity=1)',
  "didn't=did+n't",
  'did AUX 4 aux',
  "n't PART 5 advmod",
  'leave VERB 0 root',
  'her PRON 8 nmod:poss Entity=(2-place-new-cf1-2-coref(1-person-acc-cf1-1-ana)',
  'old ADJ 8 amod',
  'port NOUN 5 obj Entity=2)|SpaceAfter=No',
  '. PUNCT 5 punct',
]);
const [text] = parseGum(corpusFileOf(gum));
if (!text) throw new Error('no document');

const mention = (words: string, kind: Mention['kind'], entity: string | null): Mention => ({
  span: spanOf(text.text, words),
  kind,
  entity,
});
const score = (mentions: Mention[]) => scoreCoref(text, readingOf(text.text, { mentions }));
const figures = (mentions: Mention[]) =>
  Object.fromEntries(corefFigures([score(mentions)]).map(({ measure, value }) => [measure, value]));

describe('coreference', () => {
  it('reads nested brackets, and gives the words of one token each its own place', () => {
    expect(text.mentions).toEqual([
      { from: 0, to: 2, entity: '1' },
      { from: 5, to: 6, entity: '1' },
      { from: 5, to: 8, entity: '2' },
    ]);
    expect(text.words.map(({ span }) => text.text.slice(...span)).slice(2, 4)).toEqual(['did', "n't"]);
  });

  it('is right by the head alone', () => {
    const right = [
      mention('Anna Berg', 'name', 'e1'),
      mention('her', 'pronoun', 'e1'),
      mention('port', 'nominal', 'e2'),
    ];
    expect(figures(right)).toEqual({
      CoNLL: 100,
      MUC: 100,
      'B³': 100,
      'CEAF-φ4': 100,
      'CoNLL, singletons too': 100,
      pronouns: 100,
      'pronouns, of those told': 100,
    });
  });

  it('counts a pronoun only with something that stands for the same', () => {
    const wrong = [
      mention('Anna Berg', 'name', 'e1'),
      mention('her', 'pronoun', 'e2'),
      mention('port', 'nominal', 'e2'),
    ];
    expect(score(wrong).pronouns).toEqual({ gold: 1, told: 1, right: 0 });
    expect(score([mention('Anna Berg', 'name', 'e1'), mention('her', 'pronoun', null)]).pronouns).toEqual({
      gold: 1,
      told: 0,
      right: 0,
    });
  });

  it('of a reading that tells nobody is nothing', () => {
    expect(figures([])).toMatchObject({ CoNLL: 0, pronouns: 0, 'pronouns, of those told': null });
  });

  it.each(['5)', '(5-person'])('with a bracket %s without its other is refused', (item) => {
    expect(() => parseGum(corpusFileOf(conlluOf('1', [`Ann PROPN 0 root Entity=${item}`])))).toThrow(
      expect.objectContaining({ code: 'PROVISO_CORPUS_INVALID' }),
    );
  });
});
