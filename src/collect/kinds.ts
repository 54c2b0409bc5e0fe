import { extname } from 'node:path';
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
  | 'mail'
  | 'feed'
  | 'urls'
  | 'zip'
  | 'gzip'
  | 'warc';

export const mediaTypes: Readonly<Record<Kind, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  fragment: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  mail: 'message/rfc822',
  feed: 'application/xml',
  urls: 'text/uri-list',
  zip: 'application/zip',
  gzip: 'application/gzip',
  warc: 'application/warc',
};

const byEnding: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.eml': 'mail',
  '.mhtml': 'mail',
  '.mht': 'mail',
  '.rss': 'feed',
  '.atom': 'feed',
  '.rdf': 'feed',
  '.xml': 'feed',
  '.json': 'feed',
  '.urls': 'urls',
  '.uri': 'urls',
  '.zip': 'zip',
  '.gz': 'gzip',
  '.gzip': 'gzip',
  '.warc': 'warc',
};

const byMediaType: Readonly<Record<string, Kind>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/x-html-fragment': 'fragment',
  'application/pdf': 'pdf',
  [mediaTypes.docx]: 'docx',
  'message/rfc822': 'mail',
  'multipart/related': 'mail',
  'application/x-mimearchive': 'mail',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/feed+json': 'feed',
  'application/xml': 'feed',
  'text/xml': 'feed',
  'application/json': 'feed',
  'text/uri-list': 'urls',
  'application/zip': 'zip',
  'application/gzip': 'gzip',
  'application/x-gzip': 'gzip',
  'application/warc': 'warc',
};

/** How much of a file's beginning `kindOf` looks at. */
export const headLength = 4096;

/**
 * What a file is, by how it begins; by its name and media type where the beginning does not tell, as with text.
 * A name that promises a format which the bytes are not is refused (PROVISO_INPUT_UNREADABLE); what
 * cannot be taken in, with PROVISO_INPUT_UNSUPPORTED.
 */
export function kindOf(head: Uint8Array, name: string, mediaType: string | null, source: string): Kind {
  const start = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const marked = markedKind(start, name, source);
  if (marked) return marked;
  const ending = extname(name).toLowerCase();
  const promised = byMediaType[mediaType?.toLowerCase() ?? ''] ?? byEnding[ending];
  if (!promised) throw unsupported(source, unknownInWords(ending, mediaType));
  if (isMarked(promised))
    throw unreadable(source, `it is called a ${promised} file, but does not begin as one`);
  return saidKind(promised, start);
}

/** Kinds that always begin with marks of their own, so that what lacks them is something else. */
const isMarked = (kind: Kind) => ['pdf', 'docx', 'zip', 'gzip', 'warc'].includes(kind);

function markedKind(start: string, name: string, source: string): Kind | null {
  if (start.startsWith('PK\x03\x04')) return zipKind(start, name, source);
  if (start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\x1f\x8b')) return 'gzip';
  if (start.startsWith('WARC/')) return 'warc';
  if (start.startsWith('%PDF-')) return 'pdf';
  // Some writers put a line or two before the mark; the standard's readers look for it in the first kilobyte.
  if (/\.pdf$/i.test(name) && start.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const other = foreign.find(([mark]) => start.startsWith(mark));
  if (other) throw unsupported(source, `it is ${other[1]}`);
  return null;
}

const foreign: readonly (readonly [mark: string, what: string])[] = [
  ['\xd0\xcf\x11\xe0', 'an old Office file (.doc, .xls, .msg)'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['{\\rtf', 'an RTF file'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
];

/** Office files and e-books are ZIPs too, and say so in their first entry. */
function zipKind(start: string, name: string, source: string): Kind {
  const ending = extname(name).toLowerCase();
  if (start.startsWith('mimetype', 30)) throw unsupported(source, 'it is an OpenDocument file or an e-book');
  if (['.xlsx', '.pptx', '.odt', '.epub', '.jar', '.apk'].includes(ending)) {
    throw unsupported(source, `files ending in ${ending} are not supported`);
  }
  return ending === '.docx' || start.startsWith('[Content_Types].xml', 30) ? 'docx' : 'zip';
}

/** Saved pages and feeds often have the name of plain text, and each other's. */
function saidKind(promised: Kind, start: string): Kind {
  if (promised !== 'text' && promised !== 'html' && promised !== 'feed') return promised;
  if (promised === 'text' && isUrlList(start)) return 'urls';
  if (isPage(start)) return 'html';
  return isFeed(start) ? 'feed' : promised;
}

const isPage = (start: string) =>
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(
    start,
  );

const isFeed = (start: string) =>
  /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i.test(start);

const unknownInWords = (ending: string, mediaType: string | null) =>
  ending
    ? `files ending in ${ending} are not supported`
    : mediaType
      ? `files of the type ${mediaType} are not supported`
      : 'its name has no ending that tells what it holds';
