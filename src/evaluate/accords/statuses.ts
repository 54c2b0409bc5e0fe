import { Standard, type Status } from '../../model/index.ts';
import { percent } from '../f1.ts';
import { groupBy } from '../group-by.ts';
import type { Figure } from '../result.ts';
import type { CodedStatus } from './accord.ts';

/** A status as coded, and as found without its standard of proof. */
export interface ComparedStatus {
  readonly coded: CodedStatus['status'];
  readonly found: string;
  /** How surely it was called; null where it calls nothing. */
  readonly standard: Standard | null;
}

/** "probable breach" is a breach; what could not be assessed is known as little as what nobody reports. */
export const withoutStandard = (status: Status): string =>
  status === 'not assessed'
    ? 'no information'
    : status.replace(/^(?:indications of|probable|established) /u, '');

const isCall = (status: string): boolean => status === 'breach' || status === 'performance';

/** How many of some statuses a guesser shares who always says the commonest. */
const commonest = (statuses: readonly ComparedStatus[]): number =>
  Math.max(0, ...[...groupBy(statuses, ({ coded }) => coded).values()].map(({ length }) => length));

const shareOf = (statuses: readonly ComparedStatus[]): number | null =>
  percent(statuses.filter(({ coded, found }) => coded === found).length, statuses.length);

/** Of what was called kept or broken by each standard of proof, how often a panel calls it so; what nobody called is left out. */
const byStandard = (called: readonly ComparedStatus[], from: string): Figure[] =>
  Standard.options.flatMap((standard) => {
    const some = called.filter((one) => one.standard === standard);
    return some.length === 0
      ? []
      : [
          {
            measure: `statuses${from}: ${standard}, right`,
            unit: '%',
            count: some.length,
            value: shareOf(some),
          },
        ];
  });

/** How many statuses a panel shares, beside always the commonest; and of those called kept or broken, what it calls so too. */
export const statusFigures = (statuses: readonly ComparedStatus[], from = ''): Figure[] => {
  const called = statuses.filter(({ found }) => isCall(found));
  return [
    {
      measure: `statuses${from}`,
      unit: '%',
      count: statuses.length,
      value: shareOf(statuses),
      beside: percent(commonest(statuses), statuses.length),
    },
    {
      measure: `statuses${from}: called breach or performance, right`,
      unit: '%',
      count: called.length,
      value: shareOf(called),
    },
    ...byStandard(called, from),
  ];
};
