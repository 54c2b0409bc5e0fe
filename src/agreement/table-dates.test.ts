import { expect, it } from 'vitest';
import { dueOf } from './table-dates.ts';

it.each([
  ['2031-05-14', { to: '2031-05-14' }],
  ['by 14 May 2031', { to: '2031-05-14' }],
  ['May 14, 2031', { to: '2031-05-14' }],
  ['14th Sept 2031', { to: '2031-09-14' }],
  ['14.5.2031', { to: '2031-05-14' }],
  ['14/05/2031', { to: '2031-05-14' }],
  ['05/14/2031', { to: '2031-05-14' }],
  ['7/7/2031', { to: '2031-07-07' }],
  ['30 days', { within: 'P30D', after: null }],
  ['within 6 months of the signing', { within: 'P6M', after: null }],
  ['D+90', { within: 'P90D', after: null }],
  ['P1Y', { within: 'P1Y', after: null }],
  ['10 days after the locks have opened', { within: 'P10D', after: 'the locks have opened' }],
  ['upon ratification', { after: 'ratification' }],
  ['', null],
  ['n/a', null],
  ['ongoing', null],
])('reads %j', (cell, due) => {
  expect(dueOf(cell)).toEqual(due);
});

it.each(['03/04/2031', '31/02/2031', 'soon', '30', '14 Foo 2031'])('says why %j is unclear', (cell) => {
  expect(dueOf(cell)).toEqual({ unclear: expect.any(String) });
});
