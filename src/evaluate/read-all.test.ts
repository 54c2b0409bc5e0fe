import { expect, it } from 'vitest';
import { readAll } from './read-all.ts';
import { readingOf } from './testing.ts';

it('readings come in order, with as many texts under way as are asked for', async () => {
  const texts = ['one', 'two', 'three', 'four', 'five'].map((text) => ({ id: text, text }));
  let underWay = 0;
  let most = 0;
  const seen: number[] = [];
  const readings = await readAll(texts, ['syntax'], {
    data: '',
    width: 3,
    watch: (done, total) => seen.push(done / total),
    read: async ({ id, text, published, layers }) => {
      expect({ published, layers }).toEqual({ published: null, layers: ['syntax'] });
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, text.length));
      underWay -= 1;
      return readingOf(text, { id });
    },
  });
  expect(readings.map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
  expect(most).toBe(3);
  expect(seen).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
});
