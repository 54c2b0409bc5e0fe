import { z } from 'zod';
import { Actor, Party } from './case.ts';
import { Draft, DraftCommitment } from './draft.ts';

/** What a person made of a proposed commitment so far. */
export const DraftState = z.enum(['proposed', 'accepted', 'dropped']);
export type DraftState = z.infer<typeof DraftState>;

/** A commitment on the desk: proposed from the text or written by a person. */
export const WorkedCommitment = DraftCommitment.extend({
  state: DraftState,
  requires: z.string().max(4000).describe('Empty only while it is being written.'),
});
export type WorkedCommitment = z.infer<typeof WorkedCommitment>;

/** The commitments that one draft holds at most, those left out and dropped included: nobody judges more. */
export const mostInDraft = 10_000;

/** What a person works on between the agreement’s text and the case; saved as it goes. */
export const DraftWork = z.strictObject({
  title: z.string().max(400),
  signed: z.string().max(10).nullable().describe('YYYY-MM-DD; null: not known yet.'),
  parties: z.array(Party.extend({ name: z.string().max(400) })).max(500),
  actors: z.array(Actor.extend({ name: z.string().max(400) })).max(2000),
  commitments: z.array(WorkedCommitment).max(mostInDraft).describe('In the order of the text.'),
  leftOut: Draft.shape.leftOut.max(mostInDraft),
  notices: Draft.shape.notices.max(100),
});
export type DraftWork = z.infer<typeof DraftWork>;

/** Whence the text of an agreement came. */
export const AgreementSource = z.strictObject({
  name: z.string().nullable().describe('Of the file; null: it was pasted.'),
  mediaType: z.string(),
  sha256: z.string().describe('Of the bytes as given, which are kept unchanged.'),
});
export type AgreementSource = z.infer<typeof AgreementSource>;

/** What was said of an agreement before anything was proposed from its text. */
export const AgreementFacts = z.strictObject({
  title: z.string().describe('As its file or the person says it; empty: neither does.'),
  signed: z.string().nullable().describe('YYYY-MM-DD; null: the person did not say.'),
});
export type AgreementFacts = z.infer<typeof AgreementFacts>;

/** As the database counts; one more must be left for the next save. */
const Revision = z
  .int32()
  .nonnegative()
  .lt(2 ** 31 - 1);

/** An unfinished case: an agreement’s text with what was proposed from it and what a person made of that. */
export const KeptDraft = z.object({
  id: z.uuid(),
  revision: Revision.describe('Grows with every save; a save names the one that it was made from.'),
  source: AgreementSource,
  facts: AgreementFacts,
  text: z
    .string()
    .describe(
      'Every span of the work counts in it (UTF-16 code units); it does not change once there is work.',
    ),
  work: DraftWork.nullable().describe('null: nothing has been proposed from the text yet.'),
  madeAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** `GET /api/drafts/:draft`. */
export const DraftView = KeptDraft.extend({
  failure: z
    .object({ code: z.string(), why: z.string(), todo: z.string() })
    .nullable()
    .describe('Why nothing could be proposed; null while it is under way, and once it is done.'),
});
export type DraftView = z.infer<typeof DraftView>;

/** An unfinished case as a line of the list. */
export const DraftSummary = z.object({
  id: z.string(),
  title: z.string().describe('The agreement’s, else the name of its file; empty where neither is known.'),
  commitments: z.int().nullable().describe('Those not dropped; null: not proposed yet.'),
  accepted: z.int(),
  changedAt: z.iso.datetime(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

/** `GET /api/drafts`, the one changed last first. */
export const DraftListView = z.object({ drafts: z.array(DraftSummary) });
export type DraftListView = z.infer<typeof DraftListView>;

/** `PUT /api/drafts/:draft`: answers with the new revision. */
export const DraftSave = z.strictObject({ revision: Revision, work: DraftWork });
export type DraftSave = z.infer<typeof DraftSave>;

/** The text that a case was made from. */
export const Agreement = z.object({ source: AgreementSource, text: z.string() });
export type Agreement = z.infer<typeof Agreement>;

/** `GET /api/cases/:case/agreement`. */
export const AgreementView = z.object({
  agreement: Agreement.nullable().describe('null: the case came as a file, or out of the form.'),
});
export type AgreementView = z.infer<typeof AgreementView>;
