import { z } from 'zod';
import { Document } from './document.ts';
import { Claim } from './reading.ts';
import { Span } from './span.ts';
import { AttributionKind, Bearing, EntityType, Role } from './vocabulary.ts';

/** Someone or something in a claim entered by hand: the name tells who; the span, where the text names it. */
const Named = z.strictObject({
  name: z.string().trim().min(1).max(300),
  type: EntityType.default('other'),
  span: Span.nullable().default(null).describe('null when the text does not name it in so many words.'),
});

/** What a person sees in the words of a claim: evidence on a commitment, which way it points, and why. */
export const Shown = z.strictObject({
  commitment: z.string().min(1).max(200),
  bearing: Bearing.describe(
    'Which way the words point, as they are told: a denied attack points to performance.',
  ),
  note: z.string().trim().max(2000).default(''),
});
export type Shown = z.infer<typeof Shown>;

/** A claim as a person enters it: shaped like a read claim, with names in the place of entities. */
export const ClaimEntry = z.strictObject({
  span: Span.describe('The words of the document that make the claim.'),
  kind: Claim.shape.kind.default('event'),
  predicate: z.strictObject({
    span: Span.optional().describe('The verb or noun; the span of the claim unless given.'),
    lemma: z.string().trim().min(1).max(100),
    type: Claim.shape.predicate.shape.type.default(null),
  }),
  polarity: Claim.shape.polarity.default('affirmed'),
  mood: Claim.shape.mood.default('asserted'),
  factuality: Claim.shape.factuality
    .optional()
    .describe('3 unless given, −3 when negated, 0 when nothing is asserted.'),
  roles: z
    .array(Named.extend({ role: Role }))
    .max(20)
    .default([]),
  speaker: Named.extend({
    kind: AttributionKind.default('says'),
    group: z.boolean().default(false).describe('The name is that of the body an unnamed speaker belongs to.'),
  })
    .nullable()
    .default(null)
    .describe("null: the writer's own words."),
  insteadOf: z
    .array(Span)
    .max(20)
    .optional()
    .describe('Predicates of further claims in whose place it stands: those that were merged into it.'),
  time: Claim.shape.time.default(null),
  tense: Claim.shape.tense.default('past'),
  shows: Shown.optional().describe(
    'It counts as evidence on that commitment at once. Absent: only matching says on what it bears.',
  ),
});
export type ClaimEntry = z.infer<typeof ClaimEntry>;

/** A claim that a person entered, with its way back to the words. */
export const EnteredClaim = z.object({
  id: z.uuid(),
  caseId: z.string(),
  documentId: Document.shape.id,
  words: z.string().describe('What stood at the span when it was entered.'),
  entry: ClaimEntry,
  by: z.string(),
  at: z.iso.datetime(),
});
export type EnteredClaim = z.infer<typeof EnteredClaim>;

/** An entered claim taken back; it is kept, and no longer weighed. */
export const Withdrawal = z.object({
  claimId: z.uuid(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Withdrawal = z.infer<typeof Withdrawal>;
