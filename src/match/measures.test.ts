import { describe, expect, it } from 'vitest';
import { compareMeasures, measuresIn, unitOf } from './measures.ts';

const first = (text: string) => measuresIn(text)[0];

describe('measures', () => {
  it.each([
    ['kg', 'kilogram'],
    ['kilogrammes', 'kilogram'],
    ['per cent', 'percent'],
    ['metric tons', 'tonne'],
    ['convoys', 'convoy'],
  ])('%s is %s', (words, unit) => expect(unitOf(words)).toBe(unit));

  it.each([
    ['The stock stood at 310 kg on Monday.', 310, 'kilogram', 'exact'],
    ['a 300-kilogram cap', 300, 'kilogram', 'exact'],
    ['It paid USD 83.3 billion in all.', 83.3e9, 'dollar', 'exact'],
    ['a pledge of $100bn a year', 100e9, 'dollar', 'exact'],
    ['no more than 4.5 thousand million cubic metres', 4.5e9, 'cubic metre', 'max'],
    ['not less than 420 cubic metres a second', 420, 'cubic metre', 'min'],
    ['2 per cent of output', 2, 'percent', 'exact'],
    ['at least thirty trucks', 30, 'truck', 'min'],
    ['Twenty-one prisoners were let go', 21, 'prisoner', 'exact'],
    ['12 days late', 12, 'day', 'exact'],
  ])('%s', (text, value, unit, bound) => expect(first(text)).toMatchObject({ value, unit, bound }));

  it('a part knows its whole', () =>
    expect(first('Three of five convoys were let through')).toMatchObject({ value: 3, whole: 5 }));

  it.each(['on 12 April 2027', 'Article 6 says so', 'in 2019 and later'])('%s names no amount', (text) =>
    expect(measuresIn(text)).toEqual([]),
  );

  it.each([
    ['at most 300 kg', '310 kg', false],
    ['at most 300 kg', '295 kg', true],
    ['at most 300 kg', 'above 300 kg', false],
    ['at least 30 trucks', '28 trucks', false],
    ['60 million dollars', '60 million dollars', true],
    ['60 million dollars', '$45m', false],
  ])('%s against %s', (required, told, met) => {
    const [want, have] = [first(required), first(told)];
    if (!want || !have) throw new Error('no measure');
    expect(compareMeasures(want, have).met).toBe(met);
  });
});
