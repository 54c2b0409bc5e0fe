import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/index.ts';
import { leftIn } from './suggestions.ts';

type Item = Pick<Finding['evidence'][number], 'verdict' | 'probability' | 'role' | 'kind'>;

const proposed = (probability: number | null, more: Partial<Item> = {}): Item => ({
  verdict: 'proposed',
  probability,
  role: 'suggested',
  kind: 'conduct',
  ...more,
});
const accepted: Item = { verdict: 'accepted', probability: 0.7, role: 'counts', kind: 'conduct' };

const finding = (evidence: readonly Item[]): Finding => ({ evidence }) as unknown as Finding;

describe('what is probably left', () => {
  it('is the sum of the probabilities of what nobody has judged', () => {
    const left = leftIn([finding([accepted, accepted, proposed(0.5)]), finding([proposed(0.5)])]);
    expect(left).toMatchObject({ seen: 2, expected: 1, share: 0.667 });
    expect(left.between[0]).toBe(0.5);
    expect(left.between[1]).toBe(1);
  });

  it('is nothing where all was judged, or nothing was matched', () => {
    const rejected: Item = { ...accepted, verdict: 'rejected', role: 'left out' };
    expect(leftIn([finding([accepted, rejected])])).toEqual({
      seen: 1,
      expected: 0,
      share: 1,
      between: [1, 1],
    });
    expect(leftIn([])).toMatchObject({ seen: 0, share: 1 });
  });

  it('leaves out verdicts and what is left out, and has seen what a person placed', () => {
    const left = leftIn([
      finding([
        proposed(null, { kind: 'verdict' }),
        proposed(0.9, { role: 'left out' }),
        proposed(null, { role: 'counts' }),
      ]),
    ]);
    expect(left).toMatchObject({ seen: 1, expected: 0 });
  });

  it('is the surer the surer the machine is', () => {
    const many = (share: number) => finding([accepted, ...Array.from({ length: 20 }, () => proposed(share))]);
    const width = (share: number) => {
      const [low, high] = leftIn([many(share)]).between;
      return (high - low) / leftIn([many(share)]).share;
    };
    expect(width(0.99)).toBeLessThan(width(0.5));
  });
});
