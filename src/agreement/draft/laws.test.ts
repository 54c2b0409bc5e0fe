import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft, type Reading, unreadReading } from '../../model/index.ts';
import { cleanText } from './clean.ts';
import { draftAgreement, draftedCase } from './index.ts';
import { structureOf } from './structure.ts';

/** Most laws hold whatever is read: this reader finds nothing. */
const blank = {
  read: ({ id, text }: { id: string; text: string }): Reading => unreadReading({ id, text, published: null }),
};

const names = ['Republic of Norland', 'Sudland Front', 'Council of the Isles'] as const;
const acts = [
  'withdraw its guns from the valley of Tarn',
  'publish the list of all detainees',
  'pay 40 million marks to the fund of the valley',
  'open the road to Ulm for food lorries',
] as const;

const day = fc
  .date({ min: new Date('2031-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const written = (iso: string): string =>
  new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const duty = fc.record({
  debtor: fc.constantFrom(...names),
  act: fc.constantFrom(...acts),
  isForbidden: fc.boolean(),
  due: fc.option(day, { nil: null }),
});

const preamble = `TREATY OF TARN\n\nThe ${names[0]}, the ${names[1]} and the ${names[2]},\nHave agreed as follows:\n\n`;
const clauseOf = ({
  act,
  isForbidden,
  due,
}: {
  act: string;
  isForbidden: boolean;
  due: string | null;
}): string => `shall ${isForbidden ? 'not ' : ''}${act}${due ? ` by ${written(due)}` : ''}`;

/** Words broken at a width, as mail and Markdown break them. */
const brokenAt = (text: string, width: number, indent: string): string =>
  (text.match(new RegExp(`\\S.{0,${width - 1}}(?= |$)`, 'gu')) ?? []).join(`\n${indent}`);

describe('a draft', () => {
  it('finds each duty of an agreement once, with its debtor, kind, last day and words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(duty, { minLength: 1, maxLength: 8 }), async (duties) => {
        const text =
          preamble + duties.map((one, at) => `${at + 1}. The ${one.debtor} ${clauseOf(one)}.`).join('\n');
        const draft = await draftAgreement(blank, { text, signed: '2030-06-01' });
        const nameOf = (id: string) => draft.parties.find((party) => party.id === id)?.name;
        expect(
          draft.commitments.map(({ debtor, kind, window, span }) => [
            debtor.map(nameOf),
            kind,
            window.to,
            draft.text.slice(...span),
          ]),
        ).toEqual(
          duties.map((one) => [
            [one.debtor],
            one.isForbidden ? 'prohibition' : 'obligation',
            one.due,
            `The ${one.debtor} ${clauseOf(one)}`,
          ]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('reads a duty under a lead-in as it reads the same duty in one sentence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(duty, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...names),
        async (duties, debtor) => {
          const own = duties.map((one) => ({ ...one, debtor, isForbidden: false }));
          const items = own
            .map((one, at) => `(${'abcde'[at]}) ${clauseOf(one).replace('shall ', '')};`)
            .join('\n');
          const led = await draftAgreement(blank, {
            text: `${preamble}1. The ${debtor} shall:\n${items}`,
            signed: '2030-06-01',
          });
          const flat = await draftAgreement(blank, {
            text: preamble + own.map((one, at) => `${at + 1}. The ${debtor} ${clauseOf(one)}.`).join('\n'),
            signed: '2030-06-01',
          });
          const said = (draft: Draft) =>
            draft.commitments.map(({ debtor: ids, kind, requires, window }) => ({
              ids,
              kind,
              requires,
              to: window.to,
            }));
          expect(said(led)).toEqual(said(flat));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads a list broken at any width as it reads the same list unbroken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(duty, { minLength: 4, maxLength: 8 }),
        fc.integer({ min: 60, max: 110 }),
        fc.constantFrom('', '   '),
        async (duties, width, indent) => {
          const points = duties.map(
            (one, at) =>
              `${at + 1}. The ${one.debtor}, having heard the people of the valley of Tarn, ${clauseOf(one)};`,
          );
          const [flat, broken] = await Promise.all(
            [points, points.map((point) => brokenAt(point, width, indent))].map((list) =>
              draftAgreement(blank, { text: `${preamble}${list.join('\n')}`, signed: '2030-06-01' }),
            ),
          );
          const said = (draft: Draft | undefined) =>
            draft?.commitments.map(({ reference, span, window }) => [
              reference,
              draft.text.slice(...span),
              window.to,
            ]);
          expect(said(broken)).toEqual(said(flat));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('binds all three where the Parties are bound, and never one alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('The Parties', 'Each Party', 'All Parties', 'Every signatory', 'The three sides'),
        fc.constantFrom(...acts),
        async (subject, act) => {
          const { commitments, parties } = await draftAgreement(blank, {
            text: `${preamble}1. ${subject} shall ${act}.`,
            signed: '2030-06-01',
          });
          expect(commitments).toHaveLength(1);
          expect(commitments[0]?.debtor).toEqual(parties.map(({ id }) => id));
        },
      ),
    );
  });

  it('counts from an event that the text does not date, and never from the signing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 400 }),
        fc.constantFrom(
          'the commanders have met',
          'the last convoy has left Ulm',
          'the opening of the bridge',
        ),
        fc.constantFrom(...acts),
        async (days, event, act) => {
          const text = `${preamble}1. The ${names[1]} shall ${act} within ${days} days after ${event}.`;
          const [one] = (await draftAgreement(blank, { text, signed: '2030-06-01' })).commitments;
          expect(one?.window).toMatchObject({ from: null, to: null, within: `P${days}D`, after: event });
        },
      ),
    );
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          'shall',
          'The Parties',
          ':',
          '\n',
          '(a)',
          '1.',
          'Article 2',
          '"X" means',
          'not',
          'by',
          '31 February 2031',
          'within',
          '0 days',
          'and',
          ';',
          '\u202e',
          '\u0000',
          '𝔄',
          '(',
          ')',
          'between the',
          'Norland',
          'must',
          '99999999999 days',
          'after',
          '\f',
          'may',
          'by Norland',
          'undertakes to',
          'of',
          '.',
          '“',
          '’s',
        ),
        { maxLength: 60 },
      )
      .map((words) => words.join(' ')),
  );

  it('is a draft whatever the text, with every span in the text and ids that are one each', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (noise) => {
        const draft = await draftAgreement(blank, { text: `x ${noise}` });
        expect(Draft.safeParse(draft).error).toBeUndefined();
        for (const { span } of [...draft.commitments, ...draft.leftOut]) {
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(draft.text.length);
        }
        const ids = draft.commitments.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const known = new Set([...draft.parties, ...draft.actors].map(({ id }) => id));
        for (const { debtor, creditor } of draft.commitments)
          for (const id of [...debtor, ...creditor]) expect(known).toContain(id);
        expect(draftedCase(draft, { id: 'noise' })).toContain('commitments:');
      }),
      { numRuns: 300 },
    );
  });

  it('cleans a text once: a clean text stays as it is', () => {
    fc.assert(
      fc.property(hostile, (noise) => {
        const once = cleanText(noise);
        expect(cleanText(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the units of a text apart and in their order', () => {
    fc.assert(
      fc.property(hostile, (noise) => {
        const { units } = structureOf(cleanText(noise));
        units.forEach(({ span }, at) => {
          expect(span[0]).toBeGreaterThanOrEqual(units[at - 1]?.span[1] ?? 0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('takes no more time than the length of a text asks for', async () => {
    const long = `${preamble}${Array.from({ length: 1500 }, (_, at) => `${at + 1}. The ${names[at % 3]} shall ${acts[at % 4]} within ${at} days of the signature.`).join('\n')}`;
    const before = process.cpuUsage();
    const { commitments, notices } = await draftAgreement(blank, { text: long, signed: '2030-06-01' });
    const { user, system } = process.cpuUsage(before);
    expect(commitments.length).toBeLessThan(300);
    expect(notices.map(({ code }) => code)).toContain('PROVISO_DRAFT_MERGED');
    expect((user + system) / 1e6).toBeLessThan(60);
  });
});
