import type { Bearing } from '../model/index.ts';
import { defaults } from './defaults.ts';
import type { Body, Reckoning } from './ladder.ts';
import { type Decided, decide, hear } from './status.ts';
import type { Telling } from './telling.ts';

/** How likely one suggestion at least holds of those that affirm a bearing; tellings of one origin stand and fall together. */
const likelihoodIn = ({ testimonies }: Body): number => {
  let none = 1;
  for (const { tellings } of testimonies.values()) {
    const shares = tellings.flatMap(({ opinion, evidence }) =>
      opinion.belief > 0 ? [evidence.probability ?? 0] : [],
    );
    none *= 1 - Math.max(0, ...shares);
  }
  return 1 - none;
};

/**
 * What suggestions that nobody has judged indicate where nothing that counts does: indications, never more, and only where
 * it is likely enough that one of them holds. Null where they indicate nothing.
 * @param suggestions each as it would tell if a person accepted it
 */
export const indicatedBy = (
  suggestions: readonly Telling[],
  isDue: boolean,
  reckoning: Reckoning,
): Decided | null => {
  if (suggestions.length === 0) return null;
  const hearing = hear(suggestions, reckoning);
  const { status, late } = decide(hearing, isDue, reckoning);
  const bearing: Bearing | null = status.endsWith('breach')
    ? 'breach'
    : status.endsWith('performance')
      ? 'performance'
      : null;
  if (!bearing || likelihoodIn(hearing[bearing]) < defaults.suggested) return null;
  return { status: `indications of ${bearing}`, standard: 'indications', late };
};
