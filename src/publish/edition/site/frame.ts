import { html } from 'hono/html';
import {
  dateInWords,
  type Edition,
  type PublicCommitment,
  type PublicDocument,
} from '../../../model/index.ts';
import { markOf, type Stand, statusWords } from '../../marks.ts';

export type Html = ReturnType<typeof html>;

/** Where a page stands in its edition, and the edition in the folder. */
export interface Place {
  /** Way from the page to the top of its edition: empty, or `../`. */
  top: string;
  /** Whether the edition stands at the front of the folder, as the newest; else it is the copy in a place of its own. */
  isFront: boolean;
}

/** Way from the top of an edition in its own place to the front of the folder. */
const toFront = '../../';

/** Names of the files of an edition. */
export const files = {
  board: 'index.html',
  documents: 'documents.html',
  method: 'method.html',
  editions: 'editions.html',
  style: 'site.css',
  data: 'edition.json',
  manifest: 'manifest.json',
  signature: 'manifest.json.sig',
  atom: 'feed.atom',
  feed: 'feed.json',
  calendar: 'deadlines.ics',
  search: 'search.js',
  searchIndex: 'search-index.js',
  searchLibrary: 'minisearch.js',
  commitment: (id: string) => `commitments/${fileName(id)}.html`,
  badge: (id: string) => `badges/${fileName(id)}.svg`,
  card: (id: string) => `cards/${fileName(id)}.html`,
  edition: (number: number) => `editions/${number}`,
} as const;

/** Longer names are not taken by every file system. */
const longestFile = 80;

/** A number for a text, the same everywhere (FNV-1a). */
const numberFor = (text: string): number =>
  [...text].reduce(
    (hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0,
    0x811c9dc5,
  );

/** An id as the name of a file: ids may be of any length, and a hidden name in one is replaced by words. */
const fileName = (id: string): string => {
  const plain = id.replace(/[^a-z0-9]+/giu, '-').replace(/^-|-$/gu, '');
  return plain === id && id.length <= longestFile
    ? id
    : `${plain.slice(0, longestFile - 10)}-${numberFor(id).toString(36)}`;
};

/** A status by its sign and its words, the sign for eyes alone. */
export const statusMark = (stand: Stand, size = ''): Html => {
  const { sign, tone } = markOf(stand.status);
  return html`<span class="status ${tone} ${size}"><span aria-hidden="true">${sign}</span> ${statusWords(stand)}</span>`;
};

/** What the accused party said, in words: admits, denies. */
export const replyKinds = (replies: PublicCommitment['replies']): string =>
  [...new Set(replies.map(({ kind }) => kind))].join(', ');

/** Words of somebody else, in their own direction. */
export const quoted = (words: string): Html => html`“<bdi>${words}</bdi>”`;

export const day = (edtf: string | null, none: string): string => (edtf ? dateInWords(edtf) : none);

/** Number, day and cut-off of an edition, in a line. */
export const editionLine = ({ number, day: made, asOf, knownAt }: Edition): string =>
  `Edition ${number}, ${dateInWords(made)}. Conduct up to ${dateInWords(asOf)}, by what was published up to ${dateInWords(knownAt)}.`;

/** A document in a line: title with its address, publisher, date. */
export const documentLine = (document: PublicDocument): Html => {
  const title = quoted(document.title);
  return html`${
    document.url ? html`<a href="${document.url}" rel="noopener noreferrer">${title}</a>` : title
  }, ${document.publisher ?? 'unknown publisher'}, ${day(document.published, 'undated')}${
    document.digest ? ' (a summary of our own, not the outlet’s words)' : ''
  }${
    document.translatedFrom
      ? ` (machine translation from ${document.translatedFrom}, not the outlet’s words)`
      : ''
  }`;
};

interface Page {
  title: string;
  /** One sentence for previews. */
  about: string;
  /** Which page of the edition it is, from the top of the edition. */
  file: string;
  place: Place;
  body: Html | readonly Html[];
  head?: Html | '';
}

const navigation = [
  [files.board, 'Findings'],
  [files.documents, 'Documents'],
  [files.method, 'Method, and how to answer'],
  [files.editions, 'Editions'],
] as const;

const preview = ({ title, about, file }: Page, edition: Edition): Html => {
  const { publication } = edition;
  const address = addressOf(edition, file);
  return html`
        <meta name="description" content="${about}" />
        <meta property="og:type" content="article" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${about}" />
        ${publication ? html`<meta property="og:site_name" content="${publication.by}" />` : ''}
        ${address ? html`<meta property="og:url" content="${address}" />` : ''}`;
};

/** The address of a file of the newest edition; null where it is not known where that will stand. */
export const addressOf = ({ publication }: Edition, file: string): string | null => {
  const address = publication?.address;
  return address === undefined ? null : new URL(file, address.endsWith('/') ? address : `${address}/`).href;
};

/** No text of an edition has a line end: those of a page are its own. */
const withoutIndents = (content: Html): string => String(content).replace(/\n\s+/gu, '\n');

/** A whole page of an edition: it loads nothing but what stands beside it, and needs no script. */
export const page = (edition: Edition, given: Page): string => {
  const { title, file, place, body, head = '' } = given;
  const { top, isFront } = place;
  const link = ([target, name]: (typeof navigation)[number]): Html =>
    target === file
      ? html`<li><a href="${top}${target}" aria-current="page">${name}</a></li>`
      : html`<li><a href="${top}${target}">${name}</a></li>`;
  const links = navigation.filter(([target]) => isFront || target !== files.editions).map(link);
  return withoutIndents(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>${preview(given, edition)}
        <link rel="stylesheet" href="${top}${files.style}" />
        ${
          isFront
            ? html`<link rel="alternate" type="application/atom+xml" title="Changes" href="${top}${files.atom}" />`
            : ''
        }
        ${head}
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        <nav class="site" aria-label="Pages">
          <span class="name">${edition.title}</span>
          <ul>${links}</ul>
        </nav>
        ${
          isFront
            ? ''
            : html`<p class="notice">This is how edition ${edition.number} stood on ${dateInWords(edition.day)}. <a href="${top}${toFront}${files.board}">To the newest edition</a></p>`
        }
        <main id="main">${body}</main>
        <footer>
          <p>${editionLine(edition)}${edition.publication ? ` Published by ${edition.publication.by}.` : ''}</p>
        </footer>
      </body>
    </html>
`);
};
