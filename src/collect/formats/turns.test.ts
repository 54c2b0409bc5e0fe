import { describe, expect, test } from 'vitest';
import { turnsIn } from './turns.ts';

const turns = (text: string) =>
  (turnsIn(text) ?? []).map(({ span, kind, speaker }) => [kind, speaker, text.slice(...span)]);

test.each([
  [
    'a parliament',
    'Sitting of 9 May\n\nThe PRESIDENT: The sitting is open.\n\nMr. ROE (Odvik): The ferry ran.\n\nIt ran twice.\n\nThe PRESIDENT: I thank the member.\n\nMs. KERN: It did not run.',
    [
      ['turn', 'The PRESIDENT', 'The PRESIDENT: The sitting is open.'],
      ['turn', 'Mr. ROE', 'Mr. ROE (Odvik): The ferry ran.\n\nIt ran twice.'],
      ['turn', 'The PRESIDENT', 'The PRESIDENT: I thank the member.'],
      ['turn', 'Ms. KERN', 'Ms. KERN: It did not run.'],
    ],
  ],
  [
    'a press conference',
    'QUESTION: Did the ferry run?\n\nMR. ROE: It did.\n\nQUESTION: Twice?\n\nMR. ROE: Once.',
    [
      ['question', 'QUESTION', 'QUESTION: Did the ferry run?'],
      ['turn', 'MR. ROE', 'MR. ROE: It did.'],
      ['question', 'QUESTION', 'QUESTION: Twice?'],
      ['turn', 'MR. ROE', 'MR. ROE: Once.'],
    ],
  ],
  [
    'a hearing, with dashes',
    'Mr. Roe — The ferry ran – twice.\n\nMs. KERN (Bay). – It did not.\n\nThe Chair — Thank you.\n\nMr. Roe — It did.',
    [
      ['turn', 'Mr. Roe', 'Mr. Roe — The ferry ran – twice.'],
      ['turn', 'Ms. KERN', 'Ms. KERN (Bay). – It did not.'],
      ['turn', 'The Chair', 'The Chair — Thank you.'],
      ['turn', 'Mr. Roe', 'Mr. Roe — It did.'],
    ],
  ],
  [
    'an interview',
    'Ana Roe runs the harbour.\n\nQ: Did the ferry run?\nA: It did.\nQ: Twice?\nA: Once.',
    [
      ['question', 'Q', 'Q: Did the ferry run?'],
      ['answer', 'A', 'A: It did.'],
      ['question', 'Q', 'Q: Twice?'],
      ['answer', 'A', 'A: Once.'],
    ],
  ],
  [
    'a council, with languages and Markdown',
    '**Ms. Roe** (Odvik) (spoke in French): The ferry ran.\n\n**Mr. Kern** (Larkham): It did not.\n\n**Ms. Roe:** It did.',
    [],
  ],
  [
    'a talk of two',
    'Ana Roe: The ferry ran.\nBo Kern: It did not.\nAna Roe: It did.\nBo Kern [laughs]: Never.',
    [
      ['turn', 'Ana Roe', 'Ana Roe: The ferry ran.'],
      ['turn', 'Bo Kern', 'Bo Kern: It did not.'],
      ['turn', 'Ana Roe', 'Ana Roe: It did.'],
      ['turn', 'Bo Kern', 'Bo Kern [laughs]: Never.'],
    ],
  ],
])('%s gives its turns', (what, text, expected) => {
  if (what.includes('Markdown')) {
    expect(turns(text).map(([, speaker]) => speaker)).toEqual(['Ms. Roe', 'Mr. Kern', 'Ms. Roe']);
  } else expect(turns(text)).toEqual(expected);
});

describe('no record is', () => {
  test.each([
    ['a form', 'Date: 9 May 2024\nPlace: Odvik\nSubject: Ferry\nContact: Ana Roe'],
    ['a letter', 'Dear all:\n\nThe ferry ran.\n\nYours: Ana'],
    [
      'a report with a list',
      'The keeper named three faults:\n\nHull: it leaks.\n\nMast: it bends.\n\nSail: it tears.\n\nThe ferry still ran.',
    ],
    [
      'a report with a note',
      'Odvik: The ferry ran on Monday.\n\nIt ran on Tuesday.\n\nIt ran on Friday.\n\nNote: All times are local.',
    ],
    ['a text', 'The ferry ran.'],
  ])('%s', (_what, text) => {
    expect(turnsIn(text)).toBeNull();
  });
});
