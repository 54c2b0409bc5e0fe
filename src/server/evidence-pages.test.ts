import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/index.ts';
import type { OpenCase } from '../work/index.ts';
import { beginningOf, evidencePage } from './evidence-pages.ts';

type Item = Finding['evidence'][number];

const item = (id: string, role: Item['role'], probability: number): Item =>
  ({
    ...{ id, claim: `d/${id}`, document: 'd', bearing: 'breach', kind: 'conduct', verdict: 'proposed' },
    ...{ role, probability, origin: role === 'counts' ? 'watch' : null, elements: [], through: [] },
  }) as unknown as Item;

const finding = {
  origins: [{ id: 'watch', bearing: 'breach', claims: ['d/counted'] }],
  leftOut: [{ claim: 'd/context', why: 'a plan is no conduct yet' }],
  evidence: [
    item('counted', 'counts', 0.9),
    item('context', 'context', 0.9),
    ...Array.from({ length: 8 }, (_, place) => item(`maybe-${place}`, 'suggested', (place + 1) / 20)),
  ],
} as unknown as Finding;
const open = { documents: new Map() } as unknown as OpenCase;
const idsOf = (evidence: readonly Item[]) => evidence.map(({ id }) => id);

describe('what is only suggested', () => {
  it('comes with a finding apart from what counts and what is left out, the likeliest first', () => {
    const { finding: beginning, counts } = beginningOf(finding);
    expect(counts).toEqual({ evidence: { 'breach watch': 1, suggested: 8 }, leftOut: 1 });
    const suggested = beginning.evidence.filter(({ role }) => role === 'suggested');
    expect(idsOf(suggested)).toEqual(['maybe-7', 'maybe-6', 'maybe-5', 'maybe-4', 'maybe-3', 'maybe-2']);
  });

  it('is paged on, and no page of what is left out has it', () => {
    const next = evidencePage(open, finding, 'suggested', { offset: 6, limit: 20 });
    expect([next.total, idsOf(next.evidence)]).toEqual([8, ['maybe-1', 'maybe-0']]);
    const aside = evidencePage(open, finding, 'left out', { offset: 0, limit: 20 });
    expect([aside.total, idsOf(aside.evidence)]).toEqual([1, ['context']]);
    const counted = evidencePage(open, finding, { id: 'watch', bearing: 'breach' }, { offset: 0, limit: 20 });
    expect(idsOf(counted.evidence)).toEqual(['counted']);
  });
});
