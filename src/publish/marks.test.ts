import { expect, test } from 'vitest';
import { statusWords } from './marks.ts';

test('a status says in words that performance was late', () => {
  expect(statusWords({ status: 'indications of performance', late: true })).toBe(
    'indications of performance, late',
  );
  expect(statusWords({ status: 'probable breach', late: true })).toBe('probable breach');
});
