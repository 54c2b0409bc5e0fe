import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../model/index.ts';
import { appendAudit, newestLink, nextEntry } from './audit.ts';
import { toJsonb } from './canonical-json.ts';
import { Head } from './head.ts';
import type { Problem } from './index.ts';
import { formatLine, Journal } from './journal.ts';
import { sha256Of } from './originals.ts';
import type { StoreParts } from './parts.ts';
import { digestOf } from './records.ts';
import { Store } from './store.ts';
import type { Tables } from './tables.ts';
import {
  capture,
  caseOf,
  correctionOf,
  decisionOf,
  draftOf,
  judgementOf,
  openParts,
  ownSchema,
  readingFor,
  reportOf,
  storeKinds,
  temporaryStoreFolder,
} from './testing.ts';
import { problems } from './verify.ts';

const caseId = 'weir-pact';
const page = 'https://example.org/weir';
const text = 'The keepers did not open the weir, the warden said.';
const weir = reportOf(text, {
  published: '2031-05-02',
  publisher: 'The Sluice',
  publishedFrom: { kind: 'given', source: 'the person' } as never,
  url: page,
  segments: [{ span: [0, 30], kind: 'turn', speaker: 'A. Keeper', date: null }],
  account: { share: 1, leftOut: [] },
});
const later = reportOf(`${text} It was opened later.`, { url: page });
const gone = reportOf('A page that was taken down.');
const claim = { id: 'c1', span: [0, 32], polarity: 'affirmed', predicate: { span: [16, 20] }, roles: [] };
const reading = { ...readingFor(weir.document), claims: [claim] } as unknown as Reading;
const anchorOf = { documentSha256: weir.document.sha256, span: [0, 3], words: 'The', commitment: 'c-1' };
const verdict = judgementOf({ caseId, anchor: anchorOf as never });
const [first, second] = [decisionOf({ caseId }), decisionOf({ caseId, value: 'C' } as never)];
const entered = {
  id: crypto.randomUUID(),
  caseId,
  documentId: weir.document.id,
  words: text.slice(4, 11),
  entry: { span: [4, 11], polarity: 'affirmed', predicate: { lemma: 'open' }, roles: [] } as never,
  by: 'A. Monitor',
  at: '2031-05-03T00:00:00.000Z',
};
const corrected = correctionOf(later.document.id, { value: 'The weir, opened' });
const pact = reportOf('The keepers shall open the weir each spring.');
const [unfinished, settled] = [draftOf(pact), draftOf(pact)];
const withdrawn = { ...entered, id: crypto.randomUUID() };

const translated = 'The water came at dawn.';

/** A store with a row of every kind. */
async function fill(store: Store): Promise<void> {
  await store.putCase(caseOf(caseId, 'The Weir Pact'), 'yaml');
  const fetched = { ...capture, source: page, url: page, fetched: { status: 200, hops: [] } };
  await store.addDocument(weir, fetched, caseId);
  await store.addDocument(gone, capture, caseId);
  const changes = [
    { earlier: [text.length, text.length], later: [text.length, later.document.text.length] },
  ] as never;
  await store.addDocument(later, fetched, caseId, {
    earlier: weir.document.id,
    changes,
    standing: 'waiting',
  });
  await store.compareDocument(later.document.id, {
    keys: [1],
    maxPostings: 9,
    choose: () => [weir.document.id],
    judge: async () => [
      {
        document: weir.document.id,
        kind: 'passages',
        resemblance: 0.9,
        passages: [{ here: [0, 50], there: [0, 50] }],
      },
    ],
  });
  await store.saveReading(weir.document.id, reading);
  await store.addTranslation({
    ...{
      documentId: later.document.id,
      text: translated,
      hash: sha256Of(translated),
      from: 'fr',
      into: 'en',
    },
    sentences: [{ original: [0, 9], span: [0, translated.length] }],
    ...{ tool: 'LibreTranslate', model: 'http://localhost:5000', prompt: null, by: 'A. Monitor' },
    at: entered.at,
  });
  await store.putRegistry('list', [{ id: 'r-1', name: 'A. Keeper' } as never], 'ab');
  await store.addJudgement(verdict);
  for (const decision of [first, second]) await store.addDecision(decision);
  for (const each of [entered, withdrawn]) await store.addClaim(each);
  await store.addModelAnswer({
    caseId,
    hash: 'ab'.repeat(32),
    model: 'small',
    prompt: 'second-reader-1',
    answer: { says: 'neither', span: null, shows: [] },
    thrownAway: null,
    tokens: null,
    by: 'A. Monitor',
    at: entered.at,
  });
  await store.correct([corrected]);
  for (const draft of [unfinished, settled]) await store.addDraft(pact.bytes, draft);
  await store.settleDraft(settled.id, caseOf('spring-pact', 'The Spring Pact'), 'yaml');
  await store.withdrawClaim({ claimId: withdrawn.id, reason: '', by: 'B', at: entered.at });
  // After the claims: a claim that is entered lets its document be matched anew.
  await store.saveMatches(
    caseId,
    'key',
    new Map([
      [
        weir.document.id,
        { matched: { statements: [], evidence: [{ id: 'e' }] }, cast: { names: [], links: [] } },
      ],
    ]) as never,
  );
  await store.takeDown(gone.document.id, 'B. Editor', 'A court asked for it.');
}

