import { describe, expect, it } from 'vitest';
import type { Decision } from '../model/index.ts';
import { materialOf, passCase, tell } from '../weigh/testing.ts';
import { placedEvidence } from './placed-evidence.ts';

const { evidence } = materialOf([tell({ speaker: 'watch' }), tell({ speaker: 'monitors' })]).matches;
const [first, second] = evidence;
const elsewhere = passCase.commitments.flatMap(({ id, indicators }) =>
  indicators
    .filter((indicator) => indicator.bearing !== first?.bearing)
    .map((indicator) => ({ commitment: id, indicator: indicator.id, bearing: indicator.bearing })),
)[0];

const decide = (value: { commitment: string; indicator: string } | null): Decision =>
  ({ kind: 'indicator', subject: `evidence:${first?.id}`, value, by: 'A. Monitor' }) as Decision;

describe('evidence that a person placed', () => {
  it('stands under its new indicator, with the id that judgements hang on', () => {
    const { commitment = '', indicator = '', bearing } = elsewhere ?? {};
    const [placed, other] = placedEvidence(evidence, [decide({ commitment, indicator })], passCase);
    expect(placed).toMatchObject({ id: first?.id, commitment, indicator, bearing });
    expect(placed?.through).toEqual(['placed here by A. Monitor']);
    expect(other).toBe(second);
  });

  it('takes the place of what the machine matched there', () => {
    const { commitment = '', indicator = '', bearing = 'breach' } = elsewhere ?? {};
    const same = { ...first, id: 'other', commitment, indicator, bearing } as typeof first & object;
    const found = placedEvidence([...evidence, same], [decide({ commitment, indicator })], passCase);
    expect(found.map(({ id }) => id)).toEqual([first?.id, second?.id]);
  });

  it.each([[null], [{ commitment: 'gone', indicator: 'gone' }]])(
    'stays where it was matched: %j',
    (value) => {
      expect(placedEvidence(evidence, [decide(value)], passCase)).toEqual(evidence);
    },
  );
});
