import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCase } from '../agreement/index.ts';
import { collect } from '../collect/index.ts';
import { createMatcher } from '../match/index.ts';
import type { CaseFile, Reading } from '../model/index.ts';
import { createReader } from '../read/index.ts';
import { type ResolvedDocument, resolve } from '../resolve/index.ts';
import type { Figure } from './result.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** Sentences that a document has at least: reports of the example are put together to such. */
const sentencesEach = 20;
const published = '2021-01-01';

/** The example with most commitments. */
const largestExample = async (): Promise<{ file: CaseFile; reports: string }> => {
  const cases = await Promise.all(
    (await readdir(examples)).sort().map(async (name) => ({
      file: parseCase(await readFile(join(examples, name, 'case.yaml'), 'utf8')),
      reports: join(examples, name, 'reports'),
    })),
  );
  const [largest] = cases.sort((a, b) => b.file.commitments.length - a.file.commitments.length);
  if (!largest) throw new Error('there is no example');
  return largest;
};

/** The example's reports as documents of some twenty sentences, read: all of them speak of the agreement. */
const longDocuments = async (texts: readonly string[]): Promise<{ readings: Reading[]; seconds: number }> => {
  const reader = createReader();
  const joined: string[] = [];
  let [text, sentences] = ['', 0];
  for (const [at, own] of texts.entries()) {
    text += `${own}\n\n`;
    sentences += (await reader.read({ id: `${at}`, text: own, published })).sentences.length;
    if (sentences < sentencesEach) continue;
    joined.push(text);
    [text, sentences] = ['', 0];
  }
  const start = process.cpuUsage();
  const readings = await Promise.all(
    joined.map((own, at) => reader.read({ id: `d${at}`, text: own, published })),
  );
  const { user, system } = process.cpuUsage(start);
  await reader.close();
  return { readings, seconds: (user + system) / 1e6 };
};

const median = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? null;

/**
 * How long a document of twenty sentences is matched against twenty commitments, in seconds of the clock; and matching over
 * reading, in processor time of the same documents.
 */
export const matchingSpeed = async (): Promise<Figure[]> => {
  const { file, reports } = await largestExample();
  const texts: string[] = [];
  for await (const event of collect([reports]))
    if (event.kind === 'collected') texts.push(event.document.text);
  const knowledge = { file, entries: [], decisions: [] };
  const { readings, seconds } = await longDocuments(texts);
  const documents: ResolvedDocument[] = readings.map((reading) => {
    const [document] = resolve(knowledge, [
      { document: { id: reading.id, publisher: null, published }, reading },
    ]);
    return document as ResolvedDocument;
  });
  const matcher = createMatcher();
  // The networks are loaded with the first document.
  await matcher.match(knowledge, documents.slice(0, 1));
  const start = process.cpuUsage();
  const times: number[] = [];
  for (const document of documents) {
    const from = performance.now();
    await matcher.match(knowledge, [document]);
    times.push((performance.now() - from) / 1000);
  }
  const { user, system } = process.cpuUsage(start);
  const count = documents.length;
  return [
    {
      measure: `matching ${sentencesEach} sentences × ${file.commitments.length} commitments`,
      unit: 'seconds',
      count,
      value: median(times),
    },
    {
      measure: `matching over reading, ${file.commitments.length} commitments`,
      unit: 'times',
      count,
      value: (user + system) / 1e6 / seconds,
    },
  ];
};
