import { basename, resolve as resolvePath } from 'node:path';
import { createMatcher, type Matcher } from '../../match/index.ts';
import { readAll } from '../read-all.ts';
import type { Figure, Task } from '../result.ts';
import { type Accord, readAccords } from './accord.ts';
import { binFigures, errorFigure, forecastsOf } from './calibration.ts';
import { type CodedCase, codedCase } from './coded-case.ts';
import { countedFigures, overlapFigures, pairFigures } from './pairs.ts';
import { rankingFigures } from './ranking.ts';
import { bestThreshold, byWords } from './words-baseline.ts';

/** Reads all reports, then matches accord by accord. */
const codedCases = async (accords: readonly Accord[], matcher: Matcher, task: Task): Promise<CodedCase[]> => {
  const readings = await readAll(
    accords.flatMap(({ reports }) => reports),
    [],
    task,
  );
  const cases: CodedCase[] = [];
  let next = 0;
  for (const accord of accords) {
    const own = readings.slice(next, next + accord.reports.length);
    next += own.length;
    cases.push(await codedCase(accord, own, matcher));
  }
  return cases;
};

/** Figures of one accord or of several; what is told in parts (thirds, bins) only of all together. */
const figuresOf = (cases: readonly CodedCase[], threshold: number, isAll: boolean): Figure[] => {
  const pairs = cases.flatMap((one) => one.pairs);
  const words = byWords(threshold);
  const forecasts = forecastsOf(pairs);
  return [
    ...pairFigures(pairs, words),
    ...(isAll ? overlapFigures(pairs, words) : []),
    ...countedFigures(pairs),
    ...rankingFigures(pairs),
    errorFigure(forecasts),
    ...(isAll ? binFigures(forecasts) : []),
  ];
};

const named = (corpus: string, figures: readonly Figure[]): Figure[] =>
  figures.map((figure) => ({ ...figure, corpus }));

/** Coded accords as cases that have nothing but their commitments: accord by accord, and all together under the folder's name. */
export const measureAccords = async (task: Task): Promise<Figure[]> => {
  const corpus = basename(resolvePath(task.data));
  const cases = await codedCases(await readAccords(task.data), createMatcher(), task);
  const threshold = bestThreshold(cases.flatMap(({ pairs }) => pairs));
  return [
    ...cases.flatMap((one) => named(`${corpus}/${one.accord.id}`, figuresOf([one], threshold, false))),
    ...named(corpus, figuresOf(cases, threshold, true)),
  ];
};
