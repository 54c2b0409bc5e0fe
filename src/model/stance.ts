import type { Bearing, Stance } from './vocabulary.ts';

/** What is told of a commitment: what the conduct would mean, and whether it is said to have taken place. */
export interface Told {
  bearing: Bearing;
  stance: Stance;
}

/** In which tone it is shown: what is denied is shown as denied, never as what it denies. */
export const toneOf = ({ bearing, stance }: Told): Bearing | 'denied' =>
  stance === 'affirms' ? bearing : 'denied';

/** What it says of the commitment, in words. */
export const toldWords = ({ bearing, stance }: Told): string => {
  if (stance === 'affirms') return `points to ${bearing}`;
  return bearing === 'breach' ? 'denies a breach' : 'reports that it has not happened';
};
