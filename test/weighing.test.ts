import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { materialOf, tell } from '../src/weigh/testing.ts';
import { weighed } from '../src/work/weighing.ts';
import type { createWeighing as CreateWeighing, Weighing } from '../src/work/weighing-thread.ts';

const { createWeighing } = (await import(
  new URL('../dist/work/weighing-thread.js', import.meta.url).href
)) as { createWeighing: typeof CreateWeighing };

const clocks = { asOf: '2030-12-31', knownAt: '2030-12-31' };

const reports = (many: number) =>
  Array.from({ length: many }, (_, index) =>
    tell({
      speaker: `body ${index % Math.ceil(many / 5)}`,
      publisher: `Paper ${index % 60}`,
      does: index % 2 ? 'hosts' : 'RETREAT',
      time: `2030-0${1 + (index % 9)}-10`,
      text: `They did it, body ${index} said.`,
    }),
  );

const large = materialOf(reports(1500));

const weighings: Weighing[] = [];
const begin = (seconds?: number): Weighing => {
  const weighing = createWeighing(seconds);
  weighings.push(weighing);
  return weighing;
};
afterAll(() => Promise.all(weighings.map((weighing) => weighing.close())));

/** Processor time of this thread so far, in ms; what else the machine does is not in it. */
const ownTime = (): number =>
  Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6;

const spent = (work: () => unknown): number => {
  const before = ownTime();
  work();
  return ownTime() - before;
};

describe('weighing in a thread', () => {
  it('answers as weighing here does, also when something was decided since', async () => {
    const weighing = begin();
    const open = materialOf(reports(60));
    const rejected = open.matches.evidence.map((item, index) =>
      index % 7 ? item : { ...item, verdict: 'rejected' as const },
    );
    const judged = { ...open, matches: { ...open.matches, evidence: rejected } };
    for (const material of [open, judged, open])
      for (const question of [
        { kind: 'assessment' as const, clocks },
        { kind: 'sensitivity' as const, clocks, commitment: 'no-raiders' },
        { kind: 'suggestions' as const, clocks, limit: 5 },
      ]) {
        const here = JSON.parse(JSON.stringify(weighed(material, new Map(), question)));
        expect(await weighing.ask(material, question)).toEqual(here);
      }
  });

  it.runIf(process.platform === 'linux')('leaves the serving thread to others meanwhile', async () => {
    const weighing = begin();
    const question = { kind: 'suggestions' as const, clocks, limit: 25 };
    await weighing.ask(materialOf([]), question);
    const here = spent(() => weighed(large, new Map(), question));
    let [turns, longest, isDone] = [0, 0, false];
    const answered = weighing.ask(large, question).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      const before = ownTime();
      await delay(2);
      longest = Math.max(longest, ownTime() - before);
      turns += 1;
    }
    await answered;
    expect(turns).toBeGreaterThan(10);
    expect(longest).toBeLessThan(here / 4);
  });

  it('is ended when it takes too long, and begins anew', async () => {
    const weighing = begin(0.3);
    await expect(weighing.ask(large, { kind: 'assessment', clocks })).rejects.toMatchObject({
      code: 'PROVISO_WEIGHING_STOPPED',
      httpStatus: 503,
    });
    const small = await weighing.ask(materialOf([]), { kind: 'assessment', clocks });
    expect(small.commitments).toHaveLength(2);
  });
});
