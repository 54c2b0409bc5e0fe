import { describe, expect, it } from 'vitest';
import { allMarks, statusWords } from './marks.ts';

describe('signs', () => {
  it.each(allMarks.filter(([status]) => /breach|performance/.test(status)))(
    'of %s has the shape that the workbench draws: a triangle for breach, a circle for performance',
    (status, { sign }) => {
      expect(status.endsWith('breach') ? '△◭▲' : '○◒●').toContain(sign);
    },
  );

  it('are each of one status', () => {
    expect(new Set(allMarks.map(([, { sign }]) => sign)).size).toBe(allMarks.length);
  });

  it('say in words that performance was late', () => {
    expect(statusWords({ status: 'indications of performance', late: true })).toBe(
      'indications of performance, late',
    );
    expect(statusWords({ status: 'probable breach', late: true })).toBe('probable breach');
  });
});
