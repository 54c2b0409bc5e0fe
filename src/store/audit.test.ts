import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditEntry, type AuditEvent, entryProblem, nextEntry } from './audit.ts';

const event: fc.Arbitrary<AuditEvent> = fc.record({
  action: fc.constantFrom('document.added', 'case.imported', 'judgement.added'),
  subject: fc.string(),
  details: fc.dictionary(fc.string(), fc.jsonValue()),
});

function chainOf(events: readonly AuditEvent[]): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const each of events) entries.push(nextEntry(each, '1.2.3', new Date(0), entries.at(-1) ?? null));
  return entries;
}

const problems = (entries: readonly AuditEntry[]) =>
  entries.map((entry, index) => entryProblem(entry, entries[index - 1] ?? null)).filter(Boolean);

const chain = fc.array(event, { minLength: 2, maxLength: 6 }).map(chainOf);
const place = fc.nat();

test('a log as it was written holds', () => {
  fc.assert(fc.property(chain, (entries) => problems(entries).length === 0));
});

test('a log holds after a round trip through JSON', () => {
  fc.assert(fc.property(chain, (entries) => problems(JSON.parse(JSON.stringify(entries))).length === 0));
});

const changes: Record<string, (entry: AuditEntry) => AuditEntry> = {
  seq: (entry) => ({ ...entry, seq: entry.seq + 1 }),
  at: (entry) => ({ ...entry, at: new Date(1).toISOString() }),
  tool: (entry) => ({ ...entry, tool: '1.2.4' }),
  action: (entry) => ({ ...entry, action: 'document.linked' }),
  subject: (entry) => ({ ...entry, subject: `${entry.subject}x` }),
  details: (entry) => ({ ...entry, details: { ...entry.details, more: 1, 'more still': [entry.details] } }),
  previous: (entry) => ({ ...entry, previous: 'f'.repeat(64) }),
  hash: (entry) => ({ ...entry, hash: 'f'.repeat(64) }),
};

test.each(Object.entries(changes))('a change of %s in any entry is noticed', (_key, changed) => {
  fc.assert(
    fc.property(chain, place, (entries, at) => {
      const index = at % entries.length;
      const entry = entries[index] as AuditEntry;
      return problems(entries.with(index, changed(entry))).length > 0;
    }),
  );
});

test('an entry taken out, unless it is the last, is noticed', () => {
  fc.assert(
    fc.property(
      chain,
      place,
      (entries, at) => problems(entries.toSpliced(at % (entries.length - 1), 1)).length > 0,
    ),
  );
});

test('an entry changed and hashed anew is noticed by the one after it', () => {
  fc.assert(
    fc.property(chain, event, (entries, other) => {
      const forged = nextEntry(other, 'forged', new Date(2), null);
      expect(problems(entries.with(0, forged))).toEqual(['does not follow the entry before it']);
    }),
  );
});
