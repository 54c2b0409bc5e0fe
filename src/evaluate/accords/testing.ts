import type { CodedPair } from './pairs.ts';

/** For tests: a pair that bears on nothing and is proposed as nothing, but for what is given. */
export const pairOf = (parts: Partial<CodedPair> = {}): CodedPair => ({
  gold: [],
  isOpen: false,
  proposed: [],
  bears: 0,
  words: { share: 0, points: 'breach' },
  ...parts,
});
