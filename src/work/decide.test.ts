import { describe, expect, it } from 'vitest';
import { CaseFile, type Decision, type DecisionInput } from '../model/index.ts';
import { passAgreement } from '../model/testing.ts';
import type { Store } from '../store/index.ts';
import { decide } from './decide.ts';

const file = CaseFile.parse({
  ...passAgreement,
  commitments: [
    {
      id: 'leave',
      debtor: 'norland',
      creditor: 'sudland',
      kind: 'obligation',
      requires: 'Norland leaves.',
      window: { from: '2030-01-01' },
    },
  ],
});

const decided = async (input: DecisionInput): Promise<{ kept: Decision[]; thrown: unknown }> => {
  const kept: Decision[] = [];
  const store = {
    caseById: async () => ({ file }),
    addDecision: async (decision: Decision) => {
      kept.push(decision);
      return decision;
    },
  } as unknown as Store;
  const thrown = await decide(store, 'pass', input, 'A. Monitor').then(
    () => null,
    (error: unknown) => error,
  );
  return { kept, thrown };
};

describe('a decision', () => {
  it('on two names is one, whichever comes first', async () => {
    const { kept } = await decided({
      kind: 'identity',
      subject: 'norland = berg',
      value: 'same',
      reason: '',
    });
    expect(kept).toMatchObject([{ subject: 'berg = norland', value: 'same', by: 'A. Monitor' }]);
  });

  it.each([
    ['publisher:rag = body:army@norland', 'same', 'body:army@norland = publisher:rag'],
    ['publisher:rag / 00000000000000ab', 'apart', 'publisher:rag / 00000000000000ab'],
  ] as const)('on origins: %s, %s', async (subject, value, kept) => {
    expect((await decided({ kind: 'origin', subject, value, reason: '' })).kept).toMatchObject([
      { subject: kept, value },
    ]);
  });

  it('on a relation has the relation as its subject', async () => {
    const value = { type: 'leads', from: 'berg', to: 'norland', source: 'its gazette' };
    const { kept } = await decided({ kind: 'relation', subject: 'any', value, reason: '' });
    expect(kept).toMatchObject([{ subject: 'berg leads norland', value: { since: null, until: null } }]);
  });

  it.each([
    [{ kind: 'identity', subject: 'norland', value: 'same' }, 'PROVISO_DECISION_INVALID'],
    [{ kind: 'identity', subject: 'a = b', value: 'perhaps' }, 'PROVISO_DECISION_INVALID'],
    [{ kind: 'origin', subject: 'publisher:rag', value: 'same' }, 'PROVISO_DECISION_INVALID'],
    [{ kind: 'origin', subject: 'a = b', value: 'apart' }, 'PROVISO_DECISION_INVALID'],
    [{ kind: 'origin', subject: 'a / 00000000000000ab', value: 'same' }, 'PROVISO_DECISION_INVALID'],
    [{ kind: 'grade', subject: 'norland', value: 'A' }, 'PROVISO_DECISION_INVALID'],
    [{ kind: 'credibility', subject: 'source:norland', value: 7 }, 'PROVISO_DECISION_INVALID'],
    [{ kind: 'finding', subject: 'stay', value: 'disputed' }, 'PROVISO_COMMITMENT_NOT_FOUND'],
  ] as const)('%j is refused, and nothing is kept', async (input, code) => {
    const { kept, thrown } = await decided({ ...input, reason: '' });
    expect(thrown).toMatchObject({ code });
    expect(kept).toEqual([]);
  });
});
