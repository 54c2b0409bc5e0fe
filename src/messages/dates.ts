import type { en } from './en/index.ts';
import type { Said } from './message.ts';

type DateMessages = Said<typeof en>['dates'];

/** How dates are written for one reader. */
export interface DateWords {
  /** An EDTF date or interval in words; any other text as it stands. */
  day: (edtf: string) => string;
  /** An instant in words, in UTC. */
  moment: (instant: string) => string;
  /** A mark on an axis of time, as exact as the next one is far, in ms. */
  tick: (date: Date, step: number) => string;
}

interface Point {
  date: Date;
  precision: 'day' | 'month' | 'year';
}

const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const;

const pointOf = (text: string): Point | null => {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return null;
  const date = new Date(text);
  const precision = precisions[text.length as keyof typeof precisions];
  return Number.isNaN(date.getTime()) ? null : { date, precision };
};

/** Seasons and quarters of EDTF level 1 and 2. */
const seasons: Readonly<Record<string, keyof DateMessages['seasons']>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  33: 'first',
  34: 'second',
  35: 'third',
  36: 'fourth',
};

const doubts: Readonly<Record<string, 'about' | 'perhaps' | 'perhapsAbout'>> = {
  '~': 'about',
  '?': 'perhaps',
  '%': 'perhapsAbout',
};

export const dateWords = (region: string, messages: () => DateMessages): DateWords => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(region, { ...options, timeZone: 'UTC' });
  const formats = {
    day: format({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: format({ month: 'short', year: 'numeric' }),
    year: format({ year: 'numeric' }),
  };
  const dayOfYear = format({ day: 'numeric', month: 'short' });
  const moments = format({ dateStyle: 'medium', timeStyle: 'short' });

  const point = (text: string): string => {
    const doubt = doubts[text.at(-1) ?? ''];
    if (doubt) return messages()[doubt](point(text.slice(0, -1)));
    const known = pointOf(text);
    if (known) return formats[known.precision].format(known.date);
    const [, year = '', code = ''] = /^(\d{4})-([23]\d)$/.exec(text) ?? [];
    const season = seasons[code];
    return season ? messages().seasons[season](year) : text;
  };

  const day = (edtf: string): string => {
    const [from = '', to] = edtf.split('/');
    if (to === undefined) return point(from);
    if (!to || to === '..') return messages().from(point(from));
    if (!from || from === '..') return messages().until(point(to));
    const [first, last] = [pointOf(from), pointOf(to)];
    return first && last && first.precision === last.precision
      ? formats[first.precision].formatRange(first.date, last.date)
      : `${point(from)} – ${point(to)}`;
  };

  const tick = (date: Date, step: number): string => {
    const days = step / 86_400_000;
    return (days > 360 ? formats.year : days > 27 ? formats.month : dayOfYear).format(date);
  };

  return { day, tick, moment: (instant) => messages().moment(moments.format(new Date(instant))) };
};
