import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, type Finding, ProvisoError, type Statement } from '../model/index.ts';
import { assess, requireStandard, sensitivityOf } from './index.ts';
import { materialOf, passCase, tell } from './testing.ts';

const clocks = { asOf: '2030-06-30', knownAt: '2030-12-31' };

const findingOn = (id: string, statements: readonly Statement[], at = clocks): Finding => {
  const found = assess(materialOf(statements), at).commitments.find((finding) => finding.id === id);
  if (!found) throw new Error(`no finding on ${id}`);
  return found;
};

const hosting = (statements: readonly Statement[], at = clocks) => findingOn('no-raiders', statements, at);
const leaving = (statements: readonly Statement[], at = clocks) => findingOn('withdraw', statements, at);

describe('the ladder', () => {
  it('silence is no information, never performance', () => {
    const { status, breach, performance } = hosting([]);
    expect([status, breach.probability, performance.probability]).toEqual(['no information', null, null]);
  });

  it('one origin gives indications, two give probable', () => {
    expect(hosting([tell({ speaker: 'monitors' })]).status).toBe('indications of breach');
    expect(hosting([tell({ speaker: 'monitors' }), tell({ speaker: 'watch' })]).status).toBe(
      'probable breach',
    );
  });

  it('three graded origins in two camps establish', () => {
    const three = [tell({ speaker: 'monitors' }), tell({ speaker: 'watch' }), tell({ publisher: 'Herald' })];
    expect(hosting(three)).toMatchObject({ status: 'established breach', standard: 'established' });
  });

  it('an ungraded origin never lifts to established', () => {
    const ungraded = ['p', 'q', 'r', 's', 't', 'u'].map((speaker) => tell({ speaker }));
    const finding = hosting(ungraded);
    expect(finding.breach.probability).toBeGreaterThan(0.8);
    expect(finding.status).toBe('probable breach');
    expect(finding.wouldChange.join()).toContain('3 origins graded C or better, each probable alone (now 0)');
  });

  it('a well-graded origin heard of through three ungraded mouths is no third witness', () => {
    const whisper = tell({ speaker: 'watch' });
    const [link] = whisper.chain;
    const chain = link
      ? ['p', 'q', 'r'].map((name) => ({
          ...link,
          entity: { ...link.entity, key: name, name, bodies: [name], type: 'other' as const },
        }))
      : [];
    const hearsay = { ...whisper, chain: [...chain, ...whisper.chain] };
    const finding = hosting([tell({ speaker: 'monitors' }), tell({ publisher: 'Herald' }), hearsay]);
    expect(finding.status).toBe('probable breach');
  });

  it('an F-graded publisher changes nothing', () => {
    const base = [tell({ speaker: 'monitors' })];
    expect(hosting([...base, tell({ publisher: 'Rag', published: '2030-04-01' })]).breach).toEqual(
      hosting(base).breach,
    );
  });
});

describe('origins', () => {
  it('a reprint adds nothing, however many there are', () => {
    const once = hosting([tell({ speaker: 'monitors' })]);
    const often = hosting(Array.from({ length: 5 }, () => tell({ speaker: 'monitors' })));
    expect(often.breach).toEqual(once.breach);
    expect(often.origins).toHaveLength(1);
    expect(often.origins[0]?.documents).toHaveLength(5);
  });

  it('an unnamed speaker of a body is the one finest part of it that the page names', () => {
    const file = structuredClone(passCase);
    file.actors.push({
      ...(file.actors[0] as (typeof file.actors)[0]),
      id: 'league',
      name: 'League',
      aliases: [],
    });
    for (const actor of file.actors) if (actor.id === 'monitors') actor.partOf = ['league'];
    const said = tell({ speaker: 'league' });
    const [link] = said.chain;
    const unnamed = { ...said, chain: link ? [{ ...link, entity: null, group: link.entity }] : [] };
    const originFor = (text: string) => {
      const material = materialOf([unnamed], file);
      const pages = material.pages.map((page) => ({ ...page, text }));
      return assess({ ...material, pages }, clocks).commitments[0]?.origins[0]?.id;
    };
    expect(originFor('An official of the league spoke.')).toBe('league');
    expect(originFor('An official of the league spoke of the Pass Monitors.')).toBe('monitors');
  });

  it('an adversary is trusted a step less', () => {
    const adverse = hosting([tell({ speaker: 'rivals' })]);
    const other = hosting([tell({ speaker: 'somebody' })]);
    expect(adverse.breach.belief).toBeLessThan(other.breach.belief);
    expect(adverse.origins[0]?.camp).toBe('sudland');
  });

  it('a more tentative hedge never raises belief', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (a, b) => {
          const [weaker, stronger] = [Math.min(a, b), Math.max(a, b)];
          expect(hosting([tell({ speaker: 'watch', factuality: weaker })]).breach.belief).toBeLessThanOrEqual(
            hosting([tell({ speaker: 'watch', factuality: stronger })]).breach.belief,
          );
        },
      ),
    );
  });
});

