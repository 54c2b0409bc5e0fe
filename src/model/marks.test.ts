import { expect, test } from 'vitest';
import { everyStatus, markOf } from './marks.ts';

test.each(everyStatus)(
  '%s has a shape for its direction and a filling for its standard of proof',
  (status) => {
    const { sign, tone, level } = markOf(status);
    const [, rung, bearing] = /^(indications of|probable|established) (.+)$/.exec(status) ?? [];
    expect(tone).toBe(bearing ?? (status === 'disputed' ? 'disputed' : 'none'));
    if (!rung) return;
    expect(level).toBe(['indications of', 'probable', 'established'].indexOf(rung) + 1);
    expect(sign).toBe([...(bearing === 'breach' ? '△◭▲' : '○◒●')][level - 1]);
  },
);

test('each sign means one status', () => {
  expect(new Set(everyStatus.map((status) => markOf(status).sign)).size).toBe(everyStatus.length);
});
