import { z } from 'zod';

/** The days that a request asks for; both clocks stand at today unless it does. */
export const Clocks = z.object({ asOf: z.iso.date().optional(), knownAt: z.iso.date().optional() });
export type Clocks = z.output<typeof Clocks>;
