import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partitionPoint } from './binary-search.ts';

it('finds what a walk from the start would find', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (numbers, sought) => {
      const ordered = numbers.sort((a, b) => a - b);
      const walked = ordered.findIndex((number) => number >= sought);
      expect(partitionPoint(ordered.length, (at) => (ordered[at] ?? 0) < sought)).toBe(
        walked < 0 ? ordered.length : walked,
      );
    }),
  );
});
