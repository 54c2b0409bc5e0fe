import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type TaggedText, Tagger } from '../network/tagger.ts';
import { isKnownPlace, loadGazetteer } from '../places/index.ts';
import { Phrases } from '../syntax/phrases.ts';
import { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { NameTags, resolveCoreference } from './index.ts';

let loading: Promise<Tagger> | undefined;
const read = async (text: string) => {
  loading ??= Tagger.load();
  const tagged = await (await loading).tag(text);
  const trees = new SyntaxTrees(text, tagged);
  const names = new NameTags(trees, tagged);
  const phrases = new Phrases(trees, names, () => false);
  return {
    trees,
    referents: resolveCoreference(trees, names, phrases, (name) => isKnownPlace(name, loadGazetteer())),
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

/** Pairs that are not the same, for the rule that keeps them apart. */
const apart: readonly (readonly [rule: string, text: string, one: string, other: string])[] = [
  ['subject and object of one verb', 'Viktor Lem met John Marsh. Lem hit him.', 'Lem', 'him'],
  ['a phrase and what owns it', 'The port was empty. The Front lost its leader.', 'its leader', 'its'],
  ['a speaker and he in the quotation', '“He is dead,” Viktor Lem said.', 'He', 'Viktor Lem'],
  ['“it” that stands for nothing', 'The port was closed. It is clear that nobody wins.', 'The port', 'It'],
  [
    'another of its kind',
    'A Moldovan official came. A Moldovan official left.',
    'A Moldovan official',
    'A Moldovan official',
  ],
  [
    'a list and its members',
    'Two commanders, Viktor Lem and John Marsh, fled.',
    'Two commanders',
    'Viktor Lem',
  ],
  [
    'what is denied',
    'Viktor Lem is not the commander. The commander is dead.',
    'Viktor Lem',
    'The commander',
  ],
];

describe('who is not whom', () => {
  it.each(apart)('%s: %s', async (_rule, text, one, other) => {
    const { referents } = await read(text);
    const entitiesAt = (start: number, { length }: string): (string | null)[] =>
      referents.mentions
        .filter(({ span }) => span[0] === start && span[1] === start + length)
        .map(({ entity }) => entity);
    const [first, second] = [entitiesAt(text.indexOf(one), one), entitiesAt(text.lastIndexOf(other), other)];
    expect(first.filter((entity) => entity !== null && second.includes(entity))).toEqual([]);
  });
});

const headOf = async (text: string, words: string) => {
  const { trees, referents } = await read(text);
  const start = text.indexOf(words);
  const head = trees.words.findIndex((word) => word.start === start);
  return {
    head,
    referents,
    names: (drafts: readonly { readonly name: string }[]) => drafts.map(({ name }) => name),
  };
};

describe('a phrase', () => {
  it('may stand for two', async () => {
    const text = 'The Northern Front promised the Harbour Guard that the two groups would remain allies.';
    const { head, referents, names } = await headOf(text, 'groups');
    expect(names(referents.of(head)).sort()).toEqual(['Harbour Guard', 'Northern Front']);
  });

  it('takes up a coordination', async () => {
    const text = 'Viktor Lem and Anna Berg met in Bonn. They signed nothing.';
    const { head, referents, names } = await headOf(text, 'They');
    expect(names(referents.of(head)).sort()).toEqual(['Anna Berg', 'Viktor Lem']);
  });

  it('holds whoever is named before its head', async () => {
    const { head, referents, names } = await headOf('Moldovan officials left.', 'officials');
    expect(names(referents.within(head))).toEqual(['Moldovan']);
    expect(names(referents.of(head))).toEqual(['Moldovan officials']);
  });

  it('in the first person is given its speaker', async () => {
    const text = '“We shall leave,” Viktor Lem said.';
    const { head, referents, names } = await headOf(text, 'We');
    expect(referents.firstPersons).toEqual([head]);
    expect(referents.of(head)).toEqual([]);
    const [lem] = referents.entities;
    if (!lem) throw new Error('nobody is named');
    referents.assign(head, lem);
    expect(names(referents.of(head))).toEqual(['Viktor Lem']);
    expect(referents.mentions.at(-1)).toEqual({ span: [1, 3], kind: 'pronoun', entity: lem.id });
  });

  it('tells by its words who leads or is a member of what', async () => {
    const { referents } = await read(
      'Anna Berg, the coordinator of the Grain Mission, met Viktor Lem, a senior Northern Front commander.',
    );
    const nameOf = new Map(referents.entities.map(({ id, name }) => [id, name]));
    const relations = referents.entities.flatMap(({ name, relations }) =>
      relations.map(({ type, to }) => [name, type, nameOf.get(to)]),
    );
    expect(relations).toEqual([
      ['Anna Berg', 'leads', 'Grain Mission'],
      ['Viktor Lem', 'leads', 'Northern Front'],
    ]);
  });
});

describe('of any text', () => {
  const parts = fc.constantFrom(
    'Anna Berg ',
    'al-Karim ',
    'said ',
    'the group ',
    'he ',
    'itself ',
    '“',
    '” ',
    ', ',
    '. ',
    'and ',
    'also known as ',
    '(NHA) ',
    'the two sides ',
    'of ',
    'members ',
    'their ',
    'is ',
    'a commander ',
    '😀',
    '\n\n',
    '- ',
  );

  it('what a tree hangs on an owner may stand behind what is owned', () => {
    const owned: readonly (readonly [string, string, number, string])[] = [
      ['guards', 'NOUN', 2, 'nmod:poss'],
      ["'", 'PART', 0, 'case'],
      ['panel', 'NOUN', -1, 'root'],
      ['sent', 'VERB', 0, 'acl'],
      ['here', 'ADV', 3, 'advmod'],
    ];
    const text = owned.map(([word]) => word).join(' ');
    let end = -1;
    const words = owned.map(([word, upos, head, deprel]) => {
      const start = end + 1;
      end = start + word.length;
      return { start, end, lemma: word, upos, head, deprel, certainty: 1 };
    });
    const none = { names: [], roles: [], roleCertainty: [], events: [] };
    const tagged = { words, sentences: [[0, 5]], paragraphs: [[0, 5]], ...none } satisfies TaggedText;
    const trees = new SyntaxTrees(text, tagged);
    const names = new NameTags(trees, tagged);
    const { mentions } = resolveCoreference(
      trees,
      names,
      new Phrases(trees, names, () => false),
      () => false,
    );
    expect(mentions.map(({ span }) => text.slice(...span))).toEqual(['guards']);
  });

  it('entities are numbered by their first mention, and mentions and relations are of entities', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 30 }), async (words) => {
        const text = words.join('');
        const { referents } = await read(text);
        const ids = referents.entities.map(({ id }) => id);
        expect(ids).toEqual(ids.map((_, index) => `e${index + 1}`));
        for (const { span, entity } of referents.mentions) {
          expect(span[0] < span[1] && span[1] <= text.length).toBe(true);
          if (entity !== null) expect(ids).toContain(entity);
        }
        for (const { mentions, relations } of referents.entities) {
          expect(mentions.length).toBeGreaterThan(0);
          for (const { to } of relations) expect(ids).toContain(to);
        }
      }),
      { numRuns: 40 },
    );
  });
});
