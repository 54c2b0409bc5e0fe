import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseFile, type Decision, type Evidence, type Grade, type Statement } from '../model/index.ts';
import { assess, assessOne, createCourt, judgedAs, type Material, sensitivityOf, whatIf } from './index.ts';
import { materialOf, passCase, tell } from './testing.ts';

/*
 * One weighing: what is asked of one commitment, with or without an origin, with another grade or verdict, is what weighing
 * the whole case with that would say. Cases of three parties, with windows that wait for another duty, and conditions.
 */

const clocks = { asOf: '2030-06-30', knownAt: '2030-12-31' };

const parties = ['norland', 'sudland', 'estland'] as const;
const ids = ['one', 'two', 'three', 'four'] as const;

const commitment = (place: number) =>
  fc.record({
    debtor: fc.oneof(fc.constantFrom(...parties), fc.constant(['norland', 'estland'])),
    creditor: fc.constantFrom(null, ...parties),
    kind: fc.constantFrom('obligation' as const, 'prohibition' as const),
    effort: fc.constantFrom('result' as const, 'result' as const, 'best-efforts' as const),
    window: fc.constantFrom(
      { from: '2030-01-01' },
      { from: '2030-01-01', to: '2030-04-01' },
      { from: '2030-02-01', within: 'P30D' },
      { from: '2030-02-01', within: 'P40D', after: ids[Math.max(0, place - 1)] },
      { within: 'P40D', after: ids[Math.max(0, place - 1)] },
      { within: 'P40D', after: 'the envoys have met' },
    ),
    conditionalOn: fc.subarray(ids.slice(0, place)),
  });

const file = fc.tuple(...ids.map((_, place) => commitment(place))).map((commitments) =>
  CaseFile.parse({
    ...passCase,
    parties: parties.map((id) => ({ id, name: id })),
    commitments: commitments.map((one, place) => ({
      ...one,
      id: ids[place],
      window:
        place === 0 && 'after' in one.window && one.window.after === 'one'
          ? { from: '2030-01-01' }
          : one.window,
      requires: 'It is kept.',
    })),
  }),
);

const telling = fc.record({
  speaker: fc.constantFrom(undefined, 'monitors', 'watch', 'rivals', 'norland', 'sudland', 'p', 'q'),
  publisher: fc.constantFrom('Gazette', 'Herald', 'Rag', 'Valley Watch'),
  kind: fc.constantFrom('says' as const, 'publishes' as const, 'believes' as const),
  factuality: fc.constantFrom(3, 3, 2, 1, -2, -3),
  published: fc.constantFrom('2030-01-20', '2030-03-10', '2030-03-20', '2030-05-02'),
  time: fc.constantFrom(null, null, '2029-12', '2030-02', '2030-03-15', '2030-04-20', '2030-03/2030-05'),
  tense: fc.constantFrom('present' as const, 'past' as const),
});

const bearing = fc.record({
  commitment: fc.constantFrom(...ids),
  bearing: fc.constantFrom('breach' as const, 'performance' as const),
  strength: fc.constantFrom('direct' as const, 'direct' as const, 'indirect' as const),
  tier: fc.constantFrom('counted' as const, 'counted' as const, 'suggested' as const),
  kind: fc.constantFrom('conduct' as const, 'conduct' as const, 'conduct' as const, 'verdict' as const),
  probability: fc.constantFrom(0.2, 0.5, 0.9),
  verdict: fc.constantFrom('proposed' as const, 'proposed' as const, 'accepted' as const),
  share: fc.constantFrom(undefined, undefined, 0.4, 1),
});

const material: fc.Arbitrary<Material> = fc
  .tuple(file, fc.array(fc.tuple(telling, bearing), { maxLength: 14 }))
  .map(([caseFile, told]) => {
    const statements: Statement[] = told.map(([one]) => tell(one as Parameters<typeof tell>[0]));
    const plain = materialOf(statements, caseFile);
    const evidence = plain.matches.evidence.map((item, place): Evidence => {
      const { share, ...parts } = (told[place] as (typeof told)[0])[1];
      return { ...item, ...parts, ...(share === undefined ? {} : { share }) };
    });
    return { ...plain, matches: { evidence, replies: [] } };
  });

const runs = { numRuns: 1000 };
const statusOf = (of: Material, id: string) => assess(of, clocks).commitments.find((one) => one.id === id);

describe('one weighing', () => {
  it('one commitment alone is found as it is among all', () => {
    fc.assert(
      fc.property(material, (whole) => {
        const all = assess(whole, clocks).commitments;
        for (const [place, one] of whole.file.commitments.entries())
          expect(assessOne(whole, clocks, one)).toEqual(all[place]);
      }),
      runs,
    );
  });

  it('a verdict supposed is the verdict given', () => {
    fc.assert(
      fc.property(material, fc.nat(), fc.constantFrom('accepted', 'rejected'), (whole, pick, verdict) => {
        const { evidence } = whole.matches;
        const item = evidence[pick % Math.max(1, evidence.length)];
        if (!item) return;
        const judged = { ...item, verdict } as Evidence;
        const one = whole.file.commitments.find(({ id }) => id === item.commitment);
        if (!one) return;
        const ask = whatIf(createCourt(whole, clocks).weigh(one));
        const supposed = ask.with([judgedAs(ask, judged)]);
        const given = statusOf(
          {
            ...whole,
            matches: { replies: [], evidence: evidence.map((other) => (other === item ? judged : other)) },
          },
          one.id,
        );
        expect(supposed.status).toBe(given?.status);
        expect(supposed.late).toBe(given?.late);
        for (const side of ['breach', 'performance'] as const)
          expect(supposed.probability[side] ?? 0.5).toBeCloseTo(given?.[side].probability ?? 0.5, 5);
      }),
      runs,
    );
  });

  it('an origin supposed away is an origin that nobody heard', () => {
    fc.assert(
      fc.property(material, fc.constantFrom(...ids), (whole, id) => {
        const one = whole.file.commitments.find((each) => each.id === id);
        const finding = statusOf(whole, id);
        if (!one || !finding) return;
        for (const { origin, without } of sensitivityOf(whole, clocks, one).origins) {
          const its = new Set(finding.evidence.flatMap((item) => (item.origin === origin ? [item.id] : [])));
          const evidence = whole.matches.evidence.filter((item) => !its.has(item.id));
          expect(without).toBe(statusOf({ ...whole, matches: { evidence, replies: [] } }, id)?.status);
        }
      }),
      runs,
    );
  });

  it('a grade supposed is the grade given', () => {
    const steps = {
      A: ['A', 'B'],
      B: ['A', 'C'],
      C: ['B', 'D'],
      D: ['C', 'E'],
      E: ['D', 'E'],
      F: ['F', 'F'],
    };
    fc.assert(
      fc.property(material, fc.constantFrom(...ids), (whole, id) => {
        const one = whole.file.commitments.find((each) => each.id === id);
        if (!one) return;
        for (const { source, grade, up, down } of sensitivityOf(whole, clocks, one).grades) {
          const [better, worse] = grade === null ? ['C', 'D'] : steps[grade];
          for (const [value, status] of [
            [better, up],
            [worse, down],
          ] as [Grade, string][]) {
            const decision: Decision = {
              id: '00000000-0000-4000-8000-000000000001',
              caseId: whole.file.id,
              kind: 'grade',
              subject: `source:${source}`,
              value,
              reason: '',
              by: '',
              at: '2030-04-01T00:00:00.000Z',
            };
            expect(status).toBe(statusOf({ ...whole, decisions: [decision] }, id)?.status);
          }
        }
      }),
      runs,
    );
  });
});
