import { describe, expect, it } from 'vitest';
import { CaseFile, type Finding, type Sensitivity } from '../model/index.ts';
import { passAgreement } from '../model/testing.ts';
import { plainWords } from './plain-words.ts';
import { treeLines } from './tree.ts';

const file = CaseFile.parse({
  ...passAgreement,
  commitments: [
    {
      id: 'leave',
      debtor: 'norland',
      creditor: 'sudland',
      kind: 'obligation',
      requires: 'Norland leaves.',
      window: { from: '2030-01-01', to: '2030-04-01' },
    },
  ],
});
const [commitment] = file.commitments;

const vacuous = { belief: 0, disbelief: 0, uncertainty: 1, probability: null };

const finding = (parts: Partial<Finding>): Finding => ({
  id: 'leave',
  debtor: 'norland',
  creditor: 'sudland',
  status: 'no information',
  standard: null,
  late: false,
  pam: null,
  breach: vacuous,
  performance: vacuous,
  origins: [],
  ownWord: false,
  elements: [],
  replies: [],
  leftOut: [],
  months: [],
  opens: '2030-01-01',
  awaits: null,
  performedOn: null,
  due: '2030-04-01',
  conditions: [],
  evidence: [],
  personal: null,
  wouldChange: [],
  ...parts,
});

const nothing: Sensitivity = { origins: [], grades: [] };

const told = (parts: Partial<Finding>, sensitivity = nothing): string => {
  if (!commitment) throw new Error('no commitment');
  return plainWords(file, commitment, finding(parts), sensitivity).join(' ');
};

describe('a finding in plain words', () => {
  it('says when nobody but who owes it says that it was kept', () => {
    const words = 'Nobody but whoever owes it says that it was done.';
    expect(told({ ownWord: true })).toContain(words);
    expect(told({ ownWord: false })).not.toContain(words);
  });

  it.each([
    [{ status: 'no information' }, 'No report that counts says anything on it.'],
    [{ status: 'not due' }, 'It is not due before 2030-04-01.'],
    [{ status: 'indications of breach' }, 'There are indications that Norland broke it.'],
    [{ status: 'probable performance' }, 'It is probable that Norland kept it.'],
    [
      { status: 'established performance', late: true },
      'It is established that Norland kept it, after it was due on 2030-04-01.',
    ],
    [
      {
        leftOut: [
          { claim: 'd/c1', why: 'a plan is no conduct yet' },
          { claim: 'd/c2', why: 'a plan is no conduct yet' },
        ],
      },
      'No report that counts says anything on it. Left out or shown as context: a plan is no conduct yet (2).',
    ],
  ] satisfies [Partial<Finding>, string][])('%j', (parts, words) => {
    expect(told(parts)).toBe(words);
  });

  it('says how many suggestions wait, which do not count', () => {
    const evidence = [{ role: 'suggested' }, { role: 'counts' }] as Finding['evidence'];
    expect(told({ evidence })).toContain('until a person accepts it: one suggestion of the machine.');
  });

  it('says what it hangs on, what the accused says, and what a person set', () => {
    const words = told(
      {
        status: 'probable breach',
        replies: [{ kind: 'denies', by: 'Norland', document: 'd', span: [0, 1], words: '…' }],
        personal: {
          status: 'disputed',
          reason: 'The map is wrong.',
          by: 'A. Monitor',
          at: '2030-05-01T00:00:00Z',
        },
      },
      {
        origins: [{ origin: 'watch', name: 'Valley Watch', without: 'indications of breach' }],
        grades: [
          {
            source: 'watch',
            name: 'Valley Watch',
            grade: 'B',
            up: 'probable breach',
            down: 'no information',
          },
        ],
      },
    );
    expect(words).toContain("The accused party's side: Norland denies.");
    expect(words).toContain('Without Valley Watch it would be: indications of breach.');
    expect(words).toContain(
      'With Valley Watch graded a step better: probable breach; a step worse: no information.',
    );
    expect(words).toContain('A. Monitor set it to disputed on 2030-05-01: The map is wrong.');
  });
});

describe('a tree', () => {
  it('joins every line to its parent', () => {
    const leaf = (text: string) => ({ text, branches: [] });
    const tree = { text: 'root', branches: [{ text: 'one\nmore', branches: [leaf('a')] }, leaf('two')] };
    expect(treeLines(tree)).toEqual(['root', '├─ one', '│  more', '│  └─ a', '└─ two']);
  });
});
