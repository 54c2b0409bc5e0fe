import { expect, it } from 'vitest';
import { type Deed, deedsDone, forgetDeed, noteDeed, type VerdictChange } from './deeds.ts';

const deed = (said: string, verdict?: VerdictChange): Deed => ({
  ...{ caseId: 'case', said, undone: `not ${said}`, undo: async () => {} },
  ...(verdict ? { verdict } : {}),
});

it('remembers each deed until it is taken back', () => {
  const merged = deed('merged');
  noteDeed(deed('a accepted', { evidence: ['a'], verdict: 'accepted', before: 'proposed' }));
  noteDeed(merged);
  noteDeed(deed('b rejected', { evidence: ['b'], verdict: 'rejected', before: 'proposed' }));
  expect(deedsDone().deeds.map(({ said }) => said)).toEqual(['a accepted', 'merged', 'b rejected']);
  noteDeed(deed('b proposed', { evidence: ['b'], verdict: 'proposed', before: 'rejected' }));
  expect(deedsDone()).toMatchObject({ deeds: [{ said: 'a accepted' }, merged], said: 'not b rejected' });
  forgetDeed(merged);
  expect(deedsDone()).toMatchObject({ deeds: [{ said: 'a accepted' }], said: 'not merged' });
});
