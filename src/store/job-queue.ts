import { type Kysely, sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { JobKind } from '../model/index.ts';
import { systemReason, unusable } from './refusals.ts';
import type { Tables } from './tables.ts';

/** Work that any process on the same server can do. It is named by what it makes: of one name there is one job at a time. */
export interface Job {
  kind: JobKind;
  document: string;
  /** null for reading, which serves every case. */
  case: string | null;
  /** Of the reader or the matcher: a process of another one leaves the job to those that have it. */
  version: string;
}

/** What is done with jobs of a kind. Whoever throws gives them all back. */
export interface Doing {
  /** Jobs that are taken at once. */
  batch: number;
  /** Batches that are under way at the same time, so that no thread waits for the end of one. */
  batches: number;
  does(jobs: readonly Job[]): Promise<void>;
  /** With jobs that were given back too often. */
  givesUp(jobs: readonly Job[]): Promise<void>;
}

/** How often a job may come back from processes that ended, froze or lost the database, before it is given up. */
const mostReturns = 4;

/** Seconds without a sign of life after which a job is another one's, and between two looks for such jobs. */
const heartbeat = 15;
const look = 5;

/** Seconds that a batch may take. */
const longest = 1800;

/** Milliseconds that jobs under way are given to end in when the queue is closed. */
const patience = 600_000;

/** Jobs that are sent with one statement. */
const sentAtOnce = 1000;

const nameOf = ({ case: caseId, document, version }: Job): string =>
  [...(caseId === null ? [] : [caseId]), document, version].join(' ');

const givenUp = (kind: JobKind): string => `${kind}-given-up`;

/**
 * Jobs in the same PostgreSQL as the store, by pg-boss, in a schema of its own beside the store's. It connects when it is first
 * needed. A job is only distribution: whether something is still to be done, the store's own tables say.
 */
export class JobQueue {
  /** What is to be done is left to other processes. */
  readonly leavesWork: boolean;
  /** Is told in a line what went wrong between this process and the queue; it goes on by itself. */
  trouble: (line: string) => void = () => {};
  readonly #databaseUrl: string;
  readonly #db: Kysely<Tables>;
  readonly #working = new Map<JobKind, number>();
  #started: Promise<{ boss: PgBoss; schema: string }> | null = null;

  constructor(databaseUrl: string, db: Kysely<Tables>, leavesWork: boolean) {
    this.#databaseUrl = databaseUrl;
    this.#db = db;
    this.leavesWork = leavesWork;
  }

  /** Whether this process does jobs of that kind just now. */
  isWorking(kind: JobKind): boolean {
    return (this.#working.get(kind) ?? 0) > 0;
  }

  /** Adds jobs; those that wait or are being done already are not added again. `urgent`: before all that are not. */
  async send(jobs: readonly Job[], { urgent = false } = {}): Promise<void> {
    if (jobs.length === 0) return;
    const { boss } = await this.#start();
    for (const kind of JobKind.options) {
      const own = jobs.filter((job) => job.kind === kind);
      for (let start = 0; start < own.length; start += sentAtOnce)
        await boss.insert(
          kind,
          own.slice(start, start + sentAtOnce).map((job) => ({
            data: job,
            singletonKey: nameOf(job),
            priority: urgent ? 1 : 0,
          })),
        );
    }
  }

  /** Does jobs of a kind as they come, until what is returned is called; that waits for those under way. */
  async work(kind: JobKind, { batch, batches, does, givesUp }: Doing): Promise<() => Promise<void>> {
    const { boss } = await this.#start();
    const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 3 };
    const id = await boss.work<Job>(
      kind,
      // A batch of one would not be known to be full, and a pause be made after each.
      { ...polling, batchSize: Math.max(2, batch), localConcurrency: batches, burstWhenBatchFull: true },
      (jobs) => does(jobs.map(({ data }) => data)),
    );
    const other = await boss.work<Job>(
      givenUp(kind),
      { ...polling, pollingIntervalSeconds: 3, batchSize: 20 },
      (jobs) => givesUp(jobs.map(({ data }) => data)),
    );
    this.#working.set(kind, (this.#working.get(kind) ?? 0) + 1);
    return async () => {
      this.#working.set(kind, (this.#working.get(kind) ?? 1) - 1);
      await boss.offWork(kind, { id });
      await boss.offWork(givenUp(kind), { id: other });
    };
  }

  /** How many jobs of each kind wait, and how many are being done. */
  async counts(): Promise<Record<JobKind, { waiting: number; active: number }>> {
    const { schema } = await this.#start();
    const { rows } = await sql<{ name: string; is_active: boolean; jobs: number }>`
      select name, state = 'active' as is_active, count(*)::integer as jobs from ${sql.table(`${schema}.job`)}
      where name in (${sql.join(JobKind.options)}) and state in ('created', 'retry', 'active')
      group by name, is_active`.execute(this.#db);
    const count = (kind: JobKind, isActive: boolean): number =>
      rows.find((row) => row.name === kind && row.is_active === isActive)?.jobs ?? 0;
    const of = (kind: JobKind) => ({ waiting: count(kind, false), active: count(kind, true) });
    return { read: of('read'), match: of('match') };
  }

  /** Ends once the jobs under way are done. */
  async close(): Promise<void> {
    const started = await this.#started?.catch(() => null);
    await started?.boss.stop({ graceful: true, timeout: patience });
  }

  #start(): Promise<{ boss: PgBoss; schema: string }> {
    this.#started ??= this.#connect().catch((thrown) => {
      // The next who needs it tries again.
      this.#started = null;
      throw unusable('at DATABASE_URL', `its queue of jobs does not open (${systemReason(thrown)})`, thrown);
    });
    return this.#started;
  }

  async #connect(): Promise<{ boss: PgBoss; schema: string }> {
    const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(this.#db);
    const [{ name } = { name: 'public' }] = rows;
    const schema = name === 'public' ? 'proviso_jobs' : `${name.replace(/\W/g, '_')}_jobs`;
    const { PgBoss } = await import('pg-boss');
    const boss = new PgBoss({
      connectionString: this.#databaseUrl,
      application_name: 'proviso jobs',
      schema,
      max: 4,
      useListenNotify: true,
      schedule: false,
      superviseIntervalSeconds: look,
      monitorIntervalSeconds: look,
      maintenanceIntervalSeconds: 600,
    });
    boss.on('error', (thrown) => this.trouble(systemReason(thrown)));
    await boss.start();
    for (const kind of JobKind.options) {
      await boss.createQueue(givenUp(kind), { retryLimit: 20, retryBackoff: true, deleteAfterSeconds: 3600 });
      await boss.createQueue(kind, {
        // One job of a name, waiting or under way.
        policy: 'exclusive',
        notify: true,
        retryLimit: mostReturns,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 60,
        heartbeatSeconds: heartbeat,
        expireInSeconds: longest,
        deadLetter: givenUp(kind),
        // Done: whether it is, the store's own tables say.
        deleteAfterSeconds: 3600,
      });
    }
    return { boss, schema };
  }
}
