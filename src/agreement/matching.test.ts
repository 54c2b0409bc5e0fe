import { describe, expect, it } from 'vitest';
import {
  CaseFile,
  type Indicator,
  type PredicateType,
  type ResolvedEntity,
  type Statement,
} from '../model/index.ts';
import { matchStatement } from './matching.ts';

const entity = (key: string, ...bodies: string[]): ResolvedEntity => ({
  key,
  name: key,
  type: 'organisation',
  bodies: [key, ...bodies],
});

const statement = (
  type: PredicateType,
  actors: Statement['actors'],
  more: Partial<Statement> = {},
): Statement => ({
  id: 'd/c1',
  documentId: 'd',
  publisher: null,
  published: null,
  text: 'words',
  claim: {
    id: 'c1',
    span: [0, 5],
    attribution: null,
    kind: 'event',
    predicate: { span: [0, 5], lemma: 'do', type },
    polarity: 'affirmed',
    mood: 'asserted',
    factuality: 3,
    band: null,
    roles: [],
    time: null,
    tense: 'past',
    place: null,
    confidence: 1,
  },
  chain: [],
  actors,
  promise: false,
  places: [],
  location: null,
  quantities: [],
  words: [],
  ...more,
});

const caseWith = (indicator: object) =>
  CaseFile.parse({
    id: 'grain',
    title: 'Grain Corridor',
    signed: '2030-01-01',
    parties: [
      { id: 'port', name: 'Port' },
      { id: 'fleet', name: 'Fleet' },
    ],
    commitments: [
      {
        id: 'open-lane',
        debtor: 'port',
        creditor: 'fleet',
        kind: 'obligation',
        requires: 'Keep the lane open.',
        window: { from: '2030-01-01' },
        indicators: [{ id: 'i', says: 'It happens.', bearing: 'performance', ...indicator }],
      },
    ],
  });

const port = { role: 'agent', entity: entity('port') };
const guard = { role: 'agent', entity: entity('guard', 'port') };
const ship = { role: 'patient', entity: entity('ship', 'fleet') };

const cases: [
  name: string,
  indicator: Partial<Record<keyof Indicator, unknown>>,
  Statement,
  matches: boolean,
][] = [
  ['a type that is asked for', { does: ['AID'] }, statement('AID', []), true],
  ['another type', { does: ['AID'] }, statement('FIGHT', []), false],
  ['the agent itself', { does: ['AID'], who: 'port' }, statement('AID', [port]), true],
  ['a part of the agent', { does: ['AID'], who: 'port' }, statement('AID', [guard]), true],
  ['another agent', { does: ['AID'], who: 'fleet' }, statement('AID', [port]), false],
  [
    'a member as the patient',
    { does: ['AID'], who: 'port', whom: 'fleet' },
    statement('AID', [port, ship]),
    true,
  ],
  [
    'roles the wrong way round',
    { does: ['AID'], who: 'fleet', whom: 'port' },
    statement('AID', [port, ship]),
    false,
  ],
  [
    'an alliance from either side',
    { does: ['allied-with'], who: 'fleet', whom: 'port' },
    statement('allied-with', [port, ship]),
    true,
  ],
  [
    'one side only',
    { does: ['allied-with'], who: 'port', whom: 'port' },
    statement('allied-with', [port]),
    false,
  ],
  [
    'a place within',
    { does: ['AID'], where: 'Bay' },
    statement('AID', [], { places: ['Dock', 'Bay'] }),
    true,
  ],
  ['another place', { does: ['AID'], where: 'Bay' }, statement('AID', [], { places: ['Lake'] }), false],
  [
    'the subject, inflected',
    { does: ['AID'], about: ['ship'] },
    statement('AID', [], { words: ['ships'] }),
    true,
  ],
  ['another subject', { does: ['AID'], about: ['ship'] }, statement('AID', [], { words: ['trains'] }), false],
  [
    'enough of a quantity',
    { does: ['AID'], quantity: { value: 10, unit: 'ship', bound: 'min' } },
    statement('AID', [], { quantities: [{ span: [0, 1], value: 12, unit: 'ships', bound: 'exact' }] }),
    true,
  ],
  [
    'nothing of it',
    { does: ['AID'], quantity: { value: 10, unit: 'ship', bound: 'min' } },
    statement('AID', [], { quantities: [{ span: [0, 1], value: 0, unit: 'ship', bound: 'exact' }] }),
    false,
  ],
];

describe('matchStatement', () => {
  it.each(cases)('%s', (_name, indicator, said, matches) => {
    expect(matchStatement(caseWith(indicator), said)).toHaveLength(matches ? 1 : 0);
  });

  it('tells in words how a member matched', () => {
    const [found] = matchStatement(caseWith({ does: ['AID'], who: 'port' }), statement('AID', [guard]));
    expect(found?.through).toContain('who: guard, who belongs to port');
  });

  it.each([
    ['half of a least number', { value: 10, unit: 'ship', bound: 'min' }, 5, 0.5],
    ['half of the way down', { value: 10, unit: 'ship', bound: 'max', start: 20 }, 15, 0.5],
    ['all of it, and more', { value: 10, unit: 'ship', bound: 'min' }, 12, 1],
  ])('%s is a share', (_name, quantity, value, share) => {
    const said = statement('AID', [], {
      quantities: [{ span: [0, 1], value, unit: 'ship', bound: 'exact' }],
    });
    const [found] = matchStatement(caseWith({ does: ['AID'], quantity }), said);
    expect(found).toMatchObject({ share, strength: share < 1 ? 'indirect' : 'direct' });
  });

  it('of two duties, what shows one directly is no sign of the other', () => {
    const file = caseWith({ does: ['AID'] });
    const [commitment] = file.commitments;
    if (!commitment) throw new Error('no commitment');
    const indicators = commitment.indicators.map((indicator) => ({
      ...indicator,
      strength: 'indirect' as const,
    }));
    const both = { ...file, commitments: [commitment, { ...commitment, id: 'other', indicators }] };
    expect(matchStatement(both, statement('AID', [])).map((item) => item.commitment)).toEqual([
      commitment.id,
    ]);
  });

  it('whoever is named in a clause may fill a role that was not read, as a sign', () => {
    const said = { ...statement('AID', []), possible: [{ role: 'agent' as const, entity: port.entity }] };
    expect(matchStatement(caseWith({ does: ['AID'], who: 'port' }), said)).toMatchObject([
      {
        strength: 'indirect',
        through: expect.arrayContaining(['named in the clause, their part in it is not read']),
      },
    ]);
  });

  it('what the one who is owed does performs nothing', () => {
    const leaves = (key: string) => statement('RETREAT', [{ role: 'agent', entity: entity(key) }]);
    const freed = caseWith({ does: ['RETREAT'] });
    expect(matchStatement(freed, leaves('port'))).toHaveLength(1);
    expect(matchStatement(freed, leaves('fleet'))).toEqual([]);
  });

  it('a denial is words and no conduct', () => {
    const said = statement('REJECT', [port]);
    const denied = {
      ...said,
      claim: { ...said.claim, predicate: { ...said.claim.predicate, lemma: 'deny' } },
    };
    expect(matchStatement(caseWith({ does: ['REJECT'], who: 'port' }), said)).toHaveLength(1);
    expect(matchStatement(caseWith({ does: ['REJECT'], who: 'port' }), denied)).toEqual([]);
  });

  it('gives the same id to the same evidence', () => {
    const once = () => matchStatement(caseWith({ does: ['AID'] }), statement('AID', []))[0]?.id;
    expect(once()).toBe(once());
  });
});
