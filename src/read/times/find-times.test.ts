import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeMention } from '../../model/index.ts';
import { tag } from '../testing.ts';
import { findTimes } from './find-times.ts';

/** A Wednesday. */
const published = '2022-08-17';

const timesOf = async (text: string, day: string | null = published): Promise<TimeMention[]> =>
  findTimes(text, day, await tag(text));

type Case = readonly [text: string, words: string, value: string, edtf?: string | null];

const dates: readonly Case[] = [
  ['The truce was signed on 22 July 2022.', '22 July 2022', '2022-07-22'],
  ['The truce was signed on Friday, 22 July 2022.', 'Friday, 22 July 2022', '2022-07-22'],
  ['The truce was signed on Feb. 29, 2020.', 'Feb. 29, 2020', '2020-02-29'],
  ['The truce was signed on the 3rd of May.', 'the 3rd of May', '2022-05-03'],
  ['The truce was signed on July 22.', 'July 22', '2022-07-22'],
  ['Shelling was reported on 3 December.', '3 December', '2021-12-03'],
  ['Shelling was reported last Dec. 3.', 'last Dec. 3', '2021-12-03'],
  ['The summit will be held on December 20.', 'December 20', '2022-12-20'],
  ['The log of 2022-07-22 was lost.', '2022-07-22', '2022-07-22'],
  ['The log of 22.07.2022 was lost.', '22.07.2022', '2022-07-22'],
  ['The log of 07/22/2022 was lost.', '07/22/2022', '2022-07-22'],
  ['The log of 07/06/2022 was lost.', '07/06/2022', '2022-XX-XX', '2022-XX-XX'],
  ['Shelling was reported in October 2021.', 'October 2021', '2021-10'],
  ['Shelling was reported in early October 2021.', 'early October 2021', '2021-10', '2021-10-01/2021-10-10'],
  ['Shelling was reported in late February.', 'late February', '2022-02', '2022-02-21/2022-02-28'],
  ['They arrived in October last year.', 'October last year', '2021-10'],
  ['They will arrive in April.', 'April', '2023-04'],
  ['They arrived in April.', 'April', '2022-04'],
  ['They met in 2019.', '2019', '2019'],
  ['The 2019 accord was never kept.', '2019', '2019'],
  ['They met in mid-2019.', 'mid-2019', '2019', '2019-05/2019-08'],
  ['It was built in the 1990s.', 'the 1990s', '199X'],
  ['It was built in the early 1990s.', 'the early 1990s', '199X', '1990/1993'],
  ['It was built in the 19th century.', 'the 19th century', '18', '18XX'],
  ['They must leave by the end of May 2023.', 'the end of May 2023', '2023-05', '2023-05-21/2023-05-31'],
  ['They must leave by the end of the year.', 'the end of the year', '2022', '2022-12'],
  ['It fell since the June deal.', 'June', '2022-06'],
  ['They left on Christmas Eve 2021.', 'Christmas Eve 2021', '2021-12-24'],
  ['They left on Easter Sunday.', 'Easter Sunday', '2022-04-17'],
  ['Talks resume the week of September 5.', 'the week of September 5', '2022-W36', '2022-09-05/2022-09-11'],
];

const periods: readonly Case[] = [
  ['The convoy left yesterday.', 'yesterday', '2022-08-16'],
  ['The convoy left last night.', 'last night', '2022-08-16TNI', '2022-08-16'],
  ['The convoy left on Monday.', 'Monday', '2022-08-15'],
  ['The convoy left on Monday morning.', 'Monday morning', '2022-08-15TMO', '2022-08-15'],
  ['The convoy will leave on Monday.', 'Monday', '2022-08-22'],
  ['The convoy is expected to leave on Monday.', 'Monday', '2022-08-22'],
  ['The convoy was allowed to leave on Monday.', 'Monday', '2022-08-15'],
  ['The convoy will be allowed to leave on Monday.', 'Monday', '2022-08-22'],
  ['The convoy left next to the mill last Monday.', 'last Monday', '2022-08-15'],
  ['Exports will resume early next year.', 'early next year', '2023', '2023-01/2023-04'],
  ['Shelling was reported last month.', 'last month', '2022-07'],
  ['Shelling was reported last week.', 'last week', '2022-W32', '2022-08-08/2022-08-14'],
  ['Shelling was reported over the weekend.', 'the weekend', '2022-W32-WE', '2022-08-13/2022-08-14'],
  ['Shelling was reported earlier this year.', 'this year', '2022', '2022/2022-08-17'],
  ['It was built in the summer of 2021.', 'the summer of 2021', '2021-SU', '2021-22'],
  ['It was built last summer.', 'last summer', '2021-SU', '2021-22'],
  ['It was built in the third quarter of 2021.', 'the third quarter of 2021', '2021-Q3', '2021-35'],
  ['It was built in the first half of 2021.', 'the first half of 2021', '2021-H1', '2021-01/2021-06'],
  [
    'It was sold in the second quarter of fiscal 2021.',
    'the second quarter of fiscal 2021',
    'FY2021-Q2',
    '2021~',
  ],
  ['It was sold in fiscal year 2021.', 'fiscal year 2021', 'FY2021', '2021~'],
];

