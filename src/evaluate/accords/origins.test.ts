import { expect, it } from 'vitest';
import { originFigures, originTally } from './origins.ts';

const telling = (commitment: string, coded: string, found: string | null) => ({ commitment, coded, found });

it('origins are compared by pairs of tellings of one commitment', () => {
  const tally = originTally([
    telling('sail', 'port', 'a'),
    telling('sail', 'port', 'a'),
    telling('sail', 'port', 'b'),
    telling('sail', 'crew', 'b'),
    telling('moor', 'port', 'a'),
  ]);
  expect(tally).toEqual({ gold: 3, predicted: 2, right: 1 });
  expect(originFigures(tally).map(({ value }) => value)).toEqual([50, 100 / 3]);
});

it('what does not count has no origin in common with anything', () => {
  const tally = originTally([telling('sail', 'port', null), telling('sail', 'port', null)]);
  expect(tally).toEqual({ gold: 1, predicted: 0, right: 0 });
});
