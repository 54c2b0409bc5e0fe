import { describe, expect, it } from 'vitest';
import { conlluOf, corpusFileOf } from '../testing.ts';
import { parseConllu } from './conllu.ts';

const parse = (text: string) => parseConllu(corpusFileOf(text));

const ferry = ['The DET 2 det', 'ferry NOUN 3 nsubj', 'ran VERB 0 root SpaceAfter=No', '. PUNCT 3 punct'];

describe('a treebank', () => {
  it('gives the raw text: sentences after a blank, paragraphs after an empty line, documents apart', () => {
    const documents = parse(
      conlluOf('1', ferry, ['newdoc id = harbour', 'newpar id = p1']) +
        conlluOf('2', ferry) +
        conlluOf('3', ferry, ['newpar id = p2']) +
        conlluOf('4', ferry, ['newdoc id = quay', 'newpar id = p1']),
    );
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['harbour', 'The ferry ran. The ferry ran.\n\nThe ferry ran.'],
      ['quay', 'The ferry ran.'],
    ]);
    const [{ text, sentences, words } = { text: '', sentences: [], words: [] }] = documents;
    expect(sentences.map(({ id, span }) => [id, text.slice(...span)])).toEqual([
      ['1', 'The ferry ran.'],
      ['2', 'The ferry ran.'],
      ['3', 'The ferry ran.'],
    ]);
    for (const { form, span } of words) expect(text.slice(...span)).toBe(form);
    expect(words.map(({ head }) => head)).toEqual([1, 2, -1, 2, 5, 6, -1, 6, 9, 10, -1, 10]);
  });

  it('gives the words of one token its span, and leaves out empty nodes', () => {
    const [document] = parse(
      conlluOf('1', ["can't=ca+n't _ _ _", 'ca AUX 3 aux', "n't PART 3 advmod", 'run VERB 0 root']).replace(
        /\n\n$/u,
        '\n3.1\tgone\tgo\tVERB\t_\t_\t_\t_\t_\t_\n\n',
      ),
    );
    expect(document?.text).toBe("can't run");
    expect(document?.words.map(({ form, span, multiword }) => [form, span, multiword])).toEqual([
      ['ca', [0, 5], true],
      ["n't", [0, 5], true],
      ['run', [6, 9], false],
    ]);
  });

  it('honours SpaceAfter of a token of several words, and SpacesAfter', () => {
    const noBlank = conlluOf('1', ['a=b+c', 'b X 2 dep', 'c X 0 root', 'd X 2 dep']).replace(
      /^(1-2\ta.*)\t_$/mu,
      '$1\tSpaceAfter=No',
    );
    expect(parse(noBlank)[0]?.text).toBe('ad');
    expect(parse(conlluOf('1', ['a X 0 root SpacesAfter=\\s\\n', 'b X 1 dep']))[0]?.text).toBe('a \nb');
  });

  it.each([
    ['a row of other width', '1\tone\n\n', 'line 1: 2 columns'],
    ['a word out of turn', conlluOf('1', ferry).replace('\n3\t', '\n5\t'), 'line 4: word 5'],
    ['a head outside', conlluOf('1', ['ran VERB 0 root', 'far ADV 7 advmod']), 'the head of “far”'],
    ['no head', conlluOf('1', ['ran VERB 0 root', 'far ADV _ advmod']), 'the head of “far”'],
    ['two roots', conlluOf('1', ['ran VERB 0 root', 'far ADV 0 root']), '2 roots'],
  ])('with %s is refused, with the line', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'PROVISO_CORPUS_INVALID' }));
  });
});
