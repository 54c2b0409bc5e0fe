import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyKey, bodyNamed } from './body-names.ts';
import { ownersOf } from './owners.ts';

const owners = ownersOf({ parties: [] });
const keyOf = (words: string): string | null => {
  const body = bodyNamed(words, owners);
  return body && bodyKey(body);
};

/** Ways to write a ministry of a state: name and adjective; what it is for, before and after; its minister. */
const ways = (state: string, people: string, of: string, before: string): string[] => [
  `the ${people} ${before} ministry`,
  `${people} ${before} ministry`,
  `${people} ${of} Ministry`,
  `the ${people} Ministry of ${of}`,
  `the ${people} ministry for ${before}`,
  `${state}'s ${before} ministry`,
  `${state}’s ${of} Ministry`,
  `${state}’s Ministry of ${of}`,
  `${state}’s ministry of ${before}`,
  `the ${before} ministry of ${state}`,
  `the ${of} Ministry of ${state}`,
  `the Ministry of ${of} of ${state}`,
  `Ministry of ${of} of the Republic of ${state}`,
  `the Ministry of ${of} of the Kingdom of ${state}`,
  `${state} Ministry of ${of}`,
  `${state} ${before} ministry`,
  `the ${people} ${before} department`,
  `the ${people} Department of ${of}`,
  `${state}’s Department of ${of}`,
  `a spokesman for the ${people} ${before} ministry`,
  `a spokeswoman of the ${people} Ministry of ${of}`,
  `two officials of ${state}’s ${before} ministry`,
  `senior officials at the ${people} ${before} ministry`,
  `officials in the ${people} Ministry of ${of}`,
  `a source at the ${people} ${before} ministry`,
  `the press service of the ${people} Ministry of ${of}`,
  `the press office of the ${before} ministry of ${state}`,
  `a statement by the ${people} ${before} ministry`,
  `a press release of the Ministry of ${of} of ${state}`,
  `the website of the ${people} Ministry of ${of}`,
  `the official Telegram channel of the ${people} ${before} ministry`,
  `the verified account of ${state}’s Ministry of ${of}`,
  `${people} ${before} ministry spokesman Ivo Lantos`,
  `${people} ${before} ministry officials`,
  `${people} ${before} ministry sources`,
  `the ${people} ${before} minister`,
  `${people} ${of} Minister Ada Venn`,
  `${state}’s ${before} minister`,
  `${state}’s ${of} Minister Ada Venn`,
  `the ${before} minister of ${state}`,
];

const states = [
  ['Ostravia', 'Ostravian'],
  ['Tirhal', 'Tirhali'],
  ['Orvanda', 'Orvandan'],
  ['Kenya', 'Kenyan'],
  ['France', 'French'],
] as const;
const offices = [
  ['Defence', 'defence'],
  ['Finance', 'finance'],
  ['Health', 'health'],
  ['Justice', 'justice'],
] as const;

describe('the names of a body', () => {
  it('are forty, and one', () => {
    expect(ways('Ostravia', 'Ostravian', 'Defence', 'defence')).toHaveLength(40);
  });

  it.each(ways('Ostravia', 'Ostravian', 'Defence', 'defence'))('%s', (words) => {
    expect(keyOf(words)).toBe(keyOf('the Ostravian defence ministry'));
  });

  it('are one for every state and office, and no two bodies share one', () => {
    const state = fc.constantFrom(...states);
    const office = fc.constantFrom(...offices);
    const way = fc.nat(39);
    fc.assert(
      fc.property(state, office, way, state, office, way, (s, o, w, s2, o2, w2) => {
        const one = keyOf(ways(s[0], s[1], o[0], o[1])[w] as string);
        const other = keyOf(ways(s2[0], s2[1], o2[0], o2[1])[w2] as string);
        expect(one === other).toBe(s === s2 && o === o2);
      }),
    );
  });

  it.each([
    ['the defense ministry', 'the defence ministry'],
    ['the Ministry of Foreign Affairs of Ostravia', 'the Ostravian foreign ministry'],
    ['Ostravia’s Ministry of Internal Affairs', 'the Ostravian interior ministry'],
    ['the Ostravian armed forces', 'the Ostravian army'],
    ['the Pentagon', 'the US Department of Defense'],
    ['the French government', 'Paris'],
    ['the defence ministry in Paris', 'the French defence ministry'],
    ['the U.N.', 'the United Nations'],
    ['UN officials', 'the United Nations Organization'],
    ['the UN mission', 'the United Nations Mission in Tirhal'],
    ['UN monitors', 'the UN mission'],
    ['EU officials', 'the European Union'],
    ['the World Food Programme', 'WFP'],
    ['the Ostravian cabinet', 'the government of Ostravia'],
  ])('%s is %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ['the Ostravian army', 'the Ostravian navy'],
    ['the Ostravian finance ministry', 'the finance ministry'],
    ['Ministry of Defence', 'Ministry of Health'],
    ['the UN mission', 'the EU mission'],
    ['the UN mission', 'the United Nations'],
  ])('%s is not %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it.each(['', '—', 'officials', '7'])('“%s” names none', (words) => {
    expect(keyOf(words)).toBeNull();
  });
});
