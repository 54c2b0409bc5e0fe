import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../gazetteer.ts';
import { Tagger } from '../network/tagger.ts';
import { isKnownPlace } from '../places.ts';
import { SyntaxTrees } from '../syntax-trees.ts';
import { findReferents, NameTags } from './index.ts';

let loading: Promise<Tagger> | undefined;
const read = async (text: string) => {
  loading ??= Tagger.load();
  const tagged = await (await loading).tag(text);
  const trees = new SyntaxTrees(text, tagged);
  return {
    trees,
    referents: findReferents(trees, new NameTags(trees, tagged), (name) =>
      isKnownPlace(name, loadGazetteer()),
    ),
  };
};

/** The words that stand for an entity, by its name. */
const chains = async (text: string): Promise<Record<string, string[]>> => {
  const { referents } = await read(text);
  return Object.fromEntries(
    referents.entities.map(({ name, mentions }) => [
      name,
      mentions.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]).map(([start, end]) => text.slice(start, end)),
    ]),
  );
};

/** Text, the entity, and what stands for it besides its own name; each case is the rule it is about. */
const cases: readonly (readonly [rule: string, text: string, name: string, others: readonly string[]])[] = [
  ['surnames', 'Viktor Lem left Bonn. Lem was tired.', 'Viktor Lem', ['Lem']],
  [
    'surnames with a particle',
    'Husam al-Karim left Bonn. Al-Karim was tired.',
    'Husam al-Karim',
    ['Al-Karim'],
  ],
  [
    'of two with a surname the one of the right gender',
    'Mr. Viktor Lem and Mrs. Anna Lem left Bonn. Mr. Lem was tired.',
    'Viktor Lem',
    ['Lem'],
  ],
  [
    'an acronym in brackets',
    'The National Harbour Authority (NHA) closed the port. The NHA gave no reason.',
    'National Harbour Authority',
    ['NHA', 'NHA'],
  ],
  [
    'a further name',
    'Husam Karim, also known as Abu Salim al-Bonni, was killed. Abu Salim had led the group.',
    'Husam Karim',
    ['Abu Salim al-Bonni', 'Abu Salim'],
  ],
  [
    'a nom de guerre',
    'Rebels buried Viktor Lem, better known by his nom de guerre Falcon, on Monday.',
    'Viktor Lem',
    ['his', 'Falcon'],
  ],
  ['he', 'Viktor Lem met Anna Berg. He thanked her.', 'Viktor Lem', ['He']],
  ['she', 'Viktor Lem met Anna Berg. He thanked her.', 'Anna Berg', ['her']],
  [
    'a title tells the gender',
    'The judge heard Mrs. Orlova and Mr. Brandt. She was calm.',
    'Orlova',
    ['She'],
  ],
  [
    'an apposition',
    'Viktor Lem, a senior commander, fled. The commander is wounded.',
    'Viktor Lem',
    ['a senior commander', 'The commander'],
  ],
  [
    'an apposition turned round',
    'The Moldovan president, Maia Stern, arrived. She spoke briefly.',
    'Maia Stern',
    ['The Moldovan president', 'She'],
  ],
  [
    'a copula',
    'Anna Berg is the envoy to Moldova. The envoy left on Monday.',
    'Anna Berg',
    ['the envoy', 'The envoy'],
  ],
  [
    'the group',
    'The Northern Front denied the attack. The group said it had no fighters there.',
    'Northern Front',
    ['The group', 'it'],
  ],
  [
    'the ministry',
    'The Ministry of Defence said that troops had left. The ministry gave no figures.',
    'Ministry of Defence',
    ['The ministry'],
  ],
  [
    'they for a body',
    'The rebels attacked the port. They burned two ships.',
    'rebels',
    ['The rebels', 'They'],
  ],
  ['the owner', 'The Northern Front buried its leader.', 'Northern Front', ['its']],
  [
    'a thing spoken of again',
    'Both signed an agreement in Bonn. The agreement was published. It has ten pages.',
    'agreement',
    ['an agreement', 'The agreement', 'It'],
  ],
  ['the subject above', 'Anna Berg told reporters that she had left.', 'Anna Berg', ['she']],
  ['a name ahead', 'In her speech, Anna Berg praised the deal.', 'Anna Berg', ['her']],
  ['a reflexive', 'Viktor Lem killed himself.', 'Viktor Lem', ['himself']],
];

describe('who stands for whom', () => {
  it.each(cases)('%s: %s', async (_rule, text, name, others) => {
    const found = (await chains(text))[name] ?? [];
    const rest = found.filter((words) => words !== name);
    expect(rest.sort()).toEqual([...others].sort());
  });
});
