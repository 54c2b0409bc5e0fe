import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { nextEntry } from '../audit.ts';
import { toJsonb } from '../canonical-json.ts';
import { connectEmbedded, connectServer } from '../connection.ts';
import { openStore, type Problem } from '../index.ts';
import { formatLine } from '../journal.ts';
import { openFolder } from '../object-store/folder.ts';
import { Originals, sha256Of } from '../originals.ts';
import type { Tables } from '../tables.ts';
import {
  caseOf,
  decisionOf,
  judgementOf,
  ownSchema,
  readingFor,
  reportOf,
  storeKinds,
  temporaryStoreFolder,
} from '../testing.ts';
import released from './released.json' with { type: 'json' };

const names = Object.keys(released).sort();
const files = (await readdir(import.meta.dirname)).filter((name) => /^\d{4}-.*\.ts$/.test(name)).sort();

describe('a released migration', () => {
  test.each(Object.entries(released))('%s is as it was released', async (name, sha256) => {
    expect(sha256Of(await readFile(join(import.meta.dirname, `${name}.ts`)))).toBe(sha256);
  });

  test('comes before all that are not, and no two have one number', () => {
    const all = files.map((file) => file.slice(0, -3));
    expect(all.slice(0, names.length)).toEqual(names);
    expect(all.map((name) => Number(name.slice(0, 4)))).toEqual(all.map((_, index) => index + 1));
  });
});

const caseId = 'ford';
const report = reportOf('The ferrymen kept the ford open, the reeve said.');
const { document } = report;
const verdict = judgementOf({
  caseId,
  anchor: {
    documentSha256: document.sha256,
    span: [4, 12],
    words: 'ferrymen',
    commitment: 'c-1',
    kind: 'conduct',
  },
});
const decision = decisionOf({ caseId });

/** Rows as a store of that version has them, by the version that first had such rows. */
const rows: readonly [version: number, statement: (db: Kysely<Tables>) => Promise<unknown>][] = [
  [
    1,
    async (db) => {
      await sql`
        insert into documents (id, sha256, media_type, byte_length, title, publisher, published, url, kind, text)
        values (${document.id}, ${document.sha256}, 'text/plain', ${document.byteLength}, 'A report', 'The Ford',
          '2031-05-02', null, 'original', ${document.text})`.execute(db);
      await sql`insert into readings values (${document.id}, 'old', '1', ${toJsonb(readingFor(document))})`.execute(
        db,
      );
      await sql`insert into cases values (${caseId}, ${toJsonb(caseOf(caseId, 'The Ford Treaty'))}, 'yaml', now())`.execute(
        db,
      );
      await sql`insert into case_documents values (${caseId}, ${document.id})`.execute(db);
      const { id, evidenceId, reason, by, at, anchor } = verdict;
      await sql`
        insert into judgements (id, case_id, evidence_id, verdict, reason, "by", at, anchor)
        values (${id}, ${caseId}, ${evidenceId}, ${verdict.verdict}, ${reason}, ${by}, ${at}, ${toJsonb(anchor)})`.execute(
        db,
      );
      const { id: _, anchor: __, ...details } = verdict;
      const entry = nextEntry(
        { action: 'judgement.added', subject: id, details },
        '0.0.1',
        new Date(at),
        null,
      );
      await db
        .insertInto('audit')
        .values({ ...entry, details: toJsonb(entry.details) })
        .execute();
    },
  ],
  [
    7,
    async (db) => {
      const { id, kind, subject, reason, by, at } = decision;
      await sql`
        insert into decisions (id, case_id, kind, subject, value, reason, "by", at)
        values (${id}, ${caseId}, ${kind}, ${subject}, '{"value":"B"}', ${reason}, ${by}, ${at})`.execute(db);
    },
  ],
  [
    8,
    (db) =>
      sql`insert into registry_entries values ('list', 'r', '{"id":"r","name":"A. Reeve"}')`.execute(db),
  ],
  [9, (db) => sql`insert into matches values (${caseId}, ${document.id}, 'old', '{}')`.execute(db)],
];

