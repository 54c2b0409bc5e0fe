import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import {
  docxOf,
  http,
  mailOf,
  pdfFrom,
  pdfOf,
  warcOf,
  wordParagraph,
  zipOf,
} from '../src/collect/testing.ts';

const mb = 1024 * 1024;
/** Which limit is reached first depends on the machine. */
const stopped = 'PROVISO_INPUT_TOO_(COMPLEX|SLOW)';
const text = 'The monitors said that the ferry ran, and the ministry denied it. ';
const html = `<title>Ferry</title><p>${text.repeat(5)}`;

/** Archives in archives, so many deep. */
const nested = (depth: number, wrap: (bytes: Buffer) => Buffer, core: Buffer): Buffer =>
  depth === 0 ? core : wrap(nested(depth - 1, wrap, core));

const pdfCatalog = '<</Type/Catalog/Pages 2 0 R>>';
const pdfPage = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>';
const pdfTree = '<</Type/Pages/Kids[3 0 R]/Count 1>>';

const pdfStream = (bytes: Buffer, filter: string): Buffer =>
  pdfFrom(
    [
      pdfCatalog,
      pdfTree,
      pdfPage,
      `<</Length ${bytes.length}/Filter${filter}>>stream\n${bytes.toString('latin1')}\nendstream`,
    ],
    '/Root 1 0 R',
  );

function zipBomb(): Buffer {
  const bytes = Buffer.alloc(19 * mb, ' ');
  const packed = deflateRawSync(bytes);
  return zipOf(Array.from({ length: 200 }, (_, index) => ({ name: `${index}.txt`, bytes, packed })));
}

const record = (length: number | string) =>
  warcOf([{ url: 'https://a.example/', head: http('text/html'), body: html, length }]);

const laughs = (root: string) =>
  `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY a "${'ha'.repeat(50)}">${'bcdefghij'
    .split('')
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
    .join('')}]>`;

const mailHeaders = 'From: a@b.example\nSubject: Ferry\nDate: 1 Jan 2020 00:00:00 +0000';
const mailInMail = (depth: number): string =>
  depth === 0
    ? `${mailHeaders}\n\n${text}`
    : mailOf(mailHeaders, [`Content-Type: message/rfc822\n\n${mailInMail(depth - 1)}`]).replaceAll(
        'edge',
        `e${depth}`,
      );

const deepMultipart = (depth: number): string =>
  depth === 0
    ? `Content-Type: text/plain\n\n${text}`
    : `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n${deepMultipart(depth - 1)}\n--b${depth}--`;

