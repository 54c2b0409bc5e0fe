import { describe, expect, it } from 'vitest';
import { CaseFile } from '../model/index.ts';
import { passAgreement } from '../model/testing.ts';
import { agreementOf } from './agreement.ts';
import { readSheet } from './sheet.ts';

const owed = (id: string, reference: string, requires: string) => ({
  ...{ id, reference, requires, debtor: 'norland', kind: 'obligation', window: { from: '2030-01-01' } },
});

const file = CaseFile.parse({
  ...passAgreement,
  commitments: [
    owed('leave', 'Article 1', 'Norland leaves the pass.'),
    owed('pay', 'Article 2', 'Norland pays its toll.'),
    owed('report', 'Article 2', 'Norland reports what it paid.'),
  ],
});

const cell = (commitment: string, period: string | null, value: string) => ({ commitment, period, value });

describe('a coding sheet', () => {
  it.each([
    [
      'by id, year and level',
      [
        ['commitment', 'year', 'level'],
        ['leave', '2031', '2'],
      ],
      [cell('leave', '2031', '2')],
    ],
    [
      'by paragraph, in any order',
      [
        ['Score', 'Article', 'Year'],
        ['3.0', 'article 1', '2031'],
      ],
      [cell('leave', '2031', '3')],
    ],
    [
      'by what it requires',
      [
        ['Requires', 'Level'],
        ['Norland pays its toll', 'minimal'],
      ],
      [cell('pay', null, '1')],
    ],
    [
      'by month',
      [
        ['id', 'month', 'status'],
        ['pay', 'May 2031', 'Probable breach'],
      ],
      [cell('pay', '2031-05', 'probable breach')],
    ],
    [
      'by year and month',
      [
        ['id', 'year', 'month', 'status'],
        ['pay', '2031', '5', 'breach, established'],
      ],
      [cell('pay', '2031-05', 'established breach')],
    ],
    [
      'with a column a year',
      [
        ['provision', '2031', '2032'],
        ['leave', '1', '2'],
      ],
      [cell('leave', '2031', '1'), cell('leave', '2032', '2')],
    ],
    [
      'under lines of its own',
      [['My sheet'], [], ['id', 'finding'], ['leave', 'complied (probable)']],
      [cell('leave', null, 'probable performance')],
    ],
  ])('is read %s', (_how, rows, cells) => {
    expect(readSheet(rows, file)).toMatchObject({ cells, refused: [] });
  });

  it('names row by row what it does not understand, and keeps the others', () => {
    const { cells, refused, blank } = readSheet(
      [
        ['id', 'year', 'level'],
        ['leave', '2031', '2'],
        ['Article 9', '2031', '2'],
        ['Article 2', '2031', '2'],
        ['pay', 'soon', '2'],
        ['pay', '2031', '7'],
        ['leave', '2031', '1'],
        ['report', '2031', ''],
      ],
      file,
    );
    expect(cells).toEqual([cell('leave', '2031', '2')]);
    expect(refused).toEqual([
      { row: 3, why: expect.stringContaining('“Article 9” is no commitment') },
      { row: 4, why: expect.stringContaining('is 2 commitments: pay, report') },
      { row: 5, why: '“soon” is no year and no month.' },
      { row: 6, why: '“7” is no level from 0 to 3.' },
      { row: 7, why: expect.stringContaining('earlier row') },
    ]);
    expect(blank).toBe(1);
  });

  it.each([
    [
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      'No row of the sheet names its columns: “a”, “b”',
    ],
    [
      [
        ['id', 'level'],
        ['nobody', '2'],
      ],
      'Nothing in the sheet was understood. Row 2',
    ],
    [[['id', 'level']], 'It has no values'],
  ])('%j is refused', (rows, why) => {
    expect(() => readSheet(rows, file)).toThrow(why);
  });
});

describe('two codings', () => {
  const pair = (first: string, second: string) => ({ commitment: 'leave', period: null, first, second });

  it('are compared on the whole scale, what is on none apart', () => {
    const view = agreementOf(
      [
        pair('probable breach', 'probable breach'),
        pair('established performance', 'probable performance'),
        pair('no information', 'probable breach'),
      ],
      'status',
    );
    expect(view).toMatchObject({
      categories: ['probable breach', 'probable performance', 'established performance', 'no information'],
      onScale: 3,
      compared: 3,
      agreed: 1,
    });
    expect(view.table[3]).toEqual([1, 0, 0, 0]);
    expect(view.alpha).toBeGreaterThan(0.5);
    // Ranks 1 and 1, 6 and 5: observed 1; by chance (0 + 16 + 25 + 1) / 2 (Cohen 1968).
    expect(view.weightedKappa).toBeCloseTo(1 - 1 / 21, 9);
  });

  it('that have nothing in common have no figures', () => {
    expect(agreementOf([], 'level')).toMatchObject({
      compared: 0,
      alpha: null,
      kappa: null,
      weightedKappa: null,
    });
  });
});
