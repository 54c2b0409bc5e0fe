import { readdir } from 'node:fs/promises';
import { basename, join, resolve as resolvePath } from 'node:path';
import { createMatcher, type Matcher, thresholds } from '../../match/index.ts';
import { total } from '../f1.ts';
import { readAll } from '../read-all.ts';
import type { Figure, Task } from '../result.ts';
import { type Accord, readAccords } from './accord.ts';
import { binFigures, errorFigure, forecastsOf } from './calibration.ts';
import { type CodedCase, codedCase } from './coded-case.ts';
import { originFigures, originTally } from './origins.ts';
import { type CodedPair, countedFigures, overlapFigures, pairFigures } from './pairs.ts';
import { rankingFigures } from './ranking.ts';
import { playedFigures } from './reviewer-figures.ts';
import { readSheet, sheetPairs } from './sheets.ts';
import { directionFigure, signFigure, speakerFigure, toldFigure } from './speakers.ts';
import { statusFigures } from './statuses.ts';
import { type Weighed, weighed } from './weighed.ts';
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
const figuresOf = (cases: readonly (CodedCase & Weighed)[], threshold: number, isAll: boolean): Figure[] => {
  const pairs = cases.flatMap((one) => one.pairs);
  const words = byWords(threshold);
  const forecasts = forecastsOf(pairs);
  return [
    ...pairFigures(pairs, words),
    ...(isAll ? overlapFigures(pairs, words) : []),
    ...countedFigures(pairs),
    ...rankingFigures(pairs),
    ...(isAll
      ? playedFigures(
          cases.flatMap(({ labelled }) => labelled),
          thresholds(),
        )
      : []),
    errorFigure(forecasts),
    ...(isAll ? binFigures(forecasts) : []),
    toldFigure(cases),
    speakerFigure(cases),
    signFigure(cases.flatMap(({ tellings }) => tellings)),
    directionFigure(pairs),
    ...originFigures(total(cases.map(({ traced }) => originTally(traced)))),
    ...statusFigures(cases.flatMap(({ statuses }) => statuses)),
    ...statusFigures(
      cases.flatMap(({ statusesOfCoded }) => statusesOfCoded),
      ', of coded evidence',
    ),
  ];
};

const named = (corpus: string, figures: readonly Figure[]): Figure[] =>
  figures.map((figure) => ({ ...figure, corpus }));

/** Coded accords as cases that have nothing but their commitments: accord by accord, and all together under the folder's name. */
const accordFigures = async (corpus: string, matcher: Matcher, task: Task): Promise<Figure[]> => {
  const read = await codedCases(await readAccords(task.data), matcher, task);
  const cases = read.map((one) => ({ ...one, ...weighed(one) }));
  const threshold = bestThreshold(cases.flatMap(({ pairs }) => pairs));
  return [
    ...cases.flatMap((one) => named(`${corpus}/${one.accord.id}`, figuresOf([one], threshold, false))),
    ...named(corpus, figuresOf(cases, threshold, true)),
  ];
};

/** Sheets of commitments with single sentences: sheet by sheet, and all together. */
const sheetFigures = async (
  corpus: string,
  names: readonly string[],
  matcher: Matcher,
  task: Task,
): Promise<Figure[]> => {
  const figures: Figure[] = [];
  const all: CodedPair[] = [];
  for (const name of names) {
    const pairs = await sheetPairs(await readSheet(join(task.data, name)), matcher, task);
    all.push(...pairs);
    const own = [...pairFigures(pairs), ...countedFigures(pairs)];
    figures.push(...named(`${corpus}/${basename(name, '.jsonl')}`, own));
  }
  return [...figures, ...named(corpus, [...pairFigures(all), ...countedFigures(all)])];
};

/** What people coded in a folder: accords with reports (*.json), sheets (*.jsonl), or both. */
export const measureAccords = async (task: Task): Promise<Figure[]> => {
  const corpus = basename(resolvePath(task.data));
  const names = await readdir(task.data).catch((): string[] => []);
  const sheets = names.filter((name) => name.endsWith('.jsonl')).sort();
  const matcher = createMatcher();
  const hasAccords = sheets.length === 0 || names.some((name) => name.endsWith('.json'));
  return [
    ...(hasAccords ? await accordFigures(corpus, matcher, task) : []),
    ...(sheets.length > 0 ? await sheetFigures(corpus, sheets, matcher, task) : []),
  ];
};
