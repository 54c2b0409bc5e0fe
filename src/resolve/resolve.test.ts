import { describe, expect, it } from 'vitest';
import {
  type Attribution,
  CaseFile,
  type Entity,
  Reading,
  type Statement,
  unreadReading,
} from '../model/index.ts';
import { resolve } from './index.ts';

const file = CaseFile.parse({
  id: 'pass',
  title: 'The Pass Accord',
  signed: '2030-01-01',
  parties: [
    { id: 'norland', name: 'Norland', aliases: ['Norlandic'] },
    { id: 'sudland', name: 'Sudland' },
  ],
  actors: [
    { id: 'guard', name: 'Pass Guard', partOf: ['norland'] },
    { id: 'captain', name: 'Ola Berg', memberOf: ['guard'] },
    { id: 'wardens', name: 'border wardens' },
  ],
  commitments: [
    {
      id: 'c',
      debtor: 'norland',
      creditor: 'sudland',
      kind: 'prohibition',
      requires: 'Nothing.',
      window: { from: '2030-01-01' },
    },
  ],
});

const entity = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  type: 'organisation',
  name,
  mentions: [],
  relations: [],
  ...more,
});

const attribution = (id: string, speaker: string, more: Partial<Attribution> = {}): Attribution => ({
  id,
  source: [[0, 4]],
  cue: [],
  content: [],
  kind: 'says',
  speaker,
  group: null,
  relay: null,
  relays: [],
  parent: null,
  confidence: 1,
  ...more,
});

/** The statement of a one-claim reading whose agent is the first entity. */
const stated = (entities: Entity[], attributions: Attribution[] = [], publisher = 'Gazette'): Statement => {
  const reading = Reading.parse({
    ...unreadReading({ id: 'd', text: 'Text of the page.', published: null }),
    entities,
    attributions,
    claims: [
      {
        id: 'c1',
        span: [0, 4],
        attribution: attributions.at(-1)?.id ?? null,
        kind: 'event',
        predicate: { span: [0, 4], lemma: 'do', type: null },
        polarity: 'affirmed',
        mood: 'asserted',
        factuality: 3,
        band: null,
        roles: [{ role: 'agent', span: [0, 4], entity: entities[0]?.id ?? null }],
        time: null,
        tense: 'past',
        place: null,
        confidence: 1,
      },
    ],
  });
  const [resolved] = resolve({ file, entries: [], decisions: [] }, [
    { document: { id: 'd', publisher, published: null }, reading },
  ]);
  const [statement] = resolved?.statements ?? [];
  if (!statement) throw new Error('no statement');
  return statement;
};

const agentOf = (...entities: Entity[]) => stated(entities).actors[0]?.entity;

describe('entities', () => {
  it.each([
    ['a name of the case', 'Norland', 'norland', ['norland']],
    ['an alias', 'the Norlandic', 'norland', ['norland']],
    ['a person of a body', 'Ola Berg', 'captain', ['captain', 'guard', 'norland']],
    [
      'part of what its words begin with',
      'Norland troops',
      'name:norland troops',
      ['name:norland troops', 'norland'],
    ],
    ['somebody else', 'Harbour Union', 'name:harbour union', ['name:harbour union']],
    ['a description', 'some traders', 'doc:d:e1', ['doc:d:e1']],
    ['so many of a group', 'some of the 300 border wardens', 'wardens', ['wardens']],
  ])('%s', (_what, name, key, bodies) => {
    expect(agentOf(entity('e1', name))).toMatchObject({ key, bodies });
  });

  it('a description makes a member, also of the body of a body', () => {
    const scout = entity('e1', 'Per Dahl', {
      type: 'person',
      relations: [{ type: 'member-of', to: 'e2', span: [0, 4] }],
    });
    expect(agentOf(scout, entity('e2', 'Pass Guard'))?.bodies).toEqual(['name:per dahl', 'guard', 'norland']);
  });
});

describe('the chain of speakers', () => {
  const names = ({ chain }: Statement) => chain.map((link) => link.entity?.name);

  it('goes from the outermost to the innermost', () => {
    const entities = [entity('e1', 'Norland'), entity('e2', 'Wire'), entity('e3', 'Ola Berg')];
    const chain = [attribution('a1', 'e2'), attribution('a2', 'e3', { parent: 'a1' })];
    expect(names(stated(entities, chain))).toEqual(['Wire', 'Ola Berg']);
  });

  it('leaves out the page that speaks of itself', () => {
    expect(names(stated([entity('e1', 'The Gazette')], [attribution('a1', 'e1')], 'Gazette'))).toEqual([]);
  });

  it('counts a body that speaks twice, or relays what it tells, once', () => {
    const entities = [entity('e1', 'Norland'), entity('e2', 'Wire'), entity('e3', 'Ola Berg')];
    const twice = [
      attribution('a1', 'e2'),
      attribution('a2', 'e2', { parent: 'a1' }),
      attribution('a3', 'e3', { parent: 'a2', relays: ['e2'] }),
    ];
    const statement = stated(entities, twice);
    expect(names(statement)).toEqual(['Wire', 'Ola Berg']);
    expect(statement.chain.at(-1)?.relays).toEqual([]);
  });
});

describe('who acts', () => {
  const text = 'Border wardens fired on a house of the Pass Guard, Ola Berg said on Monday.';
  const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const reading = (patient: string): Reading =>
    Reading.parse({
      id: 'd',
      text,
      published: null,
      reader: { name: 'test', version: '1' },
      sentences: [{ span: [0, text.length] }],
      mentions: [],
      entities: [
        entity('e1', 'Pass Guard', { mentions: [at('Pass Guard')] }),
        entity('e2', 'Ola Berg', { type: 'person', mentions: [at('Ola Berg')] }),
      ],
      times: [],
      places: [],
      quantities: [],
      attributions: [attribution('a1', 'e2', { source: [at('Ola Berg')], cue: [at('said')] })],
      claims: [
        {
          id: 'c1',
          span: at('Border wardens fired on a house of the Pass Guard, Ola Berg said'),
          attribution: 'a1',
          kind: 'event',
          predicate: { span: at('fired'), lemma: 'fire', type: 'FIGHT' },
          polarity: 'affirmed',
          mood: 'asserted',
          factuality: 3,
          band: null,
          roles: [
            { role: 'agent', span: at('Border wardens'), entity: null },
            ...(patient ? [{ role: 'patient' as const, span: at(patient), entity: null }] : []),
          ],
          time: null,
          tense: 'past',
          place: null,
          confidence: 1,
        },
      ],
    });
  const statement = (patient: string): Statement => {
    const [resolved] = resolve({ file, entries: [], decisions: [] }, [
      { document: { id: 'd', publisher: null, published: null }, reading: reading(patient) },
    ]);
    const [found] = resolved?.statements ?? [];
    if (!found) throw new Error('no statement');
    return found;
  };

  it('is known by the words of the phrase where the reader knows nobody', () => {
    expect(statement('').actors.map(({ entity: { key } }) => key)).toEqual(['wardens']);
  });

  it.each([
    ['whom a phrase for an open role names', 'a house of the Pass Guard', ['guard']],
    ['nobody, where the phrase names nobody', 'a house', []],
    [
      'whom the clause names, where no phrase fills the role; who tells of it is no part of it',
      '',
      ['guard'],
    ],
  ])('may be %s', (_what, patient, keys) => {
    const { possible = [] } = statement(patient);
    const befallen = possible.filter(({ role }) => role === 'patient');
    expect(befallen.map(({ entity: { key } }) => key)).toEqual(keys);
  });
});
