import { describe, expect, it } from 'vitest';
import { trustIn } from './trust.ts';

describe('trustIn', () => {
  it.each([
    ['B', 0, 0.8],
    ['B', 1, 0.95],
    ['A', 1, 0.95],
    ['B', -1, 0.6],
    ['E', -3, 0.1],
    ['F', 2, 0],
    [null, 0, 0.5],
    [null, 1, 0.6],
    [null, 2, 0.8],
    [null, -1, 0.35],
    [null, -2, 0.1],
  ] as const)('grade %s moved by %d is trusted %d', (grade, steps, belief) => {
    expect(trustIn(grade, steps).belief).toBe(belief);
  });
});
