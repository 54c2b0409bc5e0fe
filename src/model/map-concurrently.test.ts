import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapConcurrently } from './map-concurrently.ts';

const collected = async <Result>(results: AsyncIterable<Result>): Promise<Result[]> => {
  const found: Result[] = [];
  for await (const result of results) found.push(result);
  return found;
};

describe('mapConcurrently', () => {
  it('keeps the order and the width, however long each item takes', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3)), fc.integer({ min: 1, max: 4 }), async (waits, width) => {
        let running = 0;
        const results = mapConcurrently(waits.entries(), width, async ([index, wait]) => {
          running += 1;
          expect(running).toBeLessThanOrEqual(width);
          for (let turn = 0; turn < wait; turn++) await null;
          running -= 1;
          return index;
        });
        expect(await collected(results)).toEqual([...waits.keys()]);
      }),
    ));

  it('throws a failure after the results before it', async () => {
    const seen: number[] = [];
    const reading = (async () => {
      for await (const item of mapConcurrently([1, 2, 3], 3, async (item) => {
        if (item === 2) throw new Error('two');
        return item;
      }))
        seen.push(item);
    })();
    await expect(reading).rejects.toThrow('two');
    expect(seen).toEqual([1]);
  });
});
