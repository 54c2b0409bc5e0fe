import { describe, expect, it } from 'vitest';
import { conlluOf, corpusFileOf } from '../testing.ts';
import { parseConllu } from './conllu.ts';
import { parseUner } from './uner.ts';

const treebank = parseConllu(
  corpusFileOf(
    conlluOf('s1', ['Ferries NOUN 2 nsubj', 'ran VERB 0 root'], ['newdoc id = harbour']) +
      conlluOf('s2', [
        'Anna PROPN 3 nsubj',
        'Berg PROPN 1 flat',
        'left VERB 0 root',
        "Larkham's=Larkham+'s",
        'Larkham PROPN 6 nmod',
        "'s PART 4 case",
        'harbour NOUN 3 obj SpaceAfter=No',
        '. PUNCT 3 punct',
      ]),
  ),
);

const rows = (id: string, ...words: string[]) =>
  `# sent_id = ${id}\n${words.map((word, index) => `${index + 1}\t${word.replace('/', '\t')}\t-\t-`).join('\n')}\n`;
const parse = (text: string) => parseUner(corpusFileOf(text), treebank);

describe('Universal NER', () => {
  it('is placed in the text of the treebank, whatever its blanks and words', () => {
    const [document, ...others] = parse(
      rows('s2', 'Anna/B-PER', 'Berg/I-PER', 'left/O', 'Larkham/B-LOC', "'s/O", 'harbour./O'),
    );
    expect(others).toEqual([]);
    expect(document?.text).toBe("Ferries ran Anna Berg left Larkham's harbour.");
    expect(document?.names.map(({ span, type }) => [type, document.text.slice(...span)])).toEqual([
      ['PER', 'Anna Berg'],
      ['LOC', 'Larkham'],
    ]);
  });

  it('keeps two names side by side apart', () => {
    const [document] = parse(rows('s1', 'Ferries/B-ORG', 'ran/B-PER'));
    expect(document?.names).toHaveLength(2);
  });

  it.each([
    ['another sentence', rows('s9', 'Ferries/O', 'ran/O'), 'no such sentence'],
    ['other characters', rows('s1', 'Ferries/O', 'run/O'), 'other characters'],
    ['an unknown tag', rows('s1', 'Ferries/B-SHIP', 'ran/O'), '“B-SHIP” is no tag'],
    ['a name that continues none', rows('s1', 'Ferries/O', 'ran/I-PER'), 'I-PER continues nothing'],
    ['a name that changes its type', rows('s1', 'Ferries/B-ORG', 'ran/I-PER'), 'I-PER continues nothing'],
  ])('with %s is refused', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
