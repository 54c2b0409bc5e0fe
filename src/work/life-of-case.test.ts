import { expect, it } from 'vitest';
import { CaseFile } from '../model/index.ts';
import { passAgreement } from '../model/testing.ts';
import { today } from './assess-case.ts';
import { lifeOf } from './life-of-case.ts';

const commitment = (window: object) => ({
  id: 'leave',
  debtor: 'norland',
  creditor: 'sudland',
  kind: 'obligation',
  requires: 'Norland leaves.',
  window,
});
const fileOf = (signed: string, window: object): CaseFile =>
  CaseFile.parse({ ...passAgreement, signed, commitments: [commitment(window)] });
const thisYear = Number(today().slice(0, 4));

it.each([
  ['1950-03-01', { from: '1950-03-01' }, '1940-01-01', `${thisYear + 10}-12-31`],
  ['2180-03-01', { from: '2179-01-01', to: '2190-01-01' }, `${thisYear - 10}-01-01`, '2200-12-31'],
  ['2180-03-01', { from: '2180-03-01', within: 'P30Y' }, `${thisYear - 10}-01-01`, '2220-12-31'],
])('a case signed on %s with the window %j lives from %s to %s', (signed, window, from, to) => {
  expect(lifeOf(fileOf(signed, window))).toEqual({ from, to });
});
