import { describe, expect, it } from 'vitest';
import { periodOf } from './period.ts';

/** A text with what the reader made of the words in brackets. */
const reading = (marked: string, edtf: string, published: string | null = '2030-04-05') => {
  const text = marked.replace(/[[\]]/gu, '');
  const span: [number, number] = [marked.indexOf('['), marked.indexOf(']') - 1];
  return { text, published, times: [{ span, edtf, value: edtf, kind: 'date' as const }] };
};

describe('the period that a report covers', () => {
  it.each([
    ['Reporting period: [3–9 March 2030]', '2030-03-03/2030-03-09'],
    ['Monthly report, [March 2030]. The Mission counted nine shells.', '2030-03'],
    ['Weekly update for [3 to 9 March 2030]', '2030-03-03/2030-03-09'],
    ['This report covers the period from [1 February] to 28 February 2030.', '2030-02-01/2030-02-28'],
    ['Quarterly return, [first quarter of 2030]', '2030-33'],
    [
      'Report of the Commission on the period between [12 December 2029] and 9 March 2030',
      '2029-12-12/2030-03-09',
    ],
    ['Annual report [2029]', '2029'],
  ])('%s', (text, edtf) => {
    expect(periodOf(reading(text, edtf))).toBe(edtf);
  });

  it.each([
    ['a day', 'Weekly update, [9 March 2030]', '2030-03-09'],
    ['the subject of a report', 'A report on the [2015] war was shelved.', '2015'],
    ['what is not over', 'This report covers developments since [4 January 2030].', '2030-01-04/..'],
    ['a stretch in passing', 'Shells fell throughout [March 2030].', '2030-03'],
    ['another sentence’s', 'The weekly report is late. In [March 2030] shells fell.', '2030-03'],
    ['what is to come', 'Monthly report: the plan for [May 2030]', '2030-05'],
  ])('is not %s', (_name, text, edtf) => {
    expect(periodOf(reading(text, edtf))).toBeNull();
  });
});