const shifts: readonly Case[] = [
  ['The convoy left a week ago.', 'a week ago', '2022-08-10'],
  ['The corridor opened a year ago.', 'a year ago', '2021', '2021-08~'],
  ['The corridor opened nearly two decades ago.', 'nearly two decades ago', '2002', '2002~'],
  ['The corridor opened three months ago.', 'three months ago', '2022-05'],
  ['The corridor opens two days from now.', 'two days from now', '2022-08-19'],
  ['The corridor opened years ago.', 'years ago', 'PAST_REF', null],
];

const lengths: readonly Case[] = [
  ['Troops leave within 135 days.', '135 days', 'P135D', null],
  ['Troops have left over the last 135 days.', 'the last 135 days', 'P135D', null],
  ['After nearly two decades, they left.', 'nearly two decades', 'P20Y', null],
  ['A 14-month schedule was agreed.', '14-month', 'P14M', null],
  ['A five-hour visit was agreed.', 'five-hour', 'PT5H', null],
  ['They waited two more weeks.', 'two more weeks', 'P2W', null],
  ['They waited 5 1/2 hours.', '5 1/2 hours', 'PT5H30M', null],
  ['They waited two and a half years.', 'two and a half years', 'P2Y6M', null],
  ['They waited one year and three months.', 'one year and three months', 'P1Y3M', null],
  ['They waited twenty-five minutes.', 'twenty-five minutes', 'PT25M', null],
  ['They waited a hundred days.', 'a hundred days', 'P100D', null],
  ['They waited for several weeks.', 'several weeks', 'PXW', null],
  ['They have waited for years.', 'years', 'PXY', null],
];

const sets: readonly Case[] = [
  ['Inspectors come every week.', 'every week', 'P1W', null],
  ['Inspectors come every two weeks.', 'every two weeks', 'P2W', null],
  ['Inspectors come every Tuesday.', 'every Tuesday', 'XXXX-WXX-2', null],
  ['Inspectors come twice a month.', 'a month', 'P1M', null],
  ['Inspectors come daily.', 'daily', 'P1D', null],
];

const clocks: readonly Case[] = [
  ['It began at 9 a.m. on Tuesday.', '9 a.m. on Tuesday', '2022-08-16T09:00', '2022-08-16'],
  ['It began at 9:30 p.m. and went on.', '9:30 p.m.', '2022-08-17T21:30', '2022-08-17'],
  [
    'It began at 3 p.m. on Saturday, Aug. 13.',
    '3 p.m. on Saturday, Aug. 13',
    '2022-08-13T15:00',
    '2022-08-13',
  ],
  ['It began at 0430 GMT.', '0430 GMT', '2022-08-17T04:30', '2022-08-17'],
  ['It began at noon on 3 May 2022.', 'noon on 3 May 2022', '2022-05-03T12:00', '2022-05-03'],
  ['It began at 4 in the morning.', '4 in the morning', '2022-08-17T04:00', '2022-08-17'],
];

const references: readonly Case[] = [
  ['The corridor is now open.', 'now', 'PRESENT_REF', null],
  ['The corridor was recently opened.', 'recently', 'PAST_REF', null],
  ['Nobody knows the future.', 'the future', 'FUTURE_REF', null],
];

const groups = { dates, periods, shifts, lengths, sets, clocks, references };
const kinds = { lengths: 'duration', sets: 'set', clocks: 'time' } as Readonly<Record<string, string>>;

