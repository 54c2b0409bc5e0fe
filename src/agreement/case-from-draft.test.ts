import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DraftWork, gapsOf, type WorkedCommitment } from '../model/index.ts';
import { parseCase } from './case-file.ts';
import { caseFromDraft } from './case-from-draft.ts';
import { caseSource } from './case-source.ts';

const text = 'The town shall clear the stream within\n  ten days.';

const commitment = (part: Partial<WorkedCommitment> = {}): WorkedCommitment => ({
  ...{ id: 'clear', reference: 'Article 1', span: [0, text.length], debtor: ['town'], creditor: [] },
  ...{ kind: 'obligation', effort: 'result', requires: 'The town clears the stream.', condition: null },
  window: { from: null, to: null, within: null, after: null, words: null },
  ...{ quantity: null, signs: [], unverifiable: [], state: 'accepted', conditionalOn: [], ...part },
});

const work = (commitments: WorkedCommitment[]): DraftWork => ({
  ...{ title: 'The Locks Pledge', signed: '2031-03-04', commitments, leftOut: [], notices: [] },
  parties: [
    { id: 'town', name: 'Town', aliases: [] },
    { id: 'mill', name: 'Mill', aliases: [] },
    { id: 'nobody', name: ' ', aliases: [] },
  ],
  actors: [],
});

const made = (...commitments: WorkedCommitment[]) =>
  parseCase(caseSource(caseFromDraft(work(commitments), text, 'locks'), null));

describe('a case made from a draft', () => {
  it('has the accepted commitments with their clauses, and the named parties', () => {
    const file = made(commitment(), commitment({ id: 'other', state: 'proposed' }));
    expect(file).toMatchObject({ id: 'locks', signed: '2031-03-04' });
    expect(file.parties.map(({ id }) => id)).toEqual(['town', 'mill']);
    expect(file.commitments).toMatchObject([
      {
        ...{ id: 'clear', debtor: 'town', creditor: null, window: { from: '2031-03-04' } },
        clause: 'The town shall clear the stream within ten days.',
      },
    ]);
  });

  it('binds joint debtors together', () => {
    expect(made(commitment({ debtor: ['town', 'mill'] })).commitments[0]?.debtor).toEqual(['town', 'mill']);
  });

  it.each([
    ['a day', { from: '2031-04-01', to: '2031-05-01' }, { from: '2031-04-01', to: '2031-05-01' }],
    ['a time from the signing', { within: 'P10D' }, { from: '2031-03-04', within: 'P10D' }],
    [
      'an event of unknown day',
      { within: 'P10D', after: 'the locks have opened' },
      { within: 'P10D', after: 'the locks have opened' },
    ],
    ['an event in one word', { after: 'ratification' }, { after: 'the ratification' }],
    [
      'an event whose day is known',
      { from: '2031-04-01', after: 'the locks have opened' },
      { from: '2031-04-01', after: 'the locks have opened' },
    ],
    ['an accepted commitment', { after: 'dig' }, { after: 'dig' }],
    ['a dropped commitment', { after: 'gone' }, { after: 'this has been done: The mill is gone.' }],
    [
      'an event and an end that was chosen before',
      { to: '2031-05-01', after: 'the locks have opened' },
      { after: 'the locks have opened' },
    ],
  ])('runs from %s', (_what, window, expected) => {
    const open = commitment().window;
    const file = made(
      commitment({ window: { ...open, ...window } }),
      commitment({ id: 'dig', requires: 'The mill digs.' }),
      commitment({ id: 'gone', requires: 'The mill is gone.', state: 'dropped' }),
    );
    expect(file.commitments[0]?.window).toEqual(expected);
  });

  it('says its condition in a note, and depends on what is in the case only', () => {
    const [first] = made(
      commitment({ condition: 'if it rains', conditionalOn: ['dig', 'gone', 'clear'] }),
      commitment({ id: 'dig' }),
    ).commitments;
    expect(first).toMatchObject({ note: 'On condition: if it rains', conditionalOn: ['dig'] });
  });

  it('holds wherever nothing is lacking', () => {
    const day = fc
      .date({ min: new Date('2031-01-01'), max: new Date('2033-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const window = fc.record({
      from: fc.option(day),
      to: fc.option(day),
      within: fc.option(fc.constantFrom('P1D', 'P2M')),
      after: fc.option(fc.constantFrom('rain', 'the locks have opened', 'b')),
      words: fc.constant(null),
    });
    const one = (id: string) =>
      fc
        .record({
          window,
          debtor: fc.subarray(['town', 'mill']),
          creditor: fc.subarray(['town', 'mill']),
          state: fc.constantFrom('accepted' as const, 'proposed' as const, 'dropped' as const),
        })
        .map((part) => commitment({ id, ...part }));
    fc.assert(
      fc.property(one('a'), fc.boolean(), (first, isThere) => {
        const second = commitment({ id: 'b', state: isThere ? 'accepted' : 'dropped' });
        const draft = work([first, second]);
        expect(DraftWork.safeParse(draft)).toMatchObject({ success: true });
        const file = caseSource(caseFromDraft(draft, text, 'locks'), null);
        if (!gapsOf(draft).length) expect(parseCase(file).commitments.length).toBeGreaterThan(0);
      }),
    );
  });
});
