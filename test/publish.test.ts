import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { proviso } from './proviso.ts';

const run = promisify(execFile);

const accord = `
id: ferry
title: The Ferry Pledge
signed: 2031-05-01
parties: [{id: town, name: Larkham}, {id: island, name: Odvik}]
publication: {by: Ferry Watch, contact: desk@ferry.example, address: "https://ferry.example/"}
commitments:
  - {id: daily-ferry, debtor: town, creditor: island, kind: obligation, requires: Larkham runs a ferry to Odvik every day.,
     window: {from: 2031-05-01}}
`;

const report = (day: string, words: string) => `---
publisher: Ebb Post
published: ${day}
title: The ferry on ${day}
url: https://ebb.example/${day}
---
${words}

Other news of the week follow here, and they tell of nothing but the weather on the coast, which was mild, and of the
market in the square, which was as full as ever. The council met twice. Nothing was decided on the new school.
`;

const folder = await mkdtemp(join(tmpdir(), 'proviso-publish-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const [store, site] = [join(folder, 'store'), join(folder, 'site')];
const at = ['--case', 'ferry', '--as-of', '2031-08-31', '--known-at', '2031-08-31', '--store', store];

const filesOf = async (dir: string): Promise<Map<string, string>> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
};

describe('publishing', () => {
  it('makes an edition, signs it, and anybody can check it', async () => {
    await writeFile(join(folder, 'case.yaml'), accord);
    await writeFile(
      join(folder, 'one.md'),
      report('2031-06-03', 'Larkham ran no ferry to Odvik on Monday, Wenda Kroll said on the quay.'),
    );
    expect((await proviso('case', 'import', join(folder, 'case.yaml'), '--store', store)).code).toBe(0);
    expect((await proviso('add', join(folder, 'one.md'), '--case', 'ferry', '--store', store)).code).toBe(0);
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')]);
    const published = await proviso('publish', site, ...at, '--key', join(folder, 'key'));
    expect(published).toMatchObject({ code: 0, stdout: expect.stringMatching(/^edition 1: .*, signed\n$/) });
    const signers = join(folder, 'signers');
    await writeFile(signers, `desk@ferry.example ${await readFile(join(folder, 'key.pub'), 'utf8')}`);
    const checked = await proviso('verify', site, '--signers', signers);
    expect(checked).toMatchObject({ code: 0, stdout: '' });
    expect(checked.stderr).toContain('every file is as it was published; signed by desk@ferry.example');
    const byOpenSsh = await run('sh', [
      '-c',
      'ssh-keygen -Y verify -f "$1" -I desk@ferry.example -n proviso -s "$2/manifest.json.sig" < "$2/manifest.json"',
      'sh',
      signers,
      site,
    ]);
    expect(byOpenSsh.stdout).toContain('Good "proviso" signature for desk@ferry.example');
  });

  it('hides whoever holds no office in every file', async () => {
    for (const [path, text] of await filesOf(site)) expect(text, path).not.toMatch(/wenda|kroll/i);
    const review = JSON.parse((await proviso('review', ...at, '--json')).stdout);
    expect(review.lines).toContainEqual(
      expect.objectContaining({ words: 'Wenda Kroll', choice: 'hide', shownAs: 'a resident' }),
    );
  });

  it('tells in a second edition what changed, and leaves the first as it was', async () => {
    const first = await filesOf(join(site, 'editions/1'));
    await writeFile(
      join(folder, 'two.md'),
      report('2031-07-02', 'The ferry from Larkham to Odvik did not sail all week, the harbour board said.'),
    );
    await proviso('add', join(folder, 'two.md'), '--case', 'ferry', '--store', store);
    await writeFile(join(site, 'CNAME'), 'ferry.example');
    const published = await proviso('publish', site, ...at, '--correction', 'The report of 3 June had another date.');
    expect(published).toMatchObject({ code: 0, stdout: expect.stringMatching(/^edition 2: /) });
    expect(published.stderr).toMatch(/sentence(s)? more count/);
    expect(await filesOf(join(site, 'editions/1'))).toEqual(first);
    const told = await readFile(join(site, 'editions.html'), 'utf8');
    expect(told).toContain('The report of 3 June had another date.');
    expect(told).toContain('editions/1/index.html');
    expect(await readFile(join(site, 'CNAME'), 'utf8')).toBe('ferry.example');
    expect(await proviso('verify', site)).toMatchObject({ code: 0, stderr: expect.stringContaining('it is not signed') });
  });

  it('names each file that is not as it was published', async () => {
    const changed = join(site, 'commitments/daily-ferry.html');
    const text = await readFile(changed, 'utf8');
    await writeFile(changed, text.replace('Larkham', 'Larkhan'));
    await writeFile(join(site, 'editions/1/more.html'), '');
    await rm(join(site, 'editions/2/site.css'));
    const checked = await proviso('verify', site);
    expect(checked.code).toBe(1);
    expect(checked.stdout.trim().split('\n')).toEqual([
      'changed commitments/daily-ferry.html',
      'extra editions/1/more.html',
      'missing editions/2/site.css',
    ]);
  });

  it('refuses a folder of something else, a key that is none, and a folder that nobody published', async () => {
    const others = join(folder, 'others');
    await run('mkdir', [others]);
    await writeFile(join(others, 'diary.txt'), 'mine');
    const refused = await proviso('publish', others, ...at);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('PROVISO_FOLDER_OTHER') });
    expect(await readdir(others)).toEqual(['diary.txt']);
    const fresh = join(folder, 'fresh');
    const unsigned = await proviso('publish', fresh, ...at, '--key', join(folder, 'case.yaml'));
    expect(unsigned).toMatchObject({ code: 2, stderr: expect.stringContaining('PROVISO_SIGNING_FAILED') });
    expect((await readdir(folder)).filter((name) => name.startsWith('fresh'))).toEqual([]);
    expect((await proviso('verify', others)).stderr).toContain('PROVISO_MANIFEST_INVALID');
  });
});
