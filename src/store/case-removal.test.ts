import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tablesOfCase } from './case-removal.ts';
import { type Connection, connectEmbedded } from './connection.ts';
import { migrate } from './migrations/index.ts';
import { temporaryStoreFolder } from './testing.ts';

let folder: string;
let connection: Connection;
beforeAll(async () => {
  folder = await temporaryStoreFolder();
  connection = await connectEmbedded(folder);
  await migrate(connection.db, 'test');
});
afterAll(async () => {
  await connection.close();
  await rm(folder, { recursive: true });
});

test('removing a case leaves no table out that names cases', async () => {
  const naming = await connection.db.introspection.getTables();
  const names = naming
    .filter(({ columns }) => columns.some(({ name }) => name === 'case_id'))
    .map(({ name }) => name);
  expect(names.length).toBeGreaterThan(10);
  expect([...tablesOfCase].sort()).toEqual(names.sort());
});
