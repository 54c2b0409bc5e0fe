import { expect, test } from 'vitest';
import { everyStatus } from '../../src/model/marks.ts';
import { tally } from './summary.ts';
import { words } from './words.ts';

test('every commitment counts in one number', () => {
  const { total, ...parts } = tally(everyStatus.map((status) => ({ status })));
  expect(total).toBe(10);
  expect(parts).toEqual({ breach: 3, performance: 3, disputed: 1, silent: 2, notDue: 1 });
});

test('the summary is one sentence that leaves out what is none, but never the breaches', () => {
  expect(words.board.summary(tally([{ status: 'no information' }]))).toBe(
    '0 of 1 commitment with evidence of breach, 1 without information.',
  );
  expect(words.board.summary(tally(everyStatus.map((status) => ({ status }))))).toBe(
    '3 of 10 commitments with evidence of breach, 3 with evidence of performance, 1 disputed, 2 without information, 1 not yet due.',
  );
});
