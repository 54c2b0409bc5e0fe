import type { Document, Finding, Month } from '../model/index.ts';

/** When what is told of a commitment was last published; what is left out, or only suggested, tells nothing yet. */
export const lastReportOf = (
  documents: ReadonlyMap<string, Pick<Document, 'published'>>,
  { evidence, replies }: Pick<Finding, 'evidence' | 'replies'>,
): string | null => {
  const told = evidence.filter(({ role }) => role !== 'left out' && role !== 'suggested');
  const days = [...told, ...replies].map(({ document }) => documents.get(document)?.published ?? '');
  return days.sort().at(-1) || null;
};

/** The months, YYYY-MM, that do not lie after the day, month or year of the last report; none without one. */
export const monthsUpTo = (months: readonly Month[], last: string | null): Month[] =>
  months.filter(({ month }) => last !== null && month.slice(0, last.length) <= last.slice(0, month.length));
