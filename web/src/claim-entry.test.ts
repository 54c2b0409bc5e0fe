import { expect, it } from 'vitest';
import type { Claim, DocumentView, Reading, Span } from '../../src/model/index.ts';
import { cutsOf, entryOf, filledFrom, parts, union } from './claim-entry.ts';

const text = 'The envoy told the Herald that raiders burnt the mill and fled over the pass.';
const at = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];

const claim = {
  ...{ id: 'c0', span: at('raiders burnt the mill'), attribution: 'a0', kind: 'event', time: '2031-06' },
  predicate: { span: at('burnt'), lemma: 'burn', type: 'ASSAULT' },
  ...{ polarity: 'affirmed', mood: 'asserted', factuality: 2, band: [80, 95], tense: 'past', place: null },
  roles: [
    { role: 'agent', span: at('raiders'), entity: 'e1' },
    { role: 'patient', span: at('the mill'), entity: null },
    { role: 'instrument', span: at('over'), entity: null },
  ],
  confidence: 1,
} as Claim;
const view = {
  reading: {
    text,
    entities: [
      { id: 'e0', name: 'envoy', type: 'person' },
      { id: 'e1', name: 'raiders', type: 'armed-group' },
    ],
    attributions: [{ id: 'a0', kind: 'promises', speaker: 'e0', group: null }],
    claims: [claim],
  } as unknown as Reading,
} as DocumentView;
const filled = filledFrom(view, claim);

it('sends a claim that nobody touched as it was read', () => {
  expect(filled).toMatchObject({ agent: 'raiders', patient: 'the mill', speaker: 'envoy', time: '2031-06' });
  expect(entryOf(view, claim.span, claim, filled)).toMatchObject({
    predicate: { span: at('burnt'), lemma: 'burn', type: 'ASSAULT' },
    factuality: 2,
    roles: [
      { role: 'agent', name: 'raiders', type: 'armed-group', span: at('raiders') },
      { role: 'patient', name: 'the mill', span: at('the mill') },
      { role: 'instrument', name: 'over' },
    ],
    speaker: { name: 'envoy', type: 'person', kind: 'promises', group: false },
  });
});

it('changes what was changed, and nothing else', () => {
  const entry = entryOf(view, claim.span, claim, {
    ...filled,
    speaker: '',
    agent: 'Norland',
    mood: 'feared',
    lemma: 'destroy',
  });
  expect(entry).toMatchObject({
    speaker: null,
    mood: 'feared',
    predicate: { span: at('burnt'), lemma: 'destroy', type: null },
  });
  expect(entry.factuality).toBeUndefined();
  expect(entry.roles?.[0]).toEqual({ role: 'agent', name: 'Norland', type: 'other', span: null });
  expect(entry.roles?.[1]?.span).toEqual(at('the mill'));
});

it('a merged claim stands in the place of the others', () => {
  const other = { ...claim, predicate: { ...claim.predicate, span: at('fled') }, span: at('fled over') };
  const entry = entryOf(view, union([claim.span, other.span]), claim, filled, [other]);
  expect(text.slice(...entry.span)).toBe('raiders burnt the mill and fled over');
  expect(entry.insteadOf).toEqual([at('fled')]);
});

it('cuts a claim in two at a word', () => {
  const span = at('burnt the mill and fled');
  const cuts = cutsOf(text, span);
  expect(cuts.map((cut) => text.slice(cut).split(' ')[0])).toEqual(['the', 'mill', 'and', 'fled']);
  expect(parts(text, span, cuts[2] ?? 0).map((part) => text.slice(...part))).toEqual([
    'burnt the mill',
    'and fled',
  ]);
});
