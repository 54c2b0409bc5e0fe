const formats = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  moment: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** An EDTF day, month or year in words; any other EDTF as it stands. */
export const dateInWords = (edtf: string): string => {
  if (isDay(edtf)) return formats.day.format(new Date(edtf));
  const month = /^(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(edtf)?.[1];
  return month ? formats.month.format(new Date(`${month}-01`)) : edtf;
};

/** An instant, in UTC. */
export const momentInWords = (instant: string): string => `${formats.moment.format(new Date(instant))} UTC`;

/** A day as the address carries it; undefined for anything else. */
export const dayOrNothing = (value: unknown): string | undefined =>
  typeof value === 'string' && isDay(value) ? value : undefined;
