import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from './fold.ts';

describe('foldName', () => {
  it.each([
    ['U.S.', 'us'],
    ['the United Nations', 'united nations'],
    ['Al-Noor Front', 'al noor front'],
    ['Kandahār', 'kandahar'],
    ['the Assembly’s', 'assembly'],
    ['  Ōsaka\nBay ', 'osaka bay'],
    ['\u200eRiver\u00adside \u2068Force\u2069', 'riverside force'],
  ])('%s folds to %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => foldName(foldName(name)) === foldName(name)),
    );
  });
});
