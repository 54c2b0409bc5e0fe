import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { exists } from './files.ts';
import { systemReason, unusable } from './refusals.ts';
import type { Tables } from './tables.ts';

/** The one way to the database; queries are the same for both kinds. */
export interface Connection {
  db: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL in `folder/database`; the caller holds the folder's lock.
 * Takes under a second, and some seconds the first time. Throws PROVISO_STORE_UNUSABLE.
 */
export async function connectEmbedded(folder: string): Promise<Connection> {
  try {
    const pglite = await openEmbedded(folder);
    // PGlite is a single connection: a second pool, or a query beside an open transaction, would hang.
    const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, idleTimeoutMillis: 0 });
    return connection(pool, () => pglite.close());
  } catch (thrown) {
    throw unusable(folder, `its database does not open (${systemReason(thrown)})`, thrown);
  }
}

/** Made aside and renamed when whole: a database half made by a process that was killed would not open. */
async function openEmbedded(folder: string): Promise<PGlite> {
  const path = join(folder, 'database');
  if (!(await exists(path))) {
    const unfinished = join(folder, 'database.unfinished');
    await rm(unfinished, { recursive: true, force: true });
    const pglite = await PGlite.create(unfinished);
    await pglite.close();
    await rename(unfinished, path);
  }
  return PGlite.create(path);
}

/** A connection that breaks while it is made or at work does not end the process: its query says what is wrong. */
class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

/** Connects to a PostgreSQL server. Throws PROVISO_STORE_UNUSABLE when it does not answer. */
export async function connectServer(databaseUrl: string): Promise<Connection> {
  try {
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      application_name: 'proviso',
      Client: SteadyClient,
    });
    const client = await pool.connect();
    client.release();
    return connection(pool);
  } catch (thrown) {
    throw unusable(serverName(databaseUrl), systemReason(thrown), thrown);
  }
}

function connection(pool: pg.Pool, afterwards?: () => Promise<void>): Connection {
  // An idle connection that breaks must not end the process: the next query says what is wrong.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    close: async () => {
      await db.destroy();
      await afterwards?.();
    },
  };
}

/** The server's address without user and password. */
export function serverName(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'at DATABASE_URL';
  const { host, pathname } = new URL(databaseUrl);
  return `at ${host}${pathname}`;
}
