import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCase } from '../src/agreement/index.ts';
import type { CaseFile } from '../src/model/index.ts';
import { proviso } from './proviso.ts';

const accord = `Accord on the Valley of Tarn

Article 1
1. The Republic of Norland shall withdraw all its troops from the valley within 90 days.
2. Norland undertakes not to station heavy weapons in the valley.
3. The Sudland Front commits to release all prisoners by 1 May 2030, provided that the Joint Commission has confirmed their names.

Article 2
The Parties shall refrain from any attack on the waterworks. The Sudland Front will use its best efforts to clear the mines from the road. Prisoners shall be exchanged by Norland once the list is agreed.
This accord was signed in Tarn on 1 March 2030.
`;

/** What `case draft` proposes is a case file; the reader's own faults aside, every duty of this text is in it. */
describe('a case drafted from an agreement', () => {
  let folder = '';
  let draft: CaseFile;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-draft-'));
    const path = join(folder, 'accord.txt');
    await writeFile(path, accord);
    const { stdout } = await proviso('case', 'draft', path, '--signed', '2030-03-01', '--id', 'tarn');
    draft = parseCase(stdout);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const about = (words: string) => draft.commitments.filter(({ requires }) => requires.includes(words));

  it('has the parties, with the shorter name as an alias', () => {
    expect(draft.parties.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Republic of Norland', ['Norland']],
      ['Sudland Front', []],
    ]);
  });

  it.each([
    [
      'withdraw',
      {
        debtor: 'republic-of-norland',
        kind: 'obligation',
        reference: 'Article 1, 1',
        window: { within: 'P90D' },
      },
    ],
    ['heavy weapons', { debtor: 'republic-of-norland', kind: 'prohibition', reference: 'Article 1, 2' }],
    [
      'release all prisoners',
      {
        debtor: 'sudland-front',
        creditor: 'republic-of-norland',
        kind: 'obligation',
        window: { from: '2030-03-01', to: '2030-05-01' },
        note: expect.stringContaining('provided that the Joint Commission has confirmed their names'),
      },
    ],
    ['clear the mines', { debtor: 'sudland-front', effort: 'best-efforts' }],
    ['exchanged by Norland', { debtor: 'republic-of-norland', kind: 'obligation' }],
  ])('%s', (words, expected) => {
    expect(about(words)).toHaveLength(1);
    expect(about(words)[0]).toMatchObject(expected);
  });

  it('binds every party where the text does', () => {
    expect(about('waterworks').map(({ debtor, kind }) => [debtor, kind])).toEqual([
      ['republic-of-norland', 'prohibition'],
      ['sudland-front', 'prohibition'],
    ]);
  });

  it('has nothing of sentences that bind nobody', () => {
    expect(about('was signed')).toEqual([]);
  });
});
