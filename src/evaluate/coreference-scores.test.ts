import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clusters, coreferenceScoreNames, coreferenceScores, scored } from './coreference-scores.ts';

const [a, b, c, d, e, f, g, h, i] = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The example of Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions", section 4. */
const gold: Clusters = [
  [a, b, c],
  [d, e, f, g],
];
const response: Clusters = [
  [a, b],
  [c, d],
  [f, g, h, i],
];

const rounded = (value: number | null): number => Math.round(value ?? -1) / 100;

describe('coreference scores', () => {
  it.each([
    ['MUC', 0.4, 0.4, 0.4],
    ['B³', 0.42, 0.5, 0.45],
    ['CEAF-φ4', 0.65, 0.43, 0.52],
  ] as const)('%s is what the paper says of its example', (name, recall, precision, f1) => {
    const found = scored(coreferenceScores[name](gold, response));
    expect([found.recall, found.precision, found.value].map(rounded)).toEqual([recall, precision, f1]);
  });

  /** Clusters of two mentions or more. */
  const clusters = fc
    .array(fc.nat(5), { minLength: 2, maxLength: 12 })
    .map(
      (owners): Clusters =>
        [0, 1, 2, 3, 4, 5]
          .map((owner) => owners.flatMap((other, mention) => (other === owner ? [mention] : [])))
          .filter(({ length }) => length > 1),
    )
    .filter(({ length }) => length > 0);

  it.each(coreferenceScoreNames)(
    '%s of the gold itself is 100, and turned round it swaps precision and recall',
    (name) => {
      fc.assert(
        fc.property(clusters, clusters, (one, other) => {
          expect(scored(coreferenceScores[name](one, one)).value).toBeCloseTo(100, 9);
          const [there, back] = [coreferenceScores[name](one, other), coreferenceScores[name](other, one)];
          expect(scored(there).recall).toBeCloseTo(scored(back).precision, 9);
        }),
      );
    },
  );
});