describe('time', () => {
  it.each([
    ['before the window', { time: '2029-10' }, 'it took place before the window opened'],
    [
      'an undated past from before the deal',
      { tense: 'past', text: 'They hosted raiders before the deal.' },
      'an undated past: it may lie before the window',
    ],
    ['a condition', { factuality: 0, mood: 'conditional' }, 'a condition asserts nothing'],
  ] as const)('%s is left out with its reason', (_name, telling, why) => {
    const finding = hosting([tell(telling)]);
    expect(finding.status).toBe('no information');
    expect(finding.leftOut.map((item) => item.why)).toEqual([why]);
  });

  it('an undated past is news: of the days before it was published', () => {
    const finding = hosting([tell({ tense: 'past' })]);
    expect([finding.status, finding.leftOut]).toEqual(['indications of breach', []]);
    const early = hosting([tell({ tense: 'past', published: '2029-03-10' })]);
    expect(early.leftOut.map((item) => item.why)).toEqual(['it took place before the window opened']);
  });

  it('a breach of a prohibition stays with its month', () => {
    const { months } = hosting([tell({ time: '2030-02-11', tense: 'past' })]);
    expect(months.filter(({ status }) => status !== 'no information').map(({ month }) => month)).toEqual([
      '2030-02',
    ]);
  });

  it('what was published later was not known then', () => {
    const later = [tell({ published: '2030-05-01', time: '2030-02', tense: 'past' })];
    expect(hosting(later, { ...clocks, knownAt: '2030-04-30' }).status).toBe('no information');
    expect(hosting(later, { ...clocks, knownAt: '2030-05-01' }).status).toBe('indications of breach');
  });

  it('what a page told in a later entry was not known when the page began', () => {
    const entry = tell({ published: '2030-05-01', time: '2030-02', tense: 'past' });
    const material = materialOf([entry]);
    const pages = material.pages.map((page) => ({ ...page, published: '2030-03-01' }));
    const statusAt = (knownAt: string) =>
      assess({ ...material, pages }, { ...clocks, knownAt }).commitments.find(({ id }) => id === 'no-raiders')
        ?.status;
    expect(statusAt('2030-04-30')).toBe('no information');
    expect(statusAt('2030-05-01')).toBe('indications of breach');
  });
});

describe('obligations', () => {
  const left = (time: string) => tell({ does: 'RETREAT', time, tense: 'past' });

  it('before the due day silence is not due, after it no information', () => {
    expect(leaving([], { ...clocks, asOf: '2030-02-01' }).status).toBe('not due');
    expect(leaving([]).status).toBe('no information');
  });

  it('counts the due day from the window', () => {
    expect(leaving([]).due).toBe('2030-04-01');
  });

  it('performance by the date is not late, after it is', () => {
    expect(leaving([left('2030-03-20')])).toMatchObject({
      status: 'indications of performance',
      late: false,
      pam: 2,
    });
    expect(leaving([left('2030-05-20')])).toMatchObject({ status: 'indications of performance', late: true });
  });

  it('an undated report that comes first leaves open whether it was late', () => {
    const undated = tell({ does: 'RETREAT', tense: 'perfect', published: '2030-04-20' });
    expect(leaving([undated])).toMatchObject({ status: 'indications of performance', late: false });
    expect(leaving([undated, left('2030-05-20')])).toMatchObject({ late: false });
  });

  it('late performance explains the breach that was only the date’s', () => {
    const missed = tell({
      does: 'RETREAT',
      factuality: -3,
      time: '2030-04-20',
      tense: 'past',
      publisher: 'Herald',
    });
    expect(leaving([missed])).toMatchObject({ status: 'indications of breach', pam: 0 });
    expect(leaving([missed, left('2030-05-20')])).toMatchObject({
      status: 'indications of performance',
      late: true,
    });
  });

  it('performance is late by its whole, not by what led to it, where others told that the day went by', () => {
    const whole = tell({ does: 'RETREAT', tense: 'perfect', published: '2030-05-20' });
    const missed = tell({
      does: 'RETREAT',
      factuality: -3,
      time: '2030-04-01',
      tense: 'past',
      publisher: 'Herald',
    });
    expect(leaving([whole])).toMatchObject({ late: false });
    expect(leaving([whole, missed])).toMatchObject({ status: 'indications of performance', late: true });
  });

  it('a goal missed is no breach of best efforts', () => {
    const file = structuredClone(passCase);
    for (const commitment of file.commitments) commitment.effort = 'best-efforts';
    const missed = tell({ does: 'RETREAT', factuality: -3, time: '2030-04-20', tense: 'past' });
    const finding = assess(materialOf([missed], file), clocks).commitments[1];
    expect(finding?.status).toBe('no information');
  });

  it('a condition annotates and never excuses', () => {
    const both = [tell({ speaker: 'monitors' }), tell({ speaker: 'watch' }), left('2030-03-20')];
    expect(leaving(both)).toMatchObject({
      status: 'indications of performance',
      conditions: [{ commitment: 'no-raiders', status: 'probable breach' }],
    });
  });
});

