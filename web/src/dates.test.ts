import { expect, test } from 'vitest';
import { dateInWords, dayOrNothing, momentInWords, monthsBefore } from './dates.ts';

test.each([
  ['2020-10-31', '31 Oct 2020'],
  ['2020-10', 'Oct 2020'],
  ['2020', '2020'],
  ['2020-22', 'summer 2020'],
  ['2020-10~', 'about Oct 2020'],
  ['2020?', 'perhaps 2020'],
  ['2022-11-02/..', 'from 2 Nov 2022'],
  ['../2022-11', 'until Nov 2022'],
  ['2022-11-28/2022-12-04', '28 Nov – 4 Dec 2022'],
  ['2020-02/2020-05', 'Feb – May 2020'],
  ['2020-10~/2021', 'about Oct 2020 – 2021'],
  ['2020-13', '2020-13'],
  ['early May', 'early May'],
])('%s is written %s', (edtf, words) => {
  // The language's own separator may stand between thin blanks.
  expect(
    dateInWords(edtf)
      .replace(/[\u2009\u202f\u00a0]/g, ' ')
      .replace(/(\d|[a-z])–/, '$1 –'),
  ).toBe(words);
});

test('an instant is told in UTC', () => {
  expect(momentInWords('2020-10-31T23:30:00Z')).toBe('31 Oct 2020, 23:30 UTC');
});

test('only a real day passes from the address', () => {
  expect(dayOrNothing('2020-10-31')).toBe('2020-10-31');
  expect(dayOrNothing('2020-10-32')).toBeUndefined();
  expect(dayOrNothing('yesterday')).toBeUndefined();
  expect(dayOrNothing(undefined)).toBeUndefined();
});

test('months are counted back to the same day, or the last of its month', () => {
  expect(monthsBefore('2022-08-31', 3)).toBe('2022-05-31');
  expect(monthsBefore('2022-05-31', 3)).toBe('2022-02-28');
  expect(monthsBefore('2022-02-10', 3)).toBe('2021-11-10');
});
