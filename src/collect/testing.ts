import { crc32, deflateRawSync } from 'node:zlib';

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
