import { expect, test } from 'vitest';
import { publisherAt } from './hosts.ts';

test.each([
  ['https://www.ridge.example/a/b?c', 'ridge.example'],
  ['https://m.ridge.example:8080/', 'ridge.example:8080'],
  ['https://www.reuters.com/world/x', 'Reuters'],
  ['https://news.un.org/en/story', 'UN News'],
  ['https://peacekeeping.un.org/en', 'United Nations'],
  ['https://notreuters.com/', 'notreuters.com'],
  ['no address', null],
])('who publishes at %s: %s', (address, publisher) => {
  expect(publisherAt(address)).toBe(publisher);
});
