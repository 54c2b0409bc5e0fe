import type { Figure } from '../result.ts';
import { type LabelledPair, reviewerFigures } from './reviewer.ts';

/** From which probability on evidence is suggested, and counts. */
export interface Thresholds {
  readonly suggested: number;
  readonly counted: number;
}

/** What a reviewer gains whose decisions teach the matcher, as figures; the worst accord too. */
export const playedFigures = (pairs: readonly LabelledPair[], thresholds: Thresholds): Figure[] => {
  const { lookedAt, counted } = reviewerFigures({ pairs, thresholds });
  const change = (measure: string, value: number): Figure => ({
    measure,
    unit: 'points of F1',
    count: counted.accords.length,
    value,
  });
  return [
    ...lookedAt.map(
      ({ found, without, learning }): Figure => ({
        measure: `looked at for ${found * 100} % by a reviewer who teaches`,
        unit: '% of pairs',
        count: counted.accords.length,
        value: 100 * learning,
        beside: 100 * without,
      }),
    ),
    change(`after ${counted.decisions} decisions: what counts, mean`, counted.gain),
    change(`after ${counted.decisions} decisions: what counts, worst accord`, counted.worst),
  ];
};
