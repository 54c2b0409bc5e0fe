import { describe, expect, it } from 'vitest';
import type { PredicateType } from '../model/index.ts';
import { parsePlover } from './corpora/plover.ts';
import { scoreEvent } from './events.ts';
import { claimOf, corpusFileOf, readingOf, spanOf } from './testing.ts';

const text = 'Northland and Southland have signed a fishing pact, but Eastland shelled Westland.';

const coded = (values: object) =>
  parsePlover(corpusFileOf(JSON.stringify({ id: '1', date: '2000-01-01', text, target: '', ...values })))[0];

const pact = coded({
  event: 'AGREE',
  source: [{ actorText: 'Northland' }, { actorText: 'Southland' }],
  textInfo: {
    markup:
      '(SRC/TAR: Northland) and (SRC/TAR: Southland) have (EVT: signed) a fishing (EVT: pact), but Eastland …',
  },
});
const shelling = coded({
  event: 'FIGHT',
  eventText: 'shelled',
  source: [{ actorText: 'Eastland' }],
  target: [{ actorText: 'Westland' }, { actorText: 'Nowhere' }],
  textInfo: '',
});

const claim = (words: string, type: PredicateType | null, roles: Parameters<typeof claimOf>[3]) =>
  claimOf(text, words, type, roles);

describe('a coded sentence', () => {
  it('is read with its words and actors, in the order of its markup', () => {
    expect(pact?.words.map(([from, to]) => text.slice(from, to))).toEqual(['signed', 'pact']);
    expect(pact?.actors.map(({ role }) => role)).toEqual(['either', 'either']);
  });

  it('without markup has the first place of each word, and no actor that it does not name', () => {
    expect(shelling?.words).toEqual([spanOf(text, 'shelled')]);
    expect(shelling?.actors.map(({ role, span }) => [role, span])).toEqual([
      ['source', spanOf(text, 'Eastland')],
      ['target', spanOf(text, 'Westland')],
    ]);
  });

  const cases = [
    ['nothing at its words', [claim('shelled', 'FIGHT', [])], [false, false, 2, 0, 0]],
    ['an untyped claim', [claim('signed', null, [['agent', 'Northland', 'e1']])], [false, false, 2, 0, 0]],
    [
      'the claim that stands first at its words',
      [
        claim('pact', 'COOPERATE', []),
        claim('signed', 'AGREE', [
          ['agent', 'Northland', 'e1'],
          ['patient', 'Southland', 'e2'],
          ['patient', 'a fishing pact', null],
        ]),
      ],
      [true, true, 2, 2, 2],
    ],
    [
      'actors on both sides',
      [claim('signed', 'CONSULT', [['agent', 'Eastland', 'e3']])],
      [true, false, 2, 1, 0],
    ],
  ] as const;

  it.each(cases)('is scored by %s', (_what, claims, [found, typed, gold, predicted, right]) => {
    if (!pact) throw new Error('no event');
    expect(scoreEvent(pact, readingOf(text, { claims: [...claims] }))).toEqual({
      found,
      typed,
      actors: { gold, predicted, right },
    });
  });
});
