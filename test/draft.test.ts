import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Draft } from '../src/model/index.ts';
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

interface Drafted {
  signed: string;
  parties: { name: string; aliases: string[] }[];
  commitments: { requires: string; clause: string; debtor: string | string[]; kind: string }[];
}

/** What `case draft` proposes is a case file; every duty of this text is in it. */
describe('a case drafted from an agreement', () => {
  let folder = '';
  let file: Drafted;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-draft-'));
    await writeFile(join(folder, 'accord.txt'), accord);
    const { stdout } = await proviso('case', 'draft', join(folder, 'accord.txt'), '--id', 'tarn');
    file = parse(stdout) as Drafted;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const about = (words: string) => file.commitments.filter(({ clause }) => clause.includes(words));

  it('has the day that the text says it was signed on, and the parties with their short names', () => {
    expect(file.signed).toBe('2030-03-01');
    expect(file.parties.map(({ name }) => name)).toEqual(['Republic of Norland', 'Sudland Front']);
    expect(file.parties[0]?.aliases).toContain('Norland');
  });

  it.each([
    [
      'withdraw',
      {
        debtor: 'norland',
        creditor: 'sudland-front',
        kind: 'obligation',
        reference: 'Article 1.1',
        window: { from: '2030-03-01', to: '2030-05-30' },
      },
    ],
    ['heavy weapons', { debtor: 'norland', kind: 'prohibition', reference: 'Article 1.2' }],
    [
      'release all prisoners',
      {
        debtor: 'sudland-front',
        creditor: 'norland',
        kind: 'obligation',
        window: { from: '2030-03-01', to: '2030-05-01' },
        note: expect.stringContaining('provided that the Joint Commission has confirmed their names'),
      },
    ],
    ['clear the mines', { debtor: 'sudland-front', effort: 'best-efforts' }],
    ['exchanged by Norland', { debtor: 'norland', kind: 'obligation' }],
    ['waterworks', { debtor: ['norland', 'sudland-front'], creditor: null, kind: 'prohibition' }],
  ])('%s', (words, expected) => {
    expect(about(words)).toHaveLength(1);
    expect(about(words)[0]).toMatchObject(expected);
  });

  it('has nothing of sentences that bind nobody', () => {
    expect(about('was signed')).toEqual([]);
  });

  it('is JSON with the words of every clause on demand', async () => {
    const { stdout } = await proviso(
      'case',
      'draft',
      join(folder, 'accord.txt'),
      '--json',
      '--signed',
      '2030-03-02',
    );
    const draft = JSON.parse(stdout) as Draft;
    expect(draft.signed).toBe('2030-03-02');
    expect(draft.text.slice(...(draft.commitments[0]?.span ?? [0, 0]))).toMatch(
      /^The Republic of Norland shall withdraw/,
    );
    expect(draft.leftOut.some(({ span }) => draft.text.slice(...span).includes('was signed'))).toBe(true);
  });

  it.each([
    [
      'page.html',
      '<html><head><title>Pact</title></head><body><main><h1>Pact of Ulm</h1><p>The Republic of Norland and the Sudland Front agree:</p><p>1. Norland shall open the road to Ulm by 1 May 2031, and shall keep it open for food lorries in the winter.</p><p>2. The Sudland Front shall not lay mines along the road to Ulm or near the bridges of the valley.</p></main></body></html>',
    ],
    [
      'pact.md',
      '# Pact of Ulm\n\nThe Republic of Norland and the Sudland Front agree:\n\n1. Norland shall open the road to Ulm by 1 May 2031.\n2. The Sudland Front shall not lay mines along the road.\n',
    ],
  ])('reads %s', async (name, content) => {
    await writeFile(join(folder, name), content);
    const { stdout } = await proviso('case', 'draft', join(folder, name), '--json');
    const draft = JSON.parse(stdout) as Draft;
    expect(draft.commitments.map(({ debtor, kind }) => [...debtor, kind])).toEqual([
      ['norland', 'obligation'],
      ['sudland-front', 'prohibition'],
    ]);
  });

  it.each([
    [
      'no duty',
      'Minutes of the talks at Ulm. The delegations exchanged views on the weather, and everybody went home in good spirits.',
      'PROVISO_DRAFT_NO_DUTY',
    ],
    [
      'another language',
      'Die Republik Nordland und die Front des Südens verpflichten sich, ihre Truppen innerhalb von neunzig Tagen aus dem Tal abzuziehen und alle Gefangenen freizulassen.',
      'PROVISO_DRAFT_LANGUAGE',
    ],
    [
      'lettering of a map',
      'Ulm\nBrunn\nMap 3\n1 : 50 000\nN\nZone A\nZone B\n',
      'PROVISO_DRAFT_NO_SENTENCES',
    ],
    [
      'one party',
      'Brightwater Foods plc ("Brightwater") gives this pledge. 1. Brightwater shall cut its sugar by 20 per cent by 1 May 2031.',
      'PROVISO_DRAFT_ONE_PARTY',
    ],
  ])('says of %s what is so, and keeps the text', async (_, text, code) => {
    const path = join(folder, 'odd.txt');
    await writeFile(path, text);
    const { stdout, stderr } = await proviso('case', 'draft', path, '--json');
    expect(stderr).toContain(code);
    expect((JSON.parse(stdout) as Draft).text).toContain(text.slice(0, 20).split('\n')[0]);
  });
});
