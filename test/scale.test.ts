import { expect, test } from 'vitest';
import { copiesAmong } from '../src/collect/index.ts';
import { CaseFile, type Document, type Matches, type Reading } from '../src/model/index.ts';
import { readVocabulary } from '../src/read/index.ts';
import { type Knowledge, type ResolvedDocument, resolve } from '../src/resolve/index.ts';
import { sensitivityOf } from '../src/weigh/index.ts';
import { assessCase, type OpenCase, suggestions } from '../src/work/index.ts';

/*
 * A guard against steps that grow with the square of the documents; `bench/scale.mjs` measures how they do grow. Four times the
 * documents take four times as long, or sixteen times: between the two there is room for a busy machine.
 */

interface Report {
  document: Document;
  reading: Reading;
  bearing: unknown[];
}

interface MadeUp {
  caseFile: object;
  lastDay: string;
  reports(reader: Reading['reader'], vocabulary: readonly string[]): Generator<Report, never>;
  foundIn(documents: readonly ResolvedDocument[], bearing: ReadonlyMap<string, unknown[]>): Matches;
}

const madeUp: MadeUp = await import(new URL('../bench/made-up.mjs', import.meta.url).href);
const file = CaseFile.parse(madeUp.caseFile);
const knowledge: Knowledge = { file, entries: [], decisions: [] };
const clocks = { asOf: madeUp.lastDay, knownAt: madeUp.lastDay };

const reportsOf = (count: number): Report[] => {
  const source = madeUp.reports({ name: 'made-up', version: '1' }, readVocabulary());
  return Array.from({ length: count }, () => source.next().value);
};

/** Milliseconds of processor time of each step on so many documents. */
const timesOf = (count: number): Record<string, number> => {
  const all = reportsOf(count);
  const times: Record<string, number> = {};
  const timed = <T>(step: string, work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    times[step] = (user + system) / 1000;
    return result;
  };
  const pages = all.map(({ document }) => document);
  const copies = timed('copies', () => copiesAmong(pages));
  const resolved = timed('names', () => resolve(knowledge, all));
  const matches = madeUp.foundIn(
    resolved,
    new Map(all.map(({ document, bearing }) => [document.id, bearing])),
  );
  const bearing = new Set(matches.evidence.map(({ statementId }) => statementId));
  const open: OpenCase = {
    ...{ file, pages, copies, documents: new Map(pages.map((page) => [page.id, page])), decisions: [] },
    statements: resolved.flatMap(({ statements }) => statements.filter(({ id }) => bearing.has(id))),
    matches,
    ...{ unmatched: [], stranded: [], learnt: null, waiting: 0, memo: new Map() },
  };
  const assessment = timed('board with its origins', () => assessCase(open, clocks));
  timed('queue', () => suggestions(open, assessment, { limit: 25 }));
  timed('sensitivity', () => {
    for (const commitment of file.commitments) sensitivityOf(open, clocks, commitment);
  });
  return times;
};

test('no step grows with the square of the documents', () => {
  // Twice, since what runs first is compiled meanwhile.
  timesOf(30);
  const [few, many] = [timesOf(75), timesOf(300)];
  const grown = Object.entries(many).map(([step, ms]) => [step, ms / Math.max(20, few[step] ?? 0)] as const);
  for (const [step, times] of grown)
    expect(times, `${step}, ${JSON.stringify([few, many])}`).toBeLessThan(10);
});
