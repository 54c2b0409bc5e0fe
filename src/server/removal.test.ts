import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseSource } from '../agreement/index.ts';
import { ClaimEntry } from '../model/index.ts';
import { openStore, type Store } from '../store/index.ts';
import {
  capture,
  caseOf,
  decisionOf,
  judgementOf,
  reportOf,
  temporaryStoreFolder,
} from '../store/testing.ts';
import { enterClaim, withdrawClaim } from '../work/index.ts';
import { createApp, localHosts } from './index.ts';

const claim = (span: [number, number]) => ClaimEntry.parse({ span, predicate: { lemma: 'run' } });

describe('what is taken out of a store', () => {
  let dir: string;
  let store: Store;
  let app: ReturnType<typeof createApp>;
  let token = '';
  const first = reportOf('The ferry ran on Monday, the mayor said.');
  const second = reportOf('The ferry did not run on Tuesday, the mayor said.');
  const serve = async () => {
    store = await openStore({ dir, version: '0.1.0' });
    app = createApp(store, localHosts(4747));
    token = (await (await ask('GET', '/api/session')).json()).csrfToken;
  };
  const ask = async (method: string, path: string, body?: unknown) =>
    app.request(`http://localhost:4747${path}`, {
      method,
      headers: {
        host: 'localhost:4747',
        'content-type': 'application/json',
        'x-proviso-csrf': token,
        cookie: 'proviso-person=Tove%20Arran',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const whatFails = async () => {
    const found = [];
    for await (const problem of store.verify()) found.push(problem);
    return found;
  };

  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    await serve();
  });
  afterAll(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });

  test('a case file is taken in as written, and takes no other’s place unless it is said to', async () => {
    const source = `# Ours\n${caseSource(caseOf('ferry'), null)}`;
    expect((await ask('POST', '/api/case-files', { source })).status).toBe(201);
    expect((await store.caseById('ferry')).source).toBe(source);
    const again = await ask('POST', '/api/case-files', { source });
    expect(await again.json()).toMatchObject({ code: 'PROVISO_CASE_EXISTS' });
    const replaced = await ask('POST', '/api/case-files', { source: `${source}\n`, replace: true });
    expect(await replaced.json()).toEqual({ id: 'ferry', outcome: 'replaced' });
    expect((await ask('POST', '/api/case-files', { source: 'id: [' })).status).toBe(422);
  });

  test('a document goes with a reason, and a name', async () => {
    await store.addDocument(first, capture, 'ferry');
    const path = `/api/cases/ferry/documents/${first.document.id}/takedown`;
    expect((await ask('POST', path, { reason: ' ' })).status).toBe(422);
    const done = await ask('POST', path, { reason: 'A person asked for it.' });
    expect(await done.json()).toMatchObject({
      tombstone: { by: 'Tove Arran', reason: 'A person asked for it.' },
      copies: [],
    });
    expect((await ask('POST', path, { reason: 'Again.' })).status).toBe(404);
  });

  test('a case goes by its title, with what was decided in it; its documents and other cases stay', async () => {
    await store.putCase(caseOf('other'), 'id: other');
    await store.addDocument(second, capture, 'ferry');
    for (const caseId of ['ferry', 'other']) {
      await store.addDecision(decisionOf({ caseId }));
      await store.addJudgement(judgementOf({ caseId }));
    }
    const { id } = await enterClaim(store, 'ferry', second.document.id, claim([0, 13]), 'Tove Arran');
    await enterClaim(store, 'ferry', second.document.id, claim([4, 13]), 'Tove Arran');
    await withdrawClaim(store, 'ferry', id, { by: 'Tove Arran', reason: '' });
    expect((await ask('DELETE', '/api/cases/ferry', { title: 'Case' })).status).toBe(422);
    const gone = await ask('DELETE', '/api/cases/ferry', { title: 'Case ferry' });
    expect(await gone.json()).toEqual({ title: 'Case ferry', documents: 1, decisions: 4 });
    expect((await ask('GET', '/api/cases/ferry')).status).toBe(404);
    expect(await whatFails()).toEqual([]);

    // Nothing comes back from the journal.
    await store.close();
    await serve();
    expect(store.notices).toEqual([]);
    expect((await store.cases()).map((one) => one.id)).toEqual(['other']);
    expect(await store.decisions('other')).toHaveLength(1);
    expect(await store.judgements('other')).toHaveLength(1);
    expect(await store.document(second.document.id)).not.toBeNull();
    expect(await whatFails()).toEqual([]);
    await store.addDocument(second, capture, 'other');
    expect(await store.documents('other')).toHaveLength(1);
  });
});
