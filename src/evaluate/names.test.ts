import { describe, expect, it } from 'vitest';
import type { EntityType, Mention } from '../model/index.ts';
import type { NamedText } from './name-extents.ts';
import { scoreNames } from './names.ts';
import { readingOf, spanOf } from './testing.ts';

const text = 'The Larkham Guard met Dr. Anna Berg of northern Odvik. She is Odvish.';
const named: NamedText = {
  id: 'a',
  text,
  names: [
    { span: spanOf(text, 'Larkham Guard'), type: 'ORG' },
    { span: spanOf(text, 'Anna Berg'), type: 'PER' },
  ],
  descriptions: [spanOf(text, 'northern Odvik')],
};

const reading = (...given: [words: string, type: EntityType | null, kind?: Mention['kind']][]) =>
  readingOf(text, {
    mentions: given.map(([words, type, kind = 'name']) => ({
      span: spanOf(text, words),
      kind,
      entity: type && words,
    })),
    entities: given.flatMap(([words, type]) =>
      type ? [{ id: words, type, name: words, mentions: [], relations: [] }] : [],
    ),
  });
const nothing = { gold: 0, predicted: 0, right: 0 };

describe('names', () => {
  it('are right with extent and type, whatever article and title go with them', () => {
    const { scored, strict } = scoreNames(
      named,
      reading(['The Larkham Guard', 'armed-group'], ['Dr. Anna Berg', 'person']),
    );
    const one = { gold: 1, predicted: 1, right: 1 };
    expect(scored).toEqual({ PER: one, ORG: one, LOC: nothing });
    expect(strict).toEqual(scored);
  });

  it('are wrong with another type or extent', () => {
    const { scored } = scoreNames(named, reading(['Larkham Guard', 'state'], ['Berg', 'person']));
    expect(scored).toEqual({
      PER: { gold: 1, predicted: 1, right: 0 },
      ORG: { gold: 1, predicted: 0, right: 0 },
      LOC: { gold: 0, predicted: 1, right: 0 },
    });
  });

  it('are names only, of the types that the corpora know', () => {
    const { scored } = scoreNames(
      named,
      reading(['She', 'person', 'pronoun'], ['Odvish', 'nationality'], ['met', null], ['Anna Berg', 'other']),
    );
    expect([scored.PER, scored.ORG, scored.LOC].map(({ predicted }) => predicted)).toEqual([0, 0, 0]);
  });

  it('inside a description do not count, beyond it they do', () => {
    const inside = scoreNames(named, reading(['Odvik', 'place']));
    expect(inside.scored.LOC.predicted).toBe(0);
    expect(inside.strict.LOC.predicted).toBe(1);
    expect(scoreNames(named, reading(['of northern Odvik', 'place'])).scored.LOC.predicted).toBe(1);
    expect(scoreNames(named, reading(['northern Odvik', 'place'])).scored.LOC.predicted).toBe(1);
  });

  it('that the corpus names inside a description count', () => {
    const both = { ...named, names: [{ span: spanOf(text, 'Odvik'), type: 'LOC' as const }] };
    expect(scoreNames(both, reading(['Odvik', 'state'])).scored.LOC).toEqual({
      gold: 1,
      predicted: 1,
      right: 1,
    });
    expect(scoreNames(both, reading(['Odvik', 'person'])).scored.PER.predicted).toBe(1);
  });
});
