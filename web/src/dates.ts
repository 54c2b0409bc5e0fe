import { dateInWords, momentInWords } from '../../src/messages/index.ts';

export { dateInWords, momentInWords };

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A sentence with its days, written YYYY-MM-DD, in words. */
export const withDatesInWords = (sentence: string): string =>
  sentence.replace(/\b\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?\b/g, dateInWords);

/** A day as the address carries it; undefined for anything else. */
export const dayOrNothing = (value: unknown): string | undefined =>
  typeof value === 'string' && isDay(value) ? value : undefined;

/** The day so many months earlier; the last of its month where that is shorter. */
export const monthsBefore = (day: string, months: number): string => {
  const then = new Date(day);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(Number(day.slice(8)), last));
  return then.toISOString().slice(0, 10);
};
