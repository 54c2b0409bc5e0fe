import { expect, it } from 'vitest';
import { findQuantities } from './quantities.ts';
import { SyntaxTrees } from './syntax/syntax-trees.ts';
import { tag } from './testing.ts';

const cases: readonly (readonly [text: string, value: number, unit: string | null, bound: string])[] = [
  ['Forces fell to 8,600 troops.', 8600, 'troop', 'exact'],
  ['At least 30 soldiers died.', 30, 'soldier', 'min'],
  ['Up to 5,000 prisoners may leave.', 5000, 'prisoner', 'max'],
  ['Some 400 ships waited.', 400, 'ship', 'about'],
  ['They closed five bases.', 5, 'base', 'exact'],
  ['It shipped 2.5 million books.', 2_500_000, 'book', 'exact'],
  ['Twenty-one hostages came home.', 21, 'hostage', 'exact'],
  ['Dozens of villagers fled.', 24, 'villager', 'about'],
];

it.each(cases)('%s', async (text, value, unit, bound) => {
  const [found] = findQuantities(new SyntaxTrees(text, await tag(text)), () => false);
  expect(found && { value: found.value, unit: found.unit, bound: found.bound }).toEqual({
    value,
    unit,
    bound,
  });
});
