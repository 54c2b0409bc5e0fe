import { expect, it } from 'vitest';
import type { Row } from '../evaluate/index.ts';
import { evaluationText } from './evaluation-text.ts';

const row = (measure: string, value: number | null, parts: Partial<Row> = {}): Row => ({
  layer: 'names',
  corpus: 'harbour',
  measure,
  unit: 'F1',
  count: 1200,
  value,
  reach: 78,
  beyond: 85,
  ...parts,
});

it('an evaluation is a table with aligned columns that says in words what is reached', () => {
  const text = evaluationText({
    reader: { name: 'first', version: '1' },
    rows: [
      row('names', 85),
      row('PER', 78.04),
      row('ORG', 77.96),
      row('LOC', 5, { reach: null, beyond: null, count: 7 }),
      row('r', 0.604, { unit: 'r', reach: 0.6, beyond: 0.8 }),
      row('none', null),
    ],
    notMeasured: [{ layer: 'syntax', corpus: 'ewt/dev', why: 'this reader has no syntax layer' }],
  });
  expect(text.split('\n')).toEqual([
    'reader: first 1',
    '',
    'layer  corpus   measure  count  figure  unit  reach  beyond',
    'names  harbour  names     1200    85.0  F1     78.0    85.0  beyond',
    'names  harbour  PER       1200    78.0  F1     78.0    85.0  reached',
    'names  harbour  ORG       1200    78.0  F1     78.0    85.0  not reached',
    'names  harbour  LOC          7     5.0  F1',
    'names  harbour  r         1200    0.60  r      0.60    0.80  reached',
    'names  harbour  none      1200       –  F1     78.0    85.0',
    '',
    'syntax on ewt/dev: not measured: this reader has no syntax layer',
  ]);
});

it('what stands beside a figure has a column of its own, where anything does', () => {
  const text = evaluationText({
    reader: { name: 'first', version: '1' },
    rows: [
      row('pairs', 50, { beside: 31.26 }),
      row('looked at', 7, { unit: '% of pairs', reach: 8, beyond: 4 }),
      row('held', null, { beside: null, reach: null, beyond: null }),
    ],
    notMeasured: [],
  });
  expect(text.split('\n').slice(2)).toEqual([
    'layer  corpus   measure    count  figure  beside  unit        reach  beyond',
    'names  harbour  pairs       1200    50.0    31.3  F1           78.0    85.0  not reached',
    'names  harbour  looked at   1200     7.0          % of pairs    8.0     4.0  reached',
    'names  harbour  held        1200       –       –  F1',
  ]);
});
