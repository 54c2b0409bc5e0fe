import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCase } from '../../agreement/index.ts';
import { Bearing, type CaseFile, ProvisoError } from '../../model/index.ts';

/*
 * Agreements with reports in which people marked what bears on what: the form that docs/benchmarks.md describes, one JSON
 * file an accord.
 */

const Named = z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()) });

export const CodedClaim = z.object({
  quote: z.string().min(1).describe('Exact words of the report, standing once in it.'),
  speaker: z.string(),
  relay: z.array(z.string()),
  commitment: z.string().nullable(),
  bearing: z.union([Bearing, z.literal('none')]),
  strength: z.enum(['direct', 'indirect']).nullable(),
  factuality: z.number().min(-3).max(3),
  reply: z.string().nullable(),
  when: z.string().nullable().describe('EDTF.'),
  origin: z.string(),
});
export type CodedClaim = z.infer<typeof CodedClaim>;

const CodedReport = z.object({
  id: z.string(),
  publisher: z.string(),
  published: z.string(),
  copyOf: z.string().nullable(),
  text: z.string(),
  claims: z.array(CodedClaim),
});

export const CodedStatus = z.object({
  commitment: z.string(),
  asOf: z.string(),
  status: z.enum(['breach', 'performance', 'disputed', 'no information', 'not due']),
});
export type CodedStatus = z.infer<typeof CodedStatus>;

export const Accord = z.object({
  id: z.string(),
  title: z.string(),
  signed: z.string(),
  text: z.string(),
  parties: z.array(Named),
  actors: z.array(
    Named.extend({
      memberOf: z.array(z.string()),
      partOf: z.array(z.string()),
      adverseTo: z.array(z.string()),
    }),
  ),
  commitments: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      clause: z.string(),
      debtor: z.string(),
      creditor: z.string().nullable(),
      kind: z.enum(['obligation', 'prohibition']),
      effort: z.enum(['result', 'best-efforts']),
      requires: z.string(),
      window: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
      conditionalOn: z.array(z.string()),
    }),
  ),
  reports: z.array(CodedReport),
  status: z.array(CodedStatus),
});
export type Accord = z.infer<typeof Accord>;

/**
 * The case that an analyst would write for an accord: its parties, actors and commitments, and nothing else. A debtor who is
 * only an actor in the accord is a party of the case.
 */
export const caseOf = (accord: Accord): CaseFile => {
  const owing = new Set(
    accord.commitments.flatMap(({ debtor, creditor }) => [debtor, ...(creditor ? [creditor] : [])]),
  );
  const parties = [...accord.parties, ...accord.actors.filter(({ id }) => owing.has(id))];
  const known = new Set(parties.map(({ id }) => id));
  return parseCase(
    JSON.stringify({
      id: accord.id,
      title: accord.title,
      signed: accord.signed,
      parties: parties.map(({ id, name, aliases }) => ({ id, name, aliases })),
      actors: accord.actors.filter(({ id }) => !known.has(id)),
      commitments: accord.commitments.map(({ clause: _, window: { from, to }, ...commitment }) => ({
        ...commitment,
        window: { from: from ?? accord.signed, ...(to ? { to } : {}) },
      })),
    }),
  );
};

const invalid = (path: string, what: string, cause?: unknown): ProvisoError =>
  new ProvisoError(
    'PROVISO_CORPUS_INVALID',
    `${path} is no coded accord: ${what}.`,
    'docs/benchmarks.md says what stands in one.',
    { cause },
  );

const readAccord = async (path: string): Promise<Accord> => {
  const source = await readFile(path, 'utf8');
  let content: unknown;
  try {
    content = JSON.parse(source);
  } catch (cause) {
    throw invalid(path, 'it is no JSON', cause);
  }
  const parsed = Accord.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(path, `${issue?.path.join('.')}: ${issue?.message}`);
};

/** The accords of a folder, in order of file name. @throws ProvisoError PROVISO_CORPUS_MISSING or _INVALID. */
export const readAccords = async (folder: string): Promise<Accord[]> => {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new ProvisoError(
      'PROVISO_CORPUS_MISSING',
      `There is no folder ${folder}.`,
      'Give the folder that holds the coded accords with --data.',
      { cause },
    );
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) {
    throw new ProvisoError(
      'PROVISO_CORPUS_MISSING',
      `There is no coded accord in ${folder}.`,
      'Give the folder that holds the coded accords (*.json) with --data.',
    );
  }
  return Promise.all(files.map((name) => readAccord(join(folder, name))));
};
