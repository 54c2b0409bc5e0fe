import { percent, type Tally, total } from '../f1.ts';
import { groupBy } from '../group-by.ts';
import type { Figure } from '../result.ts';

/** A telling with where it goes back to: as coded, and as weighing has it (null: nowhere, as it does not count). */
export interface Traced {
  readonly commitment: string;
  readonly coded: string;
  readonly found: string | null;
}

const tallyOf = (tellings: readonly Traced[]): Tally => {
  let [gold, predicted, right] = [0, 0, 0];
  for (const [at, one] of tellings.entries())
    for (const other of tellings.slice(at + 1)) {
      const isOne = one.coded === other.coded;
      const isFoundOne = one.found !== null && one.found === other.found;
      gold += Number(isOne);
      predicted += Number(isFoundOne);
      right += Number(isOne && isFoundOne);
    }
  return { gold, predicted, right };
};

/** Pairs of tellings of one commitment that go back to one origin, of one accord. */
export const originTally = (tellings: readonly Traced[]): Tally =>
  total([...groupBy(tellings, ({ commitment }) => commitment).values()].map(tallyOf));

export const originFigures = ({ gold, predicted, right }: Tally): Figure[] => [
  {
    measure: 'origins: pairs of tellings, precision',
    unit: '%',
    count: predicted,
    value: percent(right, predicted),
  },
  { measure: 'origins: pairs of tellings, recall', unit: '%', count: gold, value: percent(right, gold) },
];
