import { isPublicationDate } from './dates.ts';

/** In what order days are written in figures: 09.05.2024 is the ninth of May, or the fifth of September. */
export type DateOrder = 'day first' | 'month first';

const figures = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})/;

/**
 * The order in which a file writes its days, by those that can be read one way only; then by the order in which they
 * follow each other. Day first where nothing tells, as most of the world writes.
 */
export function dateOrder(written: readonly string[]): DateOrder {
  const parts = written.flatMap((text) => {
    const [, first = '', second = ''] = figures.exec(text) ?? [];
    return first.length > 2 || first === '' ? [] : [{ first: Number(first), second: Number(second) }];
  });
  if (parts.some(({ first }) => first > 12) || written.some((text) => /^\d+\.\d+\./.test(text)))
    return 'day first';
  if (parts.some(({ second }) => second > 12)) return 'month first';
  const falls = (order: DateOrder) => {
    const days = written.map((text) => dayIn(text, order) ?? '');
    return days.filter((day, index) => index > 0 && day < (days[index - 1] ?? '')).length;
  };
  return falls('month first') < falls('day first') ? 'month first' : 'day first';
}

/** The day (YYYY-MM-DD) that a text of figures begins with; null when it begins with none. */
export function dayIn(text: string, order: DateOrder): string | null {
  const [, first = '', second = '', third = ''] = figures.exec(text.trim()) ?? [];
  if (first === '') return null;
  if (first.length === 4) return checked(first, second, third);
  if (first.length > 2) return null;
  const year = third.length === 2 ? `20${third}` : third;
  return order === 'day first' ? checked(year, second, first) : checked(year, first, second);
}

function checked(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPublicationDate(date) ? date : null;
}

/** Words for the two halves of the day, before or after its time. */
const morning = '午前|上午|오전|ص|ق\\.?\\s?ظ|π\\.?\\s?μ\\.?|a\\.?\\s?m\\b\\.?';
const afternoon = '午後|下午|오후|م(?!\\p{L})|ب\\.?\\s?ظ|μ\\.?\\s?μ\\.?|p\\.?\\s?m\\b\\.?';
/** A time of day with the words beside it, for patterns. */
export const timePattern = `(?:(?:${morning}|${afternoon})\\s*)?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s*(?:${morning}|${afternoon}))?`;

/** The time of day (HH:MM) in a text such as `8:05 PM`, `오후 8:05` or `20:05:12`; null when it has none. */
export function timeIn(text: string): string | null {
  const [told = ''] = new RegExp(timePattern, 'iu').exec(text) ?? [];
  const [, hour = '', minute = ''] = /(\d{1,2})[:.](\d{2})/.exec(told) ?? [];
  if (hour === '') return null;
  const isAfternoon = new RegExp(afternoon, 'iu').test(told);
  const isHalved = isAfternoon || new RegExp(morning, 'iu').test(told);
  const hours = isHalved ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour);
  return hours > 23 || Number(minute) > 59 ? null : `${String(hours).padStart(2, '0')}:${minute}`;
}
