import { extname } from 'node:path';
import { unzip } from './containers/zip.ts';
import { decode } from './decode.ts';
import { rowsOf } from './formats/csv.ts';
import { tablesOf } from './formats/xlsx.ts';
import { empty, locked, tooComplex, tooLarge } from './refusals.ts';

/** No table of commitments is longer; its cells are held in memory. */
const limits = { bytes: 10 * 1024 * 1024, unpacked: 80 * 1024 * 1024, rows: 5000 } as const;

const csvEndings = ['.csv', '.tsv'];

/** Whether a file is called a table: CSV, or a sheet of Excel's. */
export const isTable = (name: string): boolean =>
  [...csvEndings, '.xlsx'].includes(extname(name).toLowerCase());

/** Unpacks the whole once and counts: what a sheet says of its own size is not believed. */
const requireModest = async (bytes: Uint8Array, source: string): Promise<void> => {
  let size = 0;
  for await (const entry of unzip(bytes, source)) {
    if (entry.kind === 'broken') throw locked(source);
    if (entry.kind !== 'file') continue;
    for await (const chunk of await entry.open()) {
      size += chunk.length;
      if (size > limits.unpacked) throw tooComplex(source, 'it unpacks to more than any table holds');
    }
  }
};

const firstSheet = async (bytes: Uint8Array, source: string): Promise<string[][]> => {
  await requireModest(bytes, source);
  const [sheet] = await tablesOf(bytes, source);
  return sheet?.rows.map((row) => [...row]) ?? [];
};

/**
 * The cells of a table, row by row, as text: CSV with whichever separator it has, or the first sheet of an XLSX file.
 * @throws ProvisoError PROVISO_INPUT_EMPTY, _TOO_LARGE, _UNREADABLE, _LOCKED, _TOO_COMPLEX or _BINARY.
 */
export const readTable = async (bytes: Uint8Array, name: string): Promise<string[][]> => {
  if (bytes.length > limits.bytes) throw tooLarge(name, limits.bytes);
  if (!bytes.length) throw empty(name);
  const isCsv = csvEndings.includes(extname(name).toLowerCase());
  const rows = isCsv ? rowsOf(decode(bytes, name).text, name) : await firstSheet(bytes, name);
  if (rows.length > limits.rows)
    throw tooComplex(name, `it has ${rows.length} rows, of which ${limits.rows} would be read`);
  if (!rows.some((row) => row.some((cell) => cell.trim()))) throw empty(name);
  return rows;
};
