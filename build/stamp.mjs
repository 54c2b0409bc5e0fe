// Stamps what caches hang on: a hash of the built code and the weights that make readings, and of those that make matches.
// Writes dist/stamps.json after the compiler; a change of either is a change of its stamp, and nobody has to remember it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Drafting a case from a text makes no match: its rules may change, and what was matched stands. */
const isDrafting = (entry) => /[\\/]agreement[\\/]draft(?:[\\/]|$)/u.test(entry.parentPath ?? entry.path);

const filesIn = (folder) =>
  readdirSync(`${root}${folder}`, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && !isDrafting(entry) && !entry.name.endsWith('.map') && !entry.name.endsWith('.md'),
    )
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .sort();

const stampOf = (folders) => {
  const hash = createHash('sha256');
  for (const folder of folders.filter((name) => existsSync(`${root}${name}`)))
    for (const path of filesIn(folder)) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
};

const reading = ['dist/cleaning', 'node_modules/word-list', 'dist/read', 'models/reader', 'models/gazetteer'];
const stamps = {
  reader: stampOf(reading),
  matcher: stampOf([...reading, 'dist/resolve', 'dist/agreement', 'dist/match', 'models/matcher']),
};
writeFileSync(`${root}dist/stamps.json`, `${JSON.stringify(stamps)}\n`);
