import { createMatcher } from '../match/index.ts';

/** The matcher of this process: it holds its networks once, from when they are first needed. */
export const matcher = createMatcher();
