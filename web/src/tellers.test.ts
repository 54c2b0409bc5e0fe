import { expect, test } from 'vitest';
import type { Attribution, Reading } from '../../src/model/index.ts';
import { tellers } from './tellers.ts';

const attribution = (id: string, fields: Partial<Attribution>): Attribution => ({
  id,
  source: [],
  cue: [],
  content: [],
  kind: 'says',
  speaker: null,
  group: null,
  relay: null,
  relays: [],
  parent: null,
  confidence: 1,
  ...fields,
});

const entity = (id: string, name: string) => ({
  id,
  type: 'person' as const,
  name,
  mentions: [],
  relations: [],
});

const reading: Reading = {
  id: 'd',
  text: 'some circles',
  published: null,
  reader: { name: 'r', version: '1' },
  sentences: [],
  mentions: [],
  entities: [
    entity('e1', 'Fitton-Brown'),
    entity('e2', 'BBC'),
    entity('e3', 'Taliban'),
    entity('e4', 'Gazette'),
  ],
  times: [],
  places: [],
  quantities: [],
  claims: [],
  attributions: [
    attribution('a1', { speaker: 'e1', relay: 'e2', relays: ['e2', 'e4'] }),
    attribution('a2', { speaker: 'e3', kind: 'promises', parent: 'a1' }),
    attribution('a3', { group: 'e3' }),
    attribution('a4', { source: [[0, 12]] }),
    attribution('a5', { parent: 'a5' }),
  ],
};

test('a nested attribution is told through its parents, outermost first', () => {
  expect(tellers(reading, 'a2')).toEqual(['Gazette', 'BBC', 'Fitton-Brown', 'Taliban']);
});

test('an unnamed speaker is named by body, else by the words, else as unnamed', () => {
  expect(tellers(reading, 'a3')).toEqual(['unnamed, of Taliban']);
  expect(tellers(reading, 'a4')).toEqual(['some circles']);
});

test("the writer's own words have no chain, and a circle ends", () => {
  expect(tellers(reading, null)).toEqual([]);
  expect(tellers(reading, 'a5')).toEqual(['an unnamed source']);
});
