import { expect, it } from 'vitest';
import { noteVerdict, verdictHistory } from './verdict-history.ts';

it('remembers each verdict until it is taken back', () => {
  noteVerdict('case', { evidence: 'a', verdict: 'accepted', before: 'proposed' });
  noteVerdict('case', { evidence: 'b', verdict: 'rejected', before: 'proposed' });
  expect(verdictHistory().given.map(({ evidence }) => evidence)).toEqual(['a', 'b']);
  noteVerdict('case', { evidence: 'b', verdict: 'proposed', before: 'rejected' });
  expect(verdictHistory().given.map(({ evidence }) => evidence)).toEqual(['a']);
  expect(verdictHistory().latest).toBe('proposed');
});
