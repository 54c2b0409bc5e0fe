import { wordTable } from './word-table.ts';

/** Cardinal numbers that English writes as one word. */
export const numberWords = wordTable<number>(
  Object.fromEntries([
    ...`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
      eighteen nineteen`
      .split(/\s+/)
      .map((word, index) => [word, index + 1]),
    ...'twenty thirty forty fifty sixty seventy eighty ninety'
      .split(' ')
      .map((word, index) => [word, 10 * (index + 2)]),
  ]),
);
