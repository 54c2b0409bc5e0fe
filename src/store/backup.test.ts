import { createWriteStream } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openPromise } from 'yauzl';
import { openStore, type Problem, restore, type Store } from './index.ts';
import {
  capture,
  caseOf,
  correctionOf,
  decisionOf,
  draftOf,
  ownSchema,
  readingFor,
  reportOf,
  storeKinds,
  temporaryStoreFolder,
} from './testing.ts';

const folders: string[] = [];
const folder = async () => {
  const made = await temporaryStoreFolder();
  folders.push(made);
  return made;
};
afterEach(async () => {
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
});

async function problemsOf(store: Store): Promise<Problem[]> {
  const found: Problem[] = [];
  for await (const problem of store.verify()) found.push(problem);
  return found;
}

async function contents(file: string): Promise<Map<string, string>> {
  const zip = await openPromise(file, { autoClose: false });
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('base64'));
  zip.close();
  return found;
}

async function fill(store: Store): Promise<void> {
  await store.putCase(caseOf('dyke'), 'yaml');
  for (const words of ['The dyke held, the reeve said.', 'Water came over the dyke “twice”: 水.']) {
    const report = reportOf(words, { publisher: 'The Dyke', published: '2031-05-02' });
    await store.addDocument(report, { ...capture, headers: [['etag', '"1"']] }, 'dyke');
    await store.saveReading(report.document.id, readingFor(report.document));
  }
  const [report, pact] = [reportOf('The dyke leaked, a carter said.'), reportOf('They shall keep the dyke.')];
  await store.addDocument(report, capture, 'dyke');
  await store.correct([correctionOf(report.document.id)]);
  const [unfinished, settled] = [draftOf(pact), draftOf(reportOf('They shall mend the dyke.'))];
  for (const draft of [unfinished, settled]) await store.addDraft(draft.bytes, draft);
  await store.settleDraft(settled.id, caseOf('mending'), 'yaml');
  for (const value of ['A', 'B', null] as const)
    await store.addDecision({ ...decisionOf({ caseId: 'dyke' }), value } as never);
}

const pairs = storeKinds.flatMap((from) =>
  storeKinds.map((to) => ({ from, to, name: `${from.kind} to ${to.kind}` })),
);

describe.each(pairs)('a backup, $name', ({ from, to }) => {
  const urlOf = async ({ address }: typeof from) => address && (await ownSchema(address));

  test('taken while people decide and add is whole, and restored as it was', async () => {
    const dir = await folder();
    const store = await openStore({ dir, databaseUrl: await urlOf(from), version: '0.1.0' });
    await fill(store);
    const file = join(dir, 'backup.zip');
    // Decisions come in before, while and after the rows are written.
    const decisions = Array.from({ length: 40 }, () => decisionOf({ caseId: 'dyke', subject: 'source:b' }));
    const confirmed: string[] = [];
    const added: string[] = [];
    const deciding = (async () => {
      for (const decision of decisions) confirmed.push((await store.addDecision(decision)).id);
    })();
    const adding = (async () => {
      for (const { id: words } of decisions) {
        const report = reportOf(`Report ${words}.`);
        await store.addDocument(report, capture, 'mending');
        await store.saveReading(report.document.id, readingFor(report.document));
        added.push(report.document.id);
      }
    })();
    await vi.waitFor(() => expect(Math.min(confirmed.length, added.length)).toBeGreaterThan(3), {
      timeout: 240_000,
    });
    const before = { confirmed: confirmed.length, added: added.length };
    await store.backUp(createWriteStream(file));
    await Promise.all([deciding, adding]);
    const documents = await store.documents('dyke');
    const agreement = await store.agreement('mending');
    const drafts = await store.drafts();
    expect([agreement, drafts.length]).toEqual([expect.anything(), 1]);
    await store.close();

    const place = { dir: join(await folder(), 'new'), databaseUrl: await urlOf(to) };
    await restore(file, place);
    const restored = await openStore({ ...place, version: '0.1.0' });
    expect(await problemsOf(restored)).toEqual([]);
    expect(restored.notices).toEqual([]);
    expect(await restored.documents('dyke')).toEqual(documents);
    expect(await restored.agreement('mending')).toEqual(agreement);
    expect(await restored.drafts()).toEqual(drafts);
    const kept = (await restored.decisions('dyke', { subject: 'source:b' })).reverse().map(({ id }) => id);
    expect(kept).toEqual(confirmed.slice(0, kept.length));
    expect(kept.length).toBeGreaterThanOrEqual(before.confirmed);
    // Of what was added too, all that had been confirmed, and a whole stretch of what followed.
    const restoredIds = new Set((await restored.documents('mending')).map(({ id }) => id));
    const stretch = added.slice(0, restoredIds.size);
    expect(stretch.length).toBeGreaterThanOrEqual(before.added);
    expect(stretch.every((id) => restoredIds.has(id))).toBe(true);
    for (const id of stretch.slice(0, before.added))
      expect([await restored.readingOf(id), (await restored.original(id)).length]).toEqual([
        await readingFor((await restored.document(id)) as never),
        expect.any(Number),
      ]);
    // It goes on from there: numbers, too.
    const next = await restored.addDecision(decisionOf({ caseId: 'dyke', subject: 'source:b' }));
    expect((await restored.decisions('dyke'))[0]).toEqual(next);
    await restored.close();
  });
});

test('restored and backed up again, a backup is the same', async () => {
  const [dir, other] = [await folder(), join(await folder(), 'new')];
  const store = await openStore({ dir, version: '0.1.0' });
  await fill(store);
  await store.backUp(createWriteStream(join(dir, 'first.zip')));
  await store.close();
  await restore(join(dir, 'first.zip'), { dir: other });
  const restored = await openStore({ dir: other, version: '0.1.0' });
  await restored.backUp(createWriteStream(join(dir, 'second.zip')));
  await restored.close();
  const [first, second] = [await contents(join(dir, 'first.zip')), await contents(join(dir, 'second.zip'))];
  for (const each of [first, second]) each.delete('manifest.json');
  expect(second).toEqual(first);
});

describe('what cannot be restored', () => {
  test('is refused, and leaves nothing', async () => {
    const dir = await folder();
    const store = await openStore({ dir, version: '0.1.0' });
    await fill(store);
    const file = join(dir, 'backup.zip');
    await store.backUp(createWriteStream(file));
    await store.close();
    const parent = await folder();
    const fresh = join(parent, 'new');
    const bytes = await readFile(file);
    const cases: [string, Buffer, string][] = [
      ['no archive', Buffer.from('hello'), 'PROVISO_BACKUP_DAMAGED'],
      ['half of one', bytes.subarray(0, bytes.length / 2), 'PROVISO_BACKUP_DAMAGED'],
      [
        'one with other bytes',
        Buffer.concat([bytes.subarray(0, 900), Buffer.alloc(60), bytes.subarray(960)]),
        'PROVISO_BACKUP_DAMAGED',
      ],
    ];
    for (const [what, broken, code] of cases) {
      await writeFile(join(dir, 'broken.zip'), broken);
      await expect(restore(join(dir, 'broken.zip'), { dir: fresh }), what).rejects.toMatchObject({ code });
      expect(await readdir(parent)).not.toContain('new');
    }
    await expect(restore(file, { dir })).rejects.toMatchObject({ code: 'PROVISO_STORE_NOT_EMPTY' });
  });
});
