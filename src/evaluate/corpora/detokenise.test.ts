import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detokenise } from './detokenise.ts';

describe('detokenise', () => {
  it.each([
    ["The ferry did n't run , Berg 's men said .", "The ferry didn't run, Berg's men said."],
    ["`` It ran , '' she said , `` twice . ''", '"It ran," she said, "twice."'],
    ['" It ran , " she said , " twice . "', '"It ran," she said, "twice."'],
    ["He left . ' ' It ran , '' she said .", 'He left. "It ran," she said.'],
    ["The old ` ghost ' ran .", "The old `ghost' ran."],
    ["the islands ' harbour - based fleet", "the islands' harbour-based fleet"],
    ['paid $ 3 million ( # 2 million ) , or 4 % more', 'paid $3 million (#2 million), or 4% more'],
    ['a U.N .- run and / or rented ferry -- late ...', 'a U.N.-run and/or rented ferry -- late...'],
  ])('prints %s', (tokens, text) => {
    expect(detokenise(tokens.split(' ')).text).toBe(text);
  });

  it('knows where every token stands, and loses none but quotation marks', () => {
    const token = fc.constantFrom(
      'ferry',
      '.',
      ',',
      "'s",
      "n't",
      '-',
      '(',
      ')',
      '$',
      '"',
      '``',
      "''",
      "'",
      '/',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 15 }), (tokens) => {
        const { text, spans } = detokenise(tokens);
        expect(spans).toHaveLength(tokens.length);
        tokens.forEach((given, index) => {
          const printed = text.slice(...(spans[index] as [number, number]));
          if (!/^["'`]+$/u.test(given)) expect(printed).toBe(given);
          else expect(['"', "'", '']).toContain(printed);
        });
        const starts = spans.map(([start]) => start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });
});
