// Writes every export of every case of a store, in one process: node bench/write-exports.mjs STORE FOLDER → FOLDER/CASE/FORMAT
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../dist/store/index.js';
import { assessCase, exportFormat, exportNames, openCase, version } from '../dist/work/index.js';

const [dir, folder] = process.argv.slice(2);
const store = await openStore({ dir, version });
try {
  for (const { id } of await store.cases()) {
    const open = await openCase(store, id);
    const assessment = assessCase(open);
    await mkdir(join(folder, id), { recursive: true });
    for (const name of exportNames)
      await writeFile(join(folder, id, name), await exportFormat(name).write({ store, open, assessment }));
  }
} finally {
  await store.close();
}
