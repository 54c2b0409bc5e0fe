import { describe, expect, it } from 'vitest';
import { creditOf, intervieweeOf } from './page-heads.ts';

const pageOf = (text: string) => ({ id: 'p', publisher: 'Odvik Mail', published: null, text });
const isKnown = (name: string) => ['HPA', 'Harbour Board', 'town hall'].includes(name);

describe('a line of its own credits a source', () => {
  it.each([
    ['Boats out late\n\nCompiled from HPA\n\nNine boats put out.', 'HPA'],
    ['From the Harbour Board\n\nNine boats put out.', 'Harbour Board'],
    ['Boats out late\n\nHPA and our own staff\n\nNine boats put out.', 'HPA'],
    ['Boats out late\n\nNine boats put out.\n\nAll came home.\n\nSource: HPA', 'HPA'],
    ['Boats out late\n\nFrom our wire services\n\nNine boats put out.', null],
    ['Boats out late\n\nFrom the Lighthouse\n\nNine boats put out.', null],
    [
      'Boats out late\n\nNine boats put out from the Harbour Board pier at four in the morning, in fog and rain.',
      null,
    ],
    [
      'Nine boats put out.\n\nAll came home.\n\nIt rained.\n\nFrom the Harbour Board\n\nA dog was seen.',
      null,
    ],
  ])('%j', (text, words) => {
    const cue = creditOf(pageOf(text), isKnown);
    expect(cue?.words ?? null).toBe(words);
    if (cue) expect(text.slice(...cue.span)).toBe(cue.words);
  });
});

describe('an interview is its guest’s', () => {
  const answers = '\n\nHow many boats? Nine.\n\nAnd at night? None.';
  it.each([
    [`Six questions to Ada Venn${answers}`, 'Ada Venn'],
    [`Boats\n\nInterview with Ms Ada Venn${answers}`, 'Ms Ada Venn'],
    [`Ada Venn on boats${answers}`, null],
    ['Six questions to Ada Venn\n\nShe did not answer them.', null],
  ])('%j', (text, words) => {
    expect(intervieweeOf(pageOf(text))?.words ?? null).toBe(words);
  });
});
