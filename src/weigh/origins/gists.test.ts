import { describe, expect, it } from 'vitest';
import { numbersIn } from './gists.ts';

describe('the numbers of a text', () => {
  it.each([
    ['Of forty letters twenty-two came back', ['40', '22']],
    ['1,400 tonnes in 2.5 days', ['1400', '2.5']],
    ['a nine-mile road', ['9']],
    ['no number', []],
  ])('%s', (text, numbers) => {
    expect([...numbersIn(text)]).toEqual(numbers);
  });
});
