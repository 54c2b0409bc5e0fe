import { expect, it } from 'vitest';
import type { CaseFile, Decision, Placement } from '../../src/model/index.ts';
import { placeOf } from './placement.ts';

const file = {
  commitments: [{ id: 'leave', signs: [{ id: 'stays', says: 'They stay.', bearing: 'breach' }] }],
} as CaseFile;
const placed = (value: Placement | null) => placeOf(file, { kind: 'indicator', value } as Decision);

it('tells where evidence was placed, also by an indicator of an older store', () => {
  expect(placed({ commitment: 'leave', bearing: 'performance' })).toMatchObject({ bearing: 'performance' });
  expect(placed({ commitment: 'leave', indicator: 'stays' })).toEqual({
    commitment: 'leave',
    bearing: 'breach',
  });
  expect(placed({ commitment: 'leave', indicator: 'gone' })).toBeNull();
  expect([placed(null), placeOf(file, undefined)]).toEqual([null, null]);
});
