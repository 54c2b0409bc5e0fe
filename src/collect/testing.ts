import { crc32, deflateRawSync } from 'node:zlib';
import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

/** For tests: files of the formats we read, made here so that no foreign file is needed. */

/** A PDF with a page for each list of lines; a line that is '' leaves the space of one. No lines: an empty page. */
export function pdfOf(pages: readonly (readonly string[])[], info: Record<string, string> = {}): Buffer {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<<${Object.entries(info)
      .map(([key, value]) => `/${key}(${value})`)
      .join('')}>>`,
  ];
  for (const [index, lines] of pages.entries()) {
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${6 + 2 * index} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
    );
    const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -14 Td`).join('\n');
    const content = `BT /F1 11 Tf 72 720 Td\n${shown}\nET`;
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`);
  }
  return pdfFrom(objects, '/Root 1 0 R/Info 4 0 R');
}

/** A piece of text on a page as it is seen, from left to right; points, from the foot on the left. */
export interface Drawn {
  text: string;
  x: number;
  y: number;
  /** Of its letters, each half as wide as high; 10 unless given. */
  size?: number;
}

/** A page that is drawn piece by piece, in the order given. */
export interface DrawnPage {
  drawn: readonly Drawn[];
  /** Width and height of a grey picture on it, from the foot on the left. */
  picture?: readonly [width: number, height: number];
  /** The picture is drawn after the text. */
  isPictureLast?: boolean;
  /** A comment stuck on it. */
  comment?: string;
  /** Fields of a form with what is filled in. */
  fields?: readonly { name: string; value: string; x: number; y: number; hidden?: boolean }[];
}

const hexOf = (text: string): string => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');

/** A PDF whose pages are drawn as said, with any letters of Unicode (220 different ones), and files attached. */
export function drawnPdf(
  pages: readonly DrawnPage[],
  { info = {}, files = {} }: { info?: Record<string, string>; files?: Record<string, string> } = {},
): Buffer {
  const objects: string[] = [];
  const add = (object: string): number => objects.push(object);
  const streamOf = (content: string, more = ''): string =>
    `<<${more}/Length ${content.length}>>stream\n${content}\nendstream\n`;
  const letters = [...new Set(pages.flatMap(({ drawn }) => drawn.flatMap(({ text }) => [...text])))];
  const codes = new Map(letters.map((letter, index) => [letter, letter === ' ' ? 32 : 33 + index]));
  const codeOf = (letter: string): string => (codes.get(letter) ?? 0).toString(16).padStart(2, '0');
  const catalog = add('');
  const tree = add('');
  const about = add(
    `<<${Object.entries(info)
      .map(([key, value]) => `/${key}<${hexOf(value)}>`)
      .join('')}>>`,
  );
  const map = letters.map((letter) => `<${codeOf(letter)}> <${hexOf(letter).slice(4)}>`);
  const unicode = add(
    streamOf(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${map
        .map((line) => `1 beginbfchar ${line} endbfchar`)
        .join('\n')} endcmap end end`,
    ),
  );
  const widths = Array.from({ length: 256 }, () => 500).join(' ');
  const font = add(
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 255/Widths[${widths}]/ToUnicode ${unicode} 0 R>>`,
  );
  const image = add(
    streamOf(
      '\x80'.repeat(100),
      '/Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8',
    ),
  );
  const fieldNumbers: number[] = [];
  const kids = pages.map(({ drawn, picture, isPictureLast, comment, fields = [] }) => {
    const shown = drawn.map(({ text, x, y, size = 10 }) => {
      const code = [...text].map(codeOf).join('');
      return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${code}> Tj ET`;
    });
    const painted = picture ? [`q ${picture[0]} 0 0 ${picture[1]} 0 0 cm /I1 Do Q`] : [];
    const content = add(
      streamOf((isPictureLast ? [...shown, ...painted] : [...painted, ...shown]).join('\n')),
    );
    const page = add('');
    const annotations = fields.map(({ name, value, x, y, hidden }) =>
      add(
        `<</Type/Annot/Subtype/Widget/FT/Tx/F ${hidden ? 2 : 4}/T<${hexOf(name)}>/V<${hexOf(value)}>/Rect[${x} ${y} ${x + 300} ${y + 16}]/P ${page} 0 R>>`,
      ),
    );
    fieldNumbers.push(...annotations);
    if (comment !== undefined)
      annotations.push(add(`<</Type/Annot/Subtype/Text/Contents<${hexOf(comment)}>/Rect[10 10 30 30]>>`));
    objects[page - 1] =
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 612 792]/Contents ${content} 0 R/Annots[${annotations.map((one) => `${one} 0 R`).join(' ')}]/Resources<</Font<</F1 ${font} 0 R>>/XObject<</I1 ${image} 0 R>>>>>>`;
    return `${page} 0 R`;
  });
  const attached = Object.entries(files).map(([name, content]) => {
    const bytes = Buffer.from(content).toString('latin1');
    const file = add(streamOf(bytes, '/Type/EmbeddedFile'));
    const spec = add(`<</Type/Filespec/F(${name})/UF(${name})/EF<</F ${file} 0 R>>>>`);
    return `(${name})${spec} 0 R`;
  });
  const form =
    fieldNumbers.length > 0
      ? `/AcroForm<</Fields[${fieldNumbers.map((one) => `${one} 0 R`).join(' ')}]>>`
      : '';
  const names = attached.length > 0 ? `/Names<</EmbeddedFiles<</Names[${attached.join(' ')}]>>>>` : '';
  objects[catalog - 1] = `<</Type/Catalog/Pages ${tree} 0 R${form}${names}>>`;
  objects[tree - 1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`;
  return pdfFrom(objects, `/Root ${catalog} 0 R/Info ${about} 0 R`);
}

