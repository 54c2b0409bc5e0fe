import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentsInWords, piecesInCharacters } from './role-extents.ts';
import { spanOf } from './testing.ts';
import { wordsOf } from './words.ts';

const text = 'ODVIK: “The ferry ran. It ran twice,” Anna Berg, its ship-master, said.';
const pieces = (...spans: [number, number][]) => [...extentsInWords(text, wordsOf(text), spans).pieces];
const of = (...words: string[]) => pieces(...words.map((piece) => spanOf(text, piece)));

describe('extents in words', () => {
  it.each([
    [
      'quotation marks and the comma before them',
      '“The ferry ran. It ran twice,”',
      'The ferry ran. It ran twice',
    ],
    ['a comma that ends an apposition', 'Anna Berg, its ship-master,', 'Anna Berg, its ship-master'],
    ['blanks', ' said', 'said'],
    ['a hyphen at the end', 'its ship-', 'its ship'],
    ['a word that is cut', 'erry ra', 'ferry ran'],
  ])('leave out of account %s', (_, one, other) => {
    expect(of(one)).toEqual(of(other));
    expect(of(one)).toHaveLength(1);
  });

  it('tell apart what differs in a word', () => {
    expect(of('Anna Berg')).not.toEqual(of('Berg'));
    expect(of('Anna Berg')).not.toEqual(of('Anna Berg, its ship-master'));
  });

  it('make one piece of what has no word between, and keep apart what has', () => {
    expect(of('The ferry ran', 'It ran twice')).toEqual(of('The ferry ran. It ran twice'));
    expect(of('The ferry', 'It ran twice')).toHaveLength(2);
  });

  it('keep punctuation that is a piece by itself', () => {
    expect(of(':')).toHaveLength(1);
    expect(of(':')).not.toEqual(of('.'));
  });

  it('count tokens by words', () => {
    const { tokens } = extentsInWords(text, wordsOf(text), [
      spanOf(text, '“The ferry ran. It'),
      spanOf(text, ':'),
    ]);
    expect(tokens.size).toBe(5);
  });

  it('are the same however a span is cut into neighbours, and in whatever order', () => {
    const offsets = fc.uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(offsets, (cuts) => {
        const sorted = cuts.toSorted((a, b) => a - b);
        const whole: [number, number] = [sorted[0] as number, sorted.at(-1) as number];
        const parts = sorted.slice(1).map((end, index): [number, number] => [sorted[index] as number, end]);
        const words = (keys: string[]) => keys.filter((key) => key.startsWith('words'));
        expect(words(pieces(...parts.reverse()))).toEqual(words(pieces(whole)));
      }),
    );
  });
});

describe('pieces to the character', () => {
  const exact = (...words: string[]) => [
    ...piecesInCharacters(
      text,
      words.map((piece) => spanOf(text, piece)),
    ),
  ];

  it('tell apart what differs in a mark, but not in a blank', () => {
    expect(exact('Anna Berg,')).not.toEqual(exact('Anna Berg'));
    expect(exact(' said')).toEqual(exact('said'));
  });

  it('are joined across blanks alone', () => {
    expect(exact('The ferry', 'ran')).toEqual(exact('The ferry ran'));
    expect(exact('The ferry ran', 'It ran')).toHaveLength(2);
  });
});
