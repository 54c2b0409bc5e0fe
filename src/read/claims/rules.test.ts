import { describe, expect, it } from 'vitest';
import type { Claim } from '../../model/index.ts';
import { claimRules } from './rules.ts';
import { markedClaim } from './testing.ts';

const readingOf = (claim: Claim | undefined) => [claim?.mood, claim?.factuality];

describe.each(claimRules)('$id ($term)', ({ id, example, counter }) => {
  it('holds of its example', async () => {
    expect((await markedClaim(example))?.rules ?? []).toContain(id);
  });

  it('does not hold of its counter-example', async () => {
    const claim = await markedClaim(counter);
    expect(claim).toBeDefined();
    expect(claim?.rules ?? []).not.toContain(id);
    expect(readingOf(claim)).not.toEqual(readingOf(await markedClaim(example)));
  });
});

it('have ids of their own', () => {
  expect(new Set(claimRules.map(({ id }) => id)).size).toBe(claimRules.length);
});
