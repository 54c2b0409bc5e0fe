import edtf from 'edtf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalOf } from './interval.ts';

test('plain days are read as the library reads them', () => {
  const digits = (length: number) =>
    fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'));
  const date = fc.oneof(
    fc.tuple(digits(4), digits(2), digits(2)).map((parts) => parts.join('-')),
    fc
      .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  );
  const byLibrary = (day: string) => {
    try {
      const { min, max } = edtf(day);
      return { from: min, to: max };
    } catch {
      return null;
    }
  };
  fc.assert(
    fc.property(date, (day) => {
      expect(intervalOf(day)).toEqual(byLibrary(day));
    }),
  );
});
