import type { Reading, Span, TimeMention } from '../model/index.ts';
import { readCorpusFile } from './corpora/corpus-file.ts';
import { parseTimeml, type Timex } from './corpora/timeml.ts';
import { compare, f1Figure, type Tally, total } from './f1.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';

/** How a text's times compare with the gold's: by extent alone, then by what they are said to mean. */
export interface TimeScore {
  readonly strict: Tally;
  readonly relaxed: Tally;
  readonly value: Tally;
  readonly type: Tally;
}

const overlap = (a: Readonly<Span>, b: Readonly<Span>): boolean => a[0] < b[1] && b[0] < a[1];

/** Each gold time with the first given one that overlaps it and belongs to no other; both in text order. */
const pairs = (gold: readonly Timex[], given: readonly TimeMention[]): [Timex, TimeMention][] => {
  const free = new Set(given);
  return gold.flatMap((wanted): [Timex, TimeMention][] => {
    for (const time of free)
      if (overlap(wanted.span, time.span)) {
        free.delete(time);
        return [[wanted, time]];
      }
    return [];
  });
};

const spanKeys = (times: readonly { readonly span: Span }[]): Set<string> =>
  new Set(times.map(({ span }) => span.join('-')));

export const scoreTimes = (gold: readonly Timex[], { times }: Reading): TimeScore => {
  const matched = pairs(gold, times);
  const tally = (right: number): Tally => ({ gold: gold.length, predicted: times.length, right });
  return {
    strict: compare(spanKeys(gold), spanKeys(times)),
    relaxed: tally(matched.length),
    value: tally(matched.filter(([wanted, time]) => wanted.value === time.value).length),
    type: tally(matched.filter(([wanted, time]) => wanted.kind === time.kind).length),
  };
};

/** Time expressions and their values in newswire: TimeML's AQUAINT, as TempEval-3 scores them. */
export const measureTimes = async (task: Task): Promise<Figure[]> => {
  const texts = parseTimeml(await readCorpusFile(task.data, 'timeml/aquaint.jsonl.gz'));
  const readings = await readAll(texts, [], task);
  const scores = texts.map(({ times }, index) => scoreTimes(times, readings[index] as Reading));
  const figure = (name: string, part: keyof TimeScore): Figure =>
    f1Figure(name, total(scores.map((score) => score[part])));
  return [
    figure('relaxed span', 'relaxed'),
    figure('value', 'value'),
    figure('strict span', 'strict'),
    figure('type', 'type'),
  ];
};
