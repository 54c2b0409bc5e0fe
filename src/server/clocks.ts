import { z } from 'zod';
import { today } from '../work/index.ts';
import { invalid } from './bodies.ts';

/** The days that a request asks for; both clocks stand at today unless it does. */
export const Clocks = z.object({ asOf: z.iso.date().optional(), knownAt: z.iso.date().optional() });
export type Clocks = z.output<typeof Clocks>;

/**
 * The clocks of a request, both set.
 * @throws ProvisoError PROVISO_REQUEST_INVALID for one that stands outside the case's life.
 */
export const clocksWithin = (
  { from, to }: { from: string; to: string },
  { asOf = today(), knownAt = today() }: Clocks,
): { asOf: string; knownAt: string } => {
  for (const [name, day] of Object.entries({ asOf, knownAt }))
    if (day < from || day > to)
      throw invalid(`${name} ${day} is not in the life of the case, ${from} to ${to}`);
  return { asOf, knownAt };
};