describe('replies', () => {
  it('a denial by the accused is a reply and alone never disputes', () => {
    const accusation = tell({ speaker: 'monitors' });
    const denial = {
      ...tell({ speaker: 'norland', kind: 'denies', factuality: -3 }),
      documentId: accusation.documentId,
    };
    const finding = hosting([accusation, denial]);
    expect(finding.status).toBe('indications of breach');
    expect(finding.replies).toMatchObject([{ kind: 'denies', by: 'norland' }]);
    expect(finding.breach).toEqual(hosting([accusation]).breach);
  });

  it('adding a denial never raises performance', () => {
    const accusation = tell({ speaker: 'monitors' });
    const denial = {
      ...tell({ speaker: 'norland', kind: 'denies', factuality: -3 }),
      documentId: accusation.documentId,
    };
    expect(hosting([accusation, denial]).performance).toEqual(hosting([accusation]).performance);
  });
});

describe('a person', () => {
  it('who rejects evidence takes it out of the finding', () => {
    const material = materialOf([tell()]);
    material.matches.evidence = material.matches.evidence.map((item) => ({ ...item, verdict: 'rejected' }));
    const [finding] = assess(material, clocks).commitments;
    expect(finding).toMatchObject({ status: 'no information', leftOut: [{ why: 'rejected by a person' }] });
  });

  it('who accepts a suggestion makes it count', () => {
    const material = materialOf([tell({ speaker: 'watch' })]);
    const found = (verdict: 'proposed' | 'accepted') => {
      const [item] = material.matches.evidence.map((each) => ({
        ...each,
        tier: 'suggested' as const,
        verdict,
      }));
      const matches = { evidence: item ? [item] : [], replies: [] };
      return assess({ ...material, matches }, clocks).commitments[0];
    };
    expect(found('proposed')).toMatchObject({
      status: 'no information',
      breach: { probability: null },
      origins: [],
      leftOut: [],
      evidence: [{ role: 'suggested', origin: null }],
    });
    expect(found('accepted')).toMatchObject({
      status: 'indications of breach',
      evidence: [{ role: 'counts', origin: 'watch' }],
    });
  });

  it('who names a standard that does not exist is told which do', () => {
    expect(() => requireStandard({ ...passCase, standard: 'hunch' })).toThrow(ProvisoError);
  });
});

