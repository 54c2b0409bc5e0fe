import { describe, expect, it } from 'vitest';
import { compareAmounts, decidedByLimit, toldShare } from './amounts.ts';
import { measuresIn } from './measures.ts';

const amount = (required: string, told: string) => compareAmounts(measuresIn(required), measuresIn(told));

describe('amounts', () => {
  it.each([
    ['at most 300 kg of it', 'The stock stood at 310 kilogrammes.', 'breach'],
    ['at most 300 kg of it', 'It had fallen to 295 kg.', 'performance'],
    ['no more than 2 per cent', 'The share rose to 3%.', 'breach'],
    ['at least 30 trucks a day', 'Only 12 trucks crossed.', null],
    ['at most 300 kg of it', 'It was 40 km away.', null],
  ])('%s: %s', (required, told, points) => expect(decidedByLimit(amount(required, told))).toBe(points));

  it.each([
    ['Three of five convoys were let through.', 0.6],
    ['Some of the posts were handed over.', 0.5],
    ['All posts were handed over.', null],
  ])('%s', (told, share) => expect(toldShare(told, measuresIn(told), null)).toBe(share));

  it('a sum paid in part is its share', () => {
    const told = 'It has paid $45 million so far.';
    expect(toldShare(told, measuresIn(told), amount('pays 60 million dollars', told))).toBeCloseTo(0.75);
  });
});
