import { expect, it } from 'vitest';
import { likelihoodInWords } from './likelihood.ts';

it.each([
  [1, 'almost certain, 95–99 %'],
  [0.8, 'very likely, 80–95 %'],
  [0.79, 'likely, 55–80 %'],
  [0.5, 'roughly even chance, 45–55 %'],
  [0.2, 'unlikely, 20–45 %'],
  [0, 'almost no chance, 1–5 %'],
])('%d is %s', (probability, words) => {
  expect(likelihoodInWords(probability)).toBe(words);
});
