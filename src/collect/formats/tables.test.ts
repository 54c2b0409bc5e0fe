import { describe, expect, test } from 'vitest';
import { docxOf, wordParagraph } from '../testing.ts';
import { readDocx } from './docx.ts';
import { fragmentOf, readPage } from './html.ts';

const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const heads = ['Day', 'Place', 'What happened'];
const first = ['9 May 2031', 'Odvik', 'The <b>ferry</b> sank.'];
const second = ['11 May 2031', 'Larkham', '<p>It was raised.</p><p>Nobody was hurt.</p>'];
const spelled = [
  'Day: 9 May 2031\nPlace: Odvik\nWhat happened: The ferry sank.',
  'Day: 11 May 2031\nPlace: Larkham\nWhat happened: It was raised.\nNobody was hurt.',
];

describe('a table is read row by row with its heads', () => {
  test.each([
    ['with heads that say so', `<table>${row(heads, 'th')}${row(first)}${row(second)}</table>`],
    [
      'with parts',
      `<table><thead>${row(heads, 'th')}</thead><tbody>${row(first)}${row(second)}</tbody></table>`,
    ],
    ['with heads in its first row', `<table>${row(heads)}${row(first)}${row(second)}</table>`],
  ])('%s', (_how, table) => {
    const { text, segments } = fragmentOf(`<p>Before.</p>${table}<p>After.</p>`, 'x');
    expect(text).toBe(['Before.', ...spelled, 'After.'].join('\n\n'));
    expect(segments?.map(({ span, kind, date }) => [text.slice(...span), kind, date])).toEqual([
      [spelled[0], 'row', '2031-05-09'],
      [spelled[1], 'row', '2031-05-11'],
    ]);
  });

  test('in a Word document', async () => {
    const cells = (words: readonly string[]) =>
      `<w:tr>${words.map((word) => `<w:tc>${wordParagraph(word)}</w:tc>`).join('')}</w:tr>`;
    const body = `<w:tbl>${cells(heads)}${cells(['9 May 2031', 'Odvik', 'The ferry sank.'])}</w:tbl>`;
    const { content } = await readDocx(docxOf(body), 'x.docx');
    expect(content?.text).toBe(spelled[0]);
    expect(content?.segments).toMatchObject([{ kind: 'row', date: '2031-05-09' }]);
  });

  test('on a page', () => {
    const words =
      'The harbour office keeps a list of all that happened to the ferry in the bay since the spring, and puts it out each week. ';
    const { text, segments } = readPage(
      `<html><body><article><h1>Ferry</h1><p>${words.repeat(3)}</p><table>${row(heads, 'th')}${row(first)}${row(second)}</table></article></body></html>`,
      'x',
    );
    expect(text).toContain(spelled.join('\n\n'));
    expect(segments?.filter(({ kind }) => kind === 'row').map(({ date }) => date)).toEqual([
      '2031-05-09',
      '2031-05-11',
    ]);
  });
});

describe('a table that only places things stays as it is', () => {
  test.each([
    ['of one row', `<table>${row(['Left', 'Right'])}</table>`, 'Left\n\nRight'],
    [
      'of sentences',
      `<table>${row(['The ferry ran on Monday and on Tuesday, and nobody knew why it had not run before.', 'Menu'])}${row(['It sank.', 'More'])}</table>`,
      /^The ferry ran[^\n]*\n\nMenu\n\nIt sank\.\n\nMore$/,
    ],
    [
      'with another in it',
      `<table><tr><td>A</td><td>B</td></tr><tr><td><table><tr><td>C</td></tr></table></td><td>D</td></tr></table>`,
      'A\n\nB\n\nC\n\nD',
    ],
    ['of uneven rows', `<table>${row(['A', 'B'])}${row(['C'])}</table>`, 'A\n\nB\n\nC'],
    [
      'that says so',
      `<table role="presentation">${row(['A', 'B'])}${row(['C', 'D'])}</table>`,
      'A\n\nB\n\nC\n\nD',
    ],
  ])('%s', (_what, html, text) => {
    expect(fragmentOf(html, 'x').text).toMatch(text instanceof RegExp ? text : new RegExp(`^${text}$`));
  });
});
