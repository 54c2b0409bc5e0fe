import type { Document } from '../../model/index.ts';
import { jsonText } from '../json-text.ts';
import { onOneLine } from '../paper/printable.ts';
import type { HandedOn } from './handed-on.ts';

/*
 * Sources to cite, in the three forms that programs for literature read. RIS and BibTeX are written here: the library for them
 * (citation-js) drops every letter that ASCII lacks from BibTeX, and brings code that fetches. Tests read them back with it.
 */

/** A date as CSL has it: year, month and day, as far as they are known. */
interface CslDate {
  'date-parts': [number[]];
}

/** A source as CSL-JSON has it (Citation Style Language 1.0.2). */
interface CslItem {
  id: string;
  type: 'webpage' | 'document';
  title: string;
  author?: { literal: string }[];
  publisher?: string;
  URL?: string;
  issued?: CslDate;
  accessed?: CslDate;
  language?: string;
  note: string;
}

/** Day, month or year, from EDTF or an instant; undefined for what is none of them. */
const cslDate = (text: string | null | undefined): CslDate | undefined => {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/u.exec(text ?? '');
  return found ? { 'date-parts': [found.slice(1).filter(Boolean).map(Number)] } : undefined;
};

/** Several authors stand in one line, with commas between them. */
const authorsOf = (author: string | null): { literal: string }[] =>
  (author ?? '').split(',').flatMap((name) => (onOneLine(name) ? [{ literal: onOneLine(name) }] : []));

const noteOf = ({ sha256, kind }: Document, collected: string | undefined): string =>
  [
    `Archived copy: SHA-256 ${sha256}${collected ? `, collected ${collected}` : ''}.`,
    ...(kind === 'digest' ? ['The copy is a summary by Proviso, not the publisher’s text.'] : []),
  ].join(' ');

const itemOf = (document: Document, collected: string | undefined): CslItem => {
  const { id, title, author, publisher, published, url, language } = document;
  const [authors, name] = [authorsOf(author), publisher && onOneLine(publisher)];
  const [issued, accessed] = [cslDate(published), url ? cslDate(collected) : undefined];
  return {
    // Letters first: some programs take no key that begins with a digit.
    id: `proviso${id}`,
    type: url ? 'webpage' : 'document',
    title: onOneLine(title) || 'Untitled',
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(name ? { publisher: name } : {}),
    // Braces and spaces are escaped in it.
    ...(url ? { URL: new URL(url).href.replace(/[{}]/gu, encodeURIComponent) } : {}),
    ...(issued ? { issued } : {}),
    ...(accessed ? { accessed } : {}),
    // `und` says that it is another than English, and no more.
    ...(language && language !== 'und' ? { language } : {}),
    note: noteOf(document, collected),
  };
};

/** The documents that the case weighs, in order of their ids. */
const sourcesOf = ({ documents, collected }: HandedOn): CslItem[] =>
  [...documents.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((document) => itemOf(document, collected.get(document.id)));

/** The sources as CSL-JSON. */
export const sourcesCsl = (handed: HandedOn): string => `${jsonText(sourcesOf(handed), 1)}\n`;

type Field = readonly [name: string, value: string | undefined];

const dateWith = (separator: string, date: CslDate | undefined): string | undefined =>
  date?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join(separator);

/* RIS, with the tags that Zotero, EndNote and Mendeley read alike */

const risFields = (item: CslItem): readonly Field[] => [
  ['TY', item.type === 'webpage' ? 'ELEC' : 'GEN'],
  ['ID', item.id],
  ['TI', item.title],
  ...(item.author ?? []).map(({ literal }): Field => ['AU', literal]),
  ['PB', item.publisher],
  ['PY', item.issued && String(item.issued['date-parts'][0][0])],
  ['DA', dateWith('/', item.issued)],
  ['Y2', dateWith('/', item.accessed)],
  ['UR', item.URL],
  ['LA', item.language],
  ['N1', item.note],
  ['ER', ''],
];

/** The sources as RIS. */
export const sourcesRis = (handed: HandedOn): string =>
  sourcesOf(handed)
    .flatMap(risFields)
    .flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${value}\r\n`))
    .join('');

/* BibTeX */

const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Text that TeX sets as it stands: no commands, and no dashes or quotation marks out of two signs. */
const inTex = (text: string): string =>
  text
    .replace(/[\\{}~^<>&%$#_]/gu, (sign) => texSigns[sign] ?? `\\${sign}`)
    .replace(/([-'`,])(?=\1)|[!?](?=`)/gu, '$&{}');

const texFields = (item: CslItem): readonly Field[] => {
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  return [
    ['author', item.author?.map(({ literal }) => `{${inTex(literal)}}`).join(' and ')],
    ['title', `{${inTex(item.title)}}`],
    ['publisher', item.publisher && inTex(item.publisher)],
    ['year', year === undefined ? undefined : String(year)],
    ['month', month === undefined ? undefined : String(month)],
    ['date', dateWith('-', item.issued)],
    ['url', item.URL],
    ['urldate', dateWith('-', item.accessed)],
    ['language', item.language],
    ['note', inTex(item.note)],
  ];
};

const texEntry = (item: CslItem): string =>
  [
    `@misc{${item.id},`,
    ...texFields(item).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : [])),
    '}',
    '',
  ].join('\n');

/** The sources as BibTeX, in UTF-8; `date` and `urldate` are for BibLaTeX. */
export const sourcesBibtex = (handed: HandedOn): string => sourcesOf(handed).map(texEntry).join('\n');
