import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateInAddress, isPublicationDate, leadingDate, writtenDate } from './dates.ts';

test.each(['2020', '2020-02', '2020-02-29', '1999-12-31', '0987'])('%s is a date', (text) => {
  expect(isPublicationDate(text)).toBe(true);
});

test.each([
  '',
  '20',
  '2020-13',
  '2020-00',
  '2021-02-29',
  '2020-06-31',
  '2020-1-1',
  '2020-01-01T00:00',
  ' 2020',
  '2020/01/01',
])('%j is no date', (text) => {
  expect(isPublicationDate(text)).toBe(false);
});

test('every day of the calendar is a date', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => isPublicationDate(date.toISOString().slice(0, 10)),
    ),
  );
});

describe('the date at the start of a timestamp', () => {
  test.each([
    ['2020-10-25T08:15:00+02:00', '2020-10-25'],
    ['2020/10/25 08:15', '2020-10-25'],
    [' 2020-10 ', '2020-10'],
    ['2020', '2020'],
    ['2020-02-30T00:00:00Z', null],
    ['20201025', '2020-10-25'],
    ['20201025T081500Z', '2020-10-25'],
    ['20201325', null],
    ['1603613700', '2020-10-25'],
    ['1603613700000', '2020-10-25'],
    ['Sunday, 25 October 2020', null],
    ['', null],
  ])('%j → %j', (timestamp, date) => {
    expect(leadingDate(timestamp)).toBe(date);
  });
});

describe('a day written out', () => {
  test.each([
    ['Sun, 25 Oct 2020 23:30:00 -0700', '2020-10-25'],
    ['Published: October 5th, 2020 at noon', '2020-10-05'],
    ['the 1st of Sept. 2020', '2020-09-01'],
    ['Updated 2020-10-25 10:00', '2020-10-25'],
    ['25 Octember 2020', null],
    ['13 พ.ค. 2567 เวลา 08:15 น.', '2024-05-13'],
    ['13 มี.ค. 2567', '2024-03-13'],
    ['الاثنين 13 أيار/مايو 2024', '2024-05-13'],
    ['30 February 2020', null],
    ['10/11/2020', null],
    ['', null],
  ])('%j is %j', (text, date) => {
    expect(writtenDate(text)).toBe(date);
  });

  test.each([
    ['https://a.example/2020/10/25/title', '2020-10-25'],
    ['https://a.example/news/2020-10-25-title', '2020-10-25'],
    ['https://a.example/2020/13/25/title', null],
    ['https://a.example/2020/10/title', '2020-10'],
    ['https://a.example/world/2020/oct/25/title', '2020-10-25'],
    ['https://a.example/news/20201025-title', '2020-10-25'],
    ['https://a.example/item/20209925', null],
    ['https://a.example/12020/10/25/', null],
  ])('in the address %s is %j', (url, date) => {
    expect(dateInAddress(url)).toBe(date);
  });
});
