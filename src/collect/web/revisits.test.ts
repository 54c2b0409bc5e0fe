import { expect, test } from 'vitest';
import { isDue } from './revisits.ts';

const at = (hours: number) => new Date(Date.UTC(2031, 5, 1) + hours * 3_600_000);
const seen = (checked: number, mark: string | null = 'a') => ({
  firstAt: at(0).toISOString(),
  checkedAt: at(checked).toISOString(),
  mark,
});

test.each([
  ['not at once', seen(0), 'a', 0.5, false],
  ['after an hour', seen(0), 'a', 1, true],
  ['at once when the feed says something else of it', seen(0), 'b', 0.1, true],
  ['when the feed has said nothing before', seen(0, null), 'b', 0.1, false],
  ['later and later', seen(10), 'a', 19, false],
  ['after half of its age', seen(10), 'a', 20, true],
  ['no more after a month', seen(10), 'a', 24 * 31, false],
  ['after a month when the feed brings it up', seen(10), 'b', 24 * 31, true],
] as const)('a page that a feed named is asked again: %s', (_when, visit, mark, hours, due) => {
  expect(isDue(visit, mark, at(hours))).toBe(due);
});

test('and for a month some twenty times', () => {
  let visit = seen(0);
  let asked = 0;
  for (let hours = 0; hours < 24 * 40; hours += 0.25) {
    if (!isDue(visit, null, at(hours))) continue;
    visit = seen(hours);
    asked += 1;
  }
  expect(asked).toBeGreaterThan(8);
  expect(asked).toBeLessThan(25);
});
