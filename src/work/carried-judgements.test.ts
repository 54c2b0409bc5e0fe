import { describe, expect, it } from 'vitest';
import type { Document, Evidence, Judgement, Span } from '../model/index.ts';
import { judgementOf } from '../store/testing.ts';
import { materialOf, tell } from '../weigh/testing.ts';
import { judgedBy, type OpenCase } from './assess-case.ts';

const sha256 = 'ab'.repeat(32);
const material = materialOf([tell({ speaker: 'watch' })]);
const [first] = material.matches.evidence as [Evidence];

const opened = (...evidence: Partial<Evidence>[]): OpenCase =>
  ({
    ...material,
    matches: { replies: [], evidence: evidence.map((parts) => ({ ...first, ...parts })) },
    documents: new Map([[first.documentId, { id: first.documentId, sha256 } as Document]]),
    unmatched: [],
  }) as unknown as OpenCase;

/** A judgement as an older store has it: on evidence whose id hung on an indicator. */
const older = (span: Span, parts: Partial<Judgement> = {}, anchor: Partial<Judgement['anchor']> = {}) =>
  judgementOf({
    evidenceId: `older-${span}`,
    anchor: {
      documentSha256: sha256,
      span,
      words: 'words',
      commitment: 'no-raiders',
      indicator: 'hosts',
      ...anchor,
    },
    ...parts,
  });

const verdicts = ({ matches }: OpenCase) => matches.evidence.map(({ id, verdict }) => [id, verdict]);

describe('a judgement whose evidence has another id today', () => {
  const open = opened({ id: 'near', span: [2, 20] }, { id: 'far', span: [30, 40] });

  it('is carried to the evidence of the document and commitment that shares its words', () => {
    const judged = judgedBy(open, [older([0, 12], { verdict: 'rejected' })]);
    expect(verdicts(judged)).toEqual([
      ['near', 'rejected'],
      ['far', 'proposed'],
    ]);
    expect(judged.unmatched).toEqual([]);
  });

  it('goes where most of its words are, to its own kind first', () => {
    const both = opened({ id: 'few', span: [10, 20] }, { id: 'most', span: [2, 9] });
    expect(verdicts(judgedBy(both, [older([0, 12])]))).toContainEqual(['most', 'accepted']);
    const verdict = opened(
      { id: 'verdict', span: [0, 12], kind: 'verdict' },
      { id: 'conduct', span: [9, 12] },
    );
    expect(verdicts(judgedBy(verdict, [older([0, 12])]))).toContainEqual(['conduct', 'accepted']);
    const onVerdict = older([0, 12], {}, { indicator: null });
    expect(verdicts(judgedBy(verdict, [onVerdict]))).toContainEqual(['verdict', 'accepted']);
  });

  it('gives way to one on that evidence itself, also to one that was taken back', () => {
    const own = (verdict: Judgement['verdict']) => judgementOf({ evidenceId: 'near', verdict });
    for (const verdict of ['accepted', 'proposed'] as const) {
      const judged = judgedBy(open, [own(verdict), older([0, 12], { verdict: 'rejected' })]);
      expect(verdicts(judged)).toContainEqual(['near', verdict]);
      expect(judged.unmatched).toEqual([]);
    }
  });

  it('gives way to one that came later and is carried there too, whatever the clock said', () => {
    const first = older([0, 12], { at: '2026-01-02T00:00:00.000Z', verdict: 'rejected' });
    const last = older([4, 12], { at: '2026-01-01T00:00:00.000Z' });
    expect(verdicts(judgedBy(open, [first, last]))).toContainEqual(['near', 'accepted']);
    expect(verdicts(judgedBy(open, [last, first]))).toContainEqual(['near', 'rejected']);
  });

  it.each([
    ['other words', older([22, 28])],
    ['another commitment', older([0, 12], {}, { commitment: 'withdraw' })],
    ['another document', older([0, 12], {}, { documentSha256: 'cd'.repeat(32) })],
  ])('on %s is named, and changes nothing', (_what, judgement) => {
    const judged = judgedBy(open, [judgement]);
    expect(judged.unmatched).toEqual([judgement]);
    expect(verdicts(judged)).toEqual(verdicts(open));
  });

  it('that was taken back is not carried', () => {
    const judged = judgedBy(open, [older([0, 12], { verdict: 'proposed' })]);
    expect([verdicts(judged), judged.unmatched]).toEqual([verdicts(open), []]);
  });
});
