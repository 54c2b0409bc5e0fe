import { describe, expect, it } from 'vitest';
import { DraftWork, type WorkedCommitment } from '../../src/model/index.ts';
import {
  added,
  changed,
  deadlinesOf,
  halvesOf,
  mergedWithNext,
  moved,
  nextProposed,
  onDesk,
  placeAt,
  places,
  split,
  takenIn,
  usesOf,
  withBody,
  withNewBody,
  withoutBody,
  withState,
} from './draft-work.ts';

const text = 'Both sides want peace. The town shall clear the stream. The mill shall not dam it.';

const clause = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];

const commitment = (id: string, words: string, part: Partial<WorkedCommitment> = {}): WorkedCommitment => ({
  ...{ id, reference: null, span: clause(words), debtor: ['town'], creditor: [], kind: 'obligation' },
  ...{ effort: 'result', requires: words, condition: null, quantity: null, signs: [], unverifiable: [] },
  window: { from: null, to: null, within: null, after: null, words: null },
  ...{ state: 'proposed', conditionalOn: [], ...part },
});

const clear = commitment('clear', 'The town shall clear the stream.');
const dam = commitment('dam', 'The mill shall not dam it.', { debtor: ['mill'], conditionalOn: ['clear'] });

const work = (commitments: WorkedCommitment[] = [clear, dam]): DraftWork => ({
  ...{ title: 'The Locks Pledge', signed: '2031-03-04', commitments, notices: [] },
  leftOut: [{ reference: null, span: clause('Both sides want peace.'), reason: 'aim' }],
  parties: [
    { id: 'town', name: 'Town', aliases: [] },
    { id: 'mill', name: 'Mill', aliases: ['the millers'] },
  ],
  actors: [],
});

const holds = (draft: DraftWork) => expect(DraftWork.safeParse(draft)).toMatchObject({ success: true });

describe('a draft on the desk', () => {
  it('goes through commitments, then what was dropped and left out', () => {
    const draft = withState(work(), 'clear', 'dropped');
    expect(places(draft)).toEqual(['dam', 'clear', 'left 0-22']);
    expect(onDesk(draft).map(({ id }) => id)).toEqual(['dam']);
  });

  it('finds the next that nobody has judged, around the end', () => {
    const draft = withState(work(), 'dam', 'accepted');
    expect(nextProposed(draft, 'dam')).toBe('clear');
    expect(nextProposed(withState(draft, 'clear', 'accepted'), 'dam')).toBeNull();
  });

  it.each([
    ['The town clears the stream; and pays the keepers.', 'The town clears the stream.', 'Pays the keepers.'],
    ['The town clears the stream and pays the keepers.', 'The town clears the stream.', 'Pays the keepers.'],
    ['The town pays.', 'The town pays.', ''],
  ])('cuts %j', (whole, first, second) => {
    expect(halvesOf(whole)).toEqual([first, second]);
  });

  it('splits a commitment into two of one clause', () => {
    const halves = split(work(), 'clear', ['The town clears it.', 'The town keeps it clear.']);
    expect(halves.work.commitments.map(({ id }) => id)).toEqual(['clear', halves.second, 'dam']);
    expect(halves.work.commitments[1]).toMatchObject({ span: clear.span, debtor: ['town'] });
    holds(halves.work);
  });

  it('merges two, and what named the second names the first', () => {
    const third = commitment('third', 'The mill shall not dam it.', {
      conditionalOn: ['dam'],
      window: { ...dam.window, after: 'dam' },
    });
    const merged = mergedWithNext(work([clear, dam, third]), 'clear');
    expect(merged?.commitments).toMatchObject([
      {
        ...{ id: 'clear', debtor: ['town', 'mill'], conditionalOn: [] },
        requires: 'The town shall clear the stream; the mill shall not dam it.',
        span: [clear.span[0], dam.span[1]],
      },
      { id: 'third', conditionalOn: ['clear'], window: { after: 'clear' } },
    ]);
    expect(mergedWithNext(work(), 'dam')).toBeNull();
  });

  it('makes a commitment of selected words, in its place, owed by whom they name first', () => {
    const { work: draft, id } = added(work([clear]), text, clause('The mill shall not dam it.'));
    expect(draft.commitments.map((each) => each.id)).toEqual(['clear', id]);
    expect(draft.commitments[1]).toMatchObject({ debtor: ['mill'], kind: 'prohibition', state: 'accepted' });
    holds(draft);
    const again = added(draft, text, clause('The mill shall not dam it.'));
    expect(again.id).not.toBe(id);
  });

  it('takes in a clause that was left out', () => {
    const before = work();
    const [left] = before.leftOut;
    if (!left) throw new Error('nothing was left out');
    const { work: draft, id } = takenIn(before, text, left);
    expect(draft.leftOut).toEqual([]);
    expect(draft.commitments[0]).toMatchObject({ id, requires: 'Both sides want peace.' });
  });

  it('finds what stands at a place of the text, the shortest of several', () => {
    const wide = commitment('wide', 'The town shall clear the stream. The mill shall not dam it.');
    expect(placeAt(work([wide, dam]), dam.span[0])).toBe('dam');
    expect(placeAt(work([wide, dam]), clear.span[0])).toBe('wide');
    expect(placeAt(work(), 3)).toBe('left 0-22');
    expect(placeAt(work(), text.length)).toBeNull();
  });
});

describe('parties and other bodies', () => {
  it('are added, named, made actors and parties again', () => {
    const draft = withNewBody(withNewBody(work(), 'parties'), 'actors');
    expect(draft.parties.at(-1)?.id).toBe('party');
    expect(withBody(draft, 'actor', { name: 'Keepers' }).actors[0]?.name).toBe('Keepers');
    const there = moved(draft, 'mill');
    expect(there.actors.map(({ id }) => id)).toEqual(['actor', 'mill']);
    expect(moved(there, 'mill').parties.at(-1)).toEqual(work().parties[1]);
    holds(there);
  });

  it('are removed from everything that names them', () => {
    const draft = work([changedCreditor(clear), dam]);
    expect(usesOf(draft, 'mill')).toBe(2);
    const without = withoutBody(draft, 'mill');
    expect(usesOf(without, 'mill')).toBe(0);
    expect(without.parties.map(({ id }) => id)).toEqual(['town']);
    holds(without);
  });
});

const changedCreditor = (one: WorkedCommitment): WorkedCommitment => ({ ...one, creditor: ['mill'] });

it('tells the days on which something falls due, and what waits for a day', () => {
  const draft = work([
    commitment('a', 'The town', { window: { ...clear.window, within: 'P10D' } }),
    commitment('b', 'The town', { window: { ...clear.window, to: '2031-03-14' } }),
    commitment('c', 'The town', {
      window: { ...clear.window, within: 'P1M', after: 'the locks have opened' },
    }),
    commitment('d', 'The town', {
      window: { ...clear.window, from: '2031-03-10', within: 'P1D', after: 'the locks have opened' },
    }),
  ]);
  const { known, waiting } = deadlinesOf(draft);
  expect(known.map(({ day, commitments }) => [day, commitments.map(({ id }) => id)])).toEqual([
    ['2031-03-11', ['d']],
    ['2031-03-14', ['a', 'b']],
  ]);
  expect(waiting.map(({ id }) => id)).toEqual(['c']);
  expect(deadlinesOf(changed({ ...draft, signed: null }, 'b', { state: 'dropped' })).known).toHaveLength(1);
});