/** A PDF of the objects given, with a right table of their places. */
export function pdfFrom(objects: readonly string[], trailer: string): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}${trailer}>>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

export interface ZipEntry {
  name: string;
  bytes: Uint8Array | string;
  /** The same, deflated, where it is at hand. */
  packed?: Buffer;
  /** What the directory says of it, where that is not the truth. */
  size?: number;
  encrypted?: boolean;
}

/** A ZIP of the entries, deflated. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const bytes = Buffer.from(entry.bytes);
    const packed = entry.packed ?? deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (entry.encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.size ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}

const wordTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const wordRelations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A Word document whose body is the XML given. */
export const docxOf = (body: string): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', bytes: wordTypes },
    { name: '_rels/.rels', bytes: wordRelations },
    {
      name: 'word/document.xml',
      bytes: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ]);

/** A paragraph of a Word document. */
export const wordParagraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export interface WarcAnswer {
  url: string;
  head: string;
  body: Uint8Array | string;
  type?: string;
  /** What the record says of its length, where that is not the truth. */
  length?: number | string;
}

/** A web archive of the answers, each a record; not packed. */
export const warcOf = (answers: readonly WarcAnswer[]): Buffer =>
  Buffer.concat(
    answers.flatMap(({ url, head, body, type = 'response', length }) => {
      const block = Buffer.concat([Buffer.from(head.replaceAll('\n', '\r\n')), Buffer.from(body)]);
      const header = [
        'WARC/1.0',
        `WARC-Type: ${type}`,
        `WARC-Target-URI: ${url}`,
        'WARC-Date: 2020-10-25T10:00:00Z',
        'Content-Type: application/http; msgtype=response',
        `Content-Length: ${length ?? block.length}`,
      ];
      return [Buffer.from(`${header.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')];
    }),
  );

/** The head of an HTTP answer, to stand before its body. */
export const http = (type: string, status = '200 OK', more = ''): string =>
  `HTTP/1.1 ${status}\nContent-Type: ${type}\n${more}\n`;

/** A mail with its parts, which stand after a boundary each. */
export const mailOf = (headers: string, parts: readonly string[]): string =>
  parts.length === 1 && !parts[0]?.startsWith('Content-')
    ? `${headers}\n\n${parts[0]}`
    : `${headers}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="edge"\n\n${parts.map((part) => `--edge\n${part}\n`).join('')}--edge--\n`;

/** Text within an XML or HTML element. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraphsOfWord = (paragraphs: readonly string[]) =>
  paragraphs.map((text) => wordParagraph(escaped(text))).join('');

export interface WordParts {
  body: string;
  header?: readonly string[];
  footer?: readonly string[];
  comments?: readonly string[];
}

/** A Word document with parts beside its text, its files in an order that no program of the usual ones has. */
export const wordFileOf = ({ body, header = [], footer = [], comments = [] }: WordParts): Buffer =>
  zipOf([
    { name: 'word/header1.xml', bytes: `<w:hdr ${words}>${paragraphsOfWord(header)}</w:hdr>` },
    { name: 'word/footer1.xml', bytes: `<w:ftr ${words}>${paragraphsOfWord(footer)}</w:ftr>` },
    {
      name: 'word/comments.xml',
      bytes: `<w:comments ${words}><w:comment w:id="0">${paragraphsOfWord(comments)}</w:comment></w:comments>`,
    },
    {
      name: 'word/document.xml',
      bytes: `<?xml version="1.0"?><w:document ${words}><w:body>${body}</w:body></w:document>`,
    },
    { name: '_rels/.rels', bytes: wordRelations },
    { name: '[Content_Types].xml', bytes: wordTypes },
  ]);

/** What tracked changes strike out of a Word document. */
export const struckOut = (text: string): string =>
  `<w:p><w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del></w:p>`;

const sheetMain = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with a sheet for each table; days are numbers in the format of days, as Excel keeps them. */
export function xlsxOf(
  sheets: Readonly<Record<string, readonly (readonly (string | Date)[])[]>>,
  comment = '',
): Buffer {
  const cell = (value: string | Date) =>
    value instanceof Date
      ? `<c s="1"><v>${value.getTime() / 86_400_000 + 25_569}</v></c>`
      : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const column = (index: number) => String.fromCharCode(65 + index);
  const names = Object.keys(sheets);
  const rows = (table: readonly (readonly (string | Date)[])[]) =>
    table
      .map(
        (row, number) =>
          `<row r="${number + 1}">${row.map((value, index) => cell(value).replace('<c', `<c r="${column(index)}${number + 1}"`)).join('')}</row>`,
      )
      .join('');
  return zipOf([
    {
      name: '[Content_Types].xml',
      bytes:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns="${sheetMain}" xmlns:r="${officeRelations}"><sheets>${names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, index) => `<Relationship Id="r${index + 1}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      bytes: `<styleSheet xmlns="${sheetMain}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/comments1.xml',
      bytes: `<comments xmlns="${sheetMain}"><t>${escaped(comment)}</t></comments>`,
    },
    ...Object.values(sheets).map((table, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      bytes: `<worksheet xmlns="${sheetMain}"><sheetData>${rows(table)}</sheetData></worksheet>`,
    })),
  ]);
}

