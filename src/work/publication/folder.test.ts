import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../model/index.ts';
import { passSource } from '../../publish/testing.ts';
import type { Store } from '../../store/index.ts';
import type { OpenCase } from '../assess-case.ts';
import { makeEdition, reviewEdition } from './editions.ts';
import { publishTo, verifyFolder } from './folder.ts';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'proviso-editions-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a store is asked for: the decisions that it was given, the last first, and readings, of which there are none. */
const storeOf = (decisions: Decision[]): Store => {
  const answers: Partial<Store> = {
    decisions: async (_, { kind, subject } = {}) =>
      decisions.filter(
        (each) =>
          (kind === undefined || each.kind === kind) && (subject === undefined || each.subject === subject),
      ),
    addDecision: async (decision) => {
      decisions.unshift(decision);
      return decision;
    },
    collectedFirst: async () => new Map(),
    documentsWithReadings: async function* () {},
  };
  return answers as Store;
};

const caseOf = ({ file, documents }: ReturnType<typeof passSource>): OpenCase =>
  ({ file, documents }) as unknown as OpenCase;

let next = 0;
let [site, decisions, store] = ['', [] as Decision[], storeOf([])];
beforeEach(() => {
  next += 1;
  site = join(folder, `site-${next}`);
  decisions = [];
  store = storeOf(decisions);
});

const publish = async (
  source = passSource(),
  correction: string | null = null,
  key: string | null = null,
) => {
  const made = await makeEdition(store, caseOf(source), source.assessment, { by: 'Ada', correction });
  return publishTo(store, site, made, key);
};

/** The same with another status of the first commitment. */
const disputed = () => {
  const source = passSource();
  const [first, ...others] = source.assessment.commitments;
  if (!first) throw new Error('no finding');
  return {
    ...source,
    assessment: { ...source.assessment, commitments: [{ ...first, status: 'disputed' as const }, ...others] },
  };
};

