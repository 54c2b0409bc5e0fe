import { expect, test } from 'vitest';
import type { Origin } from '../../src/model/index.ts';
import {
  documentOfClaim,
  documentsOf,
  type EvidenceItem,
  leftOutItems,
  originsTelling,
  suggestedIn,
} from './origins.ts';

const origin = (id: string, bearing: Origin['bearing'], adds: number, documents: string[] = []): Origin => ({
  id,
  name: id,
  camp: 'other',
  grade: null,
  documents,
  claims: [],
  bearing,
  stance: 'affirms',
  ties: [],
  adds,
  subject: null,
});

const evidence = (id: string, claim: string, of: string | null): EvidenceItem => ({
  id,
  claim,
  document: 'd',
  span: [0, 1],
  words: 'w',
  origin: of,
  bearing: 'breach',
  stance: 'affirms',
  kind: 'conduct',
  probability: 0.7,
  elements: [],
  verdict: 'proposed',
  role: of ? 'counts' : 'left out',
  opinion: { belief: 0, disbelief: 0, uncertainty: 1, probability: null },
  chain: [],
  through: [],
});

const affirming = (bearing: Origin['bearing']) => ({ bearing, stance: 'affirms' as const });

test('who denies a breach is not among those who report one', () => {
  const denial = { ...origin('a', 'breach', -0.2), stance: 'denies' as const };
  const told = { origins: [denial, origin('b', 'breach', 0.3)], evidence: [] };
  expect(originsTelling(told, affirming('breach')).map(({ origin: { id } }) => id)).toEqual(['b']);
  const denying = originsTelling(told, { bearing: 'breach', stance: 'denies' });
  expect(denying.map(({ origin: { id } }) => id)).toEqual(['a']);
});

test('the origin that adds most comes first, with its own evidence', () => {
  const origins = [origin('a', 'breach', 0.1), origin('b', 'breach', 0.3), origin('c', 'performance', 0.9)];
  const found = originsTelling({ origins, evidence: [evidence('1', 'd/1', 'b')] }, affirming('breach'));
  expect(found.map(({ origin, evidence }) => [origin.id, evidence.length])).toEqual([
    ['b', 1],
    ['a', 0],
  ]);
});

test('a body that is an origin of both bearings shows each claim where it counts', () => {
  const origins = [
    { ...origin('a', 'breach', 0.1), claims: ['d/1'] },
    { ...origin('a', 'performance', 0.1), claims: ['d/2'] },
  ];
  const both = { origins, evidence: [evidence('1', 'd/1', 'a'), evidence('2', 'd/2', 'a')] };
  expect(originsTelling(both, affirming('breach'))[0]?.evidence.map(({ id }) => id)).toEqual(['1']);
  expect(originsTelling(both, affirming('performance'))[0]?.evidence.map(({ id }) => id)).toEqual(['2']);
});

test('every piece of evidence is shown once: under its origin or as left out', () => {
  const items = leftOutItems({
    origins: [origin('a', 'breach', 0)],
    evidence: [
      evidence('1', 'd/1', 'a'),
      evidence('2', 'd/2', null),
      evidence('3', 'd/2', null),
      evidence('4', 'd/4', 'gone'),
    ],
    leftOut: [
      { claim: 'd/2', why: 'Rejected.' },
      { claim: 'd/9', why: 'Before the window.' },
    ],
  });
  expect(items.map(({ claim, why, evidence }) => [claim, why, evidence.map(({ id }) => id)])).toEqual([
    ['d/2', 'Rejected.', ['2', '3']],
    ['d/9', 'Before the window.', []],
    ['d/4', null, ['4']],
  ]);
});

test('what is suggested stands apart, the likeliest first', () => {
  const suggested = ['1', '2'].map((id, place) => ({
    ...evidence(id, `d/${id}`, null),
    role: 'suggested' as const,
    probability: 0.4 + place / 10,
  }));
  const finding = { origins: [], leftOut: [], evidence: [...suggested, evidence('3', 'd/3', null)] };
  expect(suggestedIn(finding).map(({ id }) => id)).toEqual(['2', '1']);
  expect(leftOutItems(finding).map(({ claim }) => claim)).toEqual(['d/3']);
});

test('a document counts once', () => {
  expect(documentsOf([origin('a', 'breach', 0, ['x', 'y']), origin('b', 'breach', 0, ['y'])])).toBe(2);
  expect(documentOfClaim('00ff/c3')).toBe('00ff');
});
