import { describe, expect, it } from 'vitest';
import { markedClaim } from './testing.ts';
import { type Veridicality, veridicalityRules } from './veridicality.ts';

/** What becomes of a clause that would else be told as a fact. */
const signOf: Readonly<Record<Veridicality, number>> = {
  denies: -1,
  false: -1,
  counterfactual: -1,
  true: 1,
  open: 0,
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
