import { describe, expect, it } from 'vitest';
import type { CaseFile, ResolvedEntity, Statement } from '../model/index.ts';
import { castOf } from './cast.ts';

const file = { parties: [{ id: 'norland' }], actors: [{ id: 'envoy' }] } as CaseFile;

const entity = (key: string, type: ResolvedEntity['type'] = 'organisation'): ResolvedEntity => ({
  ...{ key, name: key.replace('name:', 'The '), type, bodies: [key] },
});

const claim = (agents: ResolvedEntity[], patients: ResolvedEntity[], speaker?: ResolvedEntity): Statement =>
  ({
    claim: { predicate: { type: 'ASSAULT' } },
    chain: speaker ? [{ entity: speaker, group: null }] : [],
    actors: [
      ...agents.map((each) => ({ role: 'agent', entity: each })),
      ...patients.map((each) => ({ role: 'patient', entity: each })),
    ],
  }) as unknown as Statement;

const norland = entity('norland', 'state');
const raiders = { ...entity('name:raiders'), bodies: ['name:raiders', 'norland'] };
const clerk = entity('name:clerk', 'person');

describe('the cast of a document', () => {
  it('counts each name once in a claim, by the part that it has', () => {
    const { names } = castOf(file, [
      claim([norland, norland], [raiders], clerk),
      claim([norland], [raiders], clerk),
      claim([raiders], [], norland),
    ]);
    expect(names).toMatchObject([
      { key: 'norland', acts: 2, undergoes: 0, speaks: 1, bodies: [] },
      { key: 'name:raiders', folded: 'raiders', acts: 1, undergoes: 2, speaks: 0, bodies: ['norland'] },
      { key: 'name:clerk', acts: 0, undergoes: 0, speaks: 2 },
    ]);
  });

  it('links who acts to whom, by what is done, and nobody to itself', () => {
    const { links } = castOf(file, [claim([norland], [raiders, norland]), claim([norland], [raiders])]);
    expect(links).toEqual([{ from: 'norland', to: 'name:raiders', type: 'ASSAULT', claims: 2 }]);
  });

  it('links people only where the case file names them, and knows nobody by "the fighters"', () => {
    const { names, links } = castOf(file, [
      claim([clerk], [norland]),
      claim([entity('doc:d:e1')], [norland]),
      claim([entity('envoy', 'person')], [norland]),
    ]);
    expect(links.map(({ from }) => from)).toEqual(['envoy']);
    expect(names.map(({ key }) => key)).not.toContain('doc:d:e1');
  });
});
