import { type CaseFile, type CodedCell, type CodedMeasure, ProvisoError } from '../model/index.ts';
import { valueFrom } from './scale.ts';

/** What a coding sheet says, and what of it was not understood. */
export interface Sheet {
  measure: CodedMeasure;
  cells: CodedCell[];
  refused: { row: number; why: string }[];
  /** Cells with no value. */
  blank: number;
}

type Column = 'commitment' | 'year' | 'month' | 'level' | 'status';

/** Words by which a column is known, each the whole head. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  commitment: [
    'commitment',
    'commitment id',
    'provision',
    'reference',
    'paragraph',
    'article',
    'clause',
    'id',
    'requires',
    'obligation',
    'duty',
  ],
  year: ['year', 'period', 'time', 'as of', 'date'],
  month: ['month'],
  level: [
    'level',
    'pam',
    'score',
    'implementation',
    'implementation level',
    'code',
    'rating',
    'level peace accords matrix',
  ],
  status: ['status', 'finding', 'a person s finding', 'assessment', 'judgement', 'judgment'],
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthFrom = (text: string): string | null => {
  const named = monthNames.findIndex((name) => text.toLowerCase().startsWith(name)) + 1;
  const number = named || Number(text);
  return Number.isInteger(number) && number >= 1 && number <= 12 ? String(number).padStart(2, '0') : null;
};

/** A year or a month: 2031, 2031-05, 2031-05-31, May 2031; null where it is none. */
const periodFrom = (cell: string): string | null => {
  const text = cell.trim();
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.]\d{1,2})?)?$/u.exec(text);
  const named = /^(\p{L}{3,9})\.? (\d{4})$/u.exec(text);
  const [year, month] = iso ? [iso[1], iso[2]] : [named?.[2], named?.[1]];
  if (!year) return null;
  if (month === undefined) return year;
  const number = monthFrom(month);
  return number && `${year}-${number}`;
};

interface Layout {
  head: number;
  columns: ReadonlyMap<Column, number>;
  /** Columns that are periods themselves: a sheet with a row a commitment. */
  periods: readonly { place: number; period: string }[];
}

const layoutOf = (row: readonly string[], head: number): Layout => {
  const columns = new Map<Column, number>();
  for (const [column, words] of Object.entries(heads) as [Column, readonly string[]][]) {
    const place = words
      .map((word) => row.findIndex((cell) => plain(cell) === word))
      .find((found) => found >= 0);
    if (place !== undefined) columns.set(column, place);
  }
  const periods = row.flatMap((cell, place) => {
    const period = periodFrom(cell);
    return period ? [{ place, period }] : [];
  });
  return { head, columns, periods: columns.has('level') || columns.has('status') ? [] : periods };
};

const isLayout = ({ columns, periods }: Layout): boolean =>
  columns.has('commitment') && (columns.has('level') || columns.has('status') || periods.length > 0);

const findLayout = (rows: readonly (readonly string[])[]): Layout => {
  const layout = rows.slice(0, 20).map(layoutOf).find(isLayout);
  if (layout) return layout;
  throw new ProvisoError(
    'PROVISO_SHEET_INVALID',
    `No row of the sheet names its columns: ${(rows[0] ?? [])
      .slice(0, 8)
      .map((cell) => `“${cell.slice(0, 40)}”`)
      .join(', ')} was the first.`,
    'Name them in a first row: “commitment” or “provision”, “year” or “month”, and “level” (0 to 3) or “status”; or one column a year.',
  );
};

/** The commitment that a cell names, by its id, its paragraph or what it requires; or why there is none. */
const commitmentNamed = ({ commitments }: CaseFile, cell: string): { id: string } | { why: string } => {
  const words = plain(cell);
  const ways = [
    commitments.filter(({ id }) => id === cell.trim().toLowerCase()),
    commitments.filter(({ reference }) => reference !== undefined && plain(reference) === words),
    commitments.filter(({ requires }) => plain(requires) === words),
    commitments.filter(({ requires }) => words.length > 12 && plain(requires).includes(words)),
  ];
  const found = ways.find((way) => way.length > 0) ?? [];
  const [only, ...others] = found;
  const named = `“${cell.trim().slice(0, 80)}”`;
  if (!only)
    return {
      why: `${named} is no commitment of this case: neither its id, its paragraph nor what it requires.`,
    };
  if (others.length > 0)
    return {
      why: `${named} is ${found.length} commitments: ${found.map(({ id }) => id).join(', ')}. Name one by its id.`,
    };
  return { id: only.id };
};

