import { expect, test } from 'vitest';
import type { Attribution, Claim, DocumentView, Span } from '../../src/model/index.ts';
import { claimIn, markedFrom, markOf } from './marking.ts';

const text = 'The Harbour Watch said on Monday that six barges crossed the boom. They may cross again.';

const span = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];

const claimOf = (id: string, words: string, predicate: string, parts: Partial<Claim> = {}) =>
  ({
    ...{
      id,
      span: span(words),
      kind: 'event',
      predicate: { span: span(predicate), lemma: predicate, type: null },
    },
    ...{ polarity: 'affirmed', mood: 'asserted', factuality: 2.5, roles: [], attribution: null, time: null },
    ...parts,
  }) as unknown as Claim;

const saying = claimOf('c1', 'The Harbour Watch said on Monday that six barges crossed the boom', 'said');
const crossing = claimOf('c2', 'six barges crossed the boom', 'crossed', {
  attribution: 'a1',
  time: '2031-06-02',
});
const fear = claimOf('c3', 'They may cross again', 'cross again', { mood: 'feared', factuality: 0 });
const told = {
  id: 'a1',
  cue: [span('said')],
  content: [crossing.span],
  speaker: 'e1',
  group: null,
  kind: 'says',
};

const view = {
  document: { text },
  reading: {
    text,
    claims: [saying, crossing, fear],
    attributions: [told as unknown as Attribution],
    entities: [{ id: 'e1', name: 'The Harbour Watch', type: 'organisation', mentions: [], relations: [] }],
  },
} as unknown as DocumentView;

const mark = (words: string, parts: Partial<ReturnType<typeof markedFrom>> = {}) => {
  const claim = claimIn(view, span(words));
  const filled = { ...markedFrom(view, span(words), claim), commitment: 'no-crossing', ...parts };
  return markOf(view, span(words), claim, { ...filled, bearing: 'breach' });
};

test.each([
  ['the whole sentence', 'The Harbour Watch said on Monday that six barges crossed the boom', 'c2'],
  ['what is said', 'six barges crossed the boom', 'c2'],
  ['who crosses, without the verb', 'six barges', 'c2'],
  ['another sentence', 'They may cross again', 'c3'],
])('of %s the claim of conduct is taken, not that somebody speaks', (_what, words, id) => {
  expect(claimIn(view, span(words))?.id).toBe(id);
});

test('a mark is filled from what was read: who says it, when and how surely', () => {
  expect(mark('six barges crossed the boom')).toMatchObject({
    predicate: { span: crossing.predicate.span, lemma: 'crossed' },
    speaker: { name: 'The Harbour Watch', type: 'organisation' },
    time: '2031-06-02',
    mood: 'asserted',
    factuality: 2.5,
    shows: { commitment: 'no-crossing', bearing: 'breach', note: '' },
  });
});

test('what was read as a fear is marked as possible, and what is denied as denied', () => {
  expect(mark('They may cross again')).toMatchObject({ mood: 'asserted', factuality: 1 });
  expect(mark('They may cross again', { polarity: 'negated', sure: '3' })).toMatchObject({ factuality: -3 });
});

test('words in which nothing was read say who says them, and what happens in their own words', () => {
  const nothing = { ...view, reading: { ...view.reading, claims: [] } };
  expect(markedFrom(nothing, span('barges crossed'), null)).toMatchObject({
    speaker: 'The Harbour Watch',
    lemma: 'barges crossed',
    sure: '3',
  });
});
