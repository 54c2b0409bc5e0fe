import { Accounting } from '../account.ts';
import { charsetOf, decodeIn } from '../charset.ts';
import { bare, type Content, storable } from '../content.ts';
import { noText, unreadable } from '../refusals.ts';

/** Groups in groups; more is made to block programs. */
const maxDepth = 2000;

/** Groups whose words are in no text, by their first control word, and what people call those that hold words. */
const besideText: Readonly<Record<string, string>> = {
  header: 'headers and letterhead',
  headerl: 'headers and letterhead',
  headerr: 'headers and letterhead',
  headerf: 'headers and letterhead',
  footer: 'footers',
  footerl: 'footers',
  footerr: 'footers',
  footerf: 'footers',
  annotation: 'comments',
};
const unread = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict object objdata themedata colorschememapping latentstyles datastore xmlnstbl fldinst bkmkstart bkmkend info filetbl revtbl pntext pnseclvl listtext nonshppict atnid atnauthor atndate atnref atrfstart atrfend ftnsep ftnsepc aftnsep aftnsepc sn sv'.split(
    ' ',
  ),
);

/** Control words that stand for signs. */
const signs: Readonly<Record<string, string>> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n',
  line: '\n',
  row: '\n\n',
  cell: '\n',
  nestcell: '\n',
  nestrow: '\n\n',
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};

/** What the words of a group are: of the text, of something beside it, or nobody's. */
interface Group {
  /** null: of the text; '': read by nobody; else what people call it. */
  what: string | null;
  /** How many characters follow a `\u` for programs that do not know it. */
  fallbacks: number;
  isDeleted: boolean;
  font: number | null;
}

/** Control words, control signs, groups and text (RTF 1.9.1). */
const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;

/** An RTF text. Throws PROVISO_INPUT_UNREADABLE where it breaks off, and PROVISO_INPUT_NO_TEXT. */
export function readRtf(bytes: Uint8Array, source: string): Content {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const { text, accounting } = new RtfReader(rtf, source).read();
  if (text === '') throw noText(source);
  return { ...bare(text), ...saidIn(rtf), account: accounting.of(text) };
}

/** Title and author of its properties, where they are plain. */
const saidIn = (rtf: string): Pick<Content, 'title' | 'author'> => ({
  title: /\{\\title ([^\\{}]+)\}/.exec(rtf)?.[1]?.trim() ?? null,
  author: /\{\\author ([^\\{}]+)\}/.exec(rtf)?.[1]?.trim() ?? null,
});

class RtfReader {
  readonly #rtf: string;
  readonly #source: string;
  readonly #accounting = new Accounting();
  readonly #codePages: ReadonlyMap<number, string>;
  readonly #words = new Map<string, string[]>();
  readonly #text: string[] = [];
  readonly #groups: Group[] = [];
  #group: Group = { what: null, fallbacks: 1, isDeleted: false, font: null };
  /** Bytes of a code page that are yet to be decoded together: a letter may have two. */
  #bytes: number[] = [];
  #toSkip = 0;
  #isOptional = false;
  #charset: string;

  constructor(rtf: string, source: string) {
    this.#rtf = rtf;
    this.#source = source;
    this.#charset = codePage(Number(/\\ansicpg(\d+)/.exec(rtf)?.[1] ?? 1252));
    this.#codePages = codePagesOfFonts(rtf);
  }

  read(): { text: string; accounting: Accounting } {
    const tokens = new RegExp(token);
    for (let found = tokens.exec(this.#rtf); found; found = tokens.exec(this.#rtf)) {
      const [whole, word, parameter, hex, sign, brace, words] = found;
      if (word === 'bin') tokens.lastIndex += Math.max(0, Number(parameter ?? 0));
      else if (hex) this.#byte(Number.parseInt(hex, 16));
      else {
        if (!/^[\r\n]+$/.test(whole)) this.#flush();
        if (brace) this.#brace(brace);
        else if (word) this.#control(word, parameter === undefined ? null : Number(parameter));
        else if (sign) this.#sign(sign);
        else if (words) this.#plain(words);
      }
    }
    this.#flush();
    if (this.#groups.length > 0 && this.#text.length === 0) throw unreadable(this.#source, 'it breaks off');
    for (const [what, words] of this.#words) this.#accounting.leaveOut(what, words.join(''));
    const text = storable(this.#text.join(''))
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    return { text, accounting: this.#accounting };
  }

  #brace(brace: string): void {
    this.#toSkip = 0;
    if (brace === '{') {
      if (this.#groups.length >= maxDepth) throw unreadable(this.#source, 'it is too deeply nested');
      this.#groups.push({ ...this.#group });
    } else this.#group = this.#groups.pop() ?? this.#group;
  }

  #control(word: string, parameter: number | null): void {
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    if (word === 'u' && parameter !== null) this.#unicode(parameter);
    else if (word === 'uc') this.#group.fallbacks = Math.max(0, parameter ?? 1);
    else if (word === 'f') this.#group.font = parameter;
    else if (word === 'deleted') this.#group.isDeleted = parameter !== 0;
    else if (word in besideText) this.#group.what = besideText[word] ?? '';
    else if (unread.has(word)) this.#group.what = '';
    // A footnote stands in the text where its mark is.
    else if (word === 'footnote') this.#put('\n\n');
    else if (signs[word] !== undefined) this.#put(signs[word]);
    // What a reader does not know and is marked as left out by such readers.
    else if (isOptional && !/^(?:shpinst|shptxt|fldrslt|nesttableprops)$/.test(word)) this.#group.what = '';
  }

  #sign(sign: string): void {
    if (sign === '*') this.#isOptional = true;
    else if (sign === '~') this.#put(' ');
    else if (sign === '_') this.#put('-');
    else if ('\\{}'.includes(sign)) this.#plain(sign);
    else if (sign === '\n' || sign === '\r') this.#put('\n\n');
  }

  #unicode(code: number): void {
    this.#put(String.fromCharCode(code < 0 ? code + 0x10000 : code));
    this.#toSkip = this.#group.fallbacks;
  }

  #plain(words: string): void {
    const skipped = Math.min(this.#toSkip, words.length);
    this.#toSkip -= skipped;
    // Text beyond ASCII is against the standard, and common; it is in the file's code page.
    for (const letter of words.slice(skipped)) this.#bytes.push(letter.charCodeAt(0) & 0xff);
    this.#flush();
  }

  #byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const charset = this.#codePages.get(this.#group.font ?? -1) ?? this.#charset;
    const words = decodeIn(Uint8Array.from(this.#bytes), charset);
    this.#bytes = [];
    this.#put(words);
  }

  #put(words: string): void {
    const { what, isDeleted } = this.#group;
    if (what === '') return;
    const kind = isDeleted ? 'words struck out by tracked changes' : what;
    if (kind === null) this.#text.push(words);
    else {
      const before = this.#words.get(kind) ?? [];
      before.push(words);
      this.#words.set(kind, before);
    }
  }
}

/** Windows character sets that a font may name (`\fcharset`), as code pages. */
const fontCharsets: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const codePagesOfFonts = (rtf: string): Map<number, string> =>
  new Map(
    [...rtf.slice(0, 200_000).matchAll(/\{\\f(\d+)[^{}]*?\\fcharset(\d+)/g)].flatMap(([, font, set]) => {
      const page = fontCharsets[Number(set)];
      return page ? [[Number(font), codePage(page)] as const] : [];
    }),
  );

const codePage = (page: number): string =>
  charsetOf(`windows-${page}`) ?? charsetOf(`cp${page}`) ?? 'windows-1252';
