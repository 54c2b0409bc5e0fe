import { describe, expect, it } from 'vitest';
import type { Claim } from '../../model/index.ts';
import { read } from './testing.ts';
import { type Veridicality, veridicalityRules } from './veridicality.ts';

/** What becomes of a clause that would else be told as a fact. */
const signOf: Readonly<Record<Veridicality, number>> = {
  denies: -1,
  false: -1,
  counterfactual: -1,
  true: 1,
  open: 0,
};

/** The claim whose verb stands between asterisks. */
const markedClaim = async (marked: string): Promise<Claim | undefined> => {
  const at = marked.indexOf('*');
  const { claims } = await read(marked.replaceAll('*', ''));
  return claims.find(({ predicate: { span } }) => span[0] <= at && at < span[1]);
};

describe.each(veridicalityRules)('$id ($term)', ({ example, counter, gives }) => {
  it('holds of its example', async () => {
    const claim = await markedClaim(example);
    // What is settled as true is true as it stands, with its own "not".
    const sign = /not to \*/.test(example) ? -signOf[gives] : signOf[gives];
    expect([example, Math.sign(claim?.factuality ?? Number.NaN)]).toEqual([example, sign]);
  });

  it('does not hold of its counter-example', async () => {
    const claim = await markedClaim(counter);
    expect(claim).toBeDefined();
    const sign = /not to \*/.test(counter) ? -signOf[gives] : signOf[gives];
    expect([counter, Math.sign(claim?.factuality ?? 0)]).not.toEqual([counter, sign]);
  });
});

it('has rules of different names', () => {
  expect(new Set(veridicalityRules.map(({ id }) => id)).size).toBe(veridicalityRules.length);
});
