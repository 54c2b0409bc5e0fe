import { defaults } from './defaults.ts';
import type { Reckoning } from './ladder.ts';
import { type Decided, decide, hear } from './status.ts';
import type { Telling } from './telling.ts';

/**
 * What suggestions that nobody has judged indicate where nothing that counts does: indications, never more, and only of
 * those that are likelier than not to hold; many unlikely ones make no likely one, since what errs, errs alike. Null where
 * they indicate nothing.
 * @param suggestions each as it would tell if a person accepted it
 */
export const indicatedBy = (
  suggestions: readonly Telling[],
  isDue: boolean,
  reckoning: Reckoning,
): Decided | null => {
  const likely = suggestions.filter(({ evidence }) => (evidence.probability ?? 0) >= defaults.suggested);
  if (likely.length === 0) return null;
  const { status, late } = decide(hear(likely, reckoning), isDue, reckoning);
  for (const bearing of ['breach', 'performance'] as const)
    if (status.endsWith(bearing))
      return { status: `indications of ${bearing}`, standard: 'indications', late };
  return null;
};