const yamlBomb = `---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]\n`).join('')}---\n${text}`;

/**
 * Broken and hostile files by name, with what must become of each, as patterns: `read`, `passed over`, or a
 * refusal's code. An archive's outcomes are those of the files in it, each once.
 */
export const hostileInputs: readonly (readonly [
  name: string,
  make: () => Uint8Array | string,
  outcome: string[],
])[] = [
  ['empty.txt', () => '', ['PROVISO_INPUT_EMPTY']],
  ['blank.md', () => ' \n\t\n', ['PROVISO_INPUT_EMPTY']],
  ['junk.txt', () => Buffer.from([0, 1, 2, 3, 255]), ['PROVISO_INPUT_BINARY']],
  [
    'invalid-utf8.txt',
    () => Buffer.from(Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 37) % 0x40))),
    ['PROVISO_INPUT_BINARY'],
  ],
  ['one-stray-byte.txt', () => Buffer.concat([Buffer.from(text), Buffer.from([0xff])]), ['read']],
  ['lone-surrogates.txt', () => Buffer.from('\ufeffa\ud800b', 'utf16le'), ['read']],
  ['lone-surrogates.html', () => `<p>a&#xD800;b&#0;c ${text}`, ['read']],
  ['one-line.txt', () => 'word '.repeat(4 * mb), ['read']],
  ['one-longer-line.txt', () => 'word '.repeat(5 * mb), ['PROVISO_INPUT_TOO_LARGE']],
  ['heading.md', () => `# a${' '.repeat(mb)}b\n\n${text}`, ['read']],
  ['front-matter-bomb.md', () => yamlBomb, ['PROVISO_FRONT_MATTER_INVALID']],
  // wrong names
  ['pdf-called.txt', () => pdfOf([[text]]), ['read']],
  ['text-called.pdf', () => text, ['PROVISO_INPUT_UNREADABLE']],
  ['page-called.zip', () => html, ['read']],
  ['zip-called.html', () => zipOf([{ name: 'a.txt', bytes: text }]), ['read']],
  ['page-called-nothing', () => html, ['read']],
  ['word-called.zip', () => docxOf(wordParagraph(text)), ['read']],
  ['picture-called.txt', () => Buffer.from('\x89PNG\r\n\x1a\nxxxx', 'latin1'), ['PROVISO_INPUT_UNSUPPORTED']],
  // PDF
  ['truncated.pdf', () => pdfOf([[text], [text]]).subarray(0, 400), ['PROVISO_INPUT_UNREADABLE']],
  ['only-a-mark.pdf', () => '%PDF-1.7\n', ['PROVISO_INPUT_UNREADABLE']],
  ['scan.pdf', () => pdfOf([[]]), ['PROVISO_INPUT_SCANNED']],
  [
    'tree-in-a-ring.pdf',
    () => pdfFrom([pdfCatalog, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>'], '/Root 1 0 R'),
    ['PROVISO_INPUT_UNREADABLE'],
  ],
  [
    'bomb.pdf',
    () => pdfStream(deflateSync(Buffer.alloc(400 * mb, '() Tj ')), '/FlateDecode'),
    [`PROVISO_INPUT_SCANNED|${stopped}`],
  ],
  [
    'bomb-in-bomb.pdf',
    () => pdfStream(deflateSync(deflateSync(Buffer.alloc(400 * mb))), '[/FlateDecode/FlateDecode]'),
    [`PROVISO_INPUT_SCANNED|${stopped}`],
  ],
  // Word
  ['bomb.docx', () => docxOf(wordParagraph('word '.repeat(40 * mb))), [stopped]],
  ['deep.docx', () => docxOf(`${'<w:p><w:r>'.repeat(20_000)}`), ['PROVISO_INPUT_UNREADABLE']],
  ['laughs.docx', () => docxOf(wordParagraph('&j;')), ['PROVISO_INPUT_UNREADABLE']],
  // HTML
  ['deep.html', () => `${'<div>'.repeat(100_000)}${text}`, [`read|${stopped}`]],
  ['many.html', () => `<p>${'<b>a</b>'.repeat(300_000)}`, [`PROVISO_INPUT_UNREADABLE|${stopped}`]],
  ['unclosed.html', () => `<p>${text}<!-- ${'-'.repeat(mb)}`, ['read']],
  ['attribute.html', () => `<p title="${'<p '.repeat(mb)}`, ['PROVISO_INPUT_NO_TEXT']],
  [
    'broken-data.html',
    () => `<script type="application/ld+json">${'['.repeat(100_000)}</script>${html}`,
    ['read'],
  ],
  // feeds
  [
    'laughs.xml',
    () => `${laughs('rss')}<rss version="2.0"><channel><title>&j;</title></channel></rss>`,
    ['PROVISO_INPUT_EMPTY'],
  ],
  [
    'foreign-entity.xml',
    () =>
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><description>&x;</description></item></channel></rss>',
    ['PROVISO_INPUT_UNREADABLE'],
  ],
  ['deep.json', () => '['.repeat(200_000), ['PROVISO_INPUT_UNREADABLE']],
  ['no-feed.xml', () => '<note>Text</note>', ['PROVISO_INPUT_UNREADABLE']],
  // archives
  ['bomb.zip', zipBomb, ['PROVISO_INPUT_EMPTY', 'PROVISO_INPUT_TOO_COMPLEX']],
  [
    'large-entry.zip',
    () => zipOf([{ name: 'a.txt', bytes: Buffer.alloc(60 * mb, 'a') }]),
    ['PROVISO_INPUT_TOO_LARGE'],
  ],
  ['liar.zip', () => zipOf([{ name: 'a.txt', bytes: text, size: 5 }]), ['PROVISO_INPUT_UNREADABLE']],
  [
    'nested.zip',
    () => nested(6, (bytes) => zipOf([{ name: 'in.zip', bytes }]), Buffer.from(text)),
    ['PROVISO_INPUT_TOO_COMPLEX'],
  ],
  ['outside.zip', () => zipOf([{ name: '../../../../etc/cron.d/x.txt', bytes: text }]), ['read']],
  [
    'absolute.zip',
    () =>
      zipOf([
        { name: '/etc/passwd.txt', bytes: text },
        { name: 'C:\\a.txt', bytes: 'Two' },
      ]),
    ['read'],
  ],
  [
    'truncated.zip',
    () => zipOf([{ name: 'a.txt', bytes: text }]).subarray(0, 60),
    ['PROVISO_INPUT_UNREADABLE'],
  ],
  ['locked.zip', () => zipOf([{ name: 'a.txt', bytes: text, encrypted: true }]), ['PROVISO_INPUT_LOCKED']],
  ['nothing.zip', () => zipOf([]), ['passed over']],
  ['bomb.txt.gz', () => gzipSync(Buffer.alloc(300 * mb, 'a')), ['PROVISO_INPUT_TOO_LARGE']],
  ['truncated.txt.gz', () => gzipSync(text).subarray(0, 30), ['PROVISO_INPUT_UNREADABLE']],
  [
    'ring.txt.gz',
    () => nested(9, (bytes) => gzipSync(bytes), Buffer.from(text)),
    ['PROVISO_INPUT_TOO_COMPLEX'],
  ],
  // web archives
  ['too-long.warc', () => record(1_000_000), ['PROVISO_INPUT_UNREADABLE']],
  ['endless.warc', () => record(1e18), ['PROVISO_INPUT_UNREADABLE']],
  ['too-short.warc', () => record(20), ['PROVISO_INPUT_EMPTY', 'PROVISO_INPUT_UNREADABLE']],
  ['negative.warc', () => record(-5), ['PROVISO_INPUT_UNREADABLE']],
  ['no-number.warc', () => record('many'), ['PROVISO_INPUT_UNREADABLE']],
  ['only-a-mark.warc', () => 'WARC/1.0\r\n', ['PROVISO_INPUT_UNREADABLE']],
  ['long-header.warc', () => `WARC/1.0\r\nWARC-Type: ${'x'.repeat(10 * mb)}`, ['PROVISO_INPUT_UNREADABLE']],
  ['truncated.warc.gz', () => gzipSync(record(400)).subarray(0, 120), ['PROVISO_INPUT_UNREADABLE']],
  // mail
  ['in-itself.eml', () => mailInMail(30), ['PROVISO_INPUT_TOO_COMPLEX']],
  [
    'deep.eml',
    () => `${mailHeaders}\nMIME-Version: 1.0\n${deepMultipart(3000)}`,
    ['PROVISO_INPUT_UNREADABLE'],
  ],
  ['no-mail.eml', () => text, ['PROVISO_INPUT_UNREADABLE']],
  ['many-headers.eml', () => `${'X-A: b\n'.repeat(200_000)}${mailHeaders}\n\n${text}`, ['read']],
];
