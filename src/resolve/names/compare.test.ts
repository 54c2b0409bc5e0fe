import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from './compare.ts';

const people: [what: string, a: string, b: string, same: boolean][] = [
  ['another transcription', 'Yusuf Abd al-Karim', 'Yusuf Abdel Kareem', true],
  ['doubled and voiced letters', 'Muammar Qassim', 'Moammar Kasim', true],
  ['Cyrillic', 'Олег Сидоренко', 'Oleg Sydorenko', true],
  ['Arabic script, which has no short vowels', 'كريم منصور', 'Karim Mansour', true],
  ['the order of a register', 'Berg, Ola', 'Ola Berg', true],
  ['a title', 'Gen. Ola Berg', 'Ola Berg', true],
  ['an initial', 'O. Berg', 'Ola Berg', true],
  ['a short form', 'Ben Dahl', 'Benjamin Dahl', true],
  ['a middle name', 'Ola Nils Berg', 'Ola Berg', true],
  ['words run together', 'OlaBerg', 'Ola Berg', true],
  ['a slip', 'Olga Bergsson', 'Olga Bergson', true],
  ['another given name', 'Ola Berg', 'Henrik Berg', false],
  ['another family name', 'Yusuf al-Basri', 'Yusuf al-Halabi', false],
  ['another character', '王小明', '王大明', false],
  ['initials alone', 'O.B.', 'Ola Berg', false],
  ['the son of his father', 'Oleksandr Petrenko', 'Ivan Oleksandrovych Petrenko', false],
];

const bodies: [what: string, a: string, b: string, same: boolean][] = [
  ['a legal form written out', 'Lake Ferries Ltd', 'Lake Ferries Limited', true],
  ['a number in words', 'Battalion Forty-Two', 'Battalion 42', true],
  ['a transcription', 'al-Nour Front', 'Al Noor Front', true],
  ['another word', 'Lake Bank', 'River Bank', false],
];

describe('compareNames', () => {
  it.each(people)('person: %s', (_what, a, b, same) => {
    expect(compareNames(a, b).score >= 0.5).toBe(same);
  });

  it.each(bodies)('body: %s', (_what, a, b, same) => {
    expect(compareNames(a, b, true).score >= 0.5).toBe(same);
  });

  it('a word more makes another body sooner than another person', () => {
    const [short, long] = ['Berg Dahl', 'Berg Dahl Norland'];
    expect(compareNames(short, long, true).score).toBeLessThan(compareNames(short, long).score);
  });

  it('a number more makes a body less likely the same', () => {
    const numbered = compareNames('Border Brigade', 'Border Brigade 2', true).score;
    expect(numbered).toBeLessThan(compareNames('Border Brigade', 'Border Brigades', true).score);
  });

  it('gives its reasons in plain words', () => {
    expect(compareNames('O. Berg Dahl', 'Ola Berg').reasons).toEqual([
      'the same: “berg”',
      '“o” and “ola”: an initial',
      'only the first has “dahl”',
    ]);
  });

  const name = fc.string({ minLength: 1, maxLength: 30 });

  it('a score is a share, and does not hang on which name comes first', () => {
    fc.assert(
      fc.property(name, name, fc.boolean(), (a, b, isBody) => {
        const { score } = compareNames(a, b, isBody);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(compareNames(b, a, isBody).score).toBeCloseTo(score, 6);
      }),
      { examples: [['E Ec ', 'e k', false]] },
    );
  });
});
