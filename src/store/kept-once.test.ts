import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Decision, ProvisoError } from '../model/index.ts';
import { openStore, type Problem } from './index.ts';
import { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { caseOf, decisionOf, openParts, ownSchema, storeKinds, temporaryStoreFolder } from './testing.ts';

/*
 * Decisions of people while everything fails that can: hostile words, a full disk, a database that refuses rows, is taken down
 * or refuses at the end of a transaction, a clock that is moved, a process that is killed. What was confirmed holds once, what
 * was refused does not count, and the store opens every time.
 */

vi.setConfig({ testTimeout: 600_000 });

const caseId = 'levee';
const rounds = 7;
const ofRound = 50;
const killed = { rounds: 3, each: 50 };

const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  fc.constantFrom(
    'NUL \0 within',
    '\0',
    '\ud800',
    'half \udfff a pair',
    '水'.repeat(990),
    '水'.repeat(6000),
    "'; drop table decisions; --",
    '{"check":"0123456789abcdef"}\n',
    'line\nline\r\nline\u2028line',
    '\u202eright to left',
    '🙂'.repeat(200),
    'x'.repeat(30_000),
    '\ufeff\u200b',
  ),
);
const decisions: fc.Arbitrary<Decision> = fc
  .record({
    subject: hostile,
    reason: hostile,
    value: fc.constantFrom('A', 'B', 'C', null),
    // Clocks are moved, by people and by servers of time.
    at: fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }),
  })
  .map(({ subject, reason, value, at }) =>
    Decision.parse({
      ...decisionOf({ caseId, subject: `source:${subject}`, reason, at: at.toISOString() }),
      value,
    }),
  );

/** A byte order mark is no part of a text. */
const asKept = (decision: Decision): Decision => ({
  ...decision,
  reason: decision.reason.replace(/^\ufeff/, ''),
});

type Outcome = 'confirmed' | 'refused' | 'unsure';
interface Sent {
  decision: Decision;
  outcome: Outcome;
}

const outcomeOf = (sending: Promise<unknown>): Promise<Outcome> =>
  sending.then(
    () => 'confirmed',
    (thrown: unknown) => {
      expect(thrown).toBeInstanceOf(ProvisoError);
      return (thrown as ProvisoError).code === 'PROVISO_DECISION_UNSURE' ? 'unsure' : 'refused';
    },
  );

/** What goes wrong while decisions are sent; returns how it is set right, which may come after the store is closed. */
type Fault = (parts: { db: Kysely<Tables>; address: string | undefined }) => Promise<() => Promise<unknown>>;

const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
const raising = (when: string) =>
  sql.raw(`
  create or replace function refuse() returns trigger language plpgsql as $$
  begin
    if ${when} then raise exception 'could not extend file: no space left on device' using errcode = '53100'; end if;
    return new;
  end $$`);
const dropped = (db: Kysely<Tables>) => () =>
  sql`drop function if exists refuse() cascade`.execute(db).catch(() => {});

/** Whatever is written by position, as the journal is: some of it, then an error. */
async function fullDisk(part: (bytes: number) => number): Promise<() => Promise<unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-handle-'));
  const handle = await open(join(folder, 'any'), 'w');
  const prototype = Object.getPrototypeOf(handle);
  const whole = prototype.write;
  const spy = vi.spyOn(prototype, 'write').mockImplementation(async function (
    this: unknown,
    ...given: unknown[]
  ) {
    const [bytes, start, length, position] = given as [Buffer, number, number, number];
    const kept = Math.min(part(length), length);
    if (kept > 0) await whole.call(this, bytes, start, kept, position);
    if (kept < length) throw noSpace();
    return { bytesWritten: kept, buffer: bytes };
  });
  await handle.close();
  await rm(folder, { recursive: true });
  return async () => spy.mockRestore();
}

const faults: Record<string, { fault: Fault; only?: 'embedded' | 'server' }> = {
  nothing: { fault: async () => async () => {} },
  'the database refuses every other row, as on a full disk': {
    fault: async ({ db }) => {
      await raising('length(new.reason) % 2 = 0').execute(db);
      await sql`create trigger refuse before insert on decisions for each row execute function refuse()`.execute(
        db,
      );
      return dropped(db);
    },
  },
  'the database refuses at the end of the transaction': {
    fault: async ({ db }) => {
      await raising('length(new.reason) % 3 > 0').execute(db);
      await sql`
        create constraint trigger refuse after insert on decisions
        deferrable initially deferred for each row execute function refuse()`.execute(db);
      return dropped(db);
    },
  },
  'the database is taken down': {
    only: 'embedded',
    fault: async ({ db }) => {
      void setTimeout(5).then(() => db.destroy().catch(() => {}));
      return async () => {};
    },
  },
  'its connections are ended again and again': {
    only: 'server',
    fault: async ({ address }) => {
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      let isOver = false;
      const ending = (async () => {
        while (!isOver) {
          await client.query(`
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = current_setting('application_name') and pid <> pg_backend_pid()`);
          await setTimeout(7);
        }
      })();
      return async () => {
        isOver = true;
        await ending;
        await client.end();
      };
    },
  },
  'the disk is full for half a line': {
    only: 'embedded',
    fault: () => fullDisk((bytes) => (bytes > 5 ? 60 : bytes)),
  },
  'the disk is full for one line, and no mark can be made': {
    only: 'embedded',
    fault: async ({ db }) => {
      await raising('length(new.reason) % 2 = 0').execute(db);
      await sql`create trigger refuse before insert on decisions for each row execute function refuse()`.execute(
        db,
      );
      const back = await fullDisk((bytes) => (bytes === 5 ? 0 : bytes));
      return async () => {
        await back();
        await dropped(db)();
      };
    },
  },
};

