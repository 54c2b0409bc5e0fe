import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseCase } from '../agreement/index.ts';
import { collect } from '../collect/index.ts';
import { createMatcher } from '../match/index.ts';
import {
  type Bearing,
  type CaseFile,
  type Document,
  type Evidence,
  type Matches,
  ProvisoError,
  pointsTo,
} from '../model/index.ts';
import { resolve } from '../resolve/index.ts';
import { percent } from './f1.ts';
import { readAll } from './read-all.ts';
import type { Figure, Task } from './result.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** One claim on one page, with the commitments that it bears on and which way, as a person coded it. */
const Fact = z.object({
  id: z.string(),
  commitments: z.array(z.string()),
  bearing: z
    .string()
    .transform((text): Bearing | null =>
      text === 'breach' ? 'breach' : text === 'compliance' || text === 'performance' ? 'performance' : null,
    ),
});
type Fact = z.infer<typeof Fact>;
const FactSheet = z.object({ facts: z.array(Fact) });

/** Something found on a commitment in the report of one fact. */
interface Found {
  fact: string;
  commitment: string;
  bearing: Bearing;
  words: string;
}

const keyOf = ({ fact, commitment, bearing }: Omit<Found, 'words'>): string =>
  `${fact} ${bearing} of ${commitment}`;

/** Which way a claim points: that something was not done is said by its factuality. null: nothing is asserted. */
const bearingOf = ({ bearing, kind, factuality }: Evidence): Bearing | null => {
  if (kind === 'verdict') return bearing;
  return factuality === 0 ? null : pointsTo(bearing, factuality);
};

/** Evidence of statements as found, without what the accused replies; `factOf` names the fact of a document. */
const foundIn = (
  { evidence, replies }: Matches,
  factOf: (documentId: string) => string | undefined,
): Found[] => {
  const replied = new Set(
    replies
      .filter(({ kind }) => kind !== 'admits')
      .map(({ statementId, commitment }) => `${statementId} ${commitment}`),
  );
  return evidence.flatMap((item) => {
    const fact = factOf(item.documentId);
    const bearing = bearingOf(item);
    if (!bearing || !fact || replied.has(`${item.statementId} ${item.commitment}`)) return [];
    return [{ fact, commitment: item.commitment, bearing, words: item.words }];
  });
};

/** Facts against what was found: how many are found, and how much of what was found is right; with the misses. */
export const scoreMatching = (facts: readonly Fact[], found: readonly Found[]): Figure[] => {
  const gold = new Map(
    facts.flatMap(({ id: fact, commitments, bearing }) =>
      bearing
        ? commitments.map(
            (commitment) => [keyOf({ fact, commitment, bearing }), { fact, commitment }] as const,
          )
        : [],
    ),
  );
  const given = new Map(found.map((item) => [keyOf(item), item]));
  const missed = [...gold.keys()].filter((key) => !given.has(key));
  const wrong = [...given].filter(([key]) => !gold.has(key));
  return [
    {
      measure: 'facts found',
      unit: '%',
      count: gold.size,
      value: percent(gold.size - missed.length, gold.size),
      misses: missed.map((key) => `not found: ${key}`),
    },
    {
      measure: 'evidence right',
      unit: '%',
      count: given.size,
      value: percent(given.size - wrong.length, given.size),
      misses: wrong.map(([key, { words }]) => `not on the sheet: ${key}: “${words.replace(/\s+/gu, ' ')}”`),
    },
  ];
};

const readFacts = async (data: string): Promise<Fact[]> => {
  const path = join(data, 'facts.yaml');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ProvisoError(
      'PROVISO_CORPUS_MISSING',
      `There is no fact sheet ${path}.`,
      'Give the folder that holds facts.yaml with --data; docs/benchmarks.md says what stands in it.',
      { cause },
    );
  });
  const sheet = FactSheet.safeParse(parse(text));
  if (sheet.success) return sheet.data.facts;
  throw new ProvisoError(
    'PROVISO_CORPUS_INVALID',
    `${path} is no fact sheet.`,
    'docs/benchmarks.md says what stands in it.',
  );
};

/** The example whose reports are named after the facts: `f012-….md` tells fact f012. */
const exampleOf = async (facts: readonly Fact[]): Promise<string> => {
  for (const name of await readdir(examples)) {
    const reports = await readdir(join(examples, name, 'reports'));
    if (facts.some(({ id }) => reports.some((report) => report.startsWith(`${id}-`))))
      return join(examples, name);
  }
  throw new ProvisoError(
    'PROVISO_CORPUS_INVALID',
    'No example has reports that are named after the facts of the sheet.',
    'Name each report after its fact: f012-….md for f012.',
  );
};

const documentsOf = async (example: string): Promise<{ fact: string; document: Document }[]> => {
  const documents: { fact: string; document: Document }[] = [];
  for await (const event of collect([join(example, 'reports')])) {
    const fact = /([^/]+?)-[^/]*$/u.exec(event.source)?.[1];
    if (event.kind === 'collected' && fact) documents.push({ fact, document: event.document });
  }
  return documents;
};

/** A case as somebody has it who wrote down nothing but its commitments. */
const withoutSigns = (file: CaseFile): CaseFile => ({
  ...file,
  commitments: file.commitments.map((commitment) => ({ ...commitment, signs: [] })),
});

/** What an example's reports are found to say of its commitments, against a sheet of facts that a person coded. */
export const measureMatching = async (task: Task): Promise<Figure[]> => {
  const facts = await readFacts(task.data);
  const example = await exampleOf(facts);
  const file = parseCase(await readFile(join(example, 'case.yaml'), 'utf8'));
  const documents = await documentsOf(example);
  const texts = documents.map(({ document: { id, text, published } }) => ({ id, text, published }));
  const readings = await readAll(texts, [], task);
  const read = documents.flatMap(({ document }, index) => {
    const reading = readings[index];
    return reading ? [{ document, reading }] : [];
  });
  const factOfDocument = new Map(documents.map(({ fact, document }) => [document.id, fact]));
  const knowledge = { file: withoutSigns(file), entries: [], decisions: [] };
  const matches = await createMatcher().match(knowledge, resolve(knowledge, read));
  return scoreMatching(
    facts,
    foundIn(matches, (id) => factOfDocument.get(id)),
  );
};
