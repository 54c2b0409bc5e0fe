import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ProvisoError } from '../../model/index.ts';

/** A file of a corpus, unpacked. */
export interface CorpusFile {
  readonly path: string;
  /** Without line ends; the number of a line is its index and one. */
  readonly lines: readonly string[];
}

const unpack = promisify(gunzip);

const missing = (path: string, cause: unknown) =>
  new ProvisoError(
    'PROVISO_CORPUS_MISSING',
    `There is no corpus file ${path}.`,
    'Give the folder that holds the corpora with --data; docs/benchmarks.md lists the files that are read.',
    { cause },
  );

/**
 * A gzip file of UTF-8 text under the folder of the corpora.
 * @throws ProvisoError PROVISO_CORPUS_MISSING when it is not there, PROVISO_CORPUS_INVALID when it is no gzip.
 */
export const readCorpusFile = async (data: string, name: string): Promise<CorpusFile> => {
  const path = join(data, name);
  const packed = await readFile(path).catch((cause: unknown) => {
    throw missing(path, cause);
  });
  const bytes = await unpack(packed).catch((cause: unknown) => {
    throw new ProvisoError(
      'PROVISO_CORPUS_INVALID',
      `The corpus file ${path} is no whole gzip file.`,
      'Fetch it again.',
      { cause },
    );
  });
  return { path, lines: bytes.toString('utf8').split(/\r?\n/u) };
};

/** A line that is not as its format says. `line` counts from 1. */
export const malformed = ({ path }: CorpusFile, line: number, what: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_CORPUS_INVALID',
    `${path}, line ${line}: ${what}.`,
    'The file is damaged or another release; docs/benchmarks.md says which is expected.',
  );
