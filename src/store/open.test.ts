import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Decision, Judgement } from '../model/index.ts';
import { connectEmbedded } from './connection.ts';
import { openStore, type Problem, type Store } from './index.ts';
import { formatLine as formatEntry } from './journal.ts';
import type { Tables } from './tables.ts';
import { caseOf, decisionOf, judgementOf, temporaryStoreFolder } from './testing.ts';

// Opening is slow, so all tests share a folder and leave it as they found it, but for what they added.
let dir: string;
beforeAll(async () => {
  dir = await temporaryStoreFolder();
});
afterAll(() => rm(dir, { recursive: true }));

const open = (folder = dir) => openStore({ dir: folder, version: '0.1.0' });
const formatLine = (judgement: Judgement) => formatEntry({ judgement });
const refusal = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

async function using<T>(work: (store: Store) => Promise<T>, folder = dir): Promise<T> {
  const store = await open(folder);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function problemsOf(store: Store): Promise<Problem[]> {
  const found: Problem[] = [];
  for await (const problem of store.verify()) found.push(problem);
  return found;
}

async function inDatabase(work: (db: Kysely<Tables>) => Promise<unknown>): Promise<void> {
  const { db, close } = await connectEmbedded(dir);
  await work(db);
  await close();
}

describe('a folder', () => {
  test('in use is refused, and free again once closed, which may come twice', async () => {
    const store = await open();
    await expect(open()).rejects.toEqual(refusal('PROVISO_STORE_LOCKED', /in use by process \d+/));
    await store.close();
    await store.close();
    await using(async () => {});
  });

  test('that cannot be one is refused', async () => {
    const file = join(dir, 'file');
    await writeFile(file, '');
    for (const path of [file, join(file, 'below')])
      await expect(open(path)).rejects.toEqual(
        refusal('PROVISO_STORE_UNUSABLE', /a file is where its folder should be/),
      );
  });

  test('whose database does not open is refused, and left unlocked', async () => {
    const folder = join(dir, 'broken');
    await mkdir(folder);
    await writeFile(join(folder, 'database'), 'not a database');
    await expect(open(folder)).rejects.toEqual(
      refusal('PROVISO_STORE_UNUSABLE', /its database does not open/),
    );
    expect(await readdir(folder)).not.toContain('lock.json');
  });

  test('written by a newer Proviso is refused', async () => {
    await using(async () => {});
    const later = { version: 999, name: '0999-later', tool: '9.9.9' };
    await inDatabase((db) => db.insertInto('migrations').values(later).execute());
    await expect(open()).rejects.toEqual(refusal('PROVISO_STORE_NEWER', /newer Proviso \(9\.9\.9\)/));
    await inDatabase((db) => db.deleteFrom('migrations').where('version', '=', 999).execute());
  });
});

test('a server that does not answer is named without its password', async () => {
  const databaseUrl = 'postgres://me:secret@127.0.0.1:1/reports';
  const failure = await openStore({ dir, databaseUrl, version: '0.1.0' }).catch((thrown) => thrown);
  expect(failure).toEqual(refusal('PROVISO_STORE_UNUSABLE', /at 127\.0\.0\.1:1\/reports .*ECONNREFUSED/));
  expect(failure.line).not.toContain('secret');
});

describe('the journal', () => {
  const journal = () => join(dir, 'journal.jsonl');
  afterEach(() => rm(journal()));

  test('holds every judgement that was confirmed', async () => {
    const judgement = judgementOf({ caseId: 'a' });
    await using(async (store) => {
      await store.putCase(caseOf('a'), 'yaml');
      await store.addJudgement(judgement);
      expect(await readFile(journal(), 'utf8')).toBe(formatLine(judgement));
    });
  });

  test('gives back what the database lost, once', async () => {
    const judgement = judgementOf({ caseId: 'lost' });
    await writeFile(journal(), formatLine(judgement));
    await using(async (store) => {
      expect(store.notices).toEqual([expect.stringMatching(/^1 decision/)]);
      expect(await store.judgements('lost')).toEqual([judgement]);
    });
    await using(async (store) => expect(store.notices).toEqual([]));
  });

  test('of before signs gives back judgements and placements that name an indicator', async () => {
    const { anchor, ...rest } = judgementOf({ caseId: 'older' });
    const { kind: _, ...place } = anchor;
    const judgement = { ...rest, anchor: { ...place, indicator: 'attack' } };
    const decision = {
      ...decisionOf({ caseId: 'older', subject: 'evidence:ev-1' }),
      kind: 'indicator' as const,
      value: { commitment: 'c-1', indicator: 'attack' },
    };
    await writeFile(journal(), formatLine(judgement) + formatEntry({ decision }));
    await using(async (store) => {
      expect(await store.judgements('older')).toEqual([judgement]);
      expect(await store.decisions('older')).toEqual([decision]);
    });
  });

  test('with a torn last line opens, and says what was cut off', async () => {
    const judgement = judgementOf({ caseId: 'torn' });
    await writeFile(journal(), formatLine(judgement));
    await appendFile(journal(), formatLine(judgementOf()).slice(0, -1));
    await using(async (store) => {
      expect(store.notices).toContainEqual(expect.stringMatching(/last line of the journal was unfinished/));
      expect(await store.judgements('torn')).toEqual([judgement]);
    });
  });

  test('with a damaged line, or one that the database does not take, opens; says which, and keeps the rest', async () => {
    const judgement = judgementOf({ caseId: 'rest' });
    const damaged = formatLine(judgementOf()).replace('accepted', 'rejected');
    const refused = formatLine(judgementOf({ caseId: 'rest', reason: 'NUL \0' }));
    await writeFile(journal(), damaged + refused + formatLine(judgement));
    for (const _ of ['once', 'and again']) {
      await using(async (store) => {
        expect(store.notices).toContainEqual(
          expect.stringMatching(/^Line 1 of the journal, .* not as it was/),
        );
        expect(store.notices).toContainEqual(
          expect.stringMatching(/^Line 2 of the journal, .* does not take/),
        );
        expect(await store.judgements('rest')).toEqual([judgement]);
        const aside = (await problemsOf(store)).filter(({ message }) => /^Line \d/.test(message));
        expect(aside).toMatchObject([
          { kind: 'journal', subject: '1' },
          { kind: 'journal', subject: '2' },
        ]);
      });
    }
  });
});

describe('what was done to a store while it was closed', () => {
  let folder: string;
  const decision = decisionOf({ caseId: 'a' });
  beforeEach(async () => {
    folder = await temporaryStoreFolder();
    await using(async (store) => {
      await store.putCase(caseOf('a'), 'yaml');
      await store.addDecision(decision);
    }, folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const journalFile = () => join(folder, 'journal.jsonl');
  const told = async () => {
    const messages: string[] = [];
    const notices = await using(async (store) => {
      for (const { kind, message } of await problemsOf(store)) messages.push(`${kind}: ${message}`);
      return store.notices;
    }, folder);
    return { notices, messages };
  };

  test('the tail of the audit log, cut, is named for ever', async () => {
    const { db, close } = await connectEmbedded(folder);
    for (const statement of [
      'alter table audit disable trigger all',
      'delete from audit where seq = 2',
      'alter table audit enable trigger all',
    ])
      await sql.raw(statement).execute(db);
    await close();
    const cut = expect.stringMatching(/^audit: When the store was opened .* no longer led to its entry 2/);
    const { notices, messages } = await told();
    expect(notices).toEqual([expect.stringMatching(/^The audit log had 2 entries and ends with 1/)]);
    expect(messages).toContainEqual(cut);
    const again = await told();
    expect(again.notices).toEqual([]);
    expect(again.messages).toContainEqual(cut);
  });

  test('its head, deleted, is named for ever', async () => {
    await rm(join(folder, 'head.json'));
    for (const _ of ['once', 'and again'])
      expect((await told()).messages).toEqual([expect.stringMatching(/^audit: .* head .* was missing/)]);
  });

  test('a decision, written into its journal, comes into force, and a note says so', async () => {
    const forged = decisionOf({ caseId: 'a', subject: 'source:gazette' });
    await appendFile(journalFile(), formatEntry({ decision: forged }));
    const { notices, messages } = await told();
    expect(notices).toEqual([expect.stringMatching(/^1 decisions of people .* came back/)]);
    expect(messages).toEqual([
      expect.stringMatching(`^note: Decision ${forged.id} came back from the journal`),
    ]);
  });

  test('a decision, marked as refused in its journal, is taken out, and a note says so', async () => {
    await writeFile(journalFile(), formatEntry({ decision }).replace('check', 'abort'));
    const { notices, messages } = await told();
    expect(notices).toEqual([expect.stringMatching(/^1 decisions that had been refused/)]);
    expect(messages).toEqual([
      expect.stringMatching(`^note: Decision ${decision.id}, which the journal has as refused`),
    ]);
  });

  test('a decision, lost in the middle, comes back in its place', async () => {
    const later = { ...decisionOf({ caseId: 'a' }), value: 'E' as const } as Decision;
    await using((store) => store.addDecision(later), folder);
    const { db, close } = await connectEmbedded(folder);
    await db.deleteFrom('decisions').where('id', '=', decision.id).execute();
    await close();
    await using(async (store) => expect(await store.decisions('a')).toEqual([later, decision]), folder);
  });
});

test('the audit log cannot be rewritten by a query', async () => {
  await using((store) => store.putCase(caseOf('a'), 'yaml'));
  await inDatabase(async (db) => {
    await expect(db.updateTable('audit').set({ subject: 'b' }).execute()).rejects.toThrow(/append-only/);
    await expect(db.deleteFrom('audit').execute()).rejects.toThrow(/append-only/);
  });
});
