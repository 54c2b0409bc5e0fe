import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsFrom } from '../src/match/index.ts';
import { Assessment, type Finding, Status } from '../src/model/index.ts';
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

  // The release is only suggested, and as a breach: 210 prisoners are not held against the 200.
  it.fails('finds the release, in time, with its origin', () => {
    expect(findingOn('release-prisoners')).toMatchObject({
      status: 'indications of performance',
      late: false,
      due: '2021-04-10',
      origins: [{ id: 'river-mission', grade: 'B', bearing: 'performance' }],
    });
  });

  it('weighs the mission’s belief as an origin, and shows the reply', () => {
    const { origins, replies } = findingOn('no-arms');
    expect(origins).toContainEqual(expect.objectContaining({ id: 'river-mission', bearing: 'breach' }));
    expect(replies).toMatchObject([{ kind: 'denies', by: 'Ostravia' }]);
  });

  it('takes no condition for a report', () => {
    expect(findingOn('no-arms').leftOut.map(({ why }) => why)).toContain('a condition asserts nothing');
  });

  // That Ostravia "was supporting" the brigade is taken for performance of the duty not to.
  it.fails('weighs the accusation and the mission’s belief as two origins', () => {
    const { status, origins } = findingOn('no-arms');
    expect(status).toMatch(/^(indications of|probable) breach$/);
    const accusing = origins.filter(({ bearing }) => bearing === 'breach').map(({ id, camp }) => [id, camp]);
    expect(accusing).toContainEqual(['river-mission', 'river-mission']);
    expect(accusing).toContainEqual(['defence-ministry', 'marenia']);
  });

  it('has a status of the vocabulary for each commitment, and counts only what is likely enough', () => {
    expect(assessment.commitments.map(({ id }) => id)).toEqual(['release-prisoners', 'no-arms']);
    for (const { status, evidence } of assessment.commitments) {
      expect(Status.safeParse(status).success).toBe(true);
      for (const { kind, role, probability, origin } of evidence) {
        if (role === 'counts' && kind === 'conduct') expect(probability).toBeGreaterThanOrEqual(countsFrom());
        if (role === 'suggested') expect(origin).toBeNull();
      }
    }
  });

  it('quotes exactly the words of the report', () => {
    for (const { words } of findingOn('no-arms').evidence) expect(words).toMatch(/^\S.*\S$/s);
  });
});
