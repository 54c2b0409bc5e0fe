import { parse } from 'csv-parse/sync';
import type { Content } from '../content.ts';
import { empty, unreadable } from '../refusals.ts';
import { recordsOf } from './records.ts';

const delimiters = [',', ';', '\t', '|'];

/** A file of rows (CSV, TSV), a record a row. Throws PROVISO_INPUT_UNREADABLE where quotes do not end. */
export function readCsv(text: string, source: string): Content {
  const content = recordsOf([{ name: null, rows: rowsOf(text, source) }]);
  if (!content) throw empty(source);
  return content;
}

/** Its cells, row by row; empty lines are left out. Throws PROVISO_INPUT_UNREADABLE where quotes do not end. */
export function rowsOf(text: string, source: string): string[][] {
  const { declared, body } = declaredDelimiter(text);
  try {
    return parse(body, {
      delimiter: declared ?? likelyDelimiter(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as string[][];
  } catch (thrown) {
    throw unreadable(source, 'a quotation mark in it opens a cell and none ends it', thrown);
  }
}

/** Excel writes `sep=;` in a first line. */
function declaredDelimiter(text: string): { declared: string | null; body: string } {
  const [line, declared = null] = /^sep=(.)\n/.exec(text) ?? [];
  return { declared, body: text.slice(line?.length ?? 0) };
}

/** The sign that divides the first lines into the most columns, and into the same number of them. */
function likelyDelimiter(text: string): string {
  const sample = text.slice(0, 20_000).split('\n').slice(0, -1).join('\n') || text;
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, columns: steadyColumns(sample, delimiter) }))
    .sort((a, b) => b.columns - a.columns);
  return best?.delimiter ?? ',';
}

function steadyColumns(sample: string, delimiter: string): number {
  try {
    const rows = parse(sample, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      to: 50,
    }) as string[][];
    const counts = rows.map((row) => row.length).sort((a, b) => a - b);
    return counts[Math.floor(counts.length / 4)] ?? 0;
  } catch {
    return 0;
  }
}
