import { expect, it } from 'vitest';
import { statusFigures, withoutStandard } from './statuses.ts';

it('a status is compared without its standard of proof', () => {
  expect(withoutStandard('indications of breach')).toBe('breach');
  expect(withoutStandard('established performance')).toBe('performance');
  expect(withoutStandard('not due')).toBe('not due');
  expect(withoutStandard('not assessed')).toBe('no information');
});

it('the share of equal statuses stands beside always the commonest', () => {
  const figures = statusFigures([
    { coded: 'breach', found: 'breach', standard: 'probable' },
    { coded: 'breach', found: 'no information', standard: null },
    { coded: 'performance', found: 'breach', standard: 'probable' },
    { coded: 'breach', found: 'performance', standard: 'indications' },
  ]);
  expect(figures).toMatchObject([
    { measure: 'statuses', count: 4, value: 25, beside: 75 },
    { measure: 'statuses: called breach or performance, right', count: 3, value: 100 / 3 },
    { measure: 'statuses: indications, right', count: 1, value: 0 },
    { measure: 'statuses: probable, right', count: 2, value: 50 },
  ]);
});