/** A change of rows behind Proviso's back, and what `verify` has to say to it. */
type OfRows = [what: string, query: string, says: RegExp];

const byHand: readonly OfRows[] = [
  // Those that a hostile insider was seen to get away with.
  [
    "a decision's value",
    `update decisions set value = '{"value":"A"}' where id = '${first.id}'`,
    /^Decision .* is not as entry/,
  ],
  [
    "a decision's author",
    `update decisions set "by" = 'Somebody' where id = '${first.id}'`,
    /^Decision .* is not as entry/,
  ],
  ['a verdict, flipped', "update judgements set verdict = 'rejected'", /^Verdict .* is not as entry/],
  [
    'a decision, forged',
    `insert into decisions (id, case_id, kind, subject, value, reason, "by", at)
     select gen_random_uuid(), case_id, kind, subject, value, reason, "by", at from decisions limit 1`,
    /^Decision .* does not know how it came/,
  ],
  [
    "a claim's span, shifted",
    "update readings set reading = jsonb_set(reading, '{claims,0,span}', '[4,32]')",
    /^Reading .* is not as entry/,
  ],
  [
    "a claim's polarity, negated",
    `update readings set reading = jsonb_set(reading, '{claims,0,polarity}', '"negated"')`,
    /^Reading .* is not as entry/,
  ],
  [
    "a document's date",
    "update documents set published = '2031-06-02' where published is not null",
    /^Document .* is not as entry/,
  ],
  ["a document's publisher", "update documents set publisher = 'The Lock'", /^Document .* is not as entry/],
  [
    "a capture's source",
    "update captures set source = 'https://example.org/other'",
    /^Capture .* is not as entry/,
  ],
  [
    "the case's title",
    `update cases set file = jsonb_set(file, '{title}', '"Another Pact"')`,
    /^Case weir-pact is not as entry/,
  ],
  ['a document, dropped from its case', 'delete from case_documents', /^Place of a document .* is gone/],
  [
    'the tail of the audit log, cut',
    'alter table audit disable trigger all; delete from audit where seq > (select max(seq) - 2 from audit); alter table audit enable trigger all',
    /led to entry \d+ when its head was written down, and ends with entry/,
  ],
  [
    'the audit log, emptied',
    'alter table audit disable trigger all; delete from audit; alter table audit enable trigger all',
    /ends with entry 0/,
  ],
  [
    "a document's text",
    "update documents set text = replace(text, 'not', 'now')",
    /^Document .* is not as entry/,
  ],
  ["a document's title", "update documents set title = 'Another'", /^Document .* is not as entry/],
  [
    "a document's address",
    "update documents set url = 'https://example.org/b'",
    /^Document .* is not as entry/,
  ],
  // Ours.
  [
    'a segment, moved',
    "update documents set segments = jsonb_set(segments, '{0,span}', '[0, 20]')",
    /^Document .* is not as entry/,
  ],
  [
    "a segment's speaker",
    `update documents set segments = jsonb_set(segments, '{0,speaker}', '"B. Keeper"')`,
    /^Document .* is not as entry/,
  ],
  ['segments, forged', `update documents set segments = '[]'`, /^Document .* is not as entry/],
  [
    'what a text leaves out',
    `update documents set account = jsonb_set(account, '{share}', '0.5')`,
    /^Document .* is not as entry/,
  ],
  ['why a text is cut short', "update documents set incomplete = 'Cut.'", /^Document .* is not as entry/],
  ['the agency of a report', "update documents set agency = 'The Lock'", /^Document .* is not as entry/],
  [
    'who says what a report is called',
    `update documents set title_from = '{"source":"page","certainty":"stated"}'`,
    /^Document .* is not as entry/,
  ],
  [
    'a charset, said to be guessed',
    "update documents set guessed_charset = 'x'",
    /^Document .* is not as entry/,
  ],
  [
    'a text, said to stand for its page',
    "update revisions set standing = 'replaces'",
    /^Page change .* is not as entry/,
  ],
  ['a reading, said to have failed', 'update readings set unreadable = true', /^Reading .* is not as entry/],
  ["a correction's value", "update corrections set value = 'Shut'", /^Correction .* is not as entry/],
  ["a correction's author", `update corrections set "by" = 'Somebody'`, /^Correction .* is not as entry/],
  ['a correction, deleted', 'delete from corrections', /^Correction .* is gone/],
  [
    'a correction, undone on its document',
    "update documents set title = 'A report'",
    /^Document .* is not as entry/,
  ],
  [
    "an agreement's words",
    "update agreements set text = replace(text, 'shall', 'may')",
    /^Agreement of case spring-pact is not as entry/,
  ],
  [
    'what file an agreement came from',
    `update agreements set source = jsonb_set(source, '{sha256}', '"${'0'.repeat(64)}"')`,
    /^Agreement of case spring-pact is not as entry/,
  ],
  ['an agreement, deleted', 'delete from agreements', /^Agreement of case spring-pact is gone/],
  ['a verdict, deleted', 'delete from judgements', /^Verdict .* is gone/],
  ['a decision, deleted', `delete from decisions where id = '${second.id}'`, /^Decision .* is gone/],
  ["a decision's reason", "update decisions set reason = 'Told to.'", /^Decision .* is not as entry/],
  ["a decision's subject", "update decisions set subject = 'source:others'", /^Decision .* is not as entry/],
  ["a decision's time", "update decisions set at = at - interval '1 day'", /^Decision .* is not as entry/],
  [
    'the order of two decisions',
    `alter table decisions alter column seq drop identity; update decisions set seq = 100 where id = '${first.id}'`,
    /^Decision .* is not as entry/,
  ],
  [
    "a verdict's place",
    `update judgements set anchor = jsonb_set(anchor, '{commitment}', '"c-2"')`,
    /^Verdict .* is not as entry/,
  ],
  [
    'a claim entered by hand, its verb',
    `update entered_claims set entry = jsonb_set(entry, '{predicate,lemma}', '"shut"')`,
    /^Entered claim .* is not as entry/,
  ],
  [
    'a claim entered by hand, deleted',
    `delete from entered_claims where id = '${entered.id}'`,
    /^Entered claim .* is gone/,
  ],
  [
    'what a language model said',
    `update model_answers set answer = jsonb_set(answer, '{says}', '"breach"')`,
    /^Answer of a language model .* is not as entry/,
  ],
  [
    'a word of a translation',
    "update translations set text = replace(text, 'came', 'went')",
    /^Translation of document .* is not as entry/,
  ],
  [
    'who translated it',
    "update translations set model = 'another'",
    /^Translation of document .* is not as entry/,
  ],
  ['a translation, deleted', 'delete from translations', /^Translation of document .* is gone/],
  ['a withdrawal, undone', 'delete from withdrawals', /^Withdrawal .* is gone/],
  ["a takedown's reason", "update tombstones set reason = 'No reason.'", /^Tombstone .* is not as entry/],
  ['a takedown, undone', 'delete from tombstones', /^Tombstone .* is gone/],
  ['a reading, deleted', 'delete from readings', /^Reading .* is gone/],
  [
    'a reading, said to be of another reader',
    "update readings set reader_version = '9'",
    /^Reading .* is not as entry/,
  ],
  [
    'a capture, deleted',
    'delete from captures where seq = (select min(seq) from captures)',
    /^Capture .* is gone/,
  ],
  [
    "a capture's day",
    "update captures set collected_at = collected_at - interval '1 year'",
    /^Capture .* is not as entry/,
  ],
  [
    "a capture's response headers",
    `update captures set headers = '[["etag","2"]]'`,
    /^Capture .* is not as entry/,
  ],
  ['what changed in a page', "update revisions set changes = '[]'", /^What changed from/],
  ['a page change, deleted', 'delete from revisions', /^Page change .* is gone/],
  ['a link between copies, deleted', 'delete from copy_links', /^Link between copies .* is gone/],
  [
    'evidence, struck from what was matched',
    `update matches set matched = jsonb_set(matched, '{evidence}', '[]')`,
    /^What was matched .* is not as entry/,
  ],
  [
    'a name in a registry',
    `update registry_entries set entry = jsonb_set(entry, '{name}', '"B."')`,
    /^Registry entry .* is not as entry/,
  ],
  [
    'the wording of a case, as written',
    "update cases set source = 'other yaml'",
    /^Case weir-pact is not as entry/,
  ],
  [
    'an entry of the audit log, reworded',
    "alter table audit disable trigger all; update audit set tool = 'x' where seq = 2; alter table audit enable trigger all",
    /^Entry 2 of the audit log was changed after/,
  ],
  [
    'the guard of the audit log, taken away',
    'drop trigger audit_is_append_only on audit',
    /its trigger is gone/,
  ],
];

