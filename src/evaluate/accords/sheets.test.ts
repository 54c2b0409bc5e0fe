import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Matcher } from '../../match/index.ts';
import type { Evidence } from '../../model/index.ts';
import { corporaFolder, readingOf } from '../testing.ts';
import { clausePoints, readSheet, type SheetLine, sheetCase, sheetPairs } from './sheets.ts';

const line = (parts: Partial<SheetLine> = {}): SheetLine => ({
  accord: 'Ferry Pact',
  debtor: 'Port Authority',
  aliases: ['HPA'],
  creditor: 'Seamen’s Union',
  kind: 'obligation',
  requires: 'Run the ferries daily.',
  clauses: [
    { c: 'It was Monday.', t: 'No ferry ran.', y: 'b', f: 3 },
    { c: '', t: 'Ferries will run.', y: 'p', f: 0 },
  ],
  ...parts,
});

let folder = '';
beforeAll(async () => {
  folder = await corporaFolder({});
});
afterAll(() => rm(folder, { recursive: true }));

it('a clause points where its speaker commits to it', () => {
  const points = (y: 'b' | 'p' | 'n', f: number) => clausePoints({ c: '', t: 'x', y, f });
  expect(points('b', 3)).toEqual(['breach']);
  expect(points('p', -2)).toEqual(['breach']);
  expect(points('p', 0)).toEqual([]);
  expect(points('n', 3)).toEqual([]);
});

it('the lines of an accord are one case, each party in it once under all its names', () => {
  const owed = line({ debtor: 'Seamen’s Union', aliases: ['crews'], creditor: 'Port Authority' });
  expect(sheetCase([line(), line({ aliases: ['port'] }), owed])).toMatchObject({
    parties: [
      { id: 'p1', name: 'Port Authority', aliases: ['HPA', 'port'] },
      { id: 'p2', name: 'Seamen’s Union', aliases: ['crews'] },
    ],
    commitments: [
      { id: 'c1', debtor: 'p1', creditor: 'p2' },
      { id: 'c2', debtor: 'p1' },
      { id: 'c3', debtor: 'p2', creditor: 'p1' },
    ],
  });
});

describe('a sheet', () => {
  it('is refused with the line that is wrong', async () => {
    const path = join(folder, 'bad.jsonl');
    await writeFile(path, `${JSON.stringify(line())}\n{"accord": 1}\n`);
    await expect(readSheet(path)).rejects.toMatchObject({ code: 'PROVISO_CORPUS_INVALID' });
  });

  it('sets each clause beside what is proposed in it on its own commitment, not in the sentence before', async () => {
    const evidence = (documentId: string, commitment: string, start: number) =>
      ({
        documentId,
        commitment,
        statementId: 'none',
        kind: 'conduct',
        bearing: 'breach',
        factuality: 3,
        probability: 0.8,
        tier: 'counted',
        span: [start, start + 3],
      }) as Evidence;
    const matcher = {
      match: async () => ({
        evidence: [evidence('1-1', 'c1', 15), evidence('1-2', 'c2', 0), evidence('2-1', 'c2', 0)],
        replies: [],
        read: new Map(),
      }),
    } as unknown as Matcher;
    const pairs = await sheetPairs([line(), line()], matcher, {
      data: folder,
      width: 1,
      watch: () => undefined,
      read: async ({ id, text }) => ({
        ...readingOf(text),
        id,
        sentences: [...text.matchAll(/[^.]+\./gu)].map(({ index, 0: words }) => ({
          span: [index, index + words.length],
        })),
      }),
    });
    const found = { points: 'breach', probability: 0.8, tier: 'counted' };
    expect(pairs.map(({ gold, proposed }) => ({ gold, proposed }))).toEqual([
      { gold: ['breach'], proposed: [found] },
      { gold: [], proposed: [] },
      { gold: ['breach'], proposed: [] },
      { gold: [], proposed: [] },
    ]);
  });
});
