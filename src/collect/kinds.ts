import { extname } from 'node:path';
import { beginsAsFeed, beginsAsMail, beginsAsMailbox, beginsAsPage, beginsWithTag } from './beginnings.ts';
import { isUrlList } from './formats/url-list.ts';
import { unreadable, unsupported } from './refusals.ts';

/** What Proviso can take in; containers hold files of these kinds. */
export type Kind =
  | 'text'
  | 'markdown'
  | 'html'
  | 'fragment'
  | 'pdf'
  | 'docx'
  | 'opendocument'
  | 'rtf'
  | 'epub'
  | 'xlsx'
  | 'csv'
  | 'mail'
  | 'msg'
  | 'feed'
  | 'json'
  | 'urls'
  | Container;

/** What holds files and is unpacked outside the parser. */
export type Container = 'zip' | 'gzip' | 'zstd' | 'warc' | 'mbox';

const officeType = 'application/vnd.openxmlformats-officedocument';

export const mediaTypes: Readonly<Record<Kind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  fragment: 'text/html',
  pdf: 'application/pdf',
  docx: `${officeType}.wordprocessingml.document`,
  opendocument: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  epub: 'application/epub+zip',
  xlsx: `${officeType}.spreadsheetml.sheet`,
  csv: 'text/csv',
  mail: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  feed: 'application/xml',
  json: 'application/json',
  urls: 'text/uri-list',
  zip: 'application/zip',
  gzip: 'application/gzip',
  zstd: 'application/zstd',
  warc: 'application/warc',
  mbox: 'application/mbox',
};

const endings: Readonly<Record<Kind, string>> = {
  text: 'txt text',
  markdown: 'md markdown',
  html: 'html htm xhtml',
  fragment: '',
  pdf: 'pdf',
  docx: 'docx docm dotx dotm',
  opendocument: 'odt ott ods ots',
  rtf: 'rtf',
  epub: 'epub',
  xlsx: 'xlsx xlsm xltx',
  csv: 'csv tsv',
  mail: 'eml mhtml mht',
  msg: 'msg',
  feed: 'rss atom rdf xml',
  json: 'json',
  urls: 'urls uri',
  zip: 'zip wacz',
  gzip: 'gz gzip',
  zstd: 'zst',
  warc: 'warc',
  mbox: 'mbox',
};

const byEnding = new Map(
  Object.entries(endings).flatMap(([kind, all]) =>
    all
      .split(' ')
      .filter(Boolean)
      .map((ending) => [`.${ending}`, kind as Kind]),
  ),
);

const byMediaType: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(Object.entries(mediaTypes).map(([kind, type]) => [type, kind as Kind])),
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/x-html-fragment': 'fragment',
  'application/vnd.ms-word.document.macroenabled.12': 'docx',
  'application/vnd.ms-excel.sheet.macroenabled.12': 'xlsx',
  'application/vnd.oasis.opendocument.spreadsheet': 'opendocument',
  'text/rtf': 'rtf',
  'text/tab-separated-values': 'csv',
  'multipart/related': 'mail',
  'application/x-mimearchive': 'mail',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/feed+json': 'json',
  'text/xml': 'feed',
  'application/x-gzip': 'gzip',
  'application/x-zip-compressed': 'zip',
};

/** Types that servers and mail programs give to everything: they say nothing. */
export const sayingNothing = /^(?:application|binary)\/(?:octet-stream|unknown|x-download)$|^unknown\//;

/** How much of a file's beginning `kindOf` looks at. */
export const headLength = 4096;

/**
 * What a file is, by how it begins; by its name and media type where the beginning does not tell, as with text.
 * A name that promises a format which the bytes are not is refused (PROVISO_INPUT_UNREADABLE); what
 * cannot be taken in, with PROVISO_INPUT_UNSUPPORTED. A ZIP may still be an office file: `zipKind` tells.
 */
export function kindOf(head: Uint8Array, name: string, mediaType: string | null, source: string): Kind {
  const start = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const marked = markedKind(start, name, source);
  if (marked) return marked;
  const type = mediaType && !sayingNothing.test(mediaType) ? mediaType.toLowerCase() : null;
  const ending = extname(name).toLowerCase();
  const promised = byMediaType[type ?? ''] ?? byEnding.get(ending) ?? null;
  // A piece of a page is one by what holds it, whatever it begins with.
  if (promised === 'fragment') return promised;
  const shown = textStart(head, start);
  const begun = begunKind(shown, promised);
  if (begun) return begun;
  if (!promised) return unpromised(shown, ending, type, source);
  if (isMarked(promised))
    throw unreadable(source, `it is called a ${promised} file, but does not begin as one`);
  return promised;
}

