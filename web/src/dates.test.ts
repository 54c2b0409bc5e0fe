import { expect, test } from 'vitest';
import { dateInWords, dayOrNothing, momentInWords } from './dates.ts';

test('days, months and years in words; other EDTF as it stands', () => {
  expect(dateInWords('2020-10-31')).toBe('31 Oct 2020');
  expect(dateInWords('2020-10')).toBe('October 2020');
  expect(dateInWords('2020')).toBe('2020');
  expect(dateInWords('2020-13')).toBe('2020-13');
  expect(dateInWords('2020-10~/2021')).toBe('2020-10~/2021');
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
