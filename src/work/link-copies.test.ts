import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect } from '../collect/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { linkCopies } from './index.ts';

const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
const wire = words('w', 60);
const texts = {
  first: wire,
  reprint: wire.toUpperCase(),
  edited: wire.replace('w30', 'other'),
  quoting: `${words('x', 100)} ${words('w', 30)}`,
  other: words('y', 60),
};

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-copies-'));
  store = await openStore({ dir: folder, version: '0.1.0' });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** Adds the text as a document; returns its id. */
async function added(text: string): Promise<string> {
  const capture = { collectedAt: '2026-01-02T03:04:05.678Z', collector: 'me', tool: 'proviso' };
  for await (const event of collect(['-'], { stdin: async () => Buffer.from(text) })) {
    if (event.kind !== 'collected') break;
    await store.addDocument(event, { ...capture, source: event.source, ...event.taken }, null);
    return event.document.id;
  }
  throw new Error('the text was not collected');
}

describe('copies', () => {
  const ids: Record<string, string> = {};

  test('are linked once, with their spans on both sides', async () => {
    for (const [name, text] of Object.entries(texts)) ids[name] = await added(text);
    expect(await linkCopies(store)).toBe(2);
    expect(await linkCopies(store)).toBe(0);
    expect(await store.documentsToCompare()).toEqual([]);

    const kinds = async (name: string) =>
      Object.fromEntries((await store.copies(ids[name] ?? '')).map(({ document, kind }) => [document, kind]));
    expect(await kinds('first')).toEqual({
      [ids.reprint ?? '']: 'exact',
      [ids.edited ?? '']: 'near',
      [ids.quoting ?? '']: 'passages',
    });
    expect(await kinds('other')).toEqual({});
    for (const { document, passages } of await store.copies(ids.quoting ?? '')) {
      const there = (await store.document(document))?.text ?? '';
      for (const passage of passages) {
        expect(there.slice(...passage.there).toLowerCase()).toBe(texts.quoting.slice(...passage.here));
      }
      expect(passages.length).toBeGreaterThan(0);
    }
  });

  test('of documents added later are linked to those before', async () => {
    const id = await added(`${wire} and a line more`);
    expect(await linkCopies(store)).toBe(1);
    expect((await store.copies(id)).map(({ kind }) => kind)).toContain('near');
    expect((await store.copies(ids.first ?? '')).map(({ document }) => document)).toContain(id);
  });
});
