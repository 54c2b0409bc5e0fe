const dayMs = 86_400_000;

/** The calendar day of a moment, `YYYY-MM-DD` in UTC. */
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The last day of `duration` (ISO 8601, such as P135D or P14M) counted from `day`. */
export const addDuration = (day: string, duration: string): string => {
  const [, years, months, weeks, days] = /^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/.exec(duration) ?? [];
  const count = (part: string | undefined) => Number.parseInt(part ?? '0', 10);
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 12 * count(years) + count(months));
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastOfMonth));
  return dayOf(date.getTime() + (7 * count(weeks) + count(days)) * dayMs);
};