describe.each(Object.entries(groups))('%s', (group, cases) => {
  it.each(cases.map(([text, ...wanted]) => ({ text, wanted })))('$text', async ({ text, wanted }) => {
    const [words, value, edtf = value] = wanted;
    const [time] = await timesOf(text);
    expect(time && [text.slice(...time.span), time.value, time.edtf]).toEqual([words, value, edtf]);
    if (kinds[group]) expect(time?.kind).toBe(kinds[group]);
  });
});

it('the same night is that of an earlier paragraph, the next is not', async () => {
  const text = 'The mill was shelled on Monday.\n\nPlanes came the same night.';
  expect((await timesOf(text)).map(({ edtf }) => edtf)).toEqual(['2022-08-15', '2022-08-15']);
  expect((await timesOf(text.replace('same', 'next')))[1]?.edtf).toBeNull();
});

it('what has been since January began in a January that was', async () => {
  const [january] = await timesOf('The convoy has been idle since January.', '2022-12-10');
  expect(january?.edtf).toBe('2022-01/..');
});

describe('what a text says of its times before', () => {
  it.each([
    ['It began on 3 May 2021. Two days later it ended.', ['2021-05-03', '2021-05-05']],
    ['It began in 2021. Two months later it ended.', ['2021', null]],
    ['It began on 3 May 2021 and ended the same day.', ['2021-05-03', '2021-05-03']],
    ['It began in May 2021. The following month it ended.', ['2021-05', '2021-06']],
    ['It began on 3 May 2021. At 10 p.m. it ended.', ['2021-05-03', '2021-05-03']],
  ])('dates what comes after: %s', async (text, edtf) => {
    expect((await timesOf(text)).map((time) => time.edtf)).toEqual(edtf);
  });

  it.each([
    ['It lasted from July 3 to 9, 2022.', ['2022-07-03/2022-07-09']],
    ['It lasted from 3 November to 9 May 2020.', ['2019-11-03/2020-05-09', '2019-11-03/2020-05-09']],
    ['It lasted from July 3 to August 9.', ['2022-07-03/2022-08-09', '2022-07-03/2022-08-09']],
    ['It covers 1 January to 30 June 2022.', ['2022-01-01/2022-06-30', '2022-01-01/2022-06-30']],
    ['It was between 2015 and 2019.', ['2015/2019', '2015/2019']],
    ['They met on July 3 and 9.', ['2022-07-03', '2022-07-09']],
    ['They met on 3 and 9 July 2021.', ['2021-07-03', '2021-07-09']],
    ['It has lasted since 2019.', ['2019/..']],
  ])('is one stretch or two days: %s', async (text, edtf) => {
    expect((await timesOf(text)).map((time) => time.edtf)).toEqual(edtf);
  });
});

describe('what is no time', () => {
  it.each([
    'They may not leave.',
    'They march on.',
    'They may march.',
    'The base has 2019 troops.',
    'The tower is 30 February tall.',
    'Jan Kubik spoke to Mr. May.',
    'She is 44 years old and her 13-year-old son is with her.',
    'The prices fall and the troops spring to their feet.',
    'It was a second attempt.',
  ])('%s', async (text) => {
    expect(await timesOf(text)).toEqual([]);
  });
});

describe('without a publication date', () => {
  it.each(['a week ago', 'last month', 'on Monday', 'early next year', 'on 24 October', 'at 9 p.m.'])(
    'leaves "%s" open',
    async (words) => {
      expect((await timesOf(`It ended ${words}.`, null)).map(({ edtf }) => edtf)).toEqual([null]);
    },
  );

  it('does not know the day when only the month is known', async () => {
    const times = await timesOf('It ended yesterday, as last month.', '2022-08');
    expect(times.map(({ edtf }) => edtf)).toEqual([null, '2022-07']);
  });
});

describe('a law', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...Object.values(groups).flatMap((cases) => cases.map(([, words]) => words))),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      'في 3 مايو',
      '2022年8月17日',
      '😀',
      'ÿear 2019',
      '\n\n',
      ' and ',
      ' from ',
      '（10 a.m.）',
    ),
  );

  it('times are apart, in order, and begin and end with what they say, in any script', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 8 }), async (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const { span } of await timesOf(text)) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(text.slice(...span)).toMatch(/^[\p{L}\p{N}'’‘].*[\p{L}\p{N}.]$/su);
          end = span[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 60 },
    );
  });
});
