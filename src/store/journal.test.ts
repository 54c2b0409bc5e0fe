import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatLine, Journal, type JournalEntry, parseJournal } from './journal.ts';
import { decisionOf, judgementOf } from './testing.ts';

const entryOf = (...parts: Parameters<typeof judgementOf>): JournalEntry => ({
  judgement: judgementOf(...parts),
});
const judgement: fc.Arbitrary<JournalEntry> = fc
  .record({ id: fc.uuid(), reason: fc.string({ unit: 'grapheme' }), by: fc.string() })
  .map((parts) => entryOf(parts));

const decision: fc.Arbitrary<JournalEntry> = fc
  .record({ id: fc.uuid(), reason: fc.string({ unit: 'grapheme' }) })
  .map((parts) => ({ decision: decisionOf(parts) }));

const entry: fc.Arbitrary<JournalEntry> = fc.oneof(judgement, decision);

const bytesOf = (judgements: readonly JournalEntry[]) => Buffer.from(judgements.map(formatLine).join(''));

describe('what was written', () => {
  test('is read back', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (judgements) => {
        expect(parseJournal(bytesOf(judgements), 'j')).toMatchObject({ entries: judgements, torn: false });
      }),
    );
  });

  test.each(['\u2028', '\u2029', '\r'])('is read back with the line end %j in it', (mark) => {
    const kept = entryOf({ reason: `seen${mark}twice` });
    expect(parseJournal(bytesOf([kept]), 'j').entries).toEqual([kept]);
  });

  test('is read back up to where a power cut tore it', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), fc.nat(), (judgements, cut) => {
        const whole = bytesOf(judgements);
        const { entries, size, torn } = parseJournal(whole.subarray(0, cut % whole.length), 'j');
        expect(entries).toEqual(judgements.slice(0, entries.length));
        expect(size).toBe(bytesOf(entries).length);
        expect(torn).toBe(size < cut % whole.length);
      }),
    );
  });

  test('is never read back otherwise, whichever byte is damaged', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (judgements, at, flip) => {
          const bytes = bytesOf(judgements);
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ flip;
          // Only the end of the last line may go unnoticed, as a torn line.
          if (place === bytes.length - 1) {
            expect(parseJournal(bytes, 'j')).toMatchObject({ entries: judgements.slice(0, -1), torn: true });
          } else {
            expect(() => parseJournal(bytes, 'j')).toThrow(
              expect.objectContaining({ code: 'PROVISO_JOURNAL_DAMAGED' }),
            );
          }
        },
      ),
    );
  });

  test('names the line that is damaged', () => {
    const lines = [entryOf(), entryOf(), entryOf()].map(formatLine);
    const damaged = lines.with(1, lines[1]?.replace('accepted', 'rejected') ?? '').join('');
    expect(() => parseJournal(Buffer.from(damaged), 'journal.jsonl')).toThrow(/^Line 2 of journal.jsonl/);
  });
});

describe('a journal file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-journal-'));
    path = join(folder, 'journal.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('keeps judgements in the order they came, over openings', async () => {
    const [first, second, third] = [entryOf(), entryOf(), entryOf()];
    const journal = await Journal.open(path);
    await Promise.all([journal.append(first), journal.append(second)]);
    await journal.close();
    const again = await Journal.open(path);
    await again.append(third);
    expect(again.entries).toEqual([first, second, third]);
    await again.close();
    expect(await readFile(path, 'utf8')).toBe([first, second, third].map(formatLine).join(''));
  });

  test('is written anew without the words that must go, and goes on from there', async () => {
    const [first, second, third] = [entryOf(), entryOf(), entryOf({ reason: 'Bland.' })];
    const journal = await Journal.open(path);
    for (const entry of [first, second]) await journal.append(entry);
    await journal.rewrite((entry) => (entry === first ? null : third));
    await journal.append(first);
    expect(journal.entries).toEqual([third, first]);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe([third, first].map(formatLine).join(''));
  });

  test('is freed of a torn line, and says so', async () => {
    const kept = entryOf();
    await writeFile(path, formatLine(kept));
    await appendFile(path, '{"check":"0123');
    const journal = await Journal.open(path);
    const added = entryOf();
    await journal.append(added);
    expect(journal.wasTorn).toBe(true);
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(formatLine(kept) + formatLine(added));
  });
});
