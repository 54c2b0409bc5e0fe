import { describe, expect, it } from 'vitest';
import { findTimes } from './times.ts';

const published = '2022-08-17';

const cases: readonly (readonly [words: string, edtf: string | null, value: string])[] = [
  ['The convoy left a week ago.', '2022-08-10', '2022-08-10'],
  ['The corridor opened a year ago.', '2021-08~', '2021'],
  ['Exports will resume early next year.', '2023-01/2023-04', '2023'],
  ['They must leave by the end of the year.', '2022-12', '2022'],
  ['They must leave by the end of May 2023.', '2023-05-21/2023-05-31', '2023-05'],
  ['The truce was signed on 22 July 2022.', '2022-07-22', '2022-07-22'],
  ['The truce was signed on Feb. 29, 2020.', '2020-02-29', '2020-02-29'],
  ['The truce was signed on July 22.', '2022-07-22', '2022-07-22'],
  ['Shelling was reported on 3 December.', '2021-12-03', '2021-12-03'],
  ['Shelling was reported in October 2021.', '2021-10', '2021-10'],
  ['Shelling was reported in early October 2021.', '2021-10-01/2021-10-10', '2021-10'],
  ['Shelling was reported last month.', '2022-07', '2022-07'],
  ['Shelling was reported last week.', '2022-08-08/2022-08-14', '2022-W32'],
  ['Shelling was reported on Monday.', '2022-08-15', '2022-08-15'],
  ['Shelling was reported yesterday.', '2022-08-16', '2022-08-16'],
  ['Shelling lasted from July 3 to 9, 2022.', '2022-07-03/2022-07-09', '2022-07-03'],
  ['It fell since the June deal.', '2022-06', '2022-06'],
  ['Troops leave within 135 days.', null, 'P135D'],
  ['After nearly two decades, they left.', null, 'P20Y'],
  ['A 14-month schedule was agreed.', null, 'P14M'],
  ['It was built in the 1990s.', '199X', '199'],
  ['It was built in the summer of 2021.', '2021-22', '2021-SU'],
  ['It was built in the third quarter of 2021.', '2021-35', '2021-Q3'],
  ['Inspectors come every week.', null, 'P1W'],
  ['They met in 2019.', '2019', '2019'],
];

describe('findTimes', () => {
  it.each(cases)('%s', (text, edtf, value) => {
    const [time] = findTimes(text, published);
    expect(time && { edtf: time.edtf, value: time.value }).toEqual({ edtf, value });
  });

  it.each(['They may not leave.', 'They march on.', 'It has 2019 troops.', 'The tower is 30 February tall'])(
    'finds no date in "%s"',
    (text) => {
      expect(findTimes(text, published).filter(({ edtf }) => edtf !== null)).toEqual([]);
    },
  );

  it.each(['a week ago', 'last month', 'on Monday', 'early next year', 'on 24 October'])(
    'leaves "%s" open without a publication date',
    (words) => {
      expect(findTimes(`It ended ${words}.`, null).map(({ edtf }) => edtf)).toEqual([null]);
    },
  );

  it('does not know the day when only the month of publication is known', () => {
    expect(findTimes('It ended yesterday, as last month.', '2022-08').map(({ edtf }) => edtf)).toEqual([
      null,
      '2022-07',
    ]);
  });
});
