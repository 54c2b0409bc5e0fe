import type { Finding, Origin } from './assessment.ts';
import type { Bearing, Stance } from './vocabulary.ts';

/** What is told of a commitment: what the conduct would mean, and whether it is said to have taken place. */
export interface Told {
  bearing: Bearing;
  stance: Stance;
}

/** In which tone it is shown: what is denied is shown as denied, never as what it denies. */
export const toneOf = ({ bearing, stance }: Told): Bearing | 'denied' =>
  stance === 'affirms' ? bearing : 'denied';

/** Whether an origin affirms conduct that bears on a commitment: context does not bear on it, and a denial affirms nothing. */
export const affirmsConduct = <Told extends Pick<Origin, 'bearing' | 'stance'>>(
  origin: Told,
): origin is Told & { bearing: Bearing } => origin.bearing !== 'context' && origin.stance === 'affirms';

/** Whether a piece of evidence waits for a person's verdict; what is left out waits for none. */
export const awaitsVerdict = ({
  verdict,
  role,
}: Pick<Finding['evidence'][number], 'verdict' | 'role'>): boolean =>
  verdict === 'proposed' && role !== 'left out';
