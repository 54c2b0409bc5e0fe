import { describe, expect, it } from 'vitest';
import {
  apartSubject,
  type Decision,
  identitySubject,
  type ResolvedEntity,
  type Statement,
} from '../model/index.ts';
import { assess } from './index.ts';
import { materialOf, passCase, tell } from './testing.ts';

const clocks = { asOf: '2030-06-30', knownAt: '2030-12-31' };

/** A telling of somebody whom the case does not list, as a reading names him. */
const said = (
  words: string,
  publisher: string,
  text: string,
  type: ResolvedEntity['type'] = 'organisation',
): Statement => {
  const statement = tell({ speaker: 'x', publisher, text });
  const [link] = statement.chain;
  const key = `name:${words.toLowerCase()}`;
  const entity: ResolvedEntity = { key, name: words.replace(/^(?:the|a) /u, ''), type, bodies: [key] };
  return {
    ...statement,
    chain: link ? [{ ...link, entity, words }] : [],
    words: text.toLowerCase().split(' '),
  };
};

const told = 'Norland hosts eleven raiders in a barn at the upper mill';

const names = [
  'the Ostravian health ministry',
  'Ostravia’s health ministry',
  'the Ministry of Health of Ostravia',
  'a spokesman for the Ostravian Ministry of Health',
  'Ostravian health ministry officials',
  'the health ministry',
  'the ministry',
  'Ostravian officials',
];

const findingOf = (statements: readonly Statement[], decisions: Decision[] = [], file = passCase) =>
  assess({ ...materialOf(statements, file), decisions }, clocks).commitments[0] as ReturnType<
    typeof assess
  >['commitments'][number];

const decided = (subject: string, value: 'same' | 'apart' | null): Decision => ({
  id: '7f3c1e9e-2b1c-4f6e-9a51-0d3a4c5b6e7f',
  caseId: 'pass',
  kind: 'origin',
  subject,
  value,
  reason: 'They share an office.',
  by: 'local user',
  at: '2030-07-01T00:00:00.000Z',
});

describe('one body', () => {
  const tellings = names.map((name, number) => said(name, `Paper ${number}`, told));

  it('is one origin under all its names, and never more than indications', () => {
    const { origins, status } = findingOf(tellings);
    expect(origins.map(({ id, documents }) => [id, documents.length])).toEqual([
      ['body:health ministry@~ostrav', names.length],
    ]);
    expect(status).toBe('indications of breach');
  });

  it('is never established by its names, however well it is graded', () => {
    const file = { ...passCase, grades: Object.fromEntries(names.map((name) => [name, 'A' as const])) };
    expect(findingOf(tellings, [], file).status).toBe('indications of breach');
  });

  it('stands beside another that says the same', () => {
    const { origins } = findingOf([...tellings, said('the Lakes Observer Mission', 'Rag', told)]);
    expect(origins).toHaveLength(2);
  });

  it('is its own publisher', () => {
    const own = { ...tell({ publisher: 'Ministry of Health of Ostravia', text: told }) };
    expect(findingOf([...tellings, own]).origins).toHaveLength(1);
  });

  it('says why each telling goes back to it, with its words', () => {
    const [origin] = findingOf(tellings).origins;
    expect(origin?.ties).toHaveLength(names.length);
    expect(origin?.ties.every(({ because }) => because.endsWith('.'))).toBe(true);
    expect(origin?.ties.find(({ kind }) => kind === 'occasion')?.other?.words).toBe(told);
  });
});

describe('a body that the case lists', () => {
  const nobody = { aliases: [], memberOf: [], partOf: [], adverseTo: [], relations: [] };
  const purse = {
    ...nobody,
    id: 'purse',
    name: 'Treasury',
    aliases: ['finance ministry'],
    partOf: ['norland'],
  };
  const venn = {
    ...nobody,
    id: 'venn',
    name: 'Ada Venn',
    aliases: ['finance minister'],
    memberOf: ['norland'],
  };
  const file = { ...passCase, actors: [...passCase.actors, purse, venn] };

  it('is the part of a party that its name does not say', () => {
    const tellings = ['Norland’s finance ministry', 'the finance ministry', 'the Norland finance minister'];
    const { origins } = findingOf(
      tellings.map((words, number) => said(words, `Paper ${number}`, told)),
      [],
      file,
    );
    expect(origins.map(({ id }) => id)).toEqual(['purse']);
  });

  it('speaks by the holder of its office, though the case calls the holder by it', () => {
    const statement = said('Ada Venn', 'Herald', told, 'person');
    const [link] = statement.chain;
    const entity = { key: 'venn', name: 'Ada Venn', type: 'person' as const, bodies: ['venn', 'norland'] };
    const spoken = { ...statement, chain: link ? [{ ...link, entity, words: 'Ada Venn' }] : [] };
    const material = materialOf([spoken], file);
    const pages = material.pages.map((page) => ({ ...page, text: 'Finance Minister Ada Venn said so.' }));
    const [finding] = assess({ ...material, pages }, clocks).commitments;
    expect(finding?.origins.map(({ id }) => id)).toEqual(['purse']);
  });
});

describe('what is not one', () => {
  it('“the ministry” of another statement is nobody’s', () => {
    const other = said(
      'the ministry',
      'Rag',
      'Norland lets forty smugglers sleep by the lighthouse in the bay',
    );
    const statements = [
      said('the Ostravian health ministry', 'Herald', told),
      said('the Kestrian oil ministry', 'Echo', told),
      other,
    ];
    expect(new Set(findingOf(statements).origins.map(({ id }) => id)).size).toBe(3);
  });

  it('officials of one state do not speak for a ministry of another', () => {
    const statements = [
      said('Kestrian officials', 'Rag', told),
      said('the Ostravian health ministry', 'Herald', told),
    ];
    expect(findingOf(statements).origins).toHaveLength(2);
  });
});

describe('a site without a name', () => {
  it('is its host', () => {
    const statements = [tell({ text: 'one' }), tell({ text: 'two' })].map((one) => ({
      ...one,
      publisher: null,
    }));
    const material = materialOf(statements);
    const pages = material.pages.map((page, number) => ({
      ...page,
      publisher: null,
      url: `https://www.mill.example/${number}`,
    }));
    const [finding] = assess({ ...material, pages }, clocks).commitments;
    expect(finding?.origins.map(({ id, name }) => [id, name])).toEqual([
      ['publisher:millexample', 'mill.example'],
    ]);
  });
});

describe('people', () => {
  const statements = [tell({ speaker: 'monitors' }), tell({ speaker: 'watch' })];
  const subject = identitySubject('monitors', 'watch');

  it('join origins, with a reason, and take it back', () => {
    const { origins, status } = findingOf(statements, [decided(subject, 'same')]);
    expect([origins.length, status]).toEqual([1, 'indications of breach']);
    expect(origins[0]?.ties.map(({ because }) => because).join()).toContain('They share an office.');
    expect(findingOf(statements, [decided(subject, null)]).origins).toHaveLength(2);
  });

  it('set a document apart from its origin', () => {
    const twice = [tell({ speaker: 'monitors' }), tell({ speaker: 'monitors' })];
    const apart = apartSubject('monitors', twice[1]?.documentId ?? '');
    expect(findingOf(twice).origins).toHaveLength(1);
    const { origins } = findingOf(twice, [decided(apart, 'apart')]);
    expect(origins.map(({ documents }) => documents.length)).toEqual([1, 1]);
  });
});
