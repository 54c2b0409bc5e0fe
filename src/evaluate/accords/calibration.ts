import { percent } from '../f1.ts';
import { groupBy } from '../group-by.ts';
import type { Figure } from '../result.ts';
import { type CodedPair, isSettled } from './pairs.ts';

/** A probability that was given, and whether it held. */
export interface Forecast {
  readonly probability: number;
  readonly held: boolean;
}

export const forecastsOf = (pairs: readonly CodedPair[]): Forecast[] =>
  pairs
    .filter(isSettled)
    .flatMap(({ proposed, gold }) =>
      proposed.map(({ points, probability }) => ({ probability, held: gold.includes(points) })),
    );

const bins = 10;
const binOf = ({ probability }: Forecast): number => Math.min(bins - 1, Math.floor(probability * bins));

const said = (forecasts: readonly Forecast[]): number =>
  (100 * forecasts.reduce((sum, { probability }) => sum + probability, 0)) / forecasts.length;

const heldOf = (forecasts: readonly Forecast[]): number =>
  percent(forecasts.filter(({ held }) => held).length, forecasts.length) ?? 0;

const binned = (forecasts: readonly Forecast[]) => [...groupBy(forecasts, binOf)].sort(([a], [b]) => a - b);

/** How far what is said lies from what holds, bin by bin, on average over all that is said (Guo et al. 2017). */
export const errorFigure = (forecasts: readonly Forecast[]): Figure => {
  const off = binned(forecasts).reduce(
    (sum, [, bin]) => sum + (bin.length * Math.abs(heldOf(bin) - said(bin))) / forecasts.length,
    0,
  );
  return {
    measure: 'expected calibration error',
    unit: '% off',
    count: forecasts.length,
    value: forecasts.length > 0 ? off : null,
  };
};

/** What holds of what is said with about the same probability, beside that probability; empty bins are left out. */
export const binFigures = (forecasts: readonly Forecast[]): Figure[] =>
  binned(forecasts).map(([bin, some]) => ({
    measure: `holds of what is said with ${(100 * bin) / bins}–${(100 * (bin + 1)) / bins} %`,
    unit: '%',
    count: some.length,
    value: heldOf(some),
    beside: said(some),
  }));
