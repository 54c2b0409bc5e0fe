import { describe, expect, test } from 'vitest';
import { epubOf, openDocumentOf, rtfText, struckOut, wordFileOf, wordParagraph } from '../testing.ts';
import { readDocx } from './docx.ts';
import { readEpub } from './epub.ts';
import { readOpenDocument } from './opendocument.ts';
import { readRtf } from './rtf.ts';

describe('a Word document', () => {
  test('says what stands beside its text', async () => {
    const bytes = wordFileOf({
      body: wordParagraph('The ferry ran.') + struckOut('It sank.'),
      header: ['Harbour Office of Odvik', '9 May 2024'],
      footer: ['Not before noon'],
      comments: ['Is this so?'],
    });
    const { content } = await readDocx(bytes, 'x.docx');
    expect(content?.text).toBe('The ferry ran.');
    expect(content?.account?.leftOut.map(({ what, begins }) => [what, begins])).toEqual([
      ['headers and letterhead', 'Harbour Office of Odvik 9 May 2024'],
      ['footers', 'Not before noon'],
      ['comments', 'Is this so?'],
      ['words struck out by tracked changes', 'It sank.'],
    ]);
    expect(content?.account?.share).toBeCloseTo(14 / (14 + 34 + 15 + 11 + 8), 5);
  });

  test('without anything beside is whole', async () => {
    const { content } = await readDocx(wordFileOf({ body: wordParagraph('The ferry ran.') }), 'x.docx');
    expect(content?.account).toEqual({ share: 1, leftOut: [] });
  });
});

describe('an OpenDocument text', () => {
  test('gives headings, lists, tables and notes, and names what its changes struck out', async () => {
    const { content } = await readOpenDocument(
      openDocumentOf(
        '<office:text><text:tracked-changes><text:deletion><text:p>It sank.</text:p></text:deletion></text:tracked-changes><text:h>Ferry</text:h><text:p>The ferry<text:s/>ran<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Twice.</text:p></text:note-body></text:note> on<text:line-break/>Monday.</text:p><text:list><text:list-item><text:p>Odvik</text:p></text:list-item></text:list></office:text>',
        '',
        '<dc:title>The Ferry Year</dc:title><meta:initial-creator>Ana Roe</meta:initial-creator>',
      ),
      'x.odt',
    );
    expect(content).toMatchObject({ title: 'The Ferry Year', author: 'Ana Roe' });
    expect(content?.text).toMatch(/^Ferry\n\nThe ferry ran on\nMonday\.\n\nTwice\.\n\nOdvik$/);
    expect(content?.account?.leftOut).toMatchObject([
      { what: 'words struck out by tracked changes', begins: 'It sank.' },
    ]);
  });

  test('that is broken is refused', async () => {
    await expect(readOpenDocument(Buffer.from('PK'), 'x.odt')).rejects.toMatchObject({
      code: 'PROVISO_INPUT_UNREADABLE',
    });
  });
});

describe('RTF', () => {
  test.each([
    [
      'paragraphs and lines',
      '{\\rtf1\\ansi The ferry\\line ran.\\par It sank.\\par}',
      'The ferry\nran.\n\nIt sank.',
    ],
    ['letters of a code page', "{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'e0\\'f0\\'ee\\'ec\\par}", 'Паром'],
    [
      'letters of a font',
      "{\\rtf1\\ansi{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}}\\f1 \\'cf\\'e0\\'f0\\'ee\\'ec\\f0  ran\\par}",
      'Паром ran',
    ],
    [
      'letters by number, with what stands for them',
      '{\\rtf1\\ansi\\uc1 \\u1055?\\u1072?\\u1088?{\\uc2 \\u1086??\\u1084??}\\par}',
      'Паром',
    ],
    [
      'quotation marks and dashes',
      '{\\rtf1\\ansi \\ldblquote No\\rdblquote \\emdash he\\rquote s in.\\par}',
      '“No”—he’s in.',
    ],
    ['signs of its own', '{\\rtf1\\ansi a\\\\b \\{c\\} d\\~e\\par}', 'a\\b {c} d e'],
    [
      'a table',
      '{\\rtf1\\ansi\\trowd Day\\cell Place\\cell\\row 9 May\\cell Odvik\\cell\\row}',
      'Day\nPlace\n\n9 May\nOdvik',
    ],
    [
      'a field by its result',
      '{\\rtf1\\ansi {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt The page}}\\par}',
      'The page',
    ],
    [
      'nothing of pictures and properties',
      '{\\rtf1\\ansi{\\info{\\title T}}{\\*\\generator G;}{\\pict\\pngblip 89504e}{\\*\\shppict{\\pict 00}}It ran.\\par}',
      'It ran.',
    ],
    ['nothing of bytes', '{\\rtf1\\ansi{\\pict\\bin4 }}\\\\x}It ran.\\par}', 'It ran.'],
  ])('gives %s', (_what, rtf, text) => {
    expect(readRtf(Buffer.from(rtf, 'latin1'), 'x.rtf').text).toBe(text);
  });

  test('names headers, comments and what is struck out', () => {
    const rtf = `{\\rtf1\\ansi{\\info{\\title The Ferry}{\\author Ana Roe}}{\\header Harbour Office\\par}It ran${rtfText('…')}{\\deleted  not}{\\*\\annotation Is it so?}\\par}`;
    const content = readRtf(Buffer.from(rtf), 'x.rtf');
    expect(content).toMatchObject({ text: 'It ran…', title: 'The Ferry', author: 'Ana Roe' });
    expect(content.account?.leftOut.map(({ what, begins }) => [what, begins])).toEqual([
      ['headers and letterhead', 'Harbour Office'],
      ['words struck out by tracked changes', 'not'],
      ['comments', 'Is it so?'],
    ]);
  });

  test.each([
    ['breaks off', '{\\rtf1\\ansi', 'PROVISO_INPUT_UNREADABLE'],
    ['has no text', '{\\rtf1\\ansi\\par}', 'PROVISO_INPUT_NO_TEXT'],
    ['is nested without end', `{\\rtf1${'{'.repeat(100_000)}`, 'PROVISO_INPUT_UNREADABLE'],
  ])('that %s is refused', (_what, rtf, code) => {
    expect(() => readRtf(Buffer.from(rtf), 'x.rtf')).toThrow(expect.objectContaining({ code }));
  });
});

describe('an e-book', () => {
  test('gives its chapters in the order of reading, and what it says of itself', async () => {
    const chapter = (text: string) =>
      `<?xml version="1.0"?><html><head><title>T</title></head><body><p>${text}</p></body></html>`;
    const { content } = await readEpub(
      epubOf([chapter('One.'), chapter('Two &amp; more.')], [chapter('Cover.')]),
      'x.epub',
    );
    expect(content).toMatchObject({
      text: 'One.\n\nTwo & more.',
      title: 'The Ferry Year',
      author: 'Ana Roe',
      publisher: 'Hill Press',
      published: '2031-02-03',
    });
    expect(content?.account?.leftOut).toMatchObject([
      { what: 'pages outside the order of reading', begins: 'Cover.' },
    ]);
  });

  test('that does not say where its text is, is refused', async () => {
    await expect(readEpub(openDocumentOf(''), 'x.epub')).rejects.toMatchObject({
      code: 'PROVISO_INPUT_UNREADABLE',
    });
  });
});
