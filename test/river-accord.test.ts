import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Assessment, type Finding } from '../src/model/index.ts';
import { proviso, repository } from './proviso.ts';

/** Another country, another kind of promise: the whole way from reports to findings. */
describe('the made-up River Accord', () => {
  let folder = '';
  let assessment: Assessment;

  const findingOn = (id: string): Finding => {
    const found = assessment.commitments.find((finding) => finding.id === id);
    if (!found) throw new Error(`no finding on ${id}`);
    return found;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-river-'));
    const store = ['--store', join(folder, 'store')];
    const example = join(repository, 'test/river-accord');
    await proviso('case', 'import', join(example, 'case.yaml'), ...store);
    await proviso('add', join(example, 'reports'), '--case', 'river-accord', ...store);
    const { stdout } = await proviso(
      'assess',
      '--case',
      'river-accord',
      '--as-of',
      '2021-06-30',
      '--json',
      ...store,
    );
    assessment = Assessment.parse(JSON.parse(stdout));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('finds the release, in time, with its origin', () => {
    expect(findingOn('release-prisoners')).toMatchObject({
      status: 'indications of performance',
      late: false,
      due: '2021-04-10',
      origins: [{ id: 'river-mission', grade: 'B', bearing: 'performance' }],
    });
  });

  it('weighs the accusation and the mission’s belief as two origins, and shows the reply', () => {
    const finding = findingOn('no-arms');
    expect(finding.status).toMatch(/^(indications of|probable) breach$/);
    const origins = finding.origins
      .filter(({ bearing }) => bearing === 'breach')
      .map(({ id, camp }) => [id, camp]);
    expect(origins).toContainEqual(['river-mission', 'river-mission']);
    expect(origins).toContainEqual(['defence-ministry', 'marenia']);
    expect(finding.replies).toMatchObject([{ kind: 'denies', by: 'Ostravia' }]);
    expect(finding.leftOut.map(({ why }) => why)).toContain('a condition asserts nothing');
  });

  it('quotes exactly the words of the report', () => {
    for (const { words } of findingOn('no-arms').evidence) expect(words).toMatch(/^\S.*\S$/s);
  });
});
