import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { parseCase } from '../../agreement/index.ts';
import type { Matcher } from '../../match/index.ts';
import {
  type Bearing,
  type CaseFile,
  overlaps,
  pointsTo,
  type Reading,
  type Span,
} from '../../model/index.ts';
import { foldName, type ResolvedDocument, resolve } from '../../resolve/index.ts';
import { jsonLines } from '../corpora/json-lines.ts';
import { groupBy } from '../group-by.ts';
import { readAll } from '../read-all.ts';
import type { Task } from '../result.ts';
import type { CodedPair } from './pairs.ts';
import { proposalsIn } from './proposals.ts';

/*
 * Commitments with single sentences that do or do not bear on them, one JSON object a line: the form that
 * docs/benchmarks.md describes.
 */

const Clause = z.object({
  c: z.string().describe('The sentence before it, or nothing.'),
  t: z.string().min(1),
  y: z.enum(['b', 'p', 'n']).describe('Means breach, performance, or bears on nothing.'),
  f: z.number().min(-3).max(3),
});
type Clause = z.infer<typeof Clause>;

export const SheetLine = z.object({
  accord: z.string(),
  debtor: z.string(),
  aliases: z.array(z.string()),
  creditor: z.string().nullable(),
  kind: z.enum(['obligation', 'prohibition']),
  requires: z.string(),
  clauses: z.array(Clause),
});
export type SheetLine = z.infer<typeof SheetLine>;

/** The commitments of a sheet. @throws ProvisoError PROVISO_CORPUS_INVALID, with the line. */
export const readSheet = async (path: string): Promise<SheetLine[]> => {
  const text = await readFile(path, 'utf8');
  return jsonLines({ path: basename(path), lines: text.split(/\r?\n/u) }, SheetLine).map(
    ({ value }) => value,
  );
};

const idOf = (number: number): string => `c${number + 1}`;

/** Everybody who owes or is owed something, once, with all that any line calls them. */
const partiesOf = (lines: readonly SheetLine[]): Map<string, { name: string; aliases: Set<string> }> => {
  const parties = new Map<string, { name: string; aliases: Set<string> }>();
  const enter = (name: string, aliases: readonly string[]) => {
    const party = parties.get(foldName(name)) ?? { name, aliases: new Set<string>() };
    for (const alias of aliases) party.aliases.add(alias);
    parties.set(foldName(name), party);
  };
  for (const { debtor, aliases } of lines) enter(debtor, aliases);
  for (const { creditor } of lines) if (creditor !== null) enter(creditor, []);
  return parties;
};

/** The lines of one accord as a case; what they owe has no dates, and binds always. */
export const sheetCase = (lines: readonly SheetLine[]): CaseFile => {
  const parties = partiesOf(lines);
  const ids = new Map([...parties.keys()].map((key, number) => [key, `p${number + 1}`]));
  const partyId = (name: string) => ids.get(foldName(name));
  return parseCase(
    JSON.stringify({
      id: 'sheet',
      title: lines[0]?.accord,
      signed: '1900-01-01',
      parties: [...parties].map(([key, { name, aliases }]) => ({
        id: ids.get(key),
        name,
        aliases: [...aliases],
      })),
      commitments: lines.map(({ debtor, creditor, kind, requires }, number) => ({
        id: idOf(number),
        debtor: partyId(debtor),
        creditor: creditor === null ? null : partyId(creditor),
        kind,
        requires,
        window: { from: '1900-01-01' },
      })),
    }),
  );
};

/** Which way a clause points; nothing where it bears on nothing, or nobody commits to it. */
export const clausePoints = ({ y, f }: Clause): Bearing[] =>
  y === 'n' || Math.abs(f) < 1 ? [] : [pointsTo(y === 'b' ? 'breach' : 'performance', f)];

/** A clause after the sentence before it, as a report of its own. */
const reportOf = ({ c, t }: Clause, id: string) => ({ id, text: c ? `${c} ${t}` : t, published: null });

const numberOf = (line: number, clause: number): string => `${line + 1}-${clause + 1}`;

/** The clauses of one accord's lines, each with its own commitment, which the others of the accord compete with. */
const pairsOf = async (
  lines: readonly SheetLine[],
  readings: readonly Reading[],
  matcher: Matcher,
): Promise<CodedPair[]> => {
  const knowledge = { file: sheetCase(lines), entries: [], decisions: [] };
  const read = readings.map((reading) => ({
    document: { id: reading.id, publisher: null, published: null },
    reading,
  }));
  const documents = resolve(knowledge, read);
  const proposed = proposalsIn(await matcher.match(knowledge, documents), documents);
  let next = 0;
  return lines.flatMap((line, number) =>
    line.clauses.map((clause): CodedPair => {
      const { reading, document } = documents[next++] as ResolvedDocument;
      const span: Span = [reading.text.length - clause.t.length, reading.text.length];
      return {
        gold: clausePoints(clause),
        isOpen: false,
        proposed: reading.sentences.flatMap((sentence, at) =>
          overlaps(sentence.span, span) ? proposed(document.id, at, idOf(number)) : [],
        ),
        bears: 0,
        words: { share: 0, points: 'breach' },
      };
    }),
  );
};

/** Every clause of a sheet beside its commitment. */
export const sheetPairs = async (
  lines: readonly SheetLine[],
  matcher: Matcher,
  task: Task,
): Promise<CodedPair[]> => {
  const accords = [...groupBy(lines, ({ accord }) => accord).values()];
  const reports = accords.map((own) =>
    own.flatMap(({ clauses }, line) => clauses.map((clause, at) => reportOf(clause, numberOf(line, at)))),
  );
  const readings = await readAll(reports.flat(), [], task);
  const pairs: CodedPair[] = [];
  let next = 0;
  for (const [at, own] of accords.entries()) {
    const count = reports[at]?.length ?? 0;
    pairs.push(...(await pairsOf(own, readings.slice(next, next + count), matcher)));
    next += count;
  }
  return pairs;
};
