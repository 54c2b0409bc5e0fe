import type { SaidBy } from '../../model/index.ts';
import { type Dating, undated } from '../content.ts';
import { findDate } from '../dates.ts';
import { languageOf } from '../language.ts';
import { datelineOf } from './dateline.ts';
import { labelled } from './publication-lines.ts';

/** What the beginning of a plain text says of the report. */
export interface TextHead extends Dating {
  title: string | null;
  titleFrom: SaidBy | null;
  agency: string | null;
}

/** So much of a text is its beginning: a head of a few short lines, and the first paragraphs. */
const headLength = 2000;
const headLines = 10;

const fromText = (certainty: SaidBy['certainty']): SaidBy => ({ source: 'text', certainty });

/** The title, date and agency that a plain text begins with. */
export function textHead(text: string): TextHead {
  const lines = text
    .slice(0, headLength)
    .split('\n')
    .slice(0, headLines * 2);
  const own = lines
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, headLines);
  const head = readHead(lines, own, null);
  // Which language it is takes time to tell, and few dates need it.
  return head.published === null && own.some((line) => needsLanguage.test(line))
    ? readHead(lines, own, languageOf(text))
    : head;
}

/** Figures that are read in the order of a language, and words that may be its months. */
const needsLanguage = /\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,4}|\p{Nd}{1,2}\.?\s+\p{L}{3,}\s+\p{Nd}{4}/u;

function readHead(lines: readonly string[], own: readonly string[], locale: string | null): TextHead {
  const dateline = own.map((line) => datelineOf(line, locale)).find((found) => found !== null) ?? null;
  return {
    ...titleOf(lines, locale),
    ...datingOf(own, dateline?.date ?? null, locale),
    agency: dateline?.agency ?? null,
  };
}

/** A line that names its date as the report's, else one that is little but a date, else a dateline. */
function datingOf(lines: readonly string[], dateline: string | null, locale: string | null): Dating {
  for (const line of lines) {
    const said = line.length <= 160 ? (headed(line, locale) ?? labelled(line, locale)) : null;
    if (said) return dated(said.date, said.exact ? 'stated' : 'likely');
  }
  for (const line of lines) {
    const date = line.length <= 90 ? findDate(line, locale) : null;
    if (date && isLittleButDate(line)) return dated(date.date, 'likely');
  }
  return dateline ? dated(dateline, 'likely') : undated;
}

const dated = (published: string, certainty: SaidBy['certainty']): Dating => ({
  published,
  publishedFrom: fromText(certainty),
});

/** `Date: 9 May 2024`. */
const dateLabel =
  /^(?:date|datum|fecha|data|дата|dato|päivämäärä|tarih|تاريخ|التاريخ|تاریخ|日期|日付)\s*[:：]\s*/iu;

const headed = (line: string, locale: string | null) =>
  dateLabel.test(line) ? findDate(line.replace(dateLabel, ''), locale) : null;

/** A place, a weekday, a writer or a clock's time may stand beside the date; a sentence may not. */
const isLittleButDate = (line: string): boolean =>
  !/[.!?]["”’)]?$/.test(line.replace(/\b\p{L}{1,4}\.$/u, '').replace(/\d\.$/, '')) &&
  (line.match(/\p{L}{2,}/gu)?.length ?? 0) <= 9;

/** Lines that stand above a title, or in its place, and are none. */
const noTitle =
  /^(?:for immediate release|press release|news release|media release|statement|communiqué|pressemitteilung|communiqué de presse|nota de prensa|breaking|urgent|update|unclassified|public|(?:from|to|cc|subject|date|time|place|source|contact|tel|phone|e-?mail|by|published|posted|updated|embargo(?:ed)?|ref(?:erence)?|no|page|url|https?)\b.*|[\W\d_]+)$/iu;

const titleLabel =
  /^(?:title|headline|subject|titel|titre|título|titolo|betreff|тема|заголовок|العنوان|عنوان)\s*[:：]\s*(.+)$/iu;

/** The first line that stands alone and is no sentence. */
function titleOf(lines: readonly string[], locale: string | null): Pick<TextHead, 'title' | 'titleFrom'> {
  const said = lines.map((line) => titleLabel.exec(line.trim())?.[1]).find(Boolean);
  if (said) return { title: said.trim().slice(0, 300), titleFrom: fromText('stated') };
  for (const [at, whole] of lines.entries()) {
    const line = whole.trim();
    if (line === '') continue;
    if (noTitle.test(line) || (findDate(line, locale) && isLittleButDate(line))) continue;
    const isAll = lines.slice(at + 1).every((other) => other.trim() === '');
    return !isAll && isTitle(line, lines[at + 1]?.trim() ?? '', locale)
      ? { title: line.replace(/^#+\s*|^\*+|\*+$/g, '').trim(), titleFrom: fromText('likely') }
      : { title: null, titleFrom: null };
  }
  return { title: null, titleFrom: null };
}

function isTitle(line: string, next: string, locale: string | null): boolean {
  const standsAlone =
    next === '' || noTitle.test(next) || datelineOf(next, locale) !== null || isUnderline(next);
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  return (
    standsAlone &&
    line.length <= 160 &&
    letters >= 6 &&
    !/[.,;:…]$/.test(line) &&
    !/^[-*•>|]/.test(line) &&
    datelineOf(line, locale) === null
  );
}

const isUnderline = (line: string): boolean => /^(?:={3,}|-{3,}|\*{3,})$/.test(line);
