import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, ProvisoError, type Statement } from '../model/index.ts';
import { assess, requireStandard } from './index.ts';
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
    ['an undated past', { tense: 'past' }, 'an undated past: it may lie before the window'],
    ['a condition', { factuality: 0, mood: 'conditional' }, 'a condition asserts nothing'],
  ] as const)('%s is left out with its reason', (_name, telling, why) => {
    const finding = hosting([tell(telling)]);
    expect(finding.status).toBe('no information');
    expect(finding.leftOut.map((item) => item.why)).toEqual([why]);
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

  it('who names a standard that does not exist is told which do', () => {
    expect(() => requireStandard({ ...passCase, standard: 'hunch' })).toThrow(ProvisoError);
  });
});
