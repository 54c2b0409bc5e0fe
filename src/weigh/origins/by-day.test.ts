import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByDay } from './by-day.ts';
import { type Days, dayMs, sameDays } from './gists.ts';

const day = fc.integer({ min: 0, max: 60 }).map((number) => number * dayMs);
const days: fc.Arbitrary<Days> = fc.record({
  published: fc.option(day),
  told: fc.option(
    fc.tuple(day, fc.integer({ min: 0, max: 3 })).map(([from, long]) => ({ from, to: from + long * dayMs })),
  ),
});

test('looking around a day finds all that looking at everything finds', () => {
  fc.assert(
    fc.property(fc.array(days, { maxLength: 40 }), days, (all, asked) => {
      const index = new ByDay<{ id: number; days: Days }>();
      const statements = all.map((own, id) => ({ id, days: own }));
      for (const statement of statements) index.add(statement);
      const isSame = ({ days: own }: { days: Days }) => sameDays(asked, own);
      const found = [...index.around(asked)].filter(isSame).map(({ id }) => id);
      expect(found.sort((a, b) => a - b)).toEqual(statements.filter(isSame).map(({ id }) => id));
    }),
  );
});

test('of many days few are looked at', () => {
  const index = new ByDay<{ days: Days }>();
  for (let number = 0; number < 3000; number++)
    index.add({ days: { published: number * dayMs, told: null } });
  expect([...index.around({ published: 1500 * dayMs, told: null })].length).toBeLessThan(40);
});
