import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

const bytesOf = (judgements: readonly JournalEntry[]) =>
  Buffer.from(judgements.map((entry) => formatLine(entry)).join(''));

const lineOf = (entry: JournalEntry) => ({
  entry,
  text: formatLine(entry).trimEnd(),
  isAborted: false,
  aside: null,
});
const entriesIn = (bytes: Uint8Array) => parseJournal(bytes).lines.map(({ entry }) => entry);

describe('what was written', () => {
  test('is read back', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
        expect(parseJournal(bytesOf(entries))).toMatchObject({ lines: entries.map(lineOf), torn: false });
      }),
    );
  });

  test.each(['\u2028', '\u2029', '\r'])('is read back with the line end %j in it', (mark) => {
    const kept = entryOf({ reason: `seen${mark}twice` });
    expect(entriesIn(bytesOf([kept]))).toEqual([kept]);
  });

  test('is read back up to where a power cut tore it', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), fc.nat(), (entries, cut) => {
        const whole = bytesOf(entries);
        const { lines, size, torn } = parseJournal(whole.subarray(0, cut % whole.length));
        expect(lines).toEqual(entries.slice(0, lines.length).map(lineOf));
        expect(size).toBe(bytesOf(entries.slice(0, lines.length)).length);
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
        (entries, at, flip) => {
          const bytes = bytesOf(entries);
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ flip;
          const { lines, torn } = parseJournal(bytes);
          const read = lines.filter(({ aside }) => aside === null);
          // A line is set aside, or two that have become one; the end of the last may look like a torn line.
          expect(read.length).toBeLessThan(entries.length);
          expect(torn || lines.some(({ aside }) => aside !== null)).toBe(true);
          for (const line of read) expect(entries).toContainEqual(line.entry);
        },
      ),
    );
  });

  test('is left out of what counts where it is damaged, and the rest is not', () => {
    const entries = [entryOf(), entryOf(), entryOf()];
    const lines = entries.map((entry) => formatLine(entry));
    const damaged = lines.with(1, lines[1]?.replace('accepted', 'rejected') ?? '').join('');
    expect(entriesIn(Buffer.from(damaged))).toEqual([entries[0], null, entries[2]]);
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

  const nothing = { find: async () => null, areKeptAfterFailure: async () => false };
  const keep = (journal: Journal, entry: JournalEntry, apply = async () => {}) =>
    journal.keep([entry], { ...nothing, apply });
  const written = () => readFile(path, 'utf8');

  test('keeps judgements in the order they came, over openings, for its owner alone', async () => {
    const [first, second, third] = [entryOf(), entryOf(), entryOf()];
    const journal = await Journal.open(path);
    await Promise.all([keep(journal, first), keep(journal, second)]);
    await journal.close();
    const again = await Journal.open(path);
    await keep(again, third);
    expect(again.entries).toEqual([first, second, third]);
    await again.close();
    expect(await written()).toBe(bytesOf([first, second, third]).toString());
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('does not write what is kept already', async () => {
    const journal = await Journal.open(path);
    const known = entryOf();
    const work = { ...nothing, find: async () => known, apply: vi.fn() };
    expect(await journal.keep([entryOf()], work)).toEqual([known]);
    expect(work.apply).not.toHaveBeenCalled();
    expect(await written()).toBe('');
    await journal.close();
  });

  test('marks what the database did not take, before anybody is told, and keeps the mark', async () => {
    const [refused, kept] = [entryOf(), entryOf()];
    const journal = await Journal.open(path);
    const failing = async () => {
      throw new Error('no');
    };
    await expect(keep(journal, refused, failing)).rejects.toThrow('no');
    expect(await written()).toBe(formatLine(refused).replace('check', 'abort'));
    await keep(journal, kept);
    expect(journal.entries).toEqual([kept]);
    await journal.rewrite((entry) => (entry === refused ? { ...entry } : entry), []);
    await journal.close();
    const again = await Journal.open(path);
    expect(again.entries).toEqual([kept]);
    expect(again.lines.map(({ isAborted }) => isAborted)).toEqual([true, false]);
    await again.close();
  });

  test('keeps several, or marks them all, and writes only those that are new', async () => {
    const journal = await Journal.open(path);
    const [known, ...fresh] = [entryOf(), entryOf({ reason: '“Twice”' }), entryOf()];
    const find = async (entry: JournalEntry) => (entry === known ? known : null);
    const applied: JournalEntry[][] = [];
    const apply = async (entries: readonly JournalEntry[]) => {
      applied.push([...entries]);
      expect(journal.applying).toEqual(entries);
      if (applied.length === 1) throw new Error('no');
    };
    const all = [known as JournalEntry, ...fresh];
    await expect(journal.keep(all, { ...nothing, find, apply })).rejects.toThrow('no');
    expect([journal.entries, journal.applying]).toEqual([[], []]);
    expect(await journal.keep(all, { ...nothing, find, apply })).toEqual(all);
    expect(applied).toEqual([fresh, fresh]);
    await journal.close();
    const again = await Journal.open(path);
    expect(again.entries).toEqual(fresh);
    expect(again.lines.map(({ isAborted }) => isAborted)).toEqual([true, true, false, false]);
    await again.close();
  });

  test('is written anew without the words that must go, and goes on from there', async () => {
    const [first, second, third] = [entryOf(), entryOf(), entryOf({ reason: 'Bland.' })];
    const broken = ['{"check":"about the-document"', '{"check":"about another"'];
    await writeFile(path, `${broken.join('\n')}\n`);
    const journal = await Journal.open(path);
    for (const entry of [first, second]) await keep(journal, entry);
    await journal.rewrite((entry) => (entry === first ? null : third), ['the-document']);
    await keep(journal, first);
    expect(journal.entries).toEqual([third, first]);
    expect(journal.setAside).toMatchObject([{ line: 1 }]);
    await journal.close();
    expect(await written()).toBe(`${broken[1]}\n${bytesOf([third, first])}`);
  });

  test('is freed of a torn line, and says so', async () => {
    const kept = entryOf();
    await writeFile(path, formatLine(kept));
    await appendFile(path, '{"check":"0123');
    const journal = await Journal.open(path);
    const added = entryOf();
    await keep(journal, added);
    expect(journal.wasTorn).toBe(true);
    await journal.close();
    expect(await written()).toBe(formatLine(kept) + formatLine(added));
  });
});
