import { describe, expect, it } from 'vitest';
import type { ResolvedEntity, Speaker, Statement } from '../../model/index.ts';
import { directionFigure, isSign, isSpeaker } from './speakers.ts';
import { pairOf } from './testing.ts';

const entity = (key: string, name: string): ResolvedEntity => ({ key, name, type: 'person', bodies: [key] });
const link = (named: ResolvedEntity | null): Speaker => ({
  attribution: 'a1',
  kind: 'says',
  entity: named,
  group: null,
  relays: [],
  words: named?.name ?? 'an official',
});
const told = (...chain: Speaker[]): Pick<Statement, 'chain' | 'publisher'> => ({
  chain,
  publisher: 'Harbour Gazette',
});
const berg = link(entity('name:anna berg', 'Anna Berg'));
const nobody = () => [];

describe('the speaker of a claim', () => {
  it.each([
    ['Berg', told(berg), true],
    ['Captain Anna Berg', told(berg), true],
    ['Bergman', told(berg), false],
    ['Anna Berg', told(berg, link(entity('name:lund', 'Lund'))), false],
    ['Anna Berg', told(link(null)), false],
    ['writer', told(), true],
    ['writer', told(berg), false],
    ['writer', told(link(entity('name:gazette', 'the Gazette'))), true],
    ['Harbour Gazette', told(), true],
    ['unnamed: an official', told(link(null)), true],
    ['unnamed: an official', told(), true],
    ['unnamed: an official', told(berg), false],
  ])('as coded is %s', (coded, statement, isRight) => {
    expect(isSpeaker(coded, statement, nobody)).toBe(isRight);
  });

  it('is right under another name of the same body', () => {
    const authority = told(link(entity('port', 'Port Authority')));
    expect(isSpeaker('HPA', authority, (name) => (name === 'HPA' ? ['port'] : []))).toBe(true);
  });
});

it.each([
  [3, 'affirmed', 2, true],
  [3, 'affirmed', 0.5, false],
  [0, 'affirmed', 0.5, true],
  [-3, 'affirmed', 3, false],
  [3, 'negated', -3, true],
  [-3, 'negated', -3, true],
  [3, 'negated', 0, false],
] as const)(
  'of what is coded %d, a claim that is %s with %d has the sign: %s',
  (coded, polarity, factuality, isRight) => {
    expect(isSign(coded, { polarity, factuality } as Statement['claim'])).toBe(isRight);
  },
);

it('the sign as it bears is judged where something is proposed on evidence', () => {
  const proposal = { points: 'breach', probability: 0.9, tier: 'counted' } as const;
  const figure = directionFigure([
    pairOf({ gold: ['breach'], proposed: [proposal] }),
    pairOf({ gold: ['performance'], proposed: [proposal] }),
    pairOf({ gold: ['performance'] }),
    pairOf({ proposed: [proposal] }),
  ]);
  expect(figure).toMatchObject({ count: 2, value: 50 });
});
