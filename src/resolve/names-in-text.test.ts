import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CaseFile, type Decision } from '../model/index.ts';
import { namesIn } from './names-in-text.ts';
import { createRegistry } from './registry.ts';

const file = CaseFile.parse({
  id: 'bay',
  title: 'Bay Accord',
  signed: '2030-01-01',
  parties: [
    { id: 'bay', name: 'The Bay Union', aliases: ['B.U.', "Ba'y", 'rebels', 'the Front'] },
    { id: 'isle', name: 'al-Isle', aliases: ['Isle of Élan', 'O’Isle', '3rd Isle'] },
  ],
  commitments: [
    {
      id: 'c',
      debtor: 'bay',
      creditor: 'isle',
      kind: 'obligation',
      requires: 'It leaves.',
      window: { from: '2030-01-01' },
    },
  ],
});
const decisions: Decision[] = [
  {
    ...{ id: '1', caseId: 'bay', reason: '', by: 'A. Monitor', at: '2030-02-01T00:00:00.000Z' },
    ...{ kind: 'identity', subject: 'name:old guard = isle', value: 'same' },
  },
];
const words =
  `The the Bay bay Union Union’s B.U. BU Ba'y Ba’ys rebels Rebels Front front al-Isle Al Isle of Élan Elan O’Isle
  OIsle 3rd Isles Old Guard old-guard -guard ’s`.split(/\s+/u);
const text = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ', ', '. ', '\n', ' “', '-')), {
    maxLength: 14,
  })
  .map((parts) => parts.flat().join(''));

test('looking only where a name may begin finds the names that looking everywhere finds', () => {
  const registry = createRegistry({ file, entries: [], decisions });
  const everywhere = { ...registry, mayBegin: () => true };
  fc.assert(
    fc.property(text, (given) => {
      expect(namesIn(given, registry, null)).toEqual(namesIn(given, everywhere, null));
    }),
    { numRuns: 500 },
  );
});