/** An OpenDocument file; `body` is what stands in `office:body`. */
export const openDocumentOf = (body: string, styles = '', meta = '', type = 'text'): Buffer =>
  zipOf([
    { name: 'mimetype', bytes: `application/vnd.oasis.opendocument.${type}` },
    {
      name: 'content.xml',
      bytes: `<?xml version="1.0"?><office:document-content><office:body>${body}</office:body></office:document-content>`,
    },
    { name: 'styles.xml', bytes: `<office:document-styles>${styles}</office:document-styles>` },
    {
      name: 'meta.xml',
      bytes: `<office:document-meta><office:meta>${meta}</office:meta></office:document-meta>`,
    },
  ]);

/** An e-book of chapters (HTML), in the order given; those of `beside` are in no order of reading. */
export const epubOf = (chapters: readonly string[], beside: readonly string[] = []): Buffer =>
  zipOf([
    { name: 'mimetype', bytes: 'application/epub+zip' },
    {
      name: 'META-INF/container.xml',
      bytes: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    {
      name: 'OEBPS/book.opf',
      bytes: `<package><metadata><dc:title>The Ferry Year</dc:title><dc:creator>Ana Roe</dc:creator><dc:publisher>Hill Press</dc:publisher><dc:date>2031-02-03</dc:date></metadata><manifest>${chapters.map((_, index) => `<item id="c${index}" href="text/c%20${index}.xhtml"/>`).join('')}</manifest><spine>${chapters.map((_, index) => `<itemref idref="c${index}"/>`).join('')}</spine></package>`,
    },
    // In the ZIP they may lie in any order.
    ...chapters.map((bytes, index) => ({ name: `OEBPS/text/c ${index}.xhtml`, bytes })).reverse(),
    ...beside.map((bytes, index) => ({ name: `OEBPS/text/z${index}.xhtml`, bytes })),
  ]);

/** RTF text, its letters beyond ASCII by their numbers. */
export const rtfText = (text: string): string =>
  text
    .replace(/[\\{}]/g, '\\$&')
    .replace(/[^\0-\x7f]/g, (letter) => `\\u${(letter.charCodeAt(0) << 16) >> 16}?`);

/** A Zstandard frame of blocks that are not packed (RFC 8878), as any reader takes it. */
export function zstdOf(bytes: Uint8Array): Buffer {
  const block = 100_000;
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  const blocks: Buffer[] = [];
  for (let from = 0; from < bytes.length || from === 0; from += block) {
    const piece = bytes.subarray(from, from + block);
    const head = Buffer.alloc(3);
    head.writeUIntLE((piece.length << 3) | (from + block >= bytes.length ? 1 : 0), 0, 3);
    blocks.push(head, Buffer.from(piece));
  }
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size, ...blocks]);
}

