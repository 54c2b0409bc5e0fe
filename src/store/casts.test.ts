import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentCast, EntityType } from '../model/index.ts';
import { openStore, type Store } from './index.ts';
import { capture, caseOf, readingFor, reportOf, temporaryStoreFolder } from './testing.ts';

const named = (name: string, acts: number, type: EntityType = 'organisation', bodies: string[] = []) => ({
  ...{ key: name.toLowerCase(), name, folded: name.toLowerCase(), type, bodies },
  ...{ acts, undergoes: 0, speaks: 1 },
});
const link = (from: string, to: string, claims: number, type = 'AID') => ({ from, to, type, claims });
const page = { offset: 0, limit: 10 };

/** Three documents, the newest first. */
const casts: DocumentCast[] = [
  { names: [named('Norland', 2, 'state'), named('Guards', 1)], links: [link('norland', 'guards', 2)] },
  {
    names: [named('Norland', 3, 'state'), named('Guards', 1, 'armed-group', ['norland'])],
    links: [link('norland', 'guards', 1, 'FIGHT'), link('guards', 'sudland', 1)],
  },
  { names: [named('Sudland', 1, 'state')], links: [] },
];
const reports = casts.map((_, place) => reportOf(`Report ${place}.`, { published: `2031-0${9 - place}-01` }));

describe('names and links beside the matches', () => {
  let dir: string;
  let store: Store;
  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    store = await openStore({ dir, version: '0.1.0' });
    await store.putCase(caseOf('c'), 'yaml');
    for (const report of reports) await store.addDocument(report, capture, 'c');
    const matched = { statements: [], evidence: [], replies: [], pairs: {} };
    const found = reports.map(
      ({ document }, place) => [document.id, { matched, cast: casts[place] as DocumentCast }] as const,
    );
    await store.saveMatches('c', 'key', new Map(found));
    await store.saveMatches('c', 'key', new Map(found));
  });
  afterAll(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });

  it('are counted over all documents, each document once', async () => {
    expect(await store.names('c', {}, page)).toMatchObject({
      total: 3,
      names: [
        { key: 'norland', documents: 2, acts: 5, speaks: 2, type: 'state' },
        { key: 'guards', documents: 2, acts: 2 },
        { key: 'sudland', documents: 1 },
      ],
    });
    expect(await store.names('c', { folded: 'uar' }, page)).toMatchObject({ total: 1 });
    expect(await store.names('c', { type: 'state' }, { offset: 1, limit: 1 })).toMatchObject({
      total: 2,
      names: [{ key: 'sudland' }],
    });
  });

  it('tell what a name belongs to, and who belongs to it', async () => {
    expect(await store.name('c', 'guards')).toMatchObject({ written: ['Guards'], bodies: ['norland'] });
    expect(await store.name('c', 'norland')).toMatchObject({ members: [{ key: 'guards', name: 'Guards' }] });
    expect(await store.name('c', 'nobody')).toBeNull();
  });

  it('make a network of the strongest links, and say how much is left', async () => {
    expect(await store.network('c', { nodes: 2, edges: 5 })).toEqual({
      links: [{ from: 'norland', to: 'guards', claims: 3, types: { AID: 2, FIGHT: 1 } }],
      weights: new Map([
        ['norland', 3],
        ['guards', 4],
      ]),
      nodes: 3,
      edges: 2,
    });
  });

  it.each([
    [{ offset: 0, limit: 2 }, [0], 0],
    [{ offset: 1, limit: 2 }, [0, 1], 1],
    [{ offset: 2, limit: 9 }, [1], 0],
    [{ offset: 9, limit: 9 }, [], 0],
  ])('say where the page %j of claims stands', async (asked, places, skipped) => {
    const documents = places.map((place) => reports[place]?.document.id);
    expect(await store.claimPlaces('c', { key: 'norland', part: 'acts' }, asked)).toEqual({
      ...{ total: 5, documents, skipped },
    });
  });

  it('say in which documents two are linked', async () => {
    const { total, documents } = await store.claimPlaces('c', { from: 'norland', to: 'guards' }, page);
    expect({ total, documents }).toEqual({
      total: 3,
      documents: reports.slice(0, 2).map((r) => r.document.id),
    });
  });

  it('go with a document that is read again', async () => {
    const [first] = reports;
    if (!first) return;
    await store.saveReading(first.document.id, readingFor(first.document));
    expect(await store.names('c', {}, page)).toMatchObject({ names: [{ key: 'norland', acts: 3 }, {}, {}] });
    expect(await store.claimPlaces('c', { from: 'norland', to: 'guards' }, page)).toMatchObject({ total: 1 });
  });
});
