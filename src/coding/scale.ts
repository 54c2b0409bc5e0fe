import type { CodedMeasure, Status } from '../model/index.ts';

/** Statuses from breach to performance; those that say nothing of conduct are on no scale. */
const statuses: readonly Status[] = [
  'established breach',
  'probable breach',
  'indications of breach',
  'disputed',
  'indications of performance',
  'probable performance',
  'established performance',
];

const offScale: readonly Status[] = ['no information', 'not due', 'not assessed'];

const levels = ['0', '1', '2', '3'] as const;

/** The values of a measure in their order, and those that are not on its scale. */
export const scaleOf = (measure: CodedMeasure): { ordered: readonly string[]; others: readonly string[] } =>
  measure === 'level' ? { ordered: levels, others: [] } : { ordered: statuses, others: offScale };

const levelWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:0|not? (?:initiated|implement\w*)|none|not started)$/u, '0'],
  [/^(?:1|minim(?:al|um)(?:ly)?)$/u, '1'],
  [/^(?:2|intermediate|partial(?:ly)?)$/u, '2'],
  [/^(?:3|full(?:y)?|complete(?:d|ly)?)$/u, '3'],
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/gu, ' ')
    .trim()
    .replace(/^(\d)\.0*$/u, '$1');

const bearingOf = (text: string): 'breach' | 'performance' | null => {
  const isBreach = /\b(?:breach\w*|violat\w*)\b/u.test(text);
  const isPerformance = /\b(?:perform\w*|compl(?:y|ied|iance|iant)|kept|fulfil\w*)\b/u.test(text);
  return isBreach === isPerformance ? null : isBreach ? 'breach' : 'performance';
};

const statusFrom = (text: string): string | null => {
  const known = [...statuses, ...offScale].find((status) => status === text);
  if (known) return known;
  if (/\b(?:disputed|contested)\b/u.test(text)) return 'disputed';
  if (/\bno (?:info|information|data|evidence)\b|^unknown$/u.test(text)) return 'no information';
  if (/\bnot (?:yet )?due\b/u.test(text)) return 'not due';
  const bearing = bearingOf(text);
  const rung = ['established', 'probable', 'indication'].find((word) => text.includes(word));
  if (!bearing || !rung || /\b(?:no|not)\b/u.test(text)) return null;
  return rung === 'indication' ? `indications of ${bearing}` : `${rung} ${bearing}`;
};

/** A cell's value by its measure; null where it is none. */
export const valueFrom = (cell: string, measure: CodedMeasure): string | null => {
  const text = plain(cell);
  if (measure === 'level') return levelWords.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return statusFrom(text);
};
