import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftAgreement, parseCase } from '../src/agreement/index.ts';
import {
  addDuration,
  type CaseFile,
  type Commitment,
  type Draft,
  type DraftCommitment,
} from '../src/model/index.ts';
import { createLocalReader } from '../src/read/index.ts';
import { repository } from './proviso.ts';

/** As many corrections as a person makes in a minute or two. */
const mostCorrections = 5;

const corrections = [
  { to: 'taliban-start-intra-afghan-talks', what: 'window', drafted: '2020-03-10/2020-03-10' },
  {
    to: null,
    what: 'merge',
    drafted: 'will instruct their members not to cooperate with such persons or groups',
  },
  {
    to: null,
    what: 'drop',
    drafted:
      'The United States will seek economic cooperation for reconstruction with the government that the negotiations bring about',
  },
];

const notInText = ['taliban-reduce-violence'];

type Correction = (typeof corrections)[number];

describe('the draft of the text of doha-2020', () => {
  const reader = createLocalReader();
  const example = join(repository, 'examples/doha-2020');
  let file: CaseFile;
  let draft: Draft;

  beforeAll(async () => {
    file = parseCase(await readFile(join(example, 'case.yaml'), 'utf8'));
    draft = await draftAgreement(reader, { text: await readFile(join(example, 'agreement.md'), 'utf8') });
  });
  afterAll(() => reader.close());

  const placeOf = ({ clause = '' }: Commitment): readonly [number, number] => {
    const at = clause ? draft.text.indexOf(clause) : -1;
    return [at, at + clause.length];
  };
  /** Code units that a drafted clause shares with a coded one. */
  const shared = (one: DraftCommitment, coded: Commitment): number => {
    const [start, end] = placeOf(coded);
    return Math.min(end, one.span[1]) - Math.max(start, one.span[0]);
  };
  const wordsOf = ({ span }: DraftCommitment): string => draft.text.slice(...span);
  const sameParty = (drafted: string, coded: string): boolean => {
    const name = draft.parties.find(({ id }) => id === drafted)?.name ?? '';
    const party = file.parties.find(({ id }) => id === coded);
    return party !== undefined && [party.name, ...party.aliases].includes(name);
  };
  const windowOf = ({ window }: Commitment): string => {
    const { from, to, within } = { to: undefined, within: undefined, from: undefined, ...window };
    return `${from}/${to ?? (from && within ? addDuration(from, within) : '')}`;
  };

  const correctionsOf = (): Correction[] => {
    const taken = new Set<string>();
    const found: Correction[] = [];
    for (const coded of file.commitments.filter(({ clause }) => clause)) {
      const [best] = draft.commitments
        .filter((one) => !taken.has(one.id) && shared(one, coded) * 2 >= one.span[1] - one.span[0])
        .sort((a, b) => shared(b, coded) - shared(a, coded));
      if (!best) {
        found.push({ to: coded.id, what: 'add', drafted: '' });
        continue;
      }
      taken.add(best.id);
      const debtors = [coded.debtor].flat();
      if (
        best.debtor.length !== debtors.length ||
        !best.debtor.every((id, at) => sameParty(id, debtors[at] ?? ''))
      )
        found.push({ to: coded.id, what: 'debtor', drafted: best.debtor.join(' ') });
      if (best.kind !== coded.kind) found.push({ to: coded.id, what: 'kind', drafted: best.kind });
      const window = `${best.window.from ?? best.window.after}/${best.window.to ?? ''}`;
      if (window !== windowOf(coded)) found.push({ to: coded.id, what: 'window', drafted: window });
    }
    for (const one of draft.commitments.filter(({ id }) => !taken.has(id))) {
      const isPart = file.commitments.some((coded) => shared(one, coded) * 2 >= one.span[1] - one.span[0]);
      found.push({ to: null, what: isPart ? 'merge' : 'drop', drafted: wordsOf(one) });
    }
    return found;
  };

  it('has the clauses that the example stands on', () => {
    const without = file.commitments.filter((one) => placeOf(one)[0] < 0).map(({ id }) => id);
    expect(without).toEqual(notInText);
  });

  it('gives the example after few corrections', () => {
    const needed = correctionsOf();
    expect(needed).toEqual(corrections);
    expect(needed.length).toBeLessThanOrEqual(mostCorrections);
  });

  it('says where each clause stands', () => {
    expect(draft.commitments.map(({ reference }) => reference)).toEqual([
      'Preamble, 3',
      ...['A.1', 'A.1', 'A.2', 'B', 'C.1', 'C.2', 'C.3', 'C.4', 'D', 'E', 'F'].map(
        (one) => `Part One, ${one}`,
      ),
      ...[1, 2, 2, 3, 3, 4, 5].map((one) => `Part Two, ${one}`),
      ...[1, 3].map((one) => `Part Three, ${one}`),
    ]);
  });
});
