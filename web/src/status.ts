import type { Bearing, Standard, Status } from '../../src/model/index.ts';

/** A status in its two parts: which way it points, and how far up the ladder. */
export interface StatusParts {
  tone: Bearing | 'disputed' | 'none';
  level: 0 | 1 | 2 | 3;
}

export const standards: readonly Standard[] = ['indications', 'probable', 'established'];

const levels = { 'indications of': 1, probable: 2, established: 3 } as const;

export const statusParts = (status: Status): StatusParts => {
  if (status === 'disputed') return { tone: 'disputed', level: 2 };
  const [, rung, bearing] = /^(indications of|probable|established) (breach|performance)$/.exec(status) ?? [];
  if (!rung || !bearing) return { tone: 'none', level: 0 };
  return { tone: bearing as Bearing, level: levels[rung as keyof typeof levels] };
};

/** Every status, in the order of the legend. */
export const everyStatus: readonly Status[] = [
  'indications of breach',
  'probable breach',
  'established breach',
  'disputed',
  'established performance',
  'probable performance',
  'indications of performance',
  'no information',
  'not assessed',
  'not due',
];
