import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCase } from '../src/agreement/index.ts';
import { collect } from '../src/collect/index.ts';
import { createMatcher } from '../src/match/index.ts';
import type { Assessment, Document, Finding } from '../src/model/index.ts';
import { createLocalReader } from '../src/read/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { assess } from '../src/weigh/index.ts';
import { repository } from './proviso.ts';

/** What the reports of the first example, as they were written before, come to. */
describe('the example doha-2020, read from its reports alone', () => {
  const example = join(repository, 'examples/doha-2020');
  let assessment: Assessment;
  const fileOf = new Map<string, string>();

  beforeAll(async () => {
    const file = parseCase(await readFile(join(example, 'case.yaml'), 'utf8'));
    const reader = createLocalReader();
    const documents: Document[] = [];
    for await (const event of collect([join(example, 'reports')])) {
      if (event.kind !== 'collected') continue;
      documents.push(event.document);
      fileOf.set(event.document.id, /f\d{3}/.exec(event.source)?.[0] ?? event.source);
    }
    const read = [];
    for (const document of documents) read.push({ document, reading: await reader.read(document) });
    const knowledge = { file, entries: [], decisions: [] };
    const resolved = resolve(knowledge, read);
    const material = {
      file,
      statements: resolved.flatMap(({ statements }) => statements),
      pages: documents,
      matches: await createMatcher().match(knowledge, resolved),
      copies: new Map(),
    };
    assessment = assess({ ...material, decisions: [] }, { asOf: '2022-08-31', knownAt: '2026-11-01' });
  }, 300_000);

  const findingOn = (id: string): Finding => {
    const found = assessment.commitments.find((finding) => finding.id === id);
    if (!found) throw new Error(`no finding on ${id}`);
    return found;
  };
  const filesOf = (ids: readonly string[]) => ids.map((id) => fileOf.get(id) ?? id).sort();

  it.each([
    ['us-reduce-to-8600', false],
    ['us-leave-five-bases', false],
    ['us-complete-withdrawal', true],
    ['taliban-start-intra-afghan-talks', true],
  ])('%s is performed, late: %s', (id, late) => {
    const { status, late: isLate } = findingOn(id);
    expect([status.endsWith(' performance'), isLate]).toEqual([true, late]);
  });

  it('nothing is said of travel documents', () => {
    expect(findingOn('taliban-no-travel-documents')).toMatchObject({ status: 'no information', origins: [] });
  });

  it('one body is one origin, whoever passes its report or its interview on', () => {
    const { origins } = findingOn('taliban-no-cooperation');
    const un = origins.filter(({ camp, bearing }) => camp === 'united-nations' && bearing !== 'context');
    expect(un.map(({ id }) => id)).toEqual(['un-monitoring-team']);
    const told = filesOf(un.flatMap(({ documents }) => documents));
    // Reuters, RT, The Hill, the Frontier Post and the Economic Observer on the report; three pages on the interview.
    expect(told).toEqual(expect.arrayContaining(['f010', 'f011', 'f013', 'f015', 'f022', 'f023', 'f024']));
  });

  it('who accuses for the Afghan government is of one camp', () => {
    const { origins } = findingOn('taliban-no-hosting');
    const accusers = origins.filter(({ id }) => id === 'nds' || id === 'ghazni-council');
    expect(accusers.map(({ camp }) => camp)).toEqual(['afghan-government', 'afghan-government']);
  });

  it('denials are replies and count for nothing', () => {
    const { replies, evidence } = findingOn('taliban-no-hosting');
    const denying = filesOf(replies.filter(({ kind }) => kind === 'denies').map(({ document }) => document));
    expect(denying).toEqual(expect.arrayContaining(['f008', 'f020']));
    const counted = filesOf(evidence.filter(({ role }) => role === 'counts').map(({ document }) => document));
    expect(counted.filter((name) => /^f0(?:07|08|20)$/.test(name))).toEqual([]);
  });

  it.each(['us-release-remaining-prisoners', 'us-sanctions-review', 'us-un-delisting'])(
    'a goal that %s missed is no breach',
    (id) => {
      const { origins, leftOut } = findingOn(id);
      expect(origins.filter(({ bearing }) => bearing === 'breach')).toEqual([]);
      expect(leftOut.map(({ why }) => why)).toContain('a goal missed is no breach of best efforts');
    },
  );
});
