import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  CaseFile,
  type Decision,
  holding,
  identitySubject,
  type Reading,
  type RegistryEntry,
} from '../model/index.ts';
import { passAgreement } from '../model/testing.ts';
import { candidatesOf, type Knowledge, resolve } from './index.ts';
import { readingNaming } from './testing.ts';

const file = CaseFile.parse({
  ...passAgreement,
  actors: [
    { id: 'raiders', name: 'Raiders' },
    {
      id: 'berg',
      name: 'Ola Berg',
      aliases: ['Berg'],
      relations: [
        { type: 'leads', to: 'raiders', since: '2030-03', until: '2030-06', source: 'its own statement' },
      ],
    },
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

const entry: RegistryEntry = {
  registry: 'un',
  id: 'PAi.001',
  type: 'person',
  name: 'PER DAHL',
  aliases: ['Pär Dahl', 'The Ferryman'],
  weakAliases: ['Per'],
  note: '',
  relations: [{ type: 'member-of', to: 'PAe.001', since: null, until: null }],
};
const body: RegistryEntry = {
  ...entry,
  id: 'PAe.001',
  type: 'organisation',
  name: 'RIVER GUILD',
  aliases: [],
  relations: [],
};

let moments = 0;
const judged = (a: string, b: string, value: 'same' | 'different' | 'unsure' | null): Decision => ({
  id: randomUUID(),
  caseId: 'pass',
  kind: 'identity',
  subject: identitySubject(a, b),
  value,
  reason: '',
  by: 'A. Monitor',
  at: new Date(Date.UTC(2030, 0, 1, 0, 0, ++moments)).toISOString(),
});

const known = (...decisions: Decision[]): Knowledge => ({ file, entries: [entry, body], decisions });

/** The agent of a report that names one person. */
const agent = (name: string, knowledge: Knowledge, published = '2030-04-01') => {
  const reading = readingNaming([name], published);
  const [resolved] = resolve(knowledge, [
    { document: { id: reading.id, publisher: null, published }, reading },
  ]);
  return resolved?.statements[0]?.actors[0]?.entity;
};

describe('what people judge of names', () => {
  it('the same: a name of a report is somebody of the case', () => {
    expect(agent('Olof Bergh', known(judged('name:olof bergh', 'berg', 'same')))?.key).toBe('berg');
  });

  it('the same: with an entry of a registry come its other names and its memberships, not its weak names', () => {
    const knowledge = known(judged('name:per dal', 'un:PAi.001', 'same'));
    for (const name of ['Per Dal', 'The Ferryman']) {
      expect(agent(name, knowledge)).toMatchObject({
        key: 'un:PAi.001',
        bodies: ['un:PAi.001', 'un:PAe.001'],
        sources: [{ body: 'un:PAe.001', source: 'the registry un' }],
      });
    }
    expect(agent('Per', knowledge)?.key).toBe('name:per');
  });

  it('the same over several steps is one', () => {
    const knowledge = known(
      judged('name:olof bergh', 'name:o bergh', 'same'),
      judged('name:o bergh', 'berg', 'same'),
    );
    expect(agent('Olof Bergh', knowledge)?.key).toBe('berg');
  });

  it('different: an alias of the case gives way', () => {
    expect(agent('Berg', known())?.key).toBe('berg');
    expect(agent('Berg', known(judged('name:berg', 'berg', 'different')))?.key).toBe('name:berg');
  });

  it('an entry that nobody judged names nobody', () => {
    expect(agent('Per Dahl', known())?.key).toBe('name:per dahl');
  });

  it('taken back, it is as before, and the newest holds', () => {
    const [first, second] = [
      judged('name:olof bergh', 'berg', 'same'),
      judged('name:olof bergh', 'berg', null),
    ];
    expect(holding([second, first])).toEqual([]);
    expect(holding([first, second])).toEqual([first]);
  });
});

describe('relations', () => {
  it.each([
    ['2030-02-28', ['berg']],
    ['2030-03-01', ['berg', 'raiders']],
    ['2030-06-30', ['berg', 'raiders']],
    ['2030-07-01', ['berg']],
  ])('hold in their time: on %s', (published, bodies) => {
    expect(agent('Ola Berg', known(), published)?.bodies).toEqual(bodies);
  });

  it('that a person states are closed over, and say whose they are', () => {
    const stated: Decision = {
      ...judged('x', 'y', null),
      kind: 'relation',
      subject: 'raiders part-of norland',
      value: {
        type: 'part-of',
        from: 'raiders',
        to: 'norland',
        since: null,
        until: null,
        source: 'its flag',
      },
    };
    expect(agent('Ola Berg', known(stated))).toMatchObject({
      bodies: ['berg', 'raiders', 'norland'],
      sources: [{ body: 'raiders' }, { body: 'norland', source: 'its flag (A. Monitor)' }],
    });
  });
});

describe('candidates', () => {
  const readings: Reading[] = [readingNaming(['Olla Berg', 'Per Dahl', 'Somebody Else'], null)];
  const subjects = (...decisions: Decision[]) =>
    candidatesOf(known(...decisions), readings).map(({ subject }) => subject);

  it('are pairs with a score and reasons, from the case and from registries', () => {
    expect(candidatesOf(known(), readings)).toMatchObject([
      { subject: 'name:per dahl = un:PAi.001', a: { documents: 1 }, b: { from: 'un' } },
      {
        subject: 'berg = name:olla berg',
        b: { from: 'case' },
        reasons: [expect.any(String), expect.any(String)],
      },
    ]);
  });

  it.each(['same', 'different', 'unsure'] as const)('judged %s are not proposed again', (value) => {
    expect(subjects(judged('name:olla berg', 'berg', value))).not.toContain('berg = name:olla berg');
  });
});
