import { describe, expect, it } from 'vitest';
import { CaseFile, type Decision, type Evidence, type Judgement } from '../model/index.ts';
import { passAgreement } from '../model/testing.ts';
import { learntView, taught } from './learn-case.ts';
import { placedEvidence } from './placed-evidence.ts';

const file = CaseFile.parse({
  ...passAgreement,
  commitments: ['stay', 'leave'].map((id) => ({
    id,
    debtor: 'norland',
    creditor: 'sudland',
    kind: 'prohibition',
    requires: `Norland does not ${id}.`,
    window: { from: '2030-01-01' },
  })),
});

const counted = 0.6;

const evidenceOf = (id: string, probability: number, more: Partial<Evidence> = {}): Evidence => ({
  id,
  statementId: `doc/${id}`,
  documentId: 'doc',
  commitment: 'stay',
  kind: 'conduct',
  bearing: 'breach',
  factuality: 3,
  strength: 'direct',
  probability,
  tier: probability >= counted ? 'counted' : 'suggested',
  span: [0, 5],
  words: `words ${id}`,
  verdict: 'proposed',
  elements: [],
  through: [],
  features: {
    breach: Math.log(probability / (1 - probability)),
    performance: -5,
    words: 0.3,
    meaning: 0.4,
    debtorActs: 1,
  },
  ...more,
});

const matched = [
  ...[0.55, 0.62, 0.65, 0.7, 0.75].map((share, at) => evidenceOf(`s${at}`, share)),
  ...[0.55, 0.62].map((share, at) => evidenceOf(`l${at}`, share, { commitment: 'leave' })),
];

const judgedAs = (verdict: Evidence['verdict'], ids: readonly string[]) =>
  ids.map((evidenceId) => ({ evidenceId, verdict }) as Judgement);

const decisionOf = (kind: Decision['kind'], subject: string, value: unknown): Decision =>
  ({ kind, subject, value, by: 'A. Monitor' }) as Decision;

const open = (judgements: readonly Judgement[], decisions: readonly Decision[] = []) => {
  const verdicts = new Map(judgements.map(({ evidenceId, verdict }) => [evidenceId, verdict]));
  const laid = placedEvidence(matched, decisions, file).map((item) => ({
    ...item,
    verdict: verdicts.get(item.id) ?? item.verdict,
  }));
  return { laid, ...taught(laid, matched, { file, decisions }, counted) };
};

const withId = (evidence: readonly Evidence[], id: string): Evidence =>
  evidence.find((item) => item.id === id) as Evidence;

describe('a case that learns', () => {
  it('stays as it was matched where nobody has decided anything', () => {
    expect(open([]).evidence).toEqual(matched);
  });

  it('lowers what is like the rejected, and says that it no longer counts', () => {
    const { evidence } = open(judgedAs('rejected', ['s2', 's3', 's4']));
    const item = withId(evidence, 's1');
    expect(item.probability).toBeLessThan(0.6);
    expect(item.tier).toBe('suggested');
    expect(withId(evidence, 'l1').probability).toBeGreaterThan(item.probability ?? 1);
  });

  it('raises what is like the accepted, and says that it counts', () => {
    const { evidence } = open(judgedAs('accepted', ['s1', 's2', 's3', 's4']));
    expect(withId(evidence, 's0').probability).toBeGreaterThan(0.55);
  });

  it('never touches what a person decided', () => {
    const judgements = [...judgedAs('rejected', ['s1', 's2', 's3']), ...judgedAs('accepted', ['s4'])];
    const { evidence, laid } = open(judgements);
    for (const id of ['s1', 's2', 's3', 's4']) expect(withId(evidence, id)).toBe(withId(laid, id));
  });

  it('learns from what was moved: it bears there, and not where it was', () => {
    const moved = decisionOf('indicator', 'evidence:s4', { commitment: 'leave', bearing: 'breach' });
    const { evidence, laid, learnt } = open([], [moved]);
    expect(withId(evidence, 's4')).toBe(withId(laid, 's4'));
    expect(withId(evidence, 'l0').probability).toBeGreaterThan(0.55);
    expect(withId(evidence, 's1').probability).toBeLessThan(0.62);
    expect(learnt.decided).toEqual({ accepted: 0, rejected: 0, moved: 1 });
  });

  it('takes a denied breach as pointing to performance', () => {
    const denied = evidenceOf('d', 0.6, {
      factuality: -3,
      features: { breach: -5, performance: 0.4, words: 0.3 },
    });
    const { laid } = open(judgedAs('rejected', ['s1', 's2']));
    const { evidence } = taught([...laid, denied], matched, { file, decisions: [] }, counted);
    expect(withId(evidence, 'd').probability).toBeGreaterThan(0.4);
  });

  it('learns nothing once that is switched off, and again once it is on', () => {
    const judgements = judgedAs('rejected', ['s2', 's3', 's4']);
    const off = decisionOf('learning', 'pass', 'off');
    const { laid, evidence, learnt } = open(judgements, [off]);
    expect(evidence).toEqual(laid);
    expect(learntView({ file, learnt })).toMatchObject({ on: false, rejected: 3, changes: [], rose: 0 });
    const on = decisionOf('learning', 'pass', 'on');
    expect(open(judgements, [on]).evidence).not.toEqual(laid);
  });

  it('shows what it learnt', () => {
    const { learnt } = open([...judgedAs('rejected', ['s2', 's3', 's4']), ...judgedAs('accepted', ['l1'])]);
    const view = learntView({ file, learnt });
    expect(view).toMatchObject({ case: 'pass', on: true, accepted: 1, rejected: 3, moved: 0 });
    expect(view.rose + view.fell).toBe(learnt.changes.length);
    expect(view.nowSuggested).toBe(1);
    expect(view.lessons[0]).toMatchObject({ commitment: 'stay', says: 'any suggestion for this commitment' });
    expect(view.changes[0]?.reasons.length).toBeGreaterThan(0);
    expect(learntView({ file, learnt: null })).toMatchObject({ on: true, accepted: 0, lessons: [] });
  });
});

describe('the word of a second reader', () => {
  /** Some that people decide and some that wait, of which a second reader agrees with every other. */
  const seconded = (decided: number, hasOpinions: boolean) => {
    const all = Array.from({ length: decided + 8 }, (_, at) => {
      const item = evidenceOf(`p${at}`, 0.5 + (at % 8) / 40, {
        verdict: at >= decided ? 'proposed' : at % 2 === 0 ? 'accepted' : 'rejected',
      });
      const secondReader = at % 2 === 0 ? 1 : -1;
      return hasOpinions ? { ...item, features: { ...item.features, secondReader } } : item;
    });
    return taught(all, all, { file, decisions: [] }, counted).evidence.slice(decided);
  };
  const of = (evidence: readonly Evidence[], what: 'tier' | 'probability') =>
    evidence.map((item) => item[what]);

  it('says nothing before twenty of its pairs are decided', () => {
    expect(of(seconded(19, true), 'probability')).toEqual(of(seconded(19, false), 'probability'));
  });

  it('then moves what is suggested as far as it was right, and what counts stays what it was', () => {
    const [seconding, without] = [seconded(40, true), seconded(40, false)];
    expect(of(seconding, 'tier')).toEqual(of(without, 'tier'));
    for (const [at, { probability }] of seconding.entries()) {
      const alone = without[at]?.probability ?? 0;
      if (at % 2 === 0) expect(probability).toBeGreaterThan(alone);
      else expect(probability).toBeLessThan(alone);
    }
  });
});
