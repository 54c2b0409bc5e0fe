import { expect, test } from 'vitest';
import { everyStatus, statusParts } from './status.ts';

test('a status on the ladder has a direction and a rung', () => {
  expect(statusParts('indications of breach')).toEqual({ tone: 'breach', level: 1 });
  expect(statusParts('probable performance')).toEqual({ tone: 'performance', level: 2 });
  expect(statusParts('established breach')).toEqual({ tone: 'breach', level: 3 });
});

test('a status off the ladder points nowhere', () => {
  expect(statusParts('no information')).toEqual({ tone: 'none', level: 0 });
  expect(statusParts('not due')).toEqual({ tone: 'none', level: 0 });
  expect(statusParts('disputed').tone).toBe('disputed');
});

test('the legend names every status once', () => {
  expect(new Set(everyStatus).size).toBe(10);
});
