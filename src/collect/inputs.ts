import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ProvisoError } from '../model/index.ts';
import { emptyFolder, fileRefusal, unsupported } from './refusals.ts';

export type MediaType = 'text/plain' | 'text/markdown' | 'text/html' | 'application/xhtml+xml';

const mediaTypes: Readonly<Record<string, MediaType>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
};

/** One thing to collect, or the reason why it cannot be; `-` is standard input. */
export type Input =
  | { kind: 'file'; source: string; mediaType: MediaType; size: number }
  | { kind: 'stdin'; source: '-' }
  | { kind: 'refused'; source: string; error: ProvisoError };

/** The inputs that the paths stand for, in order; folders recursively, sorted by name, without hidden files. */
export async function* inputs(paths: readonly string[]): AsyncGenerator<Input> {
  for (const path of paths)
    yield* path === '-' ? [{ kind: 'stdin', source: '-' } as const] : inputsAt(path, []);
}

/** How many inputs `collect` will report on, refused ones included. Reads folders, no files. */
export async function countInputs(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const _ of inputs(paths)) count += 1;
  return count;
}

async function* inputsAt(path: string, within: readonly string[]): AsyncGenerator<Input> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) yield* inputsInFolder(path, within);
    else yield fileInput(path, stats);
  } catch (thrown) {
    yield { kind: 'refused', source: path, error: fileRefusal(path, thrown) };
  }
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
  const extension = extname(path).toLowerCase();
  const mediaType = mediaTypes[extension];
  if (stats.isFile() && mediaType) return { kind: 'file', source: path, mediaType, size: stats.size };
  const why = !stats.isFile()
    ? 'it is not an ordinary file'
    : extension
      ? `files ending in ${extension} are not supported`
      : 'its name has no ending that tells what it holds';
  return { kind: 'refused', source: path, error: unsupported(path, why) };
}
