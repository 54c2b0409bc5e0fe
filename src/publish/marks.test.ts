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

  it('say in words what rests on suggestions alone', () => {
    const finding = { status: 'indications of performance', late: true, onSuggestions: true } as const;
    expect(statusWords(finding)).toBe('indications of performance, late, suggested only');
  });
});
