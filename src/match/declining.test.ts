import { expect, test } from 'vitest';
import type { Claim } from '../model/index.ts';
import { asksForAnswers, isDeclining } from './declining.ts';

const clause = (text: string, lemma: string, polarity: Claim['polarity'] = 'affirmed') =>
  ({ text, claim: { predicate: { lemma }, polarity } }) as Parameters<typeof isDeclining>[0];

test.each([
  ['The front declined to comment', 'decline', 'affirmed'],
  ['The ministry refused to discuss the raid', 'refuse', 'affirmed'],
  ['the front has not commented on the report so far', 'comment', 'negated'],
  ['The port office did not respond to questions', 'respond', 'negated'],
  ['Odvik did not immediately return a request for comment', 'return', 'negated'],
  ['A spokesman did not answer e-mails', 'answer', 'negated'],
] as const)('gives the press no answer: %s', (text, lemma, polarity) => {
  expect(isDeclining(clause(text, lemma, polarity))).toBe(true);
});

test.each([
  ['The front commented on the raid', 'comment', 'affirmed'],
  ['The coast guard did not respond to the distress call', 'respond', 'negated'],
  ['Odvik did not return the prisoners', 'return', 'negated'],
  ['The guards refused to let the convoy pass', 'refuse', 'affirmed'],
  ['Norland did not refuse to comment', 'refuse', 'negated'],
] as const)('is something else: %s', (text, lemma, polarity) => {
  expect(isDeclining(clause(text, lemma, polarity))).toBe(false);
});

test('a duty to answer is broken by giving none', () => {
  expect(asksForAnswers('Norland answers the questions of the inspectors within ten days.')).toBe(true);
  expect(asksForAnswers('Norland withdraws its guns from the harbour.')).toBe(false);
});
