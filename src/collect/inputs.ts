import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isWebAddress, type ProvisoError } from '../model/index.ts';
import { emptyFolder, fileRefusal, missing, unsupported } from './refusals.ts';

/** One thing to collect, or the reason why it cannot be; `-` is standard input, an address a page or a feed. */
export type Input =
  | { kind: 'file'; source: string; size: number }
  | { kind: 'stdin'; source: '-' }
  | { kind: 'url'; source: string }
  | { kind: 'refused'; source: string; error: ProvisoError };

/**
 * The inputs that the paths stand for, in order; folders recursively, sorted by name, without hidden files. A
 * path that is no file may be a pattern (`reports/**\/*.pdf`), for shells that leave patterns alone.
 */
export async function* inputs(paths: readonly string[]): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') yield { kind: 'stdin', source: '-' };
    else if (isWebAddress(path)) yield { kind: 'url', source: path };
    else yield* inputsAt(path, [], true);
  }
}

/** How many inputs `collect` will report on, refused ones included. Reads folders, no files. */
export async function countInputs(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const _ of inputs(paths)) count += 1;
  return count;
}

async function* inputsAt(
  path: string,
  within: readonly string[],
  mayBePattern = false,
): AsyncGenerator<Input> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) yield* inputsInFolder(path, within);
    else yield fileInput(path, stats);
  } catch (thrown) {
    const absent = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    if (absent && mayBePattern && isDynamicPattern(path)) yield* inputsMatching(path);
    else yield { kind: 'refused', source: path, error: fileRefusal(path, thrown) };
  }
}

async function* inputsMatching(pattern: string): AsyncGenerator<Input> {
  const paths = await glob(pattern, {
    expandDirectories: false,
    onlyFiles: true,
    absolute: isAbsolute(pattern),
  });
  if (paths.length === 0) yield { kind: 'refused', source: pattern, error: missing(pattern) };
  for (const path of paths.sort()) yield* inputsAt(path, []);
}

/** `within` holds the real paths of the folders around it: a link back to one of them is not followed again. */
async function* inputsInFolder(folder: string, within: readonly string[]): AsyncGenerator<Input> {
  const real = await realpath(folder);
  if (within.includes(real)) return;
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  if (names.length === 0) yield { kind: 'refused', source: folder, error: emptyFolder(folder) };
  for (const name of names) yield* inputsAt(join(folder, name), [...within, real]);
}

function fileInput(path: string, stats: Stats): Input {
  if (stats.isFile()) return { kind: 'file', source: path, size: stats.size };
  return { kind: 'refused', source: path, error: unsupported(path, 'it is not an ordinary file') };
}
