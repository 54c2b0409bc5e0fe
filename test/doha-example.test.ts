import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCase } from '../src/agreement/index.ts';
import { collect } from '../src/collect/index.ts';
import { countsFrom, createMatcher } from '../src/match/index.ts';
import { type Assessment, type Document, type Evidence, type Finding, Status } from '../src/model/index.ts';
import { createLocalReader } from '../src/read/index.ts';
import { resolve } from '../src/resolve/index.ts';
import { assess } from '../src/weigh/index.ts';
import { repository } from './proviso.ts';

/** What the reports of the first example, as they were written before, come to. */
describe('the example doha-2020, read from its reports alone', () => {
  const example = join(repository, 'examples/doha-2020');
  let assessment: Assessment;
  /** The same evidence, weighed after something was done with each piece. */
  let weighedWith: (change: (item: Evidence) => Evidence[]) => Assessment;
  const texts = new Map<string, string>();
  let ids: string[] = [];
  const fileOf = new Map<string, string>();

  beforeAll(async () => {
    const file = parseCase(await readFile(join(example, 'case.yaml'), 'utf8'));
    ids = file.commitments.map(({ id }) => id);
    const reader = createLocalReader();
    const documents: Document[] = [];
    for await (const event of collect([join(example, 'reports')])) {
      if (event.kind !== 'collected') continue;
      documents.push(event.document);
      texts.set(event.document.id, event.document.text);
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
    weighedWith = (change) => {
      const matches = { ...material.matches, evidence: material.matches.evidence.flatMap(change) };
      const clocks = { asOf: '2022-08-31', knownAt: '2026-11-01' };
      return assess({ ...material, matches, decisions: [] }, clocks);
    };
    assessment = weighedWith((item) => [item]);
  });

  const findingOn = (id: string): Finding => {
    const found = assessment.commitments.find((finding) => finding.id === id);
    if (!found) throw new Error(`no finding on ${id}`);
    return found;
  };
  const filesOf = (ids: readonly string[]) => ids.map((id) => fileOf.get(id) ?? id).sort();

  describe('whatever the weights', () => {
    it('every commitment has a status of the vocabulary', () => {
      expect(assessment.commitments.map(({ id }) => id)).toEqual(ids);
      for (const { status } of assessment.commitments) expect(Status.safeParse(status).success).toBe(true);
    });

    it('what counts quotes its document exactly, and is as likely as counting asks', () => {
      const counting = assessment.commitments.flatMap(({ evidence }) =>
        evidence.filter(({ role }) => role === 'counts'),
      );
      expect(counting).not.toEqual([]);
      for (const { document, span, words, probability } of counting) {
        expect(texts.get(document)?.slice(...span)).toBe(words);
        expect(probability).toBeGreaterThanOrEqual(countsFrom());
      }
    });

    const opinions = ({ commitments }: Assessment) =>
      commitments.map(({ id, breach, performance }) => ({ id, breach, performance }));
    const conclusions = ({ commitments }: Assessment) =>
      commitments.map(({ id, status, late }) => ({ id, status, late }));
    const roles = ({ commitments }: Assessment, role: string) =>
      commitments.flatMap(({ evidence }) =>
        evidence.filter((item) => item.role === role).map(({ id }) => id),
      );

    it('what is only suggested counts for nothing until somebody accepts it', () => {
      const suggested = roles(assessment, 'suggested');
      expect(suggested).not.toEqual([]);
      const without = weighedWith((item) => (item.tier === 'suggested' ? [] : [item]));
      expect(opinions(without)).toEqual(opinions(assessment));
      expect(conclusions(without)).toEqual(conclusions(assessment));
      const accepted = weighedWith((item) => [{ ...item, verdict: 'accepted' }]);
      expect(roles(accepted, 'suggested')).toEqual([]);
      const counting = roles(accepted, 'counts');
      expect(suggested.filter((id) => counting.includes(id)).length).toBeGreaterThan(suggested.length / 2);
      // What is accepted and does not count stands beside the finding: it is of another time, or a goal missed.
      expect([...counting, ...roles(accepted, 'context')]).toEqual(expect.arrayContaining(suggested));
    });

    it('outlets that pass on what the UN monitors said are one origin wherever evidence stands on them', () => {
      const { commitments } = weighedWith((item) => [{ ...item, verdict: 'accepted' }]);
      for (const { origins } of commitments) {
        const monitors = origins
          .filter(({ id }) => id === 'un-monitoring-team')
          .map(({ bearing }) => bearing);
        expect(new Set(monitors).size).toBe(monitors.length);
      }
      const onMonitors = commitments.flatMap(({ origins }) =>
        origins.flatMap(({ id, documents }) => (id === 'un-monitoring-team' ? [documents.length] : [])),
      );
      expect(Math.max(...onMonitors)).toBeGreaterThan(1);
    });
  });

  it.each([
    ['us-reduce-to-8600', false],
    ['us-leave-five-bases', false],
  ])('%s is performed, late: %s', (id, late) => {
    const { status, late: isLate } = findingOn(id);
    expect([status.endsWith(' performance'), isLate]).toEqual([true, late]);
  });

  // The withdrawal's one telling stands against an assessment misread as a breach; of the talks no opening counts.
  it.fails.each([
    ['us-complete-withdrawal', true],
    ['taliban-start-intra-afghan-talks', true],
  ])('%s is performed, late: %s', (id, late) => {
    const { status, late: isLate } = findingOn(id);
    expect([status.endsWith(' performance'), isLate]).toEqual([true, late]);
  });

  it('nothing is said of travel documents', () => {
    expect(findingOn('taliban-no-travel-documents')).toMatchObject({ status: 'no information', origins: [] });
  });

  // Ties and meetings are not likely enough to be evidence of cooperation: only one piece is suggested.
  it.fails('one body is one origin, whoever passes its report or its interview on', () => {
    const { origins } = findingOn('taliban-no-cooperation');
    const un = origins.filter(({ camp, bearing }) => camp === 'united-nations' && bearing !== 'context');
    expect(un.map(({ id }) => id)).toEqual(['un-monitoring-team']);
    const told = filesOf(un.flatMap(({ documents }) => documents));
    // Reuters, RT, The Hill, the Frontier Post and the Economic Observer on the report; three pages on the interview.
    expect(told).toEqual(expect.arrayContaining(['f010', 'f011', 'f013', 'f015', 'f022', 'f023', 'f024']));
  });

  // Of the accusers only the council of Ghazni is likely enough to count.
  it.fails('who accuses for the Afghan government is of one camp', () => {
    const { origins } = findingOn('taliban-no-hosting');
    const accusers = origins.filter(({ id }) => id === 'nds' || id === 'ghazni-council');
    expect(accusers.map(({ camp }) => camp)).toEqual(['afghan-government', 'afghan-government']);
  });

  // Replies are looked for only beside evidence of a breach, which is not found in f008 and f020.
  it.fails('denials are replies and count for nothing', () => {
    const { replies, evidence } = findingOn('taliban-no-hosting');
    const denying = filesOf(replies.filter(({ kind }) => kind === 'denies').map(({ document }) => document));
    expect(denying).toEqual(expect.arrayContaining(['f008', 'f020']));
    const counted = filesOf(evidence.filter(({ role }) => role === 'counts').map(({ document }) => document));
    expect(counted.filter((name) => /^f0(?:07|08|20)$/.test(name))).toEqual([]);
  });

  // That the goals were missed is not likely enough to be evidence.
  it.fails.each(['us-release-remaining-prisoners', 'us-sanctions-review', 'us-un-delisting'])(
    'a goal that %s missed is no breach',
    (id) => {
      const { origins, leftOut } = findingOn(id);
      expect(origins.filter(({ bearing }) => bearing === 'breach')).toEqual([]);
      expect(leftOut.map(({ why }) => why)).toContain('a goal missed is no breach of best efforts');
    },
  );
});
