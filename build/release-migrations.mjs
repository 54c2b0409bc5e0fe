// Lists every migration as released, with the SHA-256 of its file: from then on a test refuses any change of it.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';

const folder = new URL('../src/store/migrations/', import.meta.url);
const list = new URL('released.json', folder);
const released = JSON.parse(await readFile(list, 'utf8'));
for (const file of (await readdir(folder)).filter((name) => /^\d{4}-.*\.ts$/.test(name)).sort()) {
  const sha256 = createHash('sha256')
    .update(await readFile(new URL(file, folder)))
    .digest('hex');
  const known = released[file.slice(0, -3)];
  if (known && known !== sha256)
    throw new Error(`${file} was changed after its release: write another migration instead`);
  released[file.slice(0, -3)] = sha256;
}
await writeFile(list, `${JSON.stringify(released, null, 2)}\n`);
