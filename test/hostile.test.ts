import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ferryPledge } from './ferry-pledge.ts';
import { hostileInputs } from './hostile-inputs.ts';
import { proviso, repository } from './proviso.ts';

const run = promisify(execFile);

interface Outcome {
  path: string;
  outcomes: string[];
  ms: number;
  cpuMs: number;
  maxMb: number;
}

/** Through the built program: only there does parsing have a thread of its own. */
describe('broken and hostile files', () => {
  let folder = '';
  const found = new Map<string, Outcome>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-hostile-'));
    await mkdir(join(folder, 'inputs'));
    for (const [name, make] of hostileInputs) await writeFile(join(folder, 'inputs', name), make());
    const paths = hostileInputs.map(([name]) => join(folder, 'inputs', name));
    const { stdout } = await run(process.execPath, [join(repository, 'test/collect-each.mjs'), ...paths]);
    for (const line of stdout.trim().split('\n')) {
      const outcome = JSON.parse(line) as Outcome;
      found.set(basename(outcome.path), outcome);
    }
  }, 1_800_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(hostileInputs)(
    '%s is read, or refused with a code, in time and within memory',
    (name, _make, expected) => {
      const outcome = found.get(name);
      expect(outcome?.outcomes).toHaveLength(expected.length);
      for (const [index, pattern] of expected.entries()) {
        expect(outcome?.outcomes[index]).toMatch(new RegExp(`^(?:${pattern})$`));
      }
      // Processor time: what else runs on this machine is not the file's doing.
      expect(outcome?.cpuMs).toBeLessThan(10_000);
      expect(outcome?.maxMb).toBeLessThan(1024);
    },
  );

  it('leave a store that verifies', { timeout: 1_800_000 }, async () => {
    const store = ['--store', join(folder, 'store')];
    await writeFile(join(folder, 'case.yaml'), ferryPledge);
    expect(await proviso('case', 'import', join(folder, 'case.yaml'), ...store)).toMatchObject({ code: 0 });
    // What reads well is another matter, and 20 MB of one line would take long.
    await rm(join(folder, 'inputs', 'one-line.txt'));
    const added = await proviso('add', join(folder, 'inputs'), '--case', 'ferry', '--json', ...store);
    expect(added.code).toBe(1);
    const { refused } = JSON.parse(added.stdout) as { refused: { source: string; code: string }[] };
    expect(refused.map(({ code }) => code)).not.toContain('PROVISO_FAILED');
    expect(await proviso('verify', ...store)).toMatchObject({ code: 0, stdout: '' });
  });
});
