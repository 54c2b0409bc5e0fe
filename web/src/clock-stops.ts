const lastOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);

/** The last day of each month from the signing on, and today: where the sliders stop. */
export const clockStops = (signed: string, today: string): string[] => {
  const stops: string[] = [];
  const month = new Date(`${signed.slice(0, 7)}-01T00:00:00Z`);
  for (; ; month.setUTCMonth(month.getUTCMonth() + 1)) {
    const end = lastOfMonth(month.getUTCFullYear(), month.getUTCMonth());
    if (end >= today) break;
    stops.push(end);
  }
  return [...stops, today];
};

/** The number of the last stop that is not after the day. */
export const stopAt = (stops: readonly string[], day: string): number =>
  Math.max(
    0,
    stops.findLastIndex((stop) => stop <= day),
  );