describe.each(storeKinds)('decisions while everything fails, $kind', ({ kind, address }) => {
  let dir: string;
  let bundle: string;
  let databaseUrl: string | undefined;
  async function using(work: (store: Store) => Promise<unknown>): Promise<void> {
    const store = await openStore({ dir, databaseUrl, version: '0.1.0' });
    try {
      await work(store);
    } finally {
      await store.close();
    }
  }
  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    databaseUrl = address && (await ownSchema(address));
    bundle = await bundled();
    await using((store) => store.putCase(caseOf(caseId), 'yaml'));
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    await rm(dir, { recursive: true });
    await rm(bundle, { recursive: true });
  });

  /** All that was ever sent, in order; what is sent again is one. */
  const sent = new Map<string, Sent>();

  /** Confirmed ones are there, once and as they were sent, in the order in which they were confirmed; refused ones are not. */
  async function holds(store: Store): Promise<void> {
    const kept = (await store.decisions(caseId)).reverse();
    const keptIds = kept.map(({ id }) => id);
    expect(new Set(keptIds).size).toBe(keptIds.length);
    const outcomes = [...sent.values()];
    const confirmed = outcomes
      .filter(({ outcome }) => outcome === 'confirmed')
      .map(({ decision }) => decision);
    const wanted = new Set(confirmed.map(({ id }) => id));
    expect(kept.filter(({ id }) => wanted.has(id))).toEqual(confirmed.map(asKept));
    const refused = new Set(
      outcomes.flatMap(({ decision, outcome }) => (outcome === 'refused' ? [decision.id] : [])),
    );
    expect(keptIds.filter((id) => refused.has(id))).toEqual([]);
  }

  /** Notes down what became of a decision; one that is confirmed now takes its place at the end. */
  function note(decision: Decision, outcome: Outcome): void {
    const before = sent.get(decision.id)?.outcome;
    if (before === 'confirmed') return;
    // That it counts by now may have been decided when it was sent first: its place among the others is not certain.
    if (before === 'unsure' && outcome === 'confirmed') return;
    sent.delete(decision.id);
    sent.set(decision.id, { decision, outcome: before === 'unsure' ? 'unsure' : outcome });
  }

  test(`${rounds * ofRound} decisions, with whatever goes wrong in each round`, async () => {
    const possible = Object.entries(faults).filter(([, { only = kind }]) => only === kind);
    const all = fc.sample(decisions, { numRuns: rounds * ofRound, seed: 20_310_601 });
    for (let round = 0; round < rounds; round += 1) {
      const [, { fault }] = possible[round % possible.length] as [string, { fault: Fault }];
      const parts = await openParts(dir, databaseUrl);
      const store = new Store(parts);
      const setRight = await fault({ db: parts.ledger.db, address: databaseUrl });
      for (const decision of all.slice(round * ofRound, (round + 1) * ofRound)) {
        note(decision, await outcomeOf(store.addDecision(decision)));
        // People try again.
        if (sent.size % 3 === 0) note(decision, await outcomeOf(store.addDecision(decision)));
      }
      await setRight();
      await store.close();
      await using(holds);
    }
    const outcomes = [...sent.values()].map(({ outcome }) => outcome);
    // The test is one of all three.
    expect(outcomes.filter((outcome) => outcome === 'confirmed').length).toBeGreaterThan(50);
    expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(50);
  });

  test(`${killed.rounds * killed.each} decisions of processes that are killed`, async () => {
    const all = fc.sample(decisions, { numRuns: killed.rounds * killed.each, seed: 20_310_602 });
    for (let round = 0; round < killed.rounds; round += 1) {
      const mine = all.slice(round * killed.each, (round + 1) * killed.each);
      const outcomes = await outcomesOfKilled(mine, 1 + round * 12);
      for (const decision of mine) note(decision, outcomes.get(decision.id) ?? 'unsure');
      await using(holds);
    }
  });

  test('and verify finds nothing in the end', async () => {
    const found: Problem[] = [];
    await using(async (store) => {
      for await (const problem of store.verify()) if (problem.kind !== 'note') found.push(problem);
    });
    expect(found).toEqual([]);
  });

  /** Sends the decisions in a process of its own, which is killed after so many answers; what it was told of each. */
  async function outcomesOfKilled(list: readonly Decision[], answers: number): Promise<Map<string, Outcome>> {
    const child = spawn(process.execPath, [join(bundle, 'writer.js'), dir, databaseUrl ?? ''], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(list));
    const told = new Map<string, Outcome>();
    for await (const line of createInterface(child.stdout)) {
      const [id = '', outcome = ''] = line.split(' ');
      told.set(id, outcome as Outcome);
      if (told.size === answers) child.kill('SIGKILL');
    }
    if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');
    return told;
  }
});

/** The store as a bundle beside the libraries, so that it finds them, with a program that sends decisions. */
async function bundled(): Promise<string> {
  const folder = await mkdtemp(resolve('node_modules/.proviso-test-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: resolve('src/store/index.ts'),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'store.js' } },
    },
  });
  const writer = `
    import { text } from 'node:stream/consumers';
    import { openStore } from './store.js';
    const [dir, databaseUrl] = process.argv.slice(2);
    const list = JSON.parse(await text(process.stdin));
    const store = await openStore({ dir, databaseUrl: databaseUrl || undefined, version: '0.1.0' });
    for (const decision of list) {
      const outcome = await store.addDecision(decision).then(
        () => 'confirmed',
        ({ code }) => (code === 'PROVISO_DECISION_UNSURE' ? 'unsure' : 'refused'));
      console.log(decision.id + ' ' + outcome);
    }
    await store.close();`;
  await writeFile(join(folder, 'writer.js'), writer);
  return folder;
}