describe('a published folder', () => {
  it('holds what its manifest lists, and its edition in a place of its own', async () => {
    expect(await publish()).toMatchObject({ number: 1, lacking: [], signed: false });
    expect(await verifyFolder(site, null)).toMatchObject({
      case: 'pass',
      edition: 1,
      differences: [],
      signature: null,
    });
    expect(decisions).toMatchObject([{ kind: 'edition', subject: 'edition:1', by: 'Ada' }]);
  });

  it('tells in its second edition what changed and what was wrong, and keeps the first as it was', async () => {
    await publish();
    const first = await readFile(join(site, 'editions/1/index.html'), 'utf8');
    await writeFile(join(site, 'CNAME'), 'pass.example');
    expect(await publish(disputed(), 'The first was wrong <here>.')).toMatchObject({
      number: 2,
      lacking: [],
    });
    expect(await readFile(join(site, 'editions/1/index.html'), 'utf8')).toBe(first);
    const told = await readFile(join(site, 'editions.html'), 'utf8');
    expect(told).toMatch(/From [a-z ]+ breach to disputed: /);
    expect(told).toContain('The first was wrong &lt;here&gt;.');
    expect(told).toContain('editions/1/index.html');
    expect(await readFile(join(site, 'feed.json'), 'utf8')).toContain('Correction in edition 2');
    expect(await readFile(join(site, 'CNAME'), 'utf8')).toBe('pass.example');
    expect((await verifyFolder(site, null)).differences).toEqual([]);
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/unfinished|former/));
  });

  it('says which earlier edition it lacks', async () => {
    await publish();
    site = join(folder, 'elsewhere');
    expect(await publish()).toMatchObject({ number: 2, lacking: [1] });
    expect((await verifyFolder(site, null)).differences).toEqual([
      { kind: 'missing', path: 'editions/1/manifest.json' },
    ]);
  });

  it('names each file that is not as it was published, whatever was changed alike', async () => {
    await publish();
    const page = join(site, 'commitments/no-raiders.html');
    await writeFile(page, (await readFile(page, 'utf8')).replace('Norland', 'Morland'));
    await writeFile(join(site, 'more.html'), '');
    await mkdir(join(site, 'editions/7'));
    await writeFile(join(site, 'editions/7/index.html'), '');
    await rm(join(site, 'editions/1/site.css'));
    expect((await verifyFolder(site, null)).differences).toEqual([
      { kind: 'changed', path: 'commitments/no-raiders.html' },
      { kind: 'missing', path: 'editions/1/site.css' },
      { kind: 'extra', path: 'editions/7/index.html' },
      { kind: 'extra', path: 'more.html' },
    ]);
    // Whoever leaves the file out of its edition's manifest too has changed that.
    const own = join(site, 'editions/1/manifest.json');
    const manifest = JSON.parse(await readFile(own, 'utf8'));
    delete manifest.files['site.css'];
    await writeFile(own, JSON.stringify(manifest));
    expect((await verifyFolder(site, null)).differences).toContainEqual({
      kind: 'changed',
      path: 'editions/1/manifest.json',
    });
  });

  it('names the manifest of an edition that is none any more, and all of an edition that has none', async () => {
    await publish();
    const own = join(site, 'editions/1/manifest.json');
    await rm(join(site, 'editions/1/site.css'));
    await writeFile(own, '[');
    expect((await verifyFolder(site, null)).differences).toEqual([
      { kind: 'changed', path: 'editions/1/manifest.json' },
    ]);
    await rm(own);
    const { differences } = await verifyFolder(site, null);
    const left = (await readdir(join(site, 'editions/1'), { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile(),
    );
    expect(differences).toHaveLength(left.length + 1);
    expect(differences).toContainEqual({ kind: 'missing', path: 'editions/1/manifest.json' });
    expect(differences).toContainEqual({ kind: 'extra', path: 'editions/1/index.html' });
  });

  it('is signed so that OpenSSH alone can check it', async () => {
    const key = join(folder, 'key');
    const signers = join(folder, 'signers');
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    await writeFile(signers, `desk@pass.example ${await readFile(`${key}.pub`, 'utf8')}`);
    expect(await publish(passSource(), null, key)).toMatchObject({ signed: true });
    const check = async (who: string | null) => (await verifyFolder(site, who)).signature;
    expect(await check(signers)).toEqual({ state: 'good', by: 'desk@pass.example' });
    expect(await check(null)).toEqual({ state: 'unknown signer' });
    const byHand = await run('sh', [
      '-c',
      'ssh-keygen -Y verify -f "$1" -I desk@pass.example -n proviso -s "$2.sig" < "$2"',
      'sh',
      signers,
      join(site, 'manifest.json'),
    ]);
    expect(byHand.stdout).toContain('Good "proviso" signature for desk@pass.example');
    const text = await readFile(join(site, 'manifest.json'), 'utf8');
    await writeFile(join(site, 'manifest.json'), text.replace('"edition": 1', '"edition": 2'));
    expect(await check(signers)).toMatchObject({ state: 'bad' });
    await writeFile(join(folder, 'nobody'), '');
    expect(await check(join(folder, 'nobody'))).toMatchObject({ state: 'bad' });
  });

  it('is as it was where something fails', async () => {
    await publish();
    const before = await readFile(join(site, 'manifest.json'), 'utf8');
    await expect(publish(disputed(), null, join(site, 'index.html'))).rejects.toMatchObject({
      code: 'PROVISO_SIGNING_FAILED',
    });
    expect(await readFile(join(site, 'manifest.json'), 'utf8')).toBe(before);
    expect(decisions).toHaveLength(1);
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/unfinished|former/));
  });

  it('is refused where the folder holds something else', async () => {
    await mkdir(site);
    await writeFile(join(site, 'diary.txt'), 'mine');
    await expect(publish()).rejects.toMatchObject({ code: 'PROVISO_FOLDER_OTHER' });
    expect(await readdir(site)).toEqual(['diary.txt']);
    await expect(verifyFolder(site, null)).rejects.toMatchObject({ code: 'PROVISO_MANIFEST_INVALID' });
    await writeFile(join(site, 'manifest.json'), '[');
    await expect(verifyFolder(site, null)).rejects.toMatchObject({ code: 'PROVISO_MANIFEST_INVALID' });
  });

  it('is not led out of itself by its manifest', async () => {
    await publish();
    const outside = join(folder, 'outside.txt');
    await writeFile(outside, 'mine');
    const manifest = JSON.parse(await readFile(join(site, 'manifest.json'), 'utf8'));
    manifest.files['../outside.txt'] = '0'.repeat(64);
    await writeFile(join(site, 'manifest.json'), JSON.stringify(manifest));
    await expect(publish(disputed())).rejects.toMatchObject({ code: 'PROVISO_MANIFEST_INVALID' });
    expect(await readFile(outside, 'utf8')).toBe('mine');
  });
});

describe('a case that asks for a second person', () => {
  const source = passSource(undefined, {
    publication: { by: 'Pass Watch', contact: 'desk@example.org', secondPerson: true },
  });
  const consentOf = (subject: string, by: string): Decision => ({
    id: '00000000-0000-4000-8000-000000000001',
    caseId: 'pass',
    kind: 'consent',
    subject,
    value: 'given',
    reason: '',
    by,
    at: '2030-07-01T00:00:00.000Z',
  });

  it('is published with the word of another one for exactly this content', async () => {
    const { content, consent } = await reviewEdition(store, caseOf(source), source.assessment);
    expect(consent).toEqual({ needed: true, by: [] });
    await expect(publish(source)).rejects.toMatchObject({ code: 'PROVISO_CONSENT_MISSING' });
    decisions.push(consentOf(content, 'Ada'));
    await expect(publish(source)).rejects.toMatchObject({ code: 'PROVISO_CONSENT_MISSING' });
    decisions.splice(0, 1, consentOf('f'.repeat(64), 'Ben'));
    await expect(publish(source)).rejects.toMatchObject({ code: 'PROVISO_CONSENT_MISSING' });
    decisions.splice(0, 1, consentOf(content, 'Ben'));
    expect(await publish(source)).toMatchObject({ number: 1 });
  });
});
