const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a year, a month or a day of the calendar (EDTF level 0: YYYY, YYYY-MM, YYYY-MM-DD). */
export function isPublicationDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = pattern.exec(text) ?? [];
  if (!year) return false;
  const date = `${year}-${month}-${day}`;
  // Date.parse rolls 31 June over to 1 July, so the day must come back as it went in.
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** The date at the start of a longer timestamp, such as a page's meta tag; null when there is none. */
export function leadingDate(timestamp: string): string | null {
  const [date] = /^\d{4}(?:[-/]\d{2}){0,2}(?!\d)/.exec(timestamp.trim()) ?? [];
  return checked(date?.replaceAll('/', '-'));
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName},?\\s+(\\d{4})\\b`, 'i');
const monthFirst = new RegExp(`\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');

/**
 * The first day written out in a text (`Sun, 25 Oct 2020`, `October 25, 2020`, `2020-10-25`), as its writer's
 * clock had it; null when there is none. Figures alone (`10/11/2020`) are read by nobody the same way: null.
 */
export function writtenDate(text: string): string | null {
  const [, day, monthName, year] = dayFirst.exec(text) ?? [];
  if (day && monthName && year) return fromParts(year, monthName, day);
  const [, month, dayOfMonth, itsYear] = monthFirst.exec(text) ?? [];
  if (month && dayOfMonth && itsYear) return fromParts(itsYear, month, dayOfMonth);
  return checked(/\b\d{4}-\d{2}-\d{2}(?!\d)/.exec(text)?.[0]);
}

function fromParts(year: string, monthName: string, day: string): string | null {
  const month = months.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
  return checked(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The day in an address such as `/2020/10/25/title` or `/2020-10-25-title`; null when there is none. */
export function dateInAddress(url: string): string | null {
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/-])/.exec(url) ?? [];
  return year ? checked(`${year}-${month}-${day}`) : null;
}

const checked = (date: string | undefined): string | null => (date && isPublicationDate(date) ? date : null);
