import { z } from 'zod';
import { Publication } from './publication.ts';
import { Bearing, Grade, StateType } from './vocabulary.ts';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id has lower-case letters, digits and hyphens only');

const written = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day of the calendar, written YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  written.test(text) && (new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false);

const day = z
  .string()
  .regex(written, 'a date is written YYYY-MM-DD')
  .refine(isDay, 'there is no such day in the calendar');

const duration = z
  .string()
  .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, 'a duration is written in ISO 8601, such as P135D or P14M');

/** Who is bound by the agreement. */
export const Party = z.strictObject({
  id: Id,
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
});
export type Party = z.infer<typeof Party>;

/** A relation that did not always hold, or that is no membership. */
const ActorRelation = z.strictObject({
  type: StateType,
  to: Id,
  since: z.string().nullable().default(null).describe('Day, month or year; absent: always.'),
  until: z.string().nullable().default(null).describe('Day, month or year; absent: to this day.'),
  source: z.string().min(1).describe('Where it stands, in words.'),
});

/** Anyone else who matters: bodies, groups, people. */
export const Actor = z.strictObject({
  id: Id,
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  memberOf: z.array(Id).default([]),
  partOf: z.array(Id).default([]),
  adverseTo: z
    .array(Id)
    .default([])
    .describe('Parties or actors whose conduct it has an interest in blaming.'),
  relations: z
    .array(ActorRelation)
    .default([])
    .describe(
      'Relations with a time and a source; member-of, part-of and leads count like memberOf and partOf.',
    ),
});
export type Actor = z.infer<typeof Actor>;

/** The amount that is owed, with the bound that satisfies it; where absent, it is read from `requires`. */
export const QuantityTarget = z.strictObject({
  value: z.number(),
  unit: z.string().optional().describe('The noun counted, singular ("troop").'),
  bound: z.enum(['exact', 'min', 'max']).default('exact'),
  start: z
    .number()
    .optional()
    .describe('Where it stood at the signing: tells how much of the way down to a `max` is done.'),
});

export type QuantityTarget = z.infer<typeof QuantityTarget>;

/** A sentence that says what would show a breach or a performance: help for matching, never needed. */
export const Sign = z.strictObject({
  id: Id.optional().describe('The indicator of an older case file that it was made from.'),
  says: z.string().min(1).describe('One plain sentence ("trucks cross the line northwards").'),
  bearing: Bearing,
  strength: z.enum(['direct', 'indirect']).default('direct'),
});
export type Sign = z.infer<typeof Sign>;

/** Opens at `from`, or on a day that is not known yet; closes at `to`, or `within` a duration after its opening, or never. */
export const Window = z
  .strictObject({
    from: day
      .optional()
      .describe(
        'First day. With `after` it is the day on which that took place or is expected; absent: not known yet.',
      ),
    to: day.optional(),
    within: duration.optional(),
    after: z
      .string()
      .min(1)
      .optional()
      .describe(
        'What opens the window: the id of a commitment whose performance does, or an event in words ("the commanders have met").',
      ),
  })
  .refine(({ from, after }) => from || after, 'a window opens `from` a day, or `after` something')
  .refine(({ to, within }) => !(to && within), 'a window has `to` or `within`, not both')
  .refine(
    ({ to, after }) => !(to && after),
    'a window that opens `after` something closes `within` a duration, not `to` a day',
  )
  .refine(({ from, to }) => !(from && to) || from <= to, 'a window must not close before it opens');
export type Window = z.infer<typeof Window>;

/** One body, or several together: joint debtors, or all those to whom something is owed. */
const Bodies = z.union([
  Id,
  z
    .array(Id)
    .min(1)
    .refine((ids) => new Set(ids).size === ids.length, 'each body is named once'),
]);

/** What one party (debtor) owes another (creditor). */
export const Commitment = z.strictObject({
  id: Id,
  reference: z.string().optional().describe('The paragraph of the agreement.'),
  clause: z.string().min(1).optional().describe('The words of the agreement that it stands on.'),
  debtor: Bodies.describe('Party or actor that owes it; a list is bound jointly.'),
  creditor: Bodies.nullable()
    .default(null)
    .describe('Party or actor to whom it is owed; null: to all parties, or to nobody in particular.'),
  kind: z.enum(['obligation', 'prohibition']),
  effort: z.enum(['result', 'best-efforts']).default('result'),
  requires: z.string().min(1).describe('The duty in one plain sentence.'),
  note: z.string().optional().describe('What a reader should know of its scope or its source.'),
  window: Window,
  conditionalOn: z.array(Id).default([]),
  quantity: QuantityTarget.optional(),
  signs: z.array(Sign).default([]),
});
export type Commitment = z.infer<typeof Commitment>;

/** When a finding may climb to which rung of a standard of proof. */
export const Profile = z.strictObject({
  probable: z.strictObject({
    probability: z.number().min(0.5).max(1).describe('Least probability.'),
    origins: z.int().min(1).describe('Least number of independent origins.'),
  }),
  established: z.strictObject({
    probability: z.number().min(0.5).max(1),
    origins: z.int().min(1).describe('Origins of `grade` or better, each probable alone.'),
    grade: Grade,
    camps: z.int().min(1).describe('How many camps they come from.'),
    notAdverse: z.int().min(0).describe('How many of them are not adverse to the accused.'),
  }),
});
export type Profile = z.infer<typeof Profile>;

/** The profiles that come with Proviso; a case may add its own. */
export const standardProfiles = [
  'un-panel',
  'one-monitor',
  'reasonable-grounds',
  'clear-and-convincing',
] as const;
export type StandardProfile = (typeof standardProfiles)[number];

/** One agreement under watch, as its file says it. */
export const CaseFile = z.strictObject({
  id: Id,
  title: z.string().min(1),
  signed: day,
  parties: z.array(Party).min(1),
  actors: z.array(Actor).default([]),
  grades: z
    .record(z.string(), Grade)
    .default({})
    .describe('Admiralty grade by name of a source or publisher.'),
  standard: z.string().default('un-panel').describe('Name of the profile of the standard of proof.'),
  standards: z.record(z.string(), Profile).default({}).describe('Profiles of its own, by name.'),
  publication: Publication.optional().describe('Who publishes it, and how readers answer; for editions.'),
  commitments: z.array(Commitment).min(1),
});
export type CaseFile = z.infer<typeof CaseFile>;
