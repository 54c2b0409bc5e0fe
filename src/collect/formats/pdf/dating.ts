import { type Dating, undated } from '../../content.ts';
import { findDate, isPublicationDate, writtenDate } from '../../dates.ts';
import type { LaidOut } from '../../layout/layout.ts';

/** Longer lines tell of days, and are not dated by them. */
const longest = 90;
/** A shorter line that begins with a day, in whatever language, is no more than it. */
const shortest = 30;
const said = /\b(?:published|issued|posted|released|publication date|date of issue)\b/i;
const labels =
  /\b(?:published|updated|issued|posted|released|publication date|date of issue|date|distr(?:ibution)?|general|original|english|on|by|of|at|from)\b|\b\d{1,2}[:.]\d{2}\b|\b(?:a\.?m|p\.?m|gmt|utc)\b/gi;
const days =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?\p{L}{3,9}\.?,?\s+\d{4}\b|\b\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/giu;

/** Whether a line says little more than its date: who, where, and that it was published then. */
function isDateline(text: string): boolean {
  if (text.length > longest) return false;
  if (text.length <= shortest && findDate(text)?.index === 0) return true;
  const rest =
    text
      .replace(days, ' ')
      .replace(labels, ' ')
      .match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];
  return rest.length <= 6 && rest.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

/** The date that the first page gives itself. */
function datedOnPage({ firstPage }: LaidOut): Dating | null {
  const lines = firstPage.filter(({ text }) => isDateline(text) && writtenDate(text) !== null);
  const line = lines.find(({ text }) => said.test(text)) ?? lines[0];
  if (!line) return null;
  const certainty = said.test(line.text) ? 'stated' : 'likely';
  return { published: writtenDate(line.text), publishedFrom: { source: 'page', certainty } };
}

/** Programs that make a PDF of what is shown: the day they ran says nothing of the day of publication. */
const printer =
  /skia\/pdf|mozilla\/|headlesschrome|wkhtmltopdf|quartz pdfcontext|print to pdf|cups|ghostscript|distiller|itext.*html|weasyprint|princexml|cairo|pdf24|scan|ocrmypdf/i;

/** How much of a text is looked through for days. */
const beginning = 50_000;
/** Reports are of late happenings: a file made longer after the last day that it tells of was made anew. */
const latestAfter = 120;

/** Days between the last day named before the file was made and that day; null where it names none. */
function daysSince({ text }: LaidOut, made: string): number | null {
  const named = Array.from(text.slice(0, beginning).matchAll(days), ([found]) => writtenDate(found));
  const last = named
    .filter((day) => day !== null && day.length === 10 && day <= made)
    .sort()
    .at(-1);
  return last ? (Date.parse(made) - Date.parse(last)) / 86_400_000 : null;
}

/** When a PDF was published: as its first page says, else, unless it was only printed or made anew, near the day it was made. */
export function datingOf(laidOut: LaidOut, info: Readonly<Record<string, unknown>>): Dating {
  const onPage = datedOnPage(laidOut);
  if (onPage) return onPage;
  const isPrinted =
    laidOut.printed.length > 0 || printer.test(`${info.Creator ?? ''} ${info.Producer ?? ''}`);
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(String(info.CreationDate ?? '')) ?? [];
  const date = `${year}-${month}-${day}`;
  if (isPrinted || !year || !isPublicationDate(date)) return undated;
  if ((daysSince(laidOut, date) ?? 0) > latestAfter) return undated;
  return { published: date, publishedFrom: { source: 'file-properties', certainty: 'likely' } };
}
