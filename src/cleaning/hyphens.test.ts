import { expect, it } from 'vitest';
import { isEnglishWord } from './english.ts';
import { Hyphens } from './hyphens.ts';

it.each([
  ['har', 'bour', false],
  ['agree', 'ment', false],
  ['peace', 'keepers', false],
  ['guild', 'owned', true],
  ['Norlandic', 'backed', true],
  ['UN', 'led', true],
  ['non', 'members', true],
  ['non', 'sense', false],
  ['Al', 'Odvik', true],
  ['inter-govern', 'mental', false],
  ['Odvi', 'kian', false],
])('%s- and %s: its own %s', (before, after, belongs) => {
  expect(new Hyphens([]).belongs(before, after)).toBe(belongs);
});

it('what the text writes elsewhere decides', () => {
  const hyphens = new Hyphens(['a life-boat of the pre-war guild', 'they call peacekeepers here']);
  expect(hyphens.belongs('life', 'boat')).toBe(true);
  expect(hyphens.belongs('peace', 'keepers')).toBe(false);
});

it('the list of words is found from its first to its last', () => {
  expect(['aa', 'harbour', 'the', 'zzzs'].map(isEnglishWord)).toEqual([true, true, true, true]);
  expect(['', 'a', 'odvik', 'zzzzz', 'constructor', '__proto__'].map(isEnglishWord)).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
  ]);
});
