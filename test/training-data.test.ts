import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseOf, readAccords } from '../src/evaluate/accords/index.ts';

const training = join(import.meta.dirname, '../training');

/** What training learns from must be as it says: a quotation that is not in its report teaches the wrong sentence. */
describe.each(['accords', 'accords/allusive'])('training/%s', (folder) => {
  it('has quotations that stand once in their reports, on commitments that exist', async () => {
    for (const accord of await readAccords(join(training, folder))) {
      const commitments = new Set(caseOf(accord).commitments.map(({ id }) => id));
      for (const { clause } of accord.commitments) expect(accord.text).toContain(clause);
      for (const { id, text, claims } of accord.reports)
        for (const { quote, commitment, bearing } of claims) {
          const place = `${accord.id} ${id}: ${quote}`;
          expect(text.split(quote).length - 1, place).toBe(1);
          if (bearing !== 'none') expect(commitments.has(commitment ?? ''), place).toBe(true);
        }
    }
  });
});

describe('training/sheets', () => {
  const files = readdirSync(join(training, 'sheets')).filter((name) => name.endsWith('.jsonl'));

  it.each(files)('%s has sentences for, against and beside every commitment', (name) => {
    const lines = readFileSync(join(training, 'sheets', name), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) {
      const { requires, kind, clauses } = JSON.parse(line);
      expect(['obligation', 'prohibition']).toContain(kind);
      const count = (bearing: string) =>
        clauses.filter((clause: { y: string }) => clause.y === bearing).length;
      expect([count('b') >= 3, count('p') >= 3, count('n') >= 6], requires).toEqual([true, true, true]);
    }
  });
});
