import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Content } from './content.ts';
import { unsaid } from './decode.ts';
import { type ParseJob, parse } from './parse.ts';
import {
  epubOf,
  escaped,
  msgOf,
  openDocumentOf,
  pdfOf,
  rtfText,
  struckOut,
  wordFileOf,
  wordParagraph,
  xlsxOf,
} from './testing.ts';

/** What a generated document says in its text, and what beside it. */
interface Said {
  text: string[];
  beside: string[];
}

interface Format {
  kind: ParseJob['kind'];
  /** What people call the words beside the text; null where the format has none. */
  beside: string | null;
  make(said: Said): Uint8Array | string;
}

/** Without the signs that the font of a generated PDF has not. */
const inAscii = (text: string) => text.replace(/[^\0-\x7f]|'/g, 'x');

/** Lines that a page has room for. */
const linesOf = (text: string) => text.match(/.{1,70}(?: |$)/g) ?? [];

const paragraphs = (said: readonly string[]) => said.map((text) => `<p>${escaped(text)}</p>`).join('');
const odf = (name: string, said: readonly string[]) =>
  said.map((text) => `<${name}>${escaped(text)}</${name}>`).join('');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const mailHead =
  'From: Ana Roe <ana@hill.example>\nSubject: Ferry\nDate: Sun, 25 Oct 2020 10:00:00 +0000\nMIME-Version: 1.0';
const inMail = (type: string, body: string) =>
  `${mailHead}\nContent-Type: text/${type}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}\n`;
const bothForms = (plain: string, html: string) =>
  `${mailHead}\nContent-Type: multipart/alternative; boundary="edge"\n\n--edge\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n\n--edge\nContent-Type: text/html; charset=utf-8\n\n${html}\n\n--edge--\n`;
const telegram = (said: readonly string[]) =>
  `<html><body><div class="page_header"><div class="text bold">Hill</div></div><div class="history">${said
    .map(
      (text, index) =>
        `<div class="message default clearfix" id="message${index}"><div class="body"><div class="date details" title="25.10.2020 10:00:00 UTC+00:00">10:00</div><div class="from_name">Hill</div><div class="text">${escaped(text)}</div></div></div>`,
    )
    .join('')}`;

const formats: Readonly<Record<string, Format>> = {
  'plain text': { kind: 'text', beside: null, make: ({ text }) => text.join('\n\n') },
  Markdown: { kind: 'markdown', beside: null, make: ({ text }) => `# Report\n\n${text.join('\n\n')}` },
  'a piece of HTML': { kind: 'fragment', beside: null, make: ({ text }) => paragraphs(text) },
  PDF: {
    kind: 'pdf',
    beside: null,
    make: ({ text }) => pdfOf([text.flatMap((one) => [...linesOf(inAscii(one)), ''])]),
  },
  'Word, headers': {
    kind: 'docx',
    beside: 'headers and letterhead',
    make: ({ text, beside }) =>
      wordFileOf({ body: text.map((one) => wordParagraph(escaped(one))).join(''), header: beside }),
  },
  'Word, comments': {
    kind: 'docx',
    beside: 'comments',
    make: ({ text, beside }) =>
      wordFileOf({ body: text.map((one) => wordParagraph(escaped(one))).join(''), comments: beside }),
  },
  'Word, tracked changes': {
    kind: 'docx',
    beside: 'words struck out by tracked changes',
    make: ({ text, beside }) =>
      wordFileOf({
        body: text.map((one) => wordParagraph(escaped(one))).join('') + beside.map(struckOut).join(''),
      }),
  },
  OpenDocument: {
    kind: 'opendocument',
    beside: 'footers',
    make: ({ text, beside }) =>
      openDocumentOf(
        `<office:text>${odf('text:p', text)}</office:text>`,
        `<style:footer>${odf('text:p', beside)}</style:footer>`,
      ),
  },
  'OpenDocument, comments': {
    kind: 'opendocument',
    beside: 'comments',
    make: ({ text, beside }) =>
      openDocumentOf(
        `<office:text>${odf('text:p', text)}<text:p>End<office:annotation>${odf('text:p', beside)}</office:annotation></text:p></office:text>`,
      ),
  },
  'OpenDocument sheet': {
    kind: 'opendocument',
    beside: null,
    make: ({ text }) =>
      openDocumentOf(
        `<office:spreadsheet><table:table table:name="A">${text.map((one) => `<table:table-row><table:table-cell>${odf('text:p', [one])}</table:table-cell></table:table-row>`).join('')}</table:table></office:spreadsheet>`,
        '',
        '',
        'spreadsheet',
      ),
  },
  RTF: {
    kind: 'rtf',
    beside: 'footers',
    make: ({ text, beside }) =>
      `{\\rtf1\\ansi{\\fonttbl{\\f0 Serif;}}{\\footer ${beside.map(rtfText).join('\\par ')}}${text.map((one) => `${rtfText(one)}\\par\n`).join('')}}`,
  },
  'e-book': {
    kind: 'epub',
    beside: 'pages outside the order of reading',
    make: ({ text, beside }) =>
      epubOf(
        text.map((one) => `<html><body>${paragraphs([one])}</body></html>`),
        beside.map((one) => `<html><body>${paragraphs([one])}</body></html>`),
      ),
  },
  Excel: {
    kind: 'xlsx',
    beside: 'comments',
    make: ({ text, beside }) =>
      xlsxOf(
        { A: [['Number', 'Notes'], ...text.map((one, index) => [String(index), one])] },
        beside.join(' '),
      ),
  },
  CSV: {
    kind: 'csv',
    beside: null,
    make: ({ text }) => `Number,Notes\n${text.map((one, index) => `${index},${quoted(one)}`).join('\n')}\n`,
  },
  'mail, signature': {
    kind: 'mail',
    beside: 'signatures',
    make: ({ text, beside }) => inMail('plain', `${text.join('\n\n')}\n\n-- \n${beside.join('\n')}`),
  },
  'mail, quoting': {
    kind: 'mail',
    beside: null,
    make: ({ text }) =>
      inMail(
        'plain',
        `Thanks.\n\nOn 20 May 2024, Bo Kern wrote:\n${text.map((one) => `> ${one}`).join('\n>\n')}`,
      ),
  },
  'mail in HTML': { kind: 'mail', beside: null, make: ({ text }) => inMail('html', paragraphs(text)) },
  'mail in two forms': {
    kind: 'mail',
    beside: 'what only the plain form of the mail says',
    make: ({ text, beside }) =>
      bothForms(beside[0] ?? '', paragraphs([...text, 'The ferry crossed the bay. '.repeat(20)])),
  },
  'Outlook mail': {
    kind: 'msg',
    beside: 'signatures',
    make: ({ text, beside }) =>
      msgOf({
        subject: 'Ferry',
        sender: 'Ana Roe',
        body: `${text.join('\r\n\r\n')}\r\n\r\n-- \r\n${beside.join('\r\n')}`,
      }),
  },
  'a chat of WhatsApp': {
    kind: 'text',
    beside: null,
    make: ({ text }) =>
      ['One', 'Two', 'Three', ...text].map((one) => `[25/10/2020, 10:00:12] Ana Roe: ${one}`).join('\n'),
  },
  'a chat of Telegram': { kind: 'html', beside: null, make: ({ text }) => telegram(text) },
  'a chat of Telegram, JSON': {
    kind: 'json',
    beside: 'notices of the chat',
    make: ({ text, beside }) =>
      JSON.stringify({
        name: 'Hill',
        type: 'public_channel',
        messages: [
          ...text.map((one) => ({
            type: 'message',
            date: '2020-10-25T10:00:00',
            from: 'Hill',
            text: ['', { type: 'bold', text: one }],
          })),
          ...beside.map((one) => ({
            type: 'service',
            date: '2020-10-25T10:00:00',
            actor: one,
            action: 'pin',
            text: '',
          })),
        ],
      }),
  },
  'a chat of Slack': {
    kind: 'json',
    beside: null,
    make: ({ text }) =>
      JSON.stringify(
        text.map((one) => ({ type: 'message', ts: '1603620000.0001', user: 'U1', text: escaped(one) })),
      ),
  },
};

const word = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{3,9}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'R&D',
      'x<y',
      'a>b',
      '“quoted”',
      '"plain"',
      'naïve',
      'Ødvik',
      'don’t',
      'sea—land',
      'e.g.',
      '2031',
      '10:30',
      '(left)',
      '100%',
      'half;',
      '{brace}',
      'back\\slash',
      'a|b',
      '#tag',
      '*star*',
      'Паром',
      'ends:',
      'comma,',
      '=sum',
      "it's",
    ),
  },
);
/** Sentences with marks that mean something to one format or another. */
const sentence = fc
  .array(word, { minLength: 3, maxLength: 12 })
  .map((words) => `The ${words.join(' ')} end.`);