describe('people’s ratings', () => {
  const decision = (parts: Pick<Decision, 'kind' | 'subject' | 'value'>): Decision =>
    ({
      id: '00000000-0000-4000-8000-000000000001',
      caseId: 'pass',
      reason: 'checked',
      by: 'A. Monitor',
      at: '2030-04-01T00:00:00.000Z',
      ...parts,
    }) as Decision;
  const rated = (statements: readonly Statement[], ...decisions: Decision[]) => {
    const [finding] = assess({ ...materialOf(statements), decisions }, clocks).commitments;
    if (!finding) throw new Error('no finding');
    return finding;
  };
  const belief = (statement: Statement, ...decisions: Decision[]) =>
    rated([statement], ...decisions).breach.belief;

  it('of a source go before the grades of the case', () => {
    const said = tell({ speaker: 'monitors' });
    const graded = (value: 'A' | 'E' | 'F') =>
      belief(said, decision({ kind: 'grade', subject: 'source:monitors', value }));
    expect(graded('A')).toBeGreaterThan(belief(said));
    expect(graded('E')).toBeLessThan(belief(said));
    expect(graded('F')).toBe(0);
  });

  it('of one telling go before those of its source', () => {
    const [said, other] = [tell({ speaker: 'monitors' }), tell({ speaker: 'monitors' })];
    const [evidence] = rated([said]).evidence;
    const worse = decision({ kind: 'grade', subject: `evidence:${evidence?.id}`, value: 'E' });
    expect(belief(said, worse)).toBeLessThan(belief(said));
    expect(belief(other, worse)).toBe(belief(other));
  });

  it.each([
    ['directness', 'hearsay', 'document'],
    ['interest', 'adverse', 'against-interest'],
    ['credibility', 4, 1],
  ] as const)('%s moves the trust by steps', (kind, worse, better) => {
    const said = tell({ speaker: 'watch' });
    const set = (value: unknown) =>
      belief(
        said,
        decision({ kind, subject: 'source:watch', value } as Pick<Decision, 'kind' | 'subject' | 'value'>),
      );
    expect(set(worse)).toBeLessThan(belief(said));
    expect(set(better)).toBeGreaterThan(belief(said));
  });

  it('credibility that cannot be judged changes nothing', () => {
    const said = tell({ speaker: 'watch' });
    expect(belief(said, decision({ kind: 'credibility', subject: 'source:watch', value: 6 }))).toBe(
      belief(said),
    );
  });

  it('a document that is authenticated establishes alone, one that is not does not', () => {
    const said = tell({ speaker: 'monitors', kind: 'publishes' });
    const document = decision({ kind: 'directness', subject: 'source:monitors', value: 'document' });
    const confirmed = decision({ kind: 'credibility', subject: 'source:monitors', value: 1 });
    expect(rated([said], document).status).toBe('indications of breach');
    expect(rated([said], document, confirmed).status).toBe('established breach');
  });

  it('a finding of a person stands beside the computed one', () => {
    const set = decision({ kind: 'finding', subject: 'no-raiders', value: 'established breach' });
    expect(rated([tell()], set)).toMatchObject({
      status: 'indications of breach',
      personal: { status: 'established breach', by: 'A. Monitor', reason: 'checked' },
    });
    expect(rated([tell()]).personal).toBeNull();
  });

  it('what a finding hangs on is told: each origin left out, each grade a step up and down', () => {
    const [commitment] = passCase.commitments;
    const material = materialOf([tell({ speaker: 'monitors' }), tell({ speaker: 'watch' })]);
    if (!commitment) throw new Error('no commitment');
    const { origins, grades } = sensitivityOf(material, clocks, commitment);
    expect(origins).toEqual([
      { origin: 'monitors', name: 'Pass Monitors', without: 'indications of breach' },
      { origin: 'watch', name: 'Valley Watch', without: 'indications of breach' },
    ]);
    expect(grades.map(({ source, grade }) => [source, grade])).toEqual([
      ['monitors', 'B'],
      ['watch', 'B'],
      ['publisher:gazette', 'A'],
    ]);
    expect(grades[0]).toMatchObject({ up: 'probable breach', down: 'probable breach' });
  });
});

describe('the laws of origins', () => {
  const speakers = fc.constantFrom('monitors', 'watch', 'rivals', 'p', 'q');
  const telling = fc.record({
    speaker: speakers,
    // A reading tells hundredths; below them belief drowns in the rounding of uncertainty.
    factuality: fc.integer({ min: -300, max: 300 }).map((hundredths) => hundredths / 100),
    published: fc.constantFrom('2030-03-10', '2030-03-20', '2030-05-02'),
  });
  const opinionOf = (statements: readonly Statement[]) => {
    const { breach, status } = hosting(statements);
    return {
      status,
      masses: [breach.belief, breach.disbelief, breach.uncertainty].map((mass) => mass.toFixed(5)),
    };
  };

  it('the order of reports plays no part', () => {
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 6 }), (parts) => {
        const statements = parts.map(tell);
        expect(opinionOf(statements.toReversed())).toEqual(opinionOf(statements));
      }),
    );
  });

  it('a further telling of an origin changes nothing unless it is less uncertain', () => {
    fc.assert(
      fc.property(
        fc.array(telling, { maxLength: 5 }),
        telling,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parts, one, share) => {
          const statements = [...parts, one].map(tell);
          const fainter = tell({ ...one, factuality: one.factuality * share });
          expect(opinionOf([...statements, fainter])).toEqual(opinionOf(statements));
        },
      ),
    );
  });

  it('a page that cannot be judged changes nothing', () => {
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 5 }), telling, (parts, one) => {
        const statements = parts.map(tell);
        const rag = tell({ ...one, publisher: 'Rag' });
        expect(opinionOf([...statements, rag]).masses).toEqual(opinionOf(statements).masses);
      }),
    );
  });

  it('any number of ungraded origins never establish', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
        const crowd = Array.from({ length: count }, (_, index) => tell({ speaker: `nobody ${index}` }));
        expect(hosting(crowd).status).not.toContain('established');
      }),
    );
  });

  it('adding a denial of the accused never raises performance', () => {
    fc.assert(
      fc.property(
        fc.array(telling, { maxLength: 4 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (parts, factuality) => {
          const statements = [tell({ speaker: 'monitors' }), ...parts.map(tell)];
          const denial = {
            ...tell({ speaker: 'norland', kind: 'denies', factuality }),
            documentId: statements[0]?.documentId ?? '',
          };
          expect(hosting([...statements, denial]).performance).toEqual(hosting(statements).performance);
        },
      ),
    );
  });
});

