import { z } from 'zod';
import { compareNames } from '../resolve/index.ts';
import { readCorpusFile } from './corpora/corpus-file.ts';
import { jsonLines } from './corpora/json-lines.ts';
import { f1Figure, type Tally } from './f1.ts';
import type { Figure, Task } from './result.ts';

const NamePair = z.object({
  schema: z.string(),
  name1: z.string(),
  name2: z.string(),
  is_match: z.enum(['true', 'false']).transform((text) => text === 'true'),
});
type NamePair = z.infer<typeof NamePair>;

/** From this score on, two names are taken for the same. */
const decision = 0.5;

/** Pairs said to be the same against those that are; the reader plays no part. */
export const scoreNamePairs = (pairs: readonly NamePair[]): Tally => {
  const isTaken = ({ schema, name1, name2 }: NamePair) =>
    compareNames(name1, name2, schema !== 'Person').score >= decision;
  const taken = pairs.filter(isTaken);
  return {
    gold: pairs.filter((pair) => pair.is_match).length,
    predicted: taken.length,
    right: taken.filter((pair) => pair.is_match).length,
  };
};

/** Whether two written names name the same: pairs from a name matcher's checks. */
export const measureNamePairs = async ({ data }: Task): Promise<Figure[]> => {
  const pairs = jsonLines(
    await readCorpusFile(data, 'names/pairs-dev.jsonl.gz'),
    NamePair as z.ZodType<NamePair>,
  );
  return [f1Figure('same name', scoreNamePairs(pairs.map(({ value }) => value)))];
};
