import { z } from 'zod';
import { Actor, Commitment, Party, QuantityTarget, Sign } from './case.ts';
import { Span } from './span.ts';

/** Why nobody can be held to a wording: what it would have to say, and does not. */
export const Unverifiable = z.enum(['no-debtor', 'no-measurable-result', 'no-time']);
export type Unverifiable = z.infer<typeof Unverifiable>;

/** Why a clause is no commitment. */
export const LeftOutReason = z.enum([
  'aim',
  'principle',
  'definition',
  'procedure',
  'dispute-settlement',
  'permission',
  'statement',
]);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

/** When a duty runs, as the clause says it: what is not said is null. */
export const DraftWindow = z.strictObject({
  from: z.string().nullable().describe('YYYY-MM-DD; null: not before `after` is known.'),
  to: z.string().nullable().describe('YYYY-MM-DD, its last day.'),
  within: z.string().nullable().describe('ISO 8601 duration, counted from `after`, else from `from`.'),
  after: z
    .string()
    .nullable()
    .describe('The event from which it counts, in words ("the commanders have met"), or a commitment’s id.'),
  words: z.string().nullable().describe('The words of the text that say so.'),
});
export type DraftWindow = z.infer<typeof DraftWindow>;

/** A commitment proposed from one clause, for a person to accept, edit, split, merge or drop. */
export const DraftCommitment = z.strictObject({
  id: Commitment.shape.id,
  reference: z.string().nullable().describe('Where it stands: "Article 6 (b)".'),
  span: Span.describe('Its clause in the draft’s text.'),
  debtor: z
    .array(z.string())
    .describe('Ids of parties or actors bound jointly; empty: the text names nobody.'),
  creditor: z
    .array(z.string())
    .describe('Ids of those to whom it is owed; empty: to all, or nobody in particular.'),
  kind: Commitment.shape.kind,
  effort: z.enum(['result', 'best-efforts']),
  requires: z.string().min(1).describe('The duty in one plain sentence that stands alone.'),
  window: DraftWindow,
  condition: z.string().nullable().describe('On what it depends, in the text’s words.'),
  conditionalOn: z
    .array(Commitment.shape.id)
    .default([])
    .describe('Commitments of the draft that the condition names by their paragraph.'),
  quantity: QuantityTarget.nullable(),
  signs: z
    .array(Sign)
    .describe(
      'At most two of performance and two of breach, made from the clause by rule; none of a clause that is long.',
    ),
  unverifiable: z.array(Unverifiable),
});
export type DraftCommitment = z.infer<typeof DraftCommitment>;

/** A clause that binds nobody, with the reason. */
export const LeftOutClause = z.strictObject({
  reference: z.string().nullable(),
  span: Span,
  reason: LeftOutReason,
});
export type LeftOutClause = z.infer<typeof LeftOutClause>;

/** Something about the whole text that a person must know ("no duty was found"). */
export const DraftNotice = z.strictObject({
  code: z.string().describe('PROVISO_…, as listed in docs/errors.md.'),
  message: z.string().describe('What is so.'),
  hint: z.string().describe('What to do.'),
});
export type DraftNotice = z.infer<typeof DraftNotice>;

/** What an agreement’s own text proposes for a case. */
export const Draft = z.strictObject({
  text: z.string().describe('The agreement’s text, cleaned; every span counts in it (UTF-16 code units).'),
  title: z.string(),
  signed: z.string().nullable().describe('YYYY-MM-DD, given or read from the text; null: not known.'),
  parties: z.array(Party),
  actors: z.array(Actor),
  commitments: z.array(DraftCommitment).describe('In the order of the text.'),
  leftOut: z.array(LeftOutClause),
  notices: z.array(DraftNotice),
});
export type Draft = z.infer<typeof Draft>;
