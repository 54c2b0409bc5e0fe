import { describe, expect, it } from 'vitest';
import { readTable } from './index.ts';
import { zipOf } from './testing.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const cell = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

/** The least that Excel opens; a number with a style is a day. */
const xlsxOf = (rows: string): Buffer => {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  return zipOf(
    [
      [
        '[Content_Types].xml',
        `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ],
      [
        'xl/workbook.xml',
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Codes" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
      [
        'xl/styles.xml',
        `<styleSheet xmlns="${main}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>`,
      ],
      ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`],
    ].map(([name = '', xml = '']) => ({ name, bytes: head + xml })),
  );
};

const row = (number: number, ...cells: string[]): string =>
  `<row r="${number}">${cells
    .map((each, place) => each.replace('<c', `<c r="${'ABCDEF'[place]}${number}"`))
    .join('')}</row>`;

describe('a table', () => {
  it.each([
    ['commas', 'a,b\n"c, d",e', 'x.csv'],
    ['semicolons', 'a;b\nc, d;e', 'x.csv'],
    ['tabs', 'a\tb\nc, d\te', 'x.tsv'],
    ['a byte order mark and Windows line ends', '\ufeffa,b\r\n"c, d",e', 'x.CSV'],
  ])('is read with %s', async (_what, text, name) => {
    expect(await readTable(bytes(text), name)).toEqual([
      ['a', 'b'],
      ['c, d', 'e'],
    ]);
  });

  it('is read out of an Excel file, days as days', async () => {
    const sheet = xlsxOf(
      row(1, cell('requires'), cell('due'), cell('n')) +
        row(2, cell('Open the lock'), '<c s="1"><v>47982</v></c>', '<c><v>7</v></c>'),
    );
    expect(await readTable(sheet, 'codes.xlsx')).toEqual([
      ['requires', 'due', 'n'],
      ['Open the lock', '2031-05-14', '7'],
    ]);
  });

  it.each([
    ['nothing', '', 'x.csv', 'PROVISO_INPUT_EMPTY'],
    ['blanks', ' , \n,', 'x.csv', 'PROVISO_INPUT_EMPTY'],
    ['what is no Excel file', 'a,b', 'x.xlsx', 'PROVISO_INPUT_UNREADABLE'],
    ['what is no text', '\0\u0001\u0002', 'x.csv', 'PROVISO_INPUT_BINARY'],
    ['rows without end', 'a\n'.repeat(6000), 'x.csv', 'PROVISO_INPUT_TOO_COMPLEX'],
  ])('is refused with %s', async (_what, text, name, code) => {
    await expect(readTable(bytes(text), name)).rejects.toMatchObject({ code });
  });

  it('is refused with another ZIP in it, or one that unpacks without end', async () => {
    const other = zipOf([{ name: 'a.txt', bytes: 'x' }]);
    await expect(readTable(other, 'x.xlsx')).rejects.toMatchObject({ code: 'PROVISO_INPUT_UNREADABLE' });
    const bomb = xlsxOf(' '.repeat(90 * 1024 * 1024));
    await expect(readTable(bomb, 'x.xlsx')).rejects.toMatchObject({
      code: expect.stringMatching(/TOO_COMPLEX|TOO_LARGE/),
    });
  });
});
