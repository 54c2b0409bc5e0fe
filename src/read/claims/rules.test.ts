import { describe, expect, it } from 'vitest';
import type { Claim } from '../../model/index.ts';
import { embeddingRules } from './embedding.ts';
import { certaintyRules, moodRules, polarityRules } from './modality-rules.ts';
import { markedClaim } from './testing.ts';
import { veridicalityRules } from './veridicality.ts';

const rules = [...moodRules, ...polarityRules, ...certaintyRules, ...embeddingRules, ...veridicalityRules];

const readingOf = (claim: Claim | undefined) => [claim?.mood, claim?.factuality];

describe.each(rules)('$id ($term)', ({ id, example, counter }) => {
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
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
