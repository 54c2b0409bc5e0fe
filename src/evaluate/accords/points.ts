import type { Bearing } from '../../model/index.ts';

const opposite = (bearing: Bearing): Bearing => (bearing === 'breach' ? 'performance' : 'breach');

/** Which way something points: what did not take place points away from what it would mean. */
export const bearingOf = ({ bearing, factuality }: { bearing: Bearing; factuality: number }): Bearing =>
  factuality < 0 ? opposite(bearing) : bearing;
