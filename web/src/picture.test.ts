import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './picture.ts';

test('a spreadsheet reads every cell as it was, and none as a formula', () => {
  const cell = fc.string().map((text) => text.replaceAll('\0', ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(csvOf({ columns: ['a', 'b', 'c'], rows }), {
        bom: true,
        record_delimiter: '\r\n',
      });
      expect(read[0]).toEqual(['a', 'b', 'c']);
      expect(read.slice(1).map((row) => row.map((each) => each.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
        rows.map((row) => row.map((each) => each.replace(/^'(?=[=+\-@\t\r])/, ''))),
      );
      expect(read.flat().filter((each) => /^[=+\-@]/.test(each))).toEqual([]);
    }),
  );
});
