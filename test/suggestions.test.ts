import { describe, expect, it } from 'vitest';
import { materialOf, passCase, tell } from '../src/weigh/testing.ts';
import { assessCase, judgedBy, type OpenCase } from '../src/work/assess-case.ts';
import { judgedCount, suggestions } from '../src/work/suggestions.ts';

const clocks = { asOf: '2030-06-30', knownAt: '2030-06-30' };

const opened = (): OpenCase => {
  const statements = [
    tell({ speaker: 'watch', time: '2030-03-05' }),
    tell({ speaker: 'monitors', time: '2030-03-06' }),
    tell({ speaker: 'monitors', factuality: 1, time: '2030-03-07' }),
  ];
  const material = materialOf(statements);
  return {
    ...material,
    documents: new Map(),
    unmatched: [],
  } as unknown as OpenCase;
};

const judgementOn = (open: OpenCase, place: number, verdict: 'accepted' | 'rejected') =>
  ({ evidenceId: open.matches.evidence[place]?.id ?? '', verdict }) as Parameters<typeof judgedBy>[1][number];

describe('suggestions', () => {
  it('come with what rejecting each would do, as rejecting it does', () => {
    const open = opened();
    const before = assessCase(open, clocks);
    const { waiting, first } = suggestions(open, before, { limit: 3 });
    expect(waiting).toBe(3);
    for (const { evidence, statusWithout, moves, commitment } of first) {
      const place = open.matches.evidence.findIndex(({ id }) => id === evidence.id);
      const after = assessCase(judgedBy(open, [judgementOn(open, place, 'rejected')]), clocks);
      const finding = (of: typeof before) => of.commitments.find(({ id }) => id === commitment);
      expect(finding(after)?.status).toBe(statusWithout);
      expect(moves).toBeCloseTo(
        (finding(before)?.breach.probability ?? 0.5) - (finding(after)?.breach.probability ?? 0.5),
        6,
      );
    }
    expect(first.map(({ moves }) => moves)).toEqual(first.map(({ moves }) => moves).sort((a, b) => b - a));
  });

  it('that do not count yet come with what accepting each would do', () => {
    const open = opened();
    const evidence = open.matches.evidence.map((item) => ({
      ...item,
      tier: 'suggested' as const,
      // So unlikely that even together they indicate nothing.
      probability: 0.2,
    }));
    const unsure = { ...open, matches: { ...open.matches, evidence } };
    const { waiting, first } = suggestions(unsure, assessCase(unsure, clocks), { limit: 3 });
    expect(waiting).toBe(3);
    expect(first[0]).toMatchObject({
      evidence: { role: 'suggested' },
      status: 'no information',
      statusWith: 'indications of breach',
      statusWithout: 'no information',
    });
    expect(first[0]?.moves).toBeGreaterThan(0);
  });

  it('nearest to counting come first, where they move as much', () => {
    const open = opened();
    const [likely, near] = [0.99, 0.61].map((probability, place) => ({
      ...(open.matches.evidence[place] as (typeof open.matches.evidence)[number]),
      tier: 'suggested' as const,
      probability,
    }));
    const unsure = { ...open, matches: { ...open.matches, evidence: [likely, near] } } as OpenCase;
    const { first } = suggestions(unsure, assessCase(unsure, clocks), { limit: 3 }, 0.6);
    expect(first.map(({ evidence }) => evidence.id)).toEqual([near?.id, likely?.id]);
  });

  it('that were judged wait no longer', () => {
    const open = opened();
    const judged = judgedBy(open, [judgementOn(open, 0, 'accepted'), judgementOn(open, 1, 'rejected')]);
    expect(suggestions(judged, assessCase(judged, clocks), { limit: 3 }).waiting).toBe(1);
    expect(judgedCount(judged)).toBe(2);
  });

  it('can be asked for one commitment', () => {
    const open = opened();
    const other = passCase.commitments[1]?.id;
    expect(suggestions(open, assessCase(open, clocks), { limit: 3, commitment: other }).waiting).toBe(0);
  });
});
