import type { Evaluation, Row } from '../evaluate/index.ts';

/** F1 and percents with one decimal; what goes from −1 to 1 or −3 to 3 with two. */
const decimals = ({ unit }: Row): number =>
  unit === 'F1' || unit.startsWith('%') ? 1 : unit === 'a second' || unit === 'MB' ? 0 : 2;

const number = (row: Row, value: number | null): string => value?.toFixed(decimals(row)) ?? '–';

/** Judged on the figure as it is, not as it is rounded. */
const lessIsBetter = new Set(['MB', 'times', 'seconds', '% of pairs', '% off']);

const standing = ({ value, unit, reach, beyond }: Row): string => {
  if (value === null || reach === null) return '';
  const meets = (target: number): boolean => (lessIsBetter.has(unit) ? value <= target : value >= target);
  if (beyond !== null && meets(beyond)) return 'beyond';
  return meets(reach) ? 'reached' : 'not reached';
};

const heads = ['layer', 'corpus', 'measure', 'count', 'figure', 'beside', 'unit', 'reach', 'beyond', ''];
const numeric = new Set(['count', 'figure', 'beside', 'reach', 'beyond']);

const cells = (row: Row): string[] => [
  row.layer,
  row.corpus,
  row.measure,
  `${row.count}`,
  number(row, row.value),
  row.beside === undefined ? '' : number(row, row.beside),
  row.unit,
  row.reach === null ? '' : number(row, row.reach),
  row.beyond === null ? '' : number(row, row.beyond),
  standing(row),
];

/** One table, a figure a line; words say what is reached, so that nothing hangs on colour. Misses follow where they are asked for. */
export const evaluationText = ({ reader, rows, notMeasured }: Evaluation, listsMisses = true): string => {
  const isCompared = rows.some(({ beside }) => beside !== undefined);
  const lines = [heads, ...rows.map(cells)].map((line) =>
    line.filter((_, column) => isCompared || heads[column] !== 'beside'),
  );
  const shown = lines[0] ?? [];
  const widths = shown.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return numeric.has(shown[column] ?? '') ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return [
    `reader: ${reader.name} ${reader.version}`,
    ...(rows.length > 0 ? ['', ...table] : []),
    ...rows.flatMap(({ measure, misses = [] }) =>
      listsMisses && misses.length > 0 ? ['', `${measure}:`, ...misses.map((miss) => `  ${miss}`)] : [],
    ),
    ...(notMeasured.length > 0 ? [''] : []),
    ...notMeasured.map(({ layer, corpus, why }) => `${layer} on ${corpus}: not measured: ${why}`),
  ].join('\n');
};
