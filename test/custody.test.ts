import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proviso } from './proviso.ts';

const pledge = `
id: ferry
title: The Ferry Pledge
signed: 2031-05-01
parties: [{id: town, name: Larkham}, {id: island, name: Odvik}]
commitments:
  - id: no-attack
    debtor: town
    creditor: island
    kind: prohibition
    requires: Larkham does not attack the ferry of Odvik.
    window: {from: 2031-06-01}
`;
const french =
  '---\npublished: 2031-06-10\n---\nLes gardes de la ville ont attaqué le bac de l’île lundi, a dit la maire au journal.\n';

let folder = '';
const inFolder = (name: string) => join(folder, name);
const run = (...args: string[]) => proviso(...args, '--store', inFolder('store'));
const ferry = ['--case', 'ferry'];
const inJson = async (...args: string[]) => JSON.parse((await run(...args, ...ferry, '--json')).stdout);
const status = async () =>
  (await inJson('assess', '--as-of', '2031-07-01', '--known-at', '2031-07-01')).commitments[0].status;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-custody-'));
  await writeFile(inFolder('pledge.yaml'), pledge);
  await writeFile(inFolder('report.md'), french);
  expect(await run('case', 'import', inFolder('pledge.yaml'))).toMatchObject({ code: 0 });
  expect(await inJson('add', inFolder('report.md'))).toMatchObject({ new: 1, unread: 1 });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a document in a language that is not read', () => {
  let weighed: { status: string } | undefined;
  const claim = ['--words', 'ont attaqué le bac', '--verb', 'attack'];
  const roles = ['--who', 'town', '--whom', 'island', '--speaker', 'the mayor', '--when', '2031-06-09'];

  it('is marked, takes a claim by hand that is weighed, and is taken down without a trace of its words', async () => {
    const [document] = (await inJson('documents')).documents;
    expect(document).toMatchObject({ language: 'fr', unread: true });
    const entered = await inJson('claim', 'add', document.id, ...claim, ...roles, '--by', 'A. Monitor');
    expect(entered).toMatchObject({ words: 'ont attaqué le bac', by: 'A. Monitor' });
    const [pledged] = (await inJson('assess', '--as-of', '2031-07-01', '--known-at', '2031-07-01'))
      .commitments;
    expect(pledged.evidence).toMatchObject([{ document: document.id, words: 'ont attaqué le bac' }]);
    weighed = pledged;
    expect((await inJson('claim', 'list')).claims).toEqual([entered]);

    const wrong = await run('claim', 'add', document.id, ...ferry, ...claim.with(1, 'ont fui'));
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('PROVISO_CLAIM_INVALID') });
    expect(await run('claim', 'withdraw', entered.id, ...ferry)).toMatchObject({ code: 0 });
    expect(await status()).toBe('no information');

    const down = await run('takedown', document.id, '--reason', 'A court asked for it.', '--by', 'A. Editor');
    expect(down).toMatchObject({ code: 0, stderr: expect.stringContaining(`taken down: ${document.id}`) });
    expect((await inJson('documents')).documents).toEqual([]);
    const again = await run('add', inFolder('report.md'), ...ferry);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('PROVISO_TAKEN_DOWN') });
    expect(await run('verify')).toMatchObject({ code: 0, stdout: '' });
  });

  // “Larkham attack Odvik”, without a word of the ferry, is only likely enough to be suggested.
  it.fails('has a claim by hand that counts before anybody accepts it', () => {
    expect(weighed?.status).toBe('indications of breach');
  });
});
