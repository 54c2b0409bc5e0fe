import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { passReport } from '../report/testing.ts';
import { zippedText } from '../testing.ts';
import { commitmentsTable, documentsTable, evidenceTable, monthsTable, originsTable } from './case-tables.ts';
import { tableCsv } from './csv.ts';
import { dataPackage } from './data-package.ts';
import { pamSheet } from './pam-sheet.ts';
import { column, type Table, tableOf } from './table.ts';
import { tableXlsx } from './xlsx.ts';

const report = passReport(['Raiders camp in the north.', '=SUM(A1) raiders, camp "there".']);
const tables = (): Table[] => [
  commitmentsTable(report),
  monthsTable(report),
  evidenceTable(report),
  originsTable(report),
  documentsTable([...report.documents.values()], report.documents),
];

const one = (text: string, number = 1): Table =>
  tableOf(
    { name: 'one', title: 'One', description: '', primaryKey: [], foreignKeys: [] },
    [
      column('text', 'Text', 'string', 'A text.', (row: { text: string; number: number }) => row.text),
      column(
        'number',
        'Number',
        'number',
        'A number.',
        (row: { text: string; number: number }) => row.number,
      ),
    ],
    [{ text, number }],
  );

describe('a table as CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('makes no formula of %j', (text) => {
    expect(tableCsv(one(text), 'name').split('\r\n')[1]).toContain(`'${text}`);
  });

  it('leaves numbers and plain words alone', () => {
    expect(tableCsv(one('a "b", c', -0.5), 'name')).toBe('text,number\r\n"a ""b"", c",-0.5\r\n');
    expect(tableCsv(one('a\u0000\ud800b'), 'name')).toContain('a\ufffdb,1');
  });

  it.each(['a\nb', 'a\rb', 'a\r\nb'])('keeps %j in one cell', (text) => {
    expect(tableCsv(one(text), 'name')).toBe(`text,number\r\n"${text}",1\r\n`);
  });

  it('has titles for people, and a mark by which Excel knows its charset', () => {
    expect(tableCsv(one('a'))).toBe('\ufeffText,Number\r\na,1\r\n');
  });
});

describe('a table as a sheet', () => {
  it('holds the same rows, numbers as numbers and all else as text', async () => {
    const table = commitmentsTable(report);
    const [sheet] = await readExcelFile(Buffer.from(await tableXlsx(table)));
    expect(sheet?.data[0]).toEqual(table.columns.map(({ title }) => title));
    expect(sheet?.data.slice(1)).toEqual(table.rows);
  });

  it('has no formula, and no cell that is too long', async () => {
    const parts = await zippedText(await tableXlsx(one(`=${'x'.repeat(40_000)}\u0001`)));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).not.toContain('<f>');
    const text = [...parts.values()].join();
    expect(text).toContain('=xxx');
    expect(text.match(/x{1000,}/)?.[0].length).toBeLessThan(32_767);
  });
});

describe('the tables of a case', () => {
  it('have a row a commitment, a month of it, a piece of evidence, an origin, a document', () => {
    expect(tables().map(({ name, rows }) => [name, rows.length > 0])).toEqual(
      ['commitments', 'months', 'evidence', 'origins', 'documents'].map((name) => [name, true]),
    );
  });

  it('hold the rows that are asked for', () => {
    expect(commitmentsTable(report, { commitments: ['withdraw'] }).rows).toHaveLength(1);
    expect(evidenceTable(report, { bearing: 'performance' }).rows).toHaveLength(0);
    expect(evidenceTable(report, { bearing: 'breach', role: 'counts' }).rows).toHaveLength(2);
  });

  it('make a data package that describes every column of every file', async () => {
    const about = { name: 'pass', title: 'Pass', asOf: '2030-06-30', knownAt: '2030-06-30', version: '1' };
    const files = await dataPackage(about, tables());
    const { resources } = JSON.parse(String(files.get('datapackage.json')));
    expect(resources).toHaveLength(5);
    for (const { path, schema } of resources) {
      const [heads] = String(files.get(path)).split('\r\n');
      expect(heads).toBe(schema.fields.map(({ name }: { name: string }) => name).join());
      for (const { name, description } of schema.fields) {
        expect(description).not.toBe('');
        expect(files.get('codebook.md')).toContain(`\`${name}\``);
      }
    }
  });

  it('make a coding sheet of levels by year', () => {
    const years = [{ year: 2030, findings: [{ id: 'withdraw', pam: 2 }] }];
    expect(tableCsv(pamSheet(report.file, years), 'name')).toBe(
      [
        'accord,year,provision,level,commitment,requires',
        'The Pass Accord,2030,Norland does not host raiders.,,no-raiders,Norland does not host raiders.',
        'The Pass Accord,2030,Norland leaves the pass in 90 days.,2,withdraw,Norland leaves the pass in 90 days.',
        '',
      ].join('\r\n'),
    );
  });
});
