import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlignableWord, alignWords } from './align-words.ts';

/** Words of tokens written "form", or "surface=first+second" for a token of several words. */
const words = (...tokens: string[]): AlignableWord[] => {
  let start = 0;
  return tokens.flatMap((token) => {
    const [surface = '', parts = ''] = token.split('=');
    const end = start + surface.length;
    const forms = parts ? parts.split('+') : [surface];
    const made = forms.map((form) => ({ start, end, multiword: forms.length > 1, form }));
    start = end;
    return made;
  });
};

describe('alignment of words', () => {
  it.each([
    { gold: ['ferry'], predicted: ['f', 'erry'], pairs: [] },
    { gold: ['no', 'ferry'], predicted: ['noferry'], pairs: [] },
    {
      gold: ['the', 'ferryran', 'late'],
      predicted: ['the', 'ferry', 'ran', 'late'],
      pairs: [
        [0, 0],
        [2, 3],
      ],
    },
    // Words of a token have no place of their own: the form decides, upper and lower case alike.
    {
      gold: ["Don't=do+n't", 'go'],
      predicted: ['Do', "n't", 'go'],
      pairs: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    },
    { gold: ["don't=do+n't", 'go'], predicted: ['don', "'t", 'go'], pairs: [[2, 2]] },
    { gold: ["don't=do+n't", 'go'], predicted: ["don't", 'go'], pairs: [[2, 1]] },
    { gold: ["won't=will+not"], predicted: ['wo', "n't"], pairs: [] },
    { gold: ["won't=will+not"], predicted: ["won't=wo+not"], pairs: [[1, 1]] },
    // Two tokens that overlap make one region: what lies inside is matched by form, in order.
    {
      gold: ['ab=a+b', 'cd=c+d'],
      predicted: ['a', 'bc=b+c', 'd'],
      pairs: [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    },
    // A plain word that sticks out of the region is not matched in it.
    { gold: ['ab=a+b', 'c'], predicted: ['a', 'bc'], pairs: [[0, 0]] },
    { gold: ['x', 'ab=xa+b'], predicted: ['xa', 'b'], pairs: [[2, 1]] },
    { gold: ['y', 'xa', 'b'], predicted: ['yx', 'ab=xa+b'], pairs: [[2, 2]] },
    { gold: ['x', 'ab=a+b'], predicted: ['xa', 'b'], pairs: [[2, 1]] },
  ])('of $gold with $predicted', ({ gold, predicted, pairs }) => {
    expect(alignWords(words(...gold), words(...predicted))).toEqual(pairs);
  });

  /** The same letters, cut twice at random, some tokens of several words. */
  const cut = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), {
    minLength: 1,
    maxLength: 12,
  });
  const tokens = (letters: string, cuts: readonly (readonly [number, boolean])[]): string[] => {
    const made: string[] = [];
    let rest = letters;
    for (const [length, several] of cuts) {
      const surface = rest.slice(0, length);
      if (!surface) break;
      made.push(several && surface.length > 1 ? `${surface}=${surface[0]}+${surface.slice(1)}` : surface);
      rest = rest.slice(length);
    }
    return rest ? [...made, rest] : made;
  };
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 30 });

  it('matches every word of a parse with itself', () => {
    fc.assert(
      fc.property(letters, cut, (text, cuts) => {
        const parse = words(...tokens(text, cuts));
        expect(alignWords(parse, parse)).toEqual(parse.map((_, index) => [index, index]));
      }),
    );
  });

  it('goes forward in both parses, from form to same form', () => {
    fc.assert(
      fc.property(letters, cut, cut, (text, one, other) => {
        const gold = words(...tokens(text, one));
        const predicted = words(...tokens(text, other));
        const pairs = alignWords(gold, predicted);
        pairs.forEach(([g, p], index) => {
          expect(gold[g]?.form).toBe(predicted[p]?.form);
          if (index === 0) return;
          expect(g).toBeGreaterThan(pairs[index - 1]?.[0] as number);
          expect(p).toBeGreaterThan(pairs[index - 1]?.[1] as number);
        });
      }),
    );
  });

  it('of plain words finds those in the same place, and the same the other way round', () => {
    const plain = cut.map((cuts) => cuts.map(([length]): [number, boolean] => [length, false]));
    fc.assert(
      fc.property(letters, plain, plain, (text, one, other) => {
        const gold = words(...tokens(text, one));
        const predicted = words(...tokens(text, other));
        const pairs = alignWords(gold, predicted);
        const places = (parse: AlignableWord[]) => new Set(parse.map(({ start, end }) => `${start}-${end}`));
        const shared = [...places(gold)].filter((place) => places(predicted).has(place));
        expect(pairs).toHaveLength(shared.length);
        expect(alignWords(predicted, gold)).toEqual(pairs.map(([g, p]) => [p, g]));
      }),
    );
  });
});
