import type { TimeMention } from '../../model/index.ts';

const wholeDates = ({ edtf, kind }: TimeMention): boolean =>
  kind !== 'duration' && edtf !== null && !edtf.includes('/');

/** "since the June deal" is since an event that the date only names. */
const since = /\bsince\s+$/i;
const joins = (before: string, between: string): boolean =>
  (/\bbetween\s+$/i.test(before) && /^\s+and\s+$/i.test(between)) ||
  /^\s+(?:to|through)\s+$/i.test(between) ||
  (/\bfrom\s+$/i.test(before) && /^\s+(?:until|till)\s+$/i.test(between)) ||
  /^\s*[-–]\s*$/.test(between);

/** "from A to B" and "between A and B" are one stretch, which both carry; what is since A has no end yet. */
export const joinRanges = (text: string, times: readonly TimeMention[]): TimeMention[] => {
  const joined = [...times];
  times.forEach((time, index) => {
    if (!wholeDates(time)) return;
    const before = text.slice(Math.max(0, time.span[0] - 16), time.span[0]);
    const next = times[index + 1];
    if (next && wholeDates(next) && joins(before, text.slice(time.span[1], next.span[0]))) {
      if ((time.edtf ?? '') >= (next.edtf ?? '')) return;
      const edtf = `${time.edtf}/${next.edtf}`;
      joined[index] = { ...time, edtf };
      joined[index + 1] = { ...next, edtf };
    } else if (since.test(before)) joined[index] = { ...time, edtf: `${time.edtf}/..` };
  });
  return joined;
};
