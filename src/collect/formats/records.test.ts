import { describe, expect, test } from 'vitest';
import { openDocumentOf, xlsxOf } from '../testing.ts';
import { readCsv } from './csv.ts';
import { readOpenDocument } from './opendocument.ts';
import type { recordsOf } from './records.ts';
import { readXlsx } from './xlsx.ts';

const rows = (content: ReturnType<typeof recordsOf>) =>
  (content?.segments ?? []).map(({ span, date }) => [date, content?.text.slice(...span)]);

describe('a file of rows', () => {
  test.each([
    [
      'with commas and quotes',
      'event_date,place,notes\n2024-05-09,Odvik,"The ferry ran, ""late"" it is said."\n2024-05-10,Larkham,"It\nsank."\n',
      [
        ['2024-05-09', 'event_date: 2024-05-09\nplace: Odvik\nnotes: The ferry ran, "late" it is said.'],
        ['2024-05-10', 'event_date: 2024-05-10\nplace: Larkham\nnotes: It\nsank.'],
      ],
    ],
    [
      'with semicolons',
      'Datum;Ort;Was, genau\n9. Mai 2024;Odvik;Die Fähre fuhr, spät\n',
      [[null, 'Datum: 9. Mai 2024\nOrt: Odvik\nWas, genau: Die Fähre fuhr, spät']],
    ],
    ['with tabs', 'Day\tPlace\n9 May 2024\tOdvik\n', [['2024-05-09', 'Day: 9 May 2024\nPlace: Odvik']]],
    [
      'that says its sign',
      'sep=|\nDay|Place\n2024-05-09 18:30|Odvik\n',
      [['2024-05-09T18:30', 'Day: 2024-05-09 18:30\nPlace: Odvik']],
    ],
    [
      'with a day of reporting beside that of the event',
      'reported,date of incident,what\n2024-05-12,2024-05-09,The ferry sank.\n',
      [['2024-05-09', 'reported: 2024-05-12\ndate of incident: 2024-05-09\nwhat: The ferry sank.']],
    ],
    [
      'with days in figures, of which one can be read one way only',
      'Day,Place\n05/09/2024,Odvik\n05/31/2024,Larkham\n',
      [
        ['2024-05-09', 'Day: 05/09/2024\nPlace: Odvik'],
        ['2024-05-31', 'Day: 05/31/2024\nPlace: Larkham'],
      ],
    ],
    [
      'with year, month and day apart, as far as they are known',
      'id,iyear,imonth,iday,what\n1,2024,5,9,It sank.\n2,2024,May,0,It ran.\n',
      [
        ['2024-05-09', 'id: 1\niyear: 2024\nimonth: 5\niday: 9\nwhat: It sank.'],
        ['2024-05', 'id: 2\niyear: 2024\nimonth: May\niday: 0\nwhat: It ran.'],
      ],
    ],
  ])('%s gives a record a row, with its heads and its day', (_what, text, expected) => {
    expect(rows(readCsv(text, 'x.csv'))).toEqual(
      expected.map(([date, words]) => [date === null ? expect.anything() : date, words]),
    );
  });

  test('without a row leaves nothing out', () => {
    expect(readCsv('Day,Place\n', 'x.csv').text).toBe('Day\nPlace');
  });

  test('with one column is its lines', () => {
    expect(readCsv('The ferry ran.\nIt sank.\n', 'x.csv').text).toBe('The ferry ran.\n\nIt sank.');
  });

  test('of nothing is empty', () => {
    expect(() => readCsv('\n\n', 'x.csv')).toThrow(expect.objectContaining({ code: 'PROVISO_INPUT_EMPTY' }));
  });
});

test('a workbook gives its sheets, with what stands above the heads, and days as days', async () => {
  const bytes = xlsxOf(
    {
      Incidents: [
        ['Incidents in the bay'],
        ['Day', 'Place', 'Notes'],
        [new Date('2024-05-09T00:00:00Z'), 'Odvik', 'The ferry ran.'],
        [new Date('2024-05-10T00:00:00Z'), 'Larkham', 'It sank.'],
      ],
      Sources: [
        ['Name', 'Grade'],
        ['Hill Courier', 'B'],
      ],
    },
    'Check this one.',
  );
  const { content } = await readXlsx(bytes, 'x.xlsx');
  expect(content?.text).toMatch(
    /^Incidents\n\nIncidents in the bay\n\nDay: 2024-05-09\nPlace: Odvik\nNotes: The ferry ran\./,
  );
  expect(rows(content).map(([date]) => date)).toEqual(['2024-05-09', '2024-05-10', null]);
  expect(content?.account?.leftOut).toMatchObject([{ what: 'comments', begins: 'Check this one.' }]);
});

test('an OpenDocument sheet gives its rows', async () => {
  const cell = (text: string, more = '') =>
    `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`;
  const bytes = openDocumentOf(
    `<office:spreadsheet><table:table table:name="A"><table:table-row>${cell('Day')}${cell('Place')}</table:table-row><table:table-row>${cell('09/05/24', ' office:date-value="2024-05-09"')}${cell('Odvik')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table></office:spreadsheet>`,
    '',
    '',
    'spreadsheet',
  );
  const { content } = await readOpenDocument(bytes, 'x.ods');
  expect(rows(content)).toEqual([['2024-05-09', 'Day: 2024-05-09\nPlace: Odvik']]);
});