/** A mail as Outlook saves it (MS-OXMSG), of properties by their tags, and files attached. */
export function msgOf(
  {
    subject,
    sender,
    body,
    html = '',
    headers = '',
  }: Record<'subject' | 'sender' | 'body', string> & { html?: string; headers?: string },
  attachments: readonly { name: string; bytes: Uint8Array }[] = [],
): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [] }];
  const add = (parent: number, name: string, bytes: Uint8Array) => {
    entries.push({
      name,
      type: TypeEnum.DOCUMENT,
      length: bytes.length,
      binaryProvider: () => Uint8Array.from(bytes),
    });
    entries[parent]?.children?.push(entries.length - 1);
  };
  const text = (written: string) => Buffer.from(written, 'utf16le');
  add(0, '__properties_version1.0', Buffer.alloc(32));
  const properties = { '0037001F': subject, '0C1A001F': sender, '1000001F': body, '007D001F': headers };
  for (const [tag, value] of Object.entries(properties)) if (value) add(0, `__substg1.0_${tag}`, text(value));
  if (html) add(0, '__substg1.0_10130102', Buffer.from(html));
  for (const [index, { name, bytes }] of attachments.entries()) {
    entries.push({
      name: `__attach_version1.0_#0000000${index}`,
      type: TypeEnum.DIRECTORY,
      length: 0,
      children: [],
    });
    const folder = entries.length - 1;
    entries[0]?.children?.push(folder);
    add(folder, '__properties_version1.0', Buffer.alloc(8));
    add(folder, '__substg1.0_3707001F', text(name));
    add(folder, '__substg1.0_37010102', bytes);
  }
  return Buffer.from(burn(entries));
}
