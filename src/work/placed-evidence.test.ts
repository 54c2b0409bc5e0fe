import { describe, expect, it } from 'vitest';
import type { Decision, Placement } from '../model/index.ts';
import { materialOf, passCase, tell } from '../weigh/testing.ts';
import { placedEvidence } from './placed-evidence.ts';

const { evidence } = materialOf([tell({ speaker: 'watch' }), tell({ speaker: 'monitors' })]).matches;
const [first, second] = evidence;
const elsewhere = { commitment: 'withdraw', bearing: 'performance' } as const;

const decide = (value: Placement | null): Decision =>
  ({ kind: 'indicator', subject: `evidence:${first?.id}`, value, by: 'A. Monitor' }) as Decision;

describe('evidence that a person placed', () => {
  it('stands where they put it, counts, and keeps the id that judgements hang on', () => {
    const suggested = evidence.map((item) => ({ ...item, tier: 'suggested' as const }));
    const [placed, other] = placedEvidence(suggested, [decide(elsewhere)], passCase);
    expect(placed).toMatchObject({ id: first?.id, ...elsewhere, tier: 'counted', probability: null });
    expect(placed?.through).toEqual(['placed here by A. Monitor']);
    expect(other).toBe(suggested[1]);
  });

  it('takes the place of what the machine matched there', () => {
    const same = { ...first, id: 'other', ...elsewhere } as typeof first & object;
    const found = placedEvidence([...evidence, same], [decide(elsewhere)], passCase);
    expect(found.map(({ id }) => id)).toEqual([first?.id, second?.id]);
  });

  it('by an indicator of an older store stands where the sign made of it says', () => {
    const file = structuredClone(passCase);
    file.commitments[1]?.signs.push({
      id: 'leaves',
      says: 'Norland leaves.',
      bearing: 'performance',
      strength: 'direct',
    });
    const older = decide({ commitment: 'withdraw', indicator: 'leaves' });
    expect(placedEvidence(evidence, [older], file)[0]).toMatchObject({ id: first?.id, ...elsewhere });
  });

  it.each([
    [null],
    [{ commitment: 'gone', bearing: 'breach' as const }],
    [{ commitment: 'withdraw', indicator: 'gone' }],
  ])('stays where it was matched: %j', (value) => {
    expect(placedEvidence(evidence, [decide(value)], passCase)).toEqual(evidence);
  });
});
