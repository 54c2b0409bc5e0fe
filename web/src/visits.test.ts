import { expect, it } from 'vitest';
import { differences, visitOf } from './visits.ts';

const seen = [
  { id: 'a', status: 'no information', evidence: 2 },
  { id: 'b', status: 'probable breach', evidence: 5 },
] as const;

it('finds nothing where nothing is different', () => {
  expect(differences(visitOf(seen, '2030-01-01T00:00:00Z'), seen)).toEqual([]);
});

it('finds statuses, evidence and commitments that are new', () => {
  const visit = visitOf(seen, '2030-01-01T00:00:00Z');
  expect(
    differences(visit, [
      { id: 'a', status: 'indications of breach', evidence: 2 },
      { id: 'b', status: 'probable breach', evidence: 4 },
      { id: 'c', status: 'not due', evidence: 0 },
    ]),
  ).toEqual([
    { commitment: 'a', before: 'no information', now: 'indications of breach', evidence: 0 },
    { commitment: 'b', before: 'probable breach', now: 'probable breach', evidence: -1 },
    { commitment: 'c', before: undefined, now: 'not due', evidence: 0 },
  ]);
});