/** What a row says, cell by cell: the period as written, and the value. */
const cellsIn = (
  row: readonly string[],
  { columns, periods }: Layout,
): { written: string | null; month: string | null; value: string }[] => {
  const at = (column: Column): string => (row[columns.get(column) ?? -1] ?? '').trim();
  if (periods.length > 0)
    return periods.map(({ place, period }) => ({
      written: period,
      month: null,
      value: (row[place] ?? '').trim(),
    }));
  const value = at(columns.has('status') ? 'status' : 'level');
  const month = at('month');
  return [{ written: at('year') || null, month: month || null, value }];
};

/** The period of a cell, or why it was not understood. */
const periodOf = (
  written: string | null,
  month: string | null,
): { period: string | null } | { why: string } => {
  if (!written && !month) return { period: null };
  const whole = month && periodFrom(month);
  if (whole && whole.length > 4) return { period: whole };
  const year = written && periodFrom(written);
  if (!year) return { why: `“${(written ?? month ?? '').slice(0, 40)}” is no year and no month.` };
  if (!month) return { period: year };
  const number = monthFrom(month);
  return number
    ? { period: `${year.slice(0, 4)}-${number}` }
    : { why: `“${month.slice(0, 40)}” is no month.` };
};

/** Whether a sheet codes levels or statuses: by the name of its column, else by which of them most of its cells are. */
const measureOf = (rows: readonly (readonly string[])[], layout: Layout): CodedMeasure => {
  const values = rows.flatMap((row) => cellsIn(row, layout).map(({ value }) => value)).filter(Boolean);
  const fitting = (measure: CodedMeasure) =>
    values.filter((value) => valueFrom(value, measure) !== null).length;
  return fitting('level') > fitting('status') ? 'level' : 'status';
};

/**
 * A coding sheet as people keep it: one row a commitment and period, or one row a commitment and a column a period. Columns may stand in
 * any order; what a row says that is not understood is refused with its reason, and the other rows stand.
 * @throws ProvisoError PROVISO_SHEET_INVALID when no row names the columns, or nothing was understood.
 */
export const readSheet = (rows: readonly (readonly string[])[], file: CaseFile): Sheet => {
  const layout = findLayout(rows);
  const body = rows.slice(layout.head + 1);
  const measure = measureOf(body, layout);
  const cells = new Map<string, CodedCell>();
  const refused: Sheet['refused'] = [];
  let blank = 0;
  for (const [index, row] of body.entries()) {
    const refuse = (why: string) => refused.push({ row: layout.head + index + 2, why });
    const name = row[layout.columns.get('commitment') ?? -1] ?? '';
    if (row.every((cell) => !cell.trim())) continue;
    const commitment = commitmentNamed(file, name);
    if ('why' in commitment) {
      refuse(commitment.why);
      continue;
    }
    for (const { written, month, value: given } of cellsIn(row, layout)) {
      const value = valueFrom(given, measure);
      const read = periodOf(written, month);
      if (!given) blank += 1;
      else if ('why' in read) refuse(read.why);
      else if (value === null)
        refuse(`“${given.slice(0, 40)}” is no ${measure === 'level' ? 'level from 0 to 3' : 'status'}.`);
      else {
        const key = `${commitment.id} ${read.period}`;
        if (cells.has(key)) refuse('the same commitment and period stand in an earlier row.');
        else cells.set(key, { commitment: commitment.id, period: read.period, value });
      }
    }
  }
  if (cells.size === 0)
    throw new ProvisoError(
      'PROVISO_SHEET_INVALID',
      `Nothing in the sheet was understood. ${refused[0] ? `Row ${refused[0].row}: ${refused[0].why}` : 'It has no values.'}`,
      'Name commitments by their id or paragraph, and give a level from 0 to 3 or a status.',
    );
  return { measure, cells: [...cells.values()], refused, blank };
};
