import { expect, it } from 'vitest';
import { answerOf } from './answers.ts';

it('is worked out once for each state and question, and again after it failed', async () => {
  let worked = 0;
  const work = async () => ++worked;
  const state = {};
  expect(await answerOf(state, 'names', work)).toBe(1);
  expect(await answerOf(state, 'names', work)).toBe(1);
  expect(await answerOf(state, 'network', work)).toBe(2);
  expect(await answerOf({}, 'names', work)).toBe(3);
  const failing = answerOf(state, 'other', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await answerOf(state, 'other', work)).toBe(4);
});

it('keeps no more than are asked for often', async () => {
  const state = {};
  let worked = 0;
  const work = async () => ++worked;
  for (let question = 0; question < 150; question += 1) {
    await answerOf(state, 'often', work);
    await answerOf(state, String(question), work);
  }
  expect(worked).toBe(151);
  await answerOf(state, '0', work);
  expect(worked).toBe(152);
});
