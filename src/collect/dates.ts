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
  const written = date?.replaceAll('/', '-');
  return written && isPublicationDate(written) ? written : null;
}
