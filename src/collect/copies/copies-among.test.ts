import { expect, it } from 'vitest';
import { copiesAmong } from './copies-among.ts';

const story = `The ferry to the outer islands stayed in port on Monday, the harbour master told reporters, because the
  crew had not been paid since the spring and the owners had not answered three letters of the union.`;

it('a reprint is linked with what it reprints, both ways', () => {
  const copies = copiesAmong([
    { id: 'r1', publisher: 'Gazette', text: story },
    { id: 'r2', publisher: 'Courier', text: `${story} More follows.` },
    { id: 'r3', publisher: 'Courier', text: 'A lighthouse was painted.' },
  ]);
  expect(copies.get('r1')).toMatchObject([{ document: 'r2', kind: 'near' }]);
  expect(copies.get('r2')).toMatchObject([{ document: 'r1', kind: 'near' }]);
  expect(copies.get('r3')).toEqual([]);
});
