import { expect, it } from 'vitest';
import { clauseSpan } from './clauses.ts';

it.each([
  ['words over a line’s end', 'He shall\n  pay (all).', 'shall pay (all).', [3, 21]],
  ['words that are not there', 'He shall pay.', 'shall not pay', null],
])('finds %s', (_what, text, clause, span) => {
  expect(clauseSpan(text, clause)).toEqual(span);
});
