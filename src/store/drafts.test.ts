import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftWork } from '../model/index.ts';
import { type NewDraft, openStore, type Store } from './index.ts';
import { sha256Of } from './originals.ts';
import { caseOf, ownSchema, storeKinds, temporaryStoreFolder } from './testing.ts';

const code = (name: string) => expect.objectContaining({ code: name });

const work = (title: string): DraftWork => ({
  ...{ title, signed: null, parties: [], actors: [], commitments: [], leftOut: [], notices: [] },
});

const draftOf = (bytes: Uint8Array, part: Partial<NewDraft> = {}): NewDraft => ({
  id: randomUUID(),
  source: { name: 'accord.txt', mediaType: 'text/plain', sha256: sha256Of(bytes) },
  facts: { title: '', signed: null },
  text: new TextDecoder().decode(bytes),
  work: null,
  madeAt: '2031-03-04T05:06:07.000Z',
  ...part,
});

const bytesOf = (text = randomUUID()): Uint8Array => new TextEncoder().encode(`Shall pay. ${text}`);

describe.each(storeKinds)('cases in the making, $kind', ({ address }) => {
  let dir: string;
  let store: Store;
  let databaseUrl: string | undefined;
  const opened = () => openStore({ dir, databaseUrl, version: '0.1.0' });
  beforeAll(async () => {
    dir = await temporaryStoreFolder();
    databaseUrl = address && (await ownSchema(address));
    store = await opened();
  });
  afterAll(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });

  const held = async () => {
    const found: string[] = [];
    for await (const { message } of store.verify()) found.push(message);
    return found;
  };

  test('are kept over a restart, with what was proposed and what was saved', async () => {
    const bytes = bytesOf();
    const draft = draftOf(bytes);
    await store.addDraft(bytes, draft);
    await store.proposeDraft(draft.id, 'Cleaned.', work('First'));
    await store.proposeDraft(draft.id, 'Again.', work('Too late'));
    const { revision } = await store.draft(draft.id);
    const next = await store.saveDraft(draft.id, revision, work('Second'));
    await store.close();
    store = await opened();
    expect(await store.draft(draft.id)).toMatchObject({
      ...{ revision: next, text: 'Cleaned.', work: { title: 'Second' }, source: draft.source },
    });
    expect(await held()).toEqual([]);
  });

  test('are not overwritten by a window that was opened before', async () => {
    const bytes = bytesOf();
    const draft = draftOf(bytes, { work: work('First') });
    await store.addDraft(bytes, draft);
    await store.saveDraft(draft.id, 1, work('One window'));
    await expect(store.saveDraft(draft.id, 1, work('The other'))).rejects.toEqual(
      code('PROVISO_DRAFT_CHANGED'),
    );
    await expect(store.saveDraft(randomUUID(), 1, work('x'))).rejects.toEqual(
      code('PROVISO_DRAFT_NOT_FOUND'),
    );
    expect((await store.draft(draft.id)).work?.title).toBe('One window');
  });

  test('are listed by the last change, with how far they are', async () => {
    const window = { from: null, to: null, within: null, after: null, words: null };
    const commitment = {
      ...{ id: 'a', reference: null, span: [0, 1] as [number, number], debtor: [], creditor: [], window },
      ...{ kind: 'obligation' as const, effort: 'result' as const, requires: 'x', condition: null },
      ...{ quantity: null, signs: [], unverifiable: [], conditionalOn: [] },
    };
    const states = ['proposed', 'accepted', 'dropped'] as const;
    const commitments = states.map((state) => ({ ...commitment, state }));
    const bytes = bytesOf();
    const [unread, begun] = [
      draftOf(bytes),
      draftOf(bytes, { work: { ...work('Named'), commitments }, madeAt: '2032-01-01T00:00:00.000Z' }),
    ];
    await store.addDraft(bytes, unread);
    await store.addDraft(bytes, begun);
    const listed = (await store.drafts()).filter(({ id }) => [unread.id, begun.id].includes(id));
    expect(listed).toEqual([
      { id: begun.id, title: 'Named', commitments: 2, accepted: 1, changedAt: begun.madeAt },
      { id: unread.id, title: 'accord.txt', commitments: null, accepted: 0, changedAt: unread.madeAt },
    ]);
  });

  test('leave nothing when they are thrown away, unless others need the bytes', async () => {
    const bytes = bytesOf();
    const [one, other] = [draftOf(bytes), draftOf(bytes)];
    await store.addDraft(bytes, one);
    await store.addDraft(bytes, other);
    await store.removeDraft(one.id);
    await expect(store.draft(one.id)).rejects.toEqual(code('PROVISO_DRAFT_NOT_FOUND'));
    expect(await held()).toEqual([]);
    await store.removeDraft(other.id);
    await expect(store.removeDraft(other.id)).rejects.toEqual(code('PROVISO_DRAFT_NOT_FOUND'));
    expect(await held()).toEqual([]);
  });

  test('become a case that keeps the text, all of it or nothing', async () => {
    const bytes = bytesOf();
    const draft = draftOf(bytes, { work: work('Done') });
    await store.addDraft(bytes, draft);
    const caseId = `case-${randomUUID()}`;
    await expect(store.settleDraft(randomUUID(), caseOf(caseId), 'yaml')).rejects.toEqual(
      code('PROVISO_DRAFT_NOT_FOUND'),
    );
    await expect(store.caseById(caseId)).rejects.toEqual(code('PROVISO_CASE_NOT_FOUND'));
    expect(await store.agreement(caseId)).toBeNull();
    await store.settleDraft(draft.id, caseOf(caseId), 'yaml');
    expect(await store.agreement(caseId)).toEqual({ source: draft.source, text: draft.text });
    await expect(store.draft(draft.id)).rejects.toEqual(code('PROVISO_DRAFT_NOT_FOUND'));
    await store.putCase(caseOf(caseId), 'yaml again');
    expect(await store.agreement(caseId)).not.toBeNull();
    expect(await held()).toEqual([]);
  });
});