/** A capture, which has other columns from version 4 on. */
const captured = (version: number) =>
  version < 4
    ? sql`insert into captures values (${document.id}, 'ford.txt', now(), 'me', 'proviso 0.0.1')`
    : sql`
        insert into captures (document_id, source, collected_at, collector, tool, sha256)
        values (${document.id}, 'ford.txt', now(), 'me', 'proviso 0.0.1', ${document.sha256})`;

interface Place {
  dir: string;
  databaseUrl: string | undefined;
}

/** A store as a Proviso of that version left it, with something done to its tables. */
async function storeOf(
  address: string | undefined,
  version: number,
  done: readonly string[] = [],
): Promise<Place> {
  const dir = await temporaryStoreFolder();
  const databaseUrl = address && (await ownSchema(address));
  const { db, close } = await (databaseUrl ? connectServer(databaseUrl) : connectEmbedded(dir));
  await sql`
    create table migrations (
      version integer primary key, name text not null, tool text not null, applied_at timestamptz not null default now())`.execute(
    db,
  );
  for (const [index, name] of names.slice(0, version).entries()) {
    const migration = await import(/* @vite-ignore */ `./${name}.ts`);
    await db.transaction().execute((trx) => migration.up(trx));
    await db
      .insertInto('migrations')
      .values({ version: index + 1, name, tool: '0.0.1' })
      .execute();
  }
  for (const [since, insert] of rows) if (since <= version) await insert(db);
  await captured(version).execute(db);
  for (const statement of done) await sql.raw(statement).execute(db);
  await close();
  await new Originals(openFolder(join(dir, 'originals'))).keep(report.bytes);
  const journal = [{ judgement: verdict }, ...(version >= 7 ? [{ decision }] : [])];
  await writeFile(join(dir, 'journal.jsonl'), journal.map((entry) => formatLine(entry)).join(''));
  return { dir, databaseUrl };
}

const opened = (place: Place) => openStore({ ...place, version: '0.1.0' });

async function upgraded(
  place: Place,
): Promise<{ problems: Problem[]; decisions: unknown[]; judgements: unknown[] }> {
  const store = await opened(place);
  try {
    expect(store.notices).toEqual([]);
    const problems: Problem[] = [];
    for await (const problem of store.verify()) problems.push(problem);
    expect(await store.document(document.id)).toMatchObject({ publisher: 'The Ford', language: null });
    return { problems, decisions: await store.decisions(caseId), judgements: await store.judgements(caseId) };
  } finally {
    await store.close();
    await rm(place.dir, { recursive: true });
  }
}

describe.each(storeKinds)('a store of before, $kind', ({ address }) => {
  // The embedded database takes seconds to open; what its statements do is the same on both.
  const versions = names.map((name, index) => [name, index + 1] as const);
  const tried = address ? versions : versions.filter(([, version]) => version === 1);

  test.each(tried)('%s opens whole', async (_name, version) => {
    expect(await upgraded(await storeOf(address, version))).toEqual({
      problems: [],
      judgements: [verdict],
      decisions: version >= 7 ? [decision] : [],
    });
  });

  test('0011, made by 0002 and 0004 as they were before their release, opens whole', async () => {
    const place = await storeOf(address, 11, [
      'alter table documents drop column language',
      'drop index captures_document',
    ]);
    expect((await upgraded(place)).problems).toEqual([]);
  });

  test('with other tables than were ever released is refused, and says so', async () => {
    const place = await storeOf(address, 11, ['alter table captures drop column taken_at']);
    await expect(opened(place)).rejects.toMatchObject({
      code: 'PROVISO_STORE_OLD',
      message: expect.stringContaining('captures.taken_at'),
    });
    await rm(place.dir, { recursive: true });
  });

  test('with a verdict that was changed before it was brought up to date is not vouched for', async () => {
    const place = await storeOf(address, 6, ["update judgements set verdict = 'rejected'"]);
    const { problems } = await upgraded(place);
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Verdict .* audit log told/),
    );
  });
});
