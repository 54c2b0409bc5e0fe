import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CaseFile } from '../../src/model/index.ts';
import { differences, merged } from './edit-conflict.ts';

const commitment = {
  id: 'leave',
  debtor: 'a',
  creditor: 'b',
  kind: 'obligation',
  requires: 'A leaves.',
  window: { from: '2031-05-01' },
};
const file = (parts: object = {}): CaseFile =>
  CaseFile.parse({
    ...{ id: 'c', title: 'The Pact', signed: '2031-05-01', commitments: [commitment] },
    parties: [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ],
    ...parts,
  });

const all = (found: ReturnType<typeof differences>) => found.map(({ proposed }) => proposed);

test('what each changed in a place of its own is kept of both', () => {
  const [mine, theirs] = [
    file({ title: 'The Ferry Pact' }),
    file({
      parties: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B', aliases: ['Bee'] },
      ],
    }),
  ];
  const found = differences(file(), mine, theirs);
  expect(found).toMatchObject([
    { path: ['title'], proposed: 'mine', isClash: false },
    { path: ['parties', 'b', 'aliases'], proposed: 'theirs', isClash: false },
  ]);
  expect(merged(theirs, found, all(found))).toEqual({ ...theirs, title: 'The Ferry Pact' });
});

test('where both changed one field it is said, and either can stand', () => {
  const requires = (words: string) => file({ commitments: [{ ...commitment, requires: words }] });
  const found = differences(file(), requires('A leaves at once.'), requires('A leaves soon.'));
  expect(found).toMatchObject([
    { path: ['commitments', 'leave', 'requires'], isClash: true, proposed: 'mine' },
  ]);
  expect(merged(requires('A leaves soon.'), found, ['theirs'])).toEqual(requires('A leaves soon.'));
  expect(merged(requires('A leaves soon.'), found, ['mine'])).toEqual(requires('A leaves at once.'));
});

test('what one took out and the other left is a difference of the whole', () => {
  const found = differences(file(), file({ parties: [{ id: 'a', name: 'A' }] }), file());
  expect(found).toMatchObject([{ path: ['parties', 'b'], mine: undefined, proposed: 'mine' }]);
  expect(merged(file(), found, all(found)).parties).toEqual([file().parties[0]]);
});

const anyFile = fc
  .record({
    title: fc.constantFrom('The Pact', 'The Ferry Pact', 'A Pact'),
    parties: fc
      .subarray(['a', 'b', 'd'], { minLength: 1 })
      .map((ids) => ids.map((id) => ({ id, name: id.toUpperCase() }))),
    commitments: fc
      .subarray(['leave', 'stay', 'tell'], { minLength: 1 })
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) =>
            fc.constantFrom('One.', 'Two.').map((requires) => ({ ...commitment, id, requires })),
          ),
        ),
      ),
  })
  .map(file);

/** As a set: the order of a list is nobody's edit. */
const inOrder = ({ parties, commitments, ...rest }: CaseFile) => ({
  ...rest,
  parties: parties.toSorted((a, b) => a.id.localeCompare(b.id)),
  commitments: commitments.toSorted((a, b) => a.id.localeCompare(b.id)),
});

test('all of one side gives that side', () => {
  fc.assert(
    fc.property(anyFile, anyFile, anyFile, (base, mine, theirs) => {
      const found = differences(base, mine, theirs);
      const sides = (side: 'mine' | 'theirs') => found.map(() => side);
      expect(inOrder(merged(theirs, found, sides('theirs')))).toEqual(inOrder(theirs));
      expect(inOrder(merged(theirs, found, sides('mine')))).toEqual(inOrder(mine));
    }),
  );
});
