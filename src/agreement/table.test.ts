import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft, quote } from '../model/index.ts';
import { draftFromTable } from './table.ts';

const options = { signed: '2031-03-04', title: 'The Locks Pledge' };

const draft = (rows: string[][]) => draftFromTable(rows, options);

describe('a table of commitments', () => {
  it.each([
    ['plain names', ['reference', 'debtor', 'requires', 'due']],
    ['names in other words', ['Article No.', 'Responsible party', 'Obligation', 'Deadline (date)']],
    ['names in capitals', ['REF', 'WHO', 'WHAT', 'BY WHEN']],
  ])('is read under %s', (_what, head) => {
    const { commitments, parties, notices } = draft([
      head,
      ['Art. 3', 'Upper Valley', 'Open the lower lock to barges', '2031-05-14'],
    ]);
    expect(parties).toEqual([{ id: 'upper-valley', name: 'Upper Valley', aliases: [] }]);
    expect(commitments).toMatchObject([
      {
        ...{ reference: 'Art. 3', debtor: ['upper-valley'], requires: 'Open the lower lock to barges' },
        window: { from: null, to: '2031-05-14', within: null, after: null },
      },
    ]);
    expect(notices).toEqual([]);
  });

  it('may begin below a title, and have its columns in any order', () => {
    const { commitments } = draft([
      ['Coding sheet of the locks', '', ''],
      ['', '', ''],
      ['due', 'commitment', 'debtor'],
      ['30 days', 'Pay the keepers', 'Town'],
    ]);
    expect(commitments).toMatchObject([{ requires: 'Pay the keepers', window: { within: 'P30D' } }]);
  });

  it('knows joint debtors, also where a name has “and” in it', () => {
    const { commitments, parties } = draft([
      ['debtor', 'requires', 'due'],
      ['Town', 'a', ''],
      ['Mill', 'b', ''],
      ['Town and Mill', 'c', ''],
      ['Board of Rivers and Ports', 'd', ''],
      ['Town; Guild', 'e', ''],
    ]);
    expect(parties.map(({ name }) => name)).toEqual(['Town', 'Mill', 'Board of Rivers and Ports', 'Guild']);
    expect(commitments.map(({ debtor }) => debtor.length)).toEqual([1, 1, 2, 1, 2]);
  });

  it('tells prohibitions by a column or by the words', () => {
    const rows = [
      ['who', 'what', 'kind'],
      ['Town', 'Dam the stream', 'Prohibition'],
      ['Town', 'The town shall not dam the stream', ''],
      ['Town', 'Clear the stream', 'duty'],
    ];
    expect(draft(rows).commitments.map(({ kind }) => kind)).toEqual([
      'prohibition',
      'prohibition',
      'obligation',
    ]);
  });

  it('says of each row what is wrong with it, and keeps what can be kept', () => {
    const { commitments, notices } = draft([
      ['debtor', 'requires', 'due'],
      ['Town', '', '2031-05-14'],
      ['', 'Clear the stream', ''],
      ['Town', 'Pay the keepers', '03/04/2031'],
      ['', '', ''],
    ]);
    expect(commitments.map(({ requires }) => requires)).toEqual(['Clear the stream', 'Pay the keepers']);
    expect(commitments[0]?.unverifiable).toEqual(['no-debtor']);
    expect(notices.map(({ message }) => message.slice(0, 6))).toEqual(['Row 2:', 'Row 3:', 'Row 4:']);
    expect(notices.every(({ hint }) => hint)).toBe(true);
  });

  it.each([
    [
      'no header',
      [
        ['Town', 'Pay'],
        ['Mill', 'Dig'],
      ],
    ],
    ['a header and nothing under it', [['debtor', 'requires']]],
    [
      'rows that require nothing',
      [
        ['debtor', 'requires'],
        ['Town', ' '],
      ],
    ],
  ])('is refused with %s', (_what, rows) => {
    expect(() => draft(rows)).toThrow(expect.objectContaining({ code: 'PROVISO_TABLE_INVALID' }));
  });

  it('gives a draft that holds, whatever the cells say', () => {
    const row = fc.array(fc.string(), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const made = draft([
          ['reference', 'debtor', 'requires', 'due'],
          ...rows,
          ['1', 'Town', 'Pay the keepers', ''],
        ]);
        expect(Draft.safeParse(made)).toMatchObject({ success: true });
        const ids = made.commitments.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { span, requires } of made.commitments) expect(quote(made.text, span)).toContain(requires);
      }),
    );
  });
});