const said = fc.record({
  text: fc.array(sentence, { minLength: 1, maxLength: 6 }),
  beside: fc.array(sentence, { minLength: 1, maxLength: 2 }),
});

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

async function contentsOf({ kind, make }: Format, generated: Said): Promise<Content[]> {
  const bytes = Buffer.from(make(generated));
  const { content } = await parse({ bytes, kind, source: 'x', charsets: unsaid, address: null });
  return content ? [content] : [];
}

test.each(Object.entries(formats))(
  'in %s, every sentence put in is in the text, or named as left out',
  async (_name, format) => {
    await fc.assert(
      fc.asyncProperty(said, async (generated) => {
        const [content] = await contentsOf(format, generated);
        const text = oneLine(content?.text ?? '');
        for (const one of generated.text) {
          expect(text).toContain(oneLine(format.kind === 'pdf' ? inAscii(one) : one));
        }
        if (format.beside === null) return;
        const left = content?.account?.leftOut.find(({ what }) => what === format.beside);
        const [first = ''] = generated.beside;
        if (text.includes(oneLine(first))) return;
        expect(left?.characters).toBeGreaterThanOrEqual(oneLine(first).length);
        expect(generated.beside.some((one) => left?.begins.includes(oneLine(one).slice(0, 12)))).toBe(true);
        expect(content?.account?.share).toBeLessThan(1);
      }),
      { numRuns: 200 },
    );
  },
);
