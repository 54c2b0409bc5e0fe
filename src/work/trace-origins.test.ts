import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OriginTree } from '../model/index.ts';
import { createLocalReader, type Reader } from '../read/index.ts';
import { traceOrigins } from './trace-origins.ts';

/** Ten statements, each told by two to nine outlets in other words. */
const statements: Record<string, string[]> = {
  'a ministry, shortened': [
    'Rebels of the Salt League shelled the pumping station at Orrin on 3 May 2031 and wounded four engineers, the defence ministry of Ostravia said in a statement.',
    'Four engineers were wounded when the Salt League shelled a pumping station at Orrin on 3 May 2031, according to the Ostravian Ministry of Defence.',
    'The Salt League shelled the Orrin pumping station on 3 May 2031, wounding four, Ostravia’s defence ministry said.',
    'Salt League shelling at Orrin on 3 May 2031 wounded four engineers, the ministry said.',
    'The pumping station at Orrin was shelled by the Salt League on 3 May 2031 and four engineers were wounded, Ostravian officials said.',
    'The defence ministry said the Salt League had shelled the pumping station at Orrin on 3 May 2031.',
  ],
  'a commission, in other words': [
    'The river commission counted 212 barges at the Lower Lock in June, the Tamber River Commission said on 2 July 2031.',
    'In June, 212 barges passed the Lower Lock, according to the Tamber River Commission.',
    'A total of 212 barges were counted at the Lower Lock in June, the Tamber River Commission said.',
  ],
  'a minister and the ministry': [
    'Kestria has paid 40 million crowns into the harbour fund, Finance Minister Ilo Barat of Kestria said on Tuesday.',
    'The Kestrian finance ministry said that 40 million crowns had been paid into the harbour fund.',
    'Kestria’s finance ministry said it had paid 40 million crowns into the harbour fund.',
  ],
  'an agency that passes on': [
    'Gunmen of the Hill Guard burned the school at Dessen on 9 August 2031, the Morland News Agency (MNA) reported, quoting the interior ministry of Morland.',
    'Gunmen of the Hill Guard burned the school at Dessen on 9 August 2031, MNA reported.',
    'The interior ministry of Morland said gunmen of the Hill Guard burned the school at Dessen on 9 August 2031.',
    'The school at Dessen was burned by gunmen of the Hill Guard on 9 August 2031, Morland’s interior ministry said.',
  ],
  'an army and its spokesman': [
    'Colonel Tavi Oreno, spokesman of the Brandeyan army, said 18 tanks had left the Ulm valley on 11 September 2031.',
    'The Brandeyan army said that 18 tanks had left the Ulm valley on 11 September 2031.',
    'Eighteen tanks left the Ulm valley on 11 September 2031, the army of Brandey said.',
    'Brandey’s army said 18 tanks had left the Ulm valley on 11 September 2031.',
  ],
  'a mission by its acronym': [
    'The Lakes Observer Mission (LOM) said it had seen 31 trucks cross the ford at Neth on 4 October 2031.',
    'LOM said it had seen 31 trucks cross the ford at Neth on 4 October 2031.',
  ],
  'a body and nine outlets': Array.from(
    { length: 9 },
    (_, number) =>
      `${['The', 'A spokesman for the', 'Officials of the', 'A spokeswoman for the', 'The', 'A source at the', 'The', 'Two officials of the', 'A statement by the'][number]} Velmoran health ministry said that ${['ninety wards had been closed', '90 wards had been closed', '90 wards were shut', 'ninety wards had closed', '90 hospital wards had been shut', '90 wards had to close', 'some 90 wards had been closed', '90 wards stood closed', '90 wards had been closed'][number]} since 1 November 2031.`,
  ),
  'one man on many pages': [
    'Edric Palso, the mayor of Wenbury, said the bridge toll had been dropped on 2 December 2031.',
    '“We dropped the toll on 2 December 2031,” said Edric Palso.',
    'Edric Palso said the toll on the bridge had been dropped on 2 December 2031.',
  ],
  'a court': [
    'The Supreme Court of Halmark freed 14 fishermen on 8 January 2032, the court said.',
    'The Supreme Court of Halmark said it had freed 14 fishermen on 8 January 2032.',
  ],
  'a union under its name': [
    'The Union of Ferry Crews said that 600 sailors had not been paid since 1 February 2032.',
    '600 sailors have not been paid since 1 February 2032, the Union of Ferry Crews said.',
    'According to the Union of Ferry Crews, 600 sailors had not been paid since 1 February 2032.',
  ],
};

const outlets = ['Gazette', 'Courier', 'Mirror', 'Herald', 'Echo', 'Star', 'Tribune', 'Beacon', 'Ledger'];

describe('the origins of pages', () => {
  let folder: string;
  let reader: Reader;
  const trees = new Map<string, OriginTree>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-origins-'));
    reader = createLocalReader();
    for (const [name, tellings] of Object.entries(statements)) {
      const own = join(folder, name.replaceAll(' ', '-'));
      await mkdir(own);
      for (const [number, text] of tellings.entries()) {
        const day = /\d{4}/u.exec(text)?.[0] ?? '2031';
        const head = `---\ntitle: Page ${number}\npublisher: The ${outlets[number]}\npublished: ${day}-12-${10 + number}\n---\n`;
        await writeFile(join(own, `${number}.md`), head + text);
      }
      trees.set(name, await traceOrigins(reader, [own]));
    }
  });
  afterAll(async () => {
    await reader.close();
    await rm(folder, { recursive: true });
  });

  it.each(Object.entries(statements))('%s: one', (name, tellings) => {
    const tree = trees.get(name);
    expect(tree?.pages).toBe(tellings.length);
    expect(
      tree?.origins.map(({ name: called, pages }) => [called, pages.map(({ title }) => title)]),
    ).toHaveLength(1);
  });

  it('open to the words that prove them', () => {
    for (const tree of trees.values())
      for (const { pages } of tree.origins)
        for (const { ties } of pages) {
          expect(ties.length).toBeGreaterThan(0);
          for (const { because } of ties) expect(because).not.toBe('');
        }
  });

  it('tell two bodies apart that say the same', async () => {
    const own = join(folder, 'two');
    await mkdir(own);
    await writeFile(
      join(own, '1.md'),
      '---\npublisher: A\npublished: 2031-05-04\n---\nThe bridge at Orrin was blown up on 3 May 2031, the defence ministry of Ostravia said.',
    );
    await writeFile(
      join(own, '2.md'),
      '---\npublisher: B\npublished: 2031-05-05\n---\nThe bridge at Orrin was blown up on 3 May 2031, the Lakes Observer Mission said.',
    );
    expect((await traceOrigins(reader, [own])).origins).toHaveLength(2);
  });

  it('name what could not be read', async () => {
    const tree = await traceOrigins(reader, [join(folder, 'nowhere')]);
    expect(tree).toMatchObject({ pages: 0, origins: [], refused: [{ code: 'PROVISO_INPUT_MISSING' }] });
  });
});