/** A change of files beside the embedded database. */
type OfFiles = [what: string, files: (dir: string) => Promise<void>, says: RegExp];

const journalOf = (dir: string) => join(dir, 'journal.jsonl');
const rewritten = async (dir: string, change: (lines: string[]) => string[]) => {
  const lines = (await readFile(journalOf(dir), 'utf8')).split('\n').slice(0, -1);
  await writeFile(
    journalOf(dir),
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
};

const inFiles: readonly OfFiles[] = [
  [
    'a line of the journal, with a new check sum',
    (dir) =>
      rewritten(dir, (lines) =>
        lines.map((line) =>
          line.includes(first.id) ? formatLine({ decision: { ...first, by: 'Somebody' } }).trimEnd() : line,
        ),
      ),
    /^The decision .* is one thing in the journal and another in the database/,
  ],
  [
    'the first line of the journal, deleted',
    (dir) => rewritten(dir, (lines) => lines.slice(1)),
    /^The judgement .* is in the database and not in the journal/,
  ],
  [
    'a line of the journal, with its old check sum',
    (dir) => rewritten(dir, (lines) => lines.map((line) => line.replace('accepted', 'rejected'))),
    /^Line 1 of the journal does not count/,
  ],
  [
    'a correction in the journal, with a new check sum',
    (dir) =>
      rewritten(dir, (lines) =>
        lines.map((line) =>
          line.includes(corrected.id)
            ? formatLine({ correction: { ...corrected, value: 'Shut' } }).trimEnd()
            : line,
        ),
      ),
    /^The correction .* is one thing in the journal and another in the database/,
  ],
  [
    'the journal, emptied',
    (dir) => writeFile(journalOf(dir), ''),
    /is in the database and not in the journal/,
  ],
  [
    'a line of the journal, marked as refused',
    (dir) => rewritten(dir, (lines) => lines.map((line) => line.replace('"check"', '"abort"'))),
    /is in the database and not in the journal/,
  ],
  [
    'a decision, forged in the journal',
    (dir) => appendFile(journalOf(dir), formatLine({ decision: decisionOf({ caseId }) })),
    /is in the journal and not in the database/,
  ],
];

describe.each(storeKinds)('tampering with a store, $kind', ({ address }) => {
  let dir: string;
  let parts: StoreParts;
  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    parts = await openParts(dir, address && (await ownSchema(address)));
    await fill(new Store(parts));
  });
  afterAll(async () => {
    await parts.closeAll();
    await rm(dir, { recursive: true });
  });

  async function found(
    db: Kysely<Tables>,
    changed: Partial<StoreParts> = {},
    against = {},
  ): Promise<Problem[]> {
    const list: Problem[] = [];
    const { ledger = parts.ledger } = changed;
    const all = problems({ ...parts, ...changed, ledger: { ...ledger, db } }, Object.values(against));
    for await (const problem of all) list.push(problem);
    return list;
  }
  const messages = (list: readonly Problem[]) => list.map(({ message }) => message);

  /** Does something to the rows, looks, and takes it back. */
  async function tampered<T>(
    work: (db: Kysely<Tables>) => Promise<unknown>,
    look: (db: Kysely<Tables>) => Promise<T>,
  ) {
    const trx = await parts.ledger.db.startTransaction().execute();
    try {
      await work(trx);
      return await look(trx);
    } finally {
      await trx.rollback().execute();
    }
  }
  const run = async (db: Kysely<Tables>, query: string) => {
    for (const statement of query.split(';')) await sql.raw(statement).execute(db);
  };

  test('nothing is found where nothing was done', async () => {
    expect(await found(parts.ledger.db)).toEqual([]);
  });

  test.each(byHand)('%s', async (_what, query, says) => {
    const list = await tampered(
      (db) => run(db, query),
      (db) => found(db),
    );
    expect(messages(list)).toContainEqual(expect.stringMatching(says));
    expect(list.every(({ kind }) => kind !== 'note')).toBe(true);
  });

  test.runIf(!address).each(inFiles)('%s', async (_what, files, says) => {
    const copy = `${dir}-copy`;
    await cp(journalOf(dir), journalOf(copy));
    try {
      await files(copy);
      const journal = await Journal.open(journalOf(copy));
      const list = await found(parts.ledger.db, { journal });
      await journal.close();
      expect(messages(list)).toContainEqual(expect.stringMatching(says));
    } finally {
      await rm(copy, { recursive: true });
    }
  });

  test('an original, rewritten or deleted', async () => {
    const { sha256, id } = weir.document;
    const path = join(dir, 'originals', sha256.slice(0, 2), sha256);
    const bytes = await readFile(path);
    await writeFile(path, 'other');
    expect(messages(await found(parts.ledger.db))).toEqual([
      `The original of document ${id} no longer matches its hash.`,
    ]);
    await rm(path);
    expect(messages(await found(parts.ledger.db))).toEqual([`The original of document ${id} is missing.`]);
    await writeFile(path, bytes);
  });

  test('the original of an agreement, rewritten', async () => {
    const { sha256 } = pact.document;
    const path = join(dir, 'originals', sha256.slice(0, 2), sha256);
    const bytes = await readFile(path);
    await writeFile(path, 'other');
    expect(messages(await found(parts.ledger.db))).toEqual([
      'The agreement of case spring-pact no longer matches its hash.',
      expect.stringMatching(/^The agreement of draft .* no longer matches its hash/),
    ]);
    await writeFile(path, bytes);
  });

  /** A row and the whole log written anew, so that they agree: what somebody can do who has the database. */
  async function forgeLog(db: Kysely<Tables>): Promise<void> {
    await run(db, `update decisions set value = '{"value":"A"}' where id = '${first.id}'`);
    const row = await db
      .selectFrom('decisions')
      .selectAll()
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow();
    const entries = await db.selectFrom('audit').selectAll().orderBy('seq').execute();
    await run(db, 'alter table audit disable trigger all');
    await sql`delete from audit`.execute(db);
    await run(db, 'alter table audit enable trigger all');
    let before = null;
    for (const { seq: _, hash: __, previous: ___, at, tool, details, ...event } of entries) {
      const words =
        event.subject === first.id
          ? { ...details, value: 'A', records: { [`decision:${first.id}`]: digestOf('decision', row) } }
          : details;
      const entry = nextEntry({ ...event, details: words } as never, tool, at, before);
      await db
        .insertInto('audit')
        .values({ ...entry, details: toJsonb(entry.details) })
        .execute();
      before = entry;
    }
  }

  test('a row with the whole log written anew is seen by the head outside the database', async () => {
    const list = await tampered(forgeLog, (db) => found(db, { journal: null }));
    expect(messages(list)).toEqual([
      expect.stringMatching(/has another entry there: it was cut or rewritten/),
    ]);
  });

  test('where that head is written anew too, it is seen by one that was kept elsewhere', async () => {
    const kept = await newestLink(parts.ledger.db);
    const [blind, seen] = await tampered(forgeLog, async (db) => {
      const head = await Head.open(join(dir, 'no-head.json'));
      const changed = { journal: null, ledger: { ...parts.ledger, head } };
      return [await found(db, changed), await found(db, changed, { kept })];
    });
    expect(blind).toEqual([]);
    expect(messages(seen)).toEqual([expect.stringMatching(/has another entry there/)]);
  });

  test('a log that goes on after the head was kept leads to it', async () => {
    const kept = await newestLink(parts.ledger.db);
    const list = await tampered(
      (db) => appendAudit(db as never, '0.1.0', [{ action: 'case.imported', subject: 'x', details: {} }]),
      (db) => found(db, {}, { kept }),
    );
    expect(list).toEqual([]);
  });
});
