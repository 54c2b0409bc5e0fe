import type { Bearing, Stance } from './vocabulary.ts';

/** What is told of a commitment: what the conduct would mean, and whether it is said to have taken place. */
export interface Told {
  bearing: Bearing;
  stance: Stance;
}

/** In which tone it is shown: what is denied is shown as denied, never as what it denies. */
export const toneOf = ({ bearing, stance }: Told): Bearing | 'denied' =>
  stance === 'affirms' ? bearing : 'denied';
