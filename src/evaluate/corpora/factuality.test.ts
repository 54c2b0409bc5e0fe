import { describe, expect, it } from 'vitest';
import { conlluOf, corpusFileOf } from '../testing.ts';
import { parseConllu } from './conllu.ts';
import { parseFactuality, rawSentences } from './factuality.ts';

const line = (text: string, ...targets: [number, number, number][]) =>
  JSON.stringify({
    idx: 7,
    text,
    targets: targets.map(([from, to, label]) => ({ span1: [from, to], label })),
  });
const words = ({ text, events }: ReturnType<typeof parseFactuality>[number]) =>
  events.map(({ span, factuality }) => [text.slice(...span), factuality]);

describe('rated events', () => {
  it('stand at their words in the printed sentence', () => {
    const [sentence] = parseFactuality(
      corpusFileOf(line("It did n't run , but left .", [3, 4, -2.8], [6, 7, 3])),
    );
    expect(sentence?.text).toBe("It didn't run, but left.");
    expect(sentence && words(sentence)).toEqual([
      ['run', -2.8],
      ['left', 3],
    ]);
  });

  it('stand in the sentence as the treebank has it, whatever its blanks', () => {
    const raw = conlluOf('s', [
      'half NOUN 3 compound SpaceAfter=No',
      '- PUNCT 3 punct',
      'sunk VERB 0 root SpaceAfter=No',
      '!! PUNCT 3 punct',
    ]);
    const treebank = rawSentences(parseConllu(corpusFileOf(raw)));
    const [sentence] = parseFactuality(corpusFileOf(line('half- sunk !!', [1, 2, 1.5])), treebank);
    expect(sentence?.text).toBe('half- sunk!!');
    expect(sentence && words(sentence)).toEqual([['sunk', 1.5]]);
  });

  it.each([
    ['a word beyond the sentence', line('It ran .', [3, 4, 1]), '[3, 4] are no tokens'],
    ['an empty span', line('It ran .', [1, 1, 1]), '[1, 1] are no tokens'],
    ['a rating off the scale', line('It ran .', [1, 2, 4]), 'targets.0.label'],
  ])('with %s are refused, with the line', (_, wrong, message) => {
    expect(() => parseFactuality(corpusFileOf(wrong))).toThrow(message);
    expect(() => parseFactuality(corpusFileOf(wrong))).toThrow('corpus.gz, line 1');
  });
});
