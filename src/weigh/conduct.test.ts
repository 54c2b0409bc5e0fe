import { describe, expect, it } from 'vitest';
import { placed } from '../agreement/index.ts';
import type { Statement } from '../model/index.ts';
import { conductOf } from './conduct.ts';
import { passCase, tell } from './testing.ts';

/** A claim of these words, with its predicate marked by brackets, in a report of 10 March 2030. */
const claim = (marked: string, parts: Parameters<typeof tell>[0] & { period?: string } = {}): Statement => {
  const text = marked.replace(/[[\]]/gu, '');
  const predicate: [number, number] = [marked.indexOf('['), marked.indexOf(']') - 1];
  const { period, ...said } = parts;
  const told = tell({ tense: 'past', text, ...said });
  return {
    ...told,
    ...(period === undefined ? {} : { period }),
    claim: {
      ...told.claim,
      span: [0, text.length],
      predicate: { ...told.claim.predicate, span: predicate, lemma: parts.text ?? 'do' },
    },
  };
};

const [hosting, leaving] = passCase.commitments.map((commitment) => placed(commitment, passCase.signed));
if (!hosting || !leaving) throw new Error('no commitments');

const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);

describe('when conduct took place', () => {
  it.each([
    ['news tells news', claim('Eleven shells [fell] on the camp'), '2030-03-10'],
    [
      'a backshift in told words is news',
      claim('his men [had left] the pass', { speaker: 'monitors' }),
      '2030-03-10',
    ],
    ['the present perfect', claim('the army [has left] the pass', { tense: 'perfect' }), '2030-03-10'],
    ['since the accord', claim('Since the accord was signed, the army [fired] on us'), '2030-03-10'],
    ['after the ceasefire', claim('After the ceasefire, soldiers [took] three boats'), '2030-03-10'],
    ['by mid-morning', claim('By mid-morning the gates [had been closed] again'), '2030-03-10'],
    ['what had not come about', claim('the last lorries [had] not [come]', { factuality: -3 }), '2030-03-10'],
    ['had to', claim('the guards [had to leave] the pass'), '2030-03-10'],
    ['a stated day', claim('The army [left] the pass', { time: '2030-02-03' }), '2030-02-03'],
    [
      'the period that a report covers',
      claim('The team [counted] nine shells', { period: '2030-02' }),
      '2030-02-01',
    ],
    ['a season not over yet', claim('The pass [has been] shut', { time: '2030-21/..' }), '2030-01-01'],
  ])('%s', (_name, statement, from) => {
    const conduct = conductOf(statement, leaving);
    expect(conduct.bears && day(conduct.interval.from)).toBe(from);
  });

  it.each([
    [
      'a pluperfect',
      claim('Norland [had sheltered] the raiders'),
      'an undated past: it may lie before the window',
    ],
    [
      'before the deal',
      claim('Norland [hosted] the raiders before the deal'),
      'an undated past: it may lie before the window',
    ],
    [
      'until their truce',
      claim('Norland [hosted] them until their truce'),
      'an undated past: it may lie before the window',
    ],
    ['used to', claim('The raiders [used to cross] here'), 'an undated past: it may lie before the window'],
    [
      'for decades',
      claim('The army [shelled] the valley for decades'),
      'an undated past: it may lie before the window',
    ],
    [
      'a stated day',
      claim('The army [left] the pass', { time: '2029-02-03' }),
      'it took place before the window opened',
    ],
    [
      'a period before the window',
      claim('The team [counted] nine shells', { period: '2029-11' }),
      'it took place before the window opened',
    ],
    [
      'news from before the window',
      claim('Shells [fell]', { published: '2029-11-02' }),
      'it took place before the window opened',
    ],
  ])('stays out: %s', (_name, statement, why) => {
    expect(conductOf(statement, hosting)).toMatchObject({ bears: false, why });
  });

  it('what is told soon after a prohibition ended may be of its last days; what is so then is not', () => {
    const ended = { ...hosting, window: { ...hosting.window, to: '2030-03-01' } };
    const conduct = conductOf(claim('Norland [hosted] the raiders'), ended);
    expect(conduct.bears && day(conduct.interval.from)).toBe('2030-03-01');
    const now = conductOf(claim('Norland [hosts] the raiders', { tense: 'present' }), ended);
    expect(now).toMatchObject({ bears: false, why: 'it took place after the window closed' });
  });
});