describe('copies', () => {
  const voice = (published: string) => tell({ published });
  const counted = (copies: ReturnType<typeof materialOf>['copies'], statements: readonly Statement[]) =>
    assess({ ...materialOf(statements), copies }, clocks).commitments[0]?.origins.length;

  it('an edited copy, and a passage that two pages share, are one origin', () => {
    const [one, two] = [
      { ...voice('2030-03-01'), publisher: 'Gazette' },
      { ...voice('2030-03-02'), publisher: 'Herald' },
    ];
    const link = { document: one.documentId, resemblance: 0.9, passages: [] };
    const passage = { here: [0, 40] as [number, number], there: [0, 40] as [number, number] };
    expect(counted(new Map(), [one, two])).toBe(2);
    expect(counted(new Map([[two.documentId, [{ ...link, kind: 'near' }]]]), [one, two])).toBe(1);
    expect(
      counted(new Map([[two.documentId, [{ ...link, kind: 'passages', passages: [passage] }]]]), [one, two]),
    ).toBe(1);
  });
});

describe('a window after a commitment', () => {
  const file = structuredClone(passCase);
  const [hosting, withdrawal] = file.commitments;
  if (!hosting || !withdrawal) throw new Error('no commitments');
  file.commitments = [
    withdrawal,
    {
      ...withdrawal,
      id: 'then-pay',
      conditionalOn: [],
      window: { from: '2030-04-01', within: 'P30D', after: 'withdraw' },
    },
  ];
  const left = (time: string) => tell({ does: 'RETREAT', time, tense: 'past' });
  const [, unknown] = assess(materialOf([], file), clocks).commitments;
  const [, known] = assess(materialOf([left('2030-05-20')], file), clocks).commitments;

  it('is as expected until the day of its performance is known, then moves with its deadline', () => {
    expect(unknown).toMatchObject({ opens: '2030-04-01', due: '2030-05-01' });
    expect(known).toMatchObject({ opens: '2030-05-20', due: '2030-06-19' });
  });
});

describe('a duty that counts from a day not known yet', () => {
  const file = structuredClone(passCase);
  const withdrawal = file.commitments[1];
  if (!withdrawal) throw new Error('no commitment');
  const window = { within: 'P30D', after: 'the commanders have met' };
  file.commitments = [{ ...withdrawal, conditionalOn: [], window }];

  it('is not due, says what it waits for, and is performed all the same', () => {
    const [silent] = assess(materialOf([], file), clocks).commitments;
    expect(silent).toMatchObject({ status: 'not due', due: null, awaits: 'the commanders have met' });
    const left = tell({ does: 'RETREAT', time: '2030-05-20', tense: 'past' });
    const [done] = assess(materialOf([left], file), clocks).commitments;
    expect(done?.status).toMatch(/performance$/);
  });
});

describe('a joint duty', () => {
  const file = structuredClone(passCase);
  const [hosting] = file.commitments;
  if (!hosting) throw new Error('no commitment');
  const [first, second] = file.parties.map(({ id }) => id);
  file.commitments = [{ ...hosting, debtor: [first ?? '', second ?? ''], creditor: null }];

  it('names its debtors as the case does', () => {
    const [finding] = assess(materialOf([], file), clocks).commitments;
    expect(finding?.debtor).toEqual([first, second]);
  });
});