/** Kinds that always begin with marks of their own, so that what lacks them is something else. */
const isMarked = (kind: Kind) =>
  'pdf docx opendocument rtf epub xlsx msg zip gzip zstd warc mbox'.split(' ').includes(kind);

const marks: readonly (readonly [mark: string, kind: Kind])[] = [
  // A ZIP with files; an empty one; one of several volumes that has but one.
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['PK\x07\x08PK\x03\x04', 'zip'],
  ['\x1f\x8b', 'gzip'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  // A skippable frame, in which a web archive keeps its dictionary.
  ['\x5d\x2a\x4d\x18', 'zstd'],
  ['WARC/', 'warc'],
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'rtf'],
  // A compound file; of those only mail can be read, and its parser tells.
  ['\xd0\xcf\x11\xe0', 'msg'],
];

const foreign: readonly (readonly [mark: string, what: string])[] = [
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['RIFF', 'a picture, a sound or a film'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
];

function markedKind(start: string, name: string, source: string): Kind | null {
  const [, kind] = marks.find(([mark]) => start.startsWith(mark)) ?? [];
  if (kind) return kind;
  // Some writers put a line or two before the mark; the standard's readers look for it in the first kilobyte.
  if (/\.pdf$/i.test(name) && start.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const other = foreign.find(([mark]) => start.startsWith(mark));
  if (other) throw unsupported(source, `it is ${other[1]}`);
  return null;
}

/** The beginning as text, byte for byte where its charset is not yet known, without a byte order mark. */
function textStart(head: Uint8Array, latin1: string): string {
  if (latin1.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(head);
  if (latin1.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(head);
  return latin1.replace(/^\xef\xbb\xbf/, '');
}

/** What a text begins as, when that is plain to see; names are changed on the way, and servers err. */
function begunKind(start: string, promised: Kind | null): Kind | null {
  if (beginsAsPage(start)) return 'html';
  if (beginsAsFeed(start)) return 'feed';
  // What lacks the marks of the format that it is called is something else.
  if (promised !== null && promised !== 'text' && promised !== 'mail' && !isMarked(promised)) return null;
  if (beginsAsMailbox(start)) return 'mbox';
  if (promised === 'mail') return null;
  if (beginsAsMail(start)) return 'mail';
  if (isUrlList(start)) return 'urls';
  if (beginsWithTag(start)) return 'html';
  return null;
}

/** Text without a name or type that says so. Endings of other formats keep programs and their settings out. */
function unpromised(start: string, ending: string, type: string | null, source: string): Kind {
  if (/^\s*[{[]\s*["{[\]}]/.test(start)) return 'json';
  const isOtherFormat = /^\.[a-z0-9]{1,5}$/.test(ending) || (type !== null && !type.startsWith('text/'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text holds
  if (!isOtherFormat && !/[\0-\x08\x0e-\x1a]/.test(start)) return 'text';
  throw unsupported(source, unknownInWords(ending, type));
}

const unknownInWords = (ending: string, mediaType: string | null) =>
  ending
    ? `files ending in ${ending} are not supported`
    : mediaType
      ? `files of the type ${mediaType} are not supported`
      : 'neither its name nor its beginning tells what it holds';

/** What a ZIP is by the names of its files. A web archive (WACZ) and a chat export are containers, told by `zip`. */
export function zipKind(names: ReadonlySet<string>, source: string): Kind {
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name));
  if (names.has('[Content_Types].xml')) {
    if (has(/^word\/[^/]*\.xml$/)) return 'docx';
    if (has(/^xl\/workbook\.xml$/)) return 'xlsx';
    if (has(/^(?:ppt|visio|xl|word)\//))
      throw unsupported(source, 'it is a presentation, a drawing or a binary table');
  }
  if (names.has('META-INF/container.xml')) return 'epub';
  if (names.has('mimetype') && names.has('content.xml')) return 'opendocument';
  if (names.has('META-INF/MANIFEST.MF') || names.has('AndroidManifest.xml')) {
    throw unsupported(source, 'it is a program');
  }
  return 'zip';
}
