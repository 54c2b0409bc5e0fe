import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCase } from '../agreement/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { capture, reportOf, temporaryStoreFolder } from '../store/testing.ts';
import { linkCopies, openCase } from './index.ts';

const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
const footer = words('newsletter', 40);
const wire = words('wire', 40);

const yaml =
  'id: ferry\ntitle: F\nsigned: 2031-05-01\nparties: [{id: town, name: Larkham}, {id: island, name: Odvik}]\ncommitments:\n  - {id: c, debtor: town, creditor: island, kind: obligation, requires: Run., window: {from: 2031-06-01}}\n';

let dir: string;
let store: Store;
beforeAll(async () => {
  dir = await temporaryStoreFolder();
  store = await openStore({ dir, version: '0.1.0' });
  await store.putCase(parseCase(yaml), yaml);
});
afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

test('what a publisher puts under all its pages joins no two of them; a story that two print does', async () => {
  const ids: string[] = [];
  const add = async (text: string, publisher: string) => {
    const report = reportOf(text, { publisher });
    await store.addDocument(report, capture, 'ferry');
    ids.push(report.document.id);
  };
  for (let page = 0; page < 5; page += 1) await add(`${words(`story${page}x`, 70)} ${footer}`, 'Odvik Post');
  await add(`${words('a', 70)} ${wire} ${footer}`, 'Odvik Post');
  await add(`${words('b', 70)} ${wire}`, 'Larkham Herald');
  await linkCopies(store);

  const { copies } = await openCase(store, 'ferry');
  const linked = [...copies].filter(([, links]) => links.length > 0).map(([id]) => id);
  expect(linked.toSorted()).toEqual(ids.slice(5).toSorted());
  // The store keeps all links; the document's own page shows them.
  expect(await store.copies(ids[0] ?? '')).toHaveLength(5);
});
