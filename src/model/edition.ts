import { z } from 'zod';
import { Finding, Status } from './assessment.ts';
import { Publication } from './publication.ts';
import { Bearing, Stance } from './vocabulary.ts';

/*
 * An edition as data: all that is published of a case, and nothing else. Pages, feeds and previews are made of it alone, and it is
 * published beside them as `edition.json`. What was hidden is not in it.
 */

/** Where words stand. */
const QuotedWords = {
  words: z.string().describe('As they stand in the document, but for what is marked by [ ] and …'),
  document: z.int().describe('Number of the document in the list, from 1.'),
  place: z.string().describe('Page or paragraph, and sentence, in words.'),
};

export const PublicQuotation = z.object({
  id: z.string().describe('The same from edition to edition.'),
  ...QuotedWords,
  chain: z.array(z.string()).describe('Who tells it, outermost first.'),
  bears: z.string().describe('What it says of the commitment, and how likely it is meant so.'),
  surely: z.string().describe('How surely it is told, after what its tellers are trusted.'),
  bearing: Bearing,
  stance: Stance,
  judged: z.boolean().describe('A person looked at it and accepted it.'),
});
export type PublicQuotation = z.infer<typeof PublicQuotation>;

export const PublicOrigin = z.object({
  name: z.string(),
  camp: z
    .string()
    .nullable()
    .describe('Name of the party or body whose camp it belongs to; null: none of the case.'),
  grade: z.string().nullable().describe('Admiralty grade; null: nobody graded it.'),
  says: z.string(),
  bearing: z.enum(['breach', 'performance', 'context']),
  stance: Stance,
  quotations: z.array(PublicQuotation),
  withheld: z.int().describe('How many of its sentences are not published.'),
});
export type PublicOrigin = z.infer<typeof PublicOrigin>;

export const PublicReply = z.object({
  ...QuotedWords,
  by: z.string(),
  kind: Finding.shape.replies.element.shape.kind,
});
export type PublicReply = z.infer<typeof PublicReply>;

export const PublicCommitment = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  requires: z.string(),
  clause: z.string().nullable(),
  owes: z.string().describe('Who owes it to whom, from when to when, in a sentence.'),
  debtor: z.string(),
  due: z.string().nullable().describe('Last day of its window; null: none, or not known yet.'),
  status: Status,
  late: z.boolean(),
  standard: Finding.shape.standard,
  sentence: z.string(),
  personal: Finding.shape.personal,
  reasons: z.array(z.string()).describe('For and against, in plain sentences.'),
  elements: z.array(
    z.object({
      element: z.string(),
      state: Finding.shape.elements.element.shape.state,
      quotation: z.string().nullable().describe('Id of the quotation that says so; null: none is published.'),
    }),
  ),
  months: Finding.shape.months.describe('Up to that of the last report.'),
  lastReport: z
    .string()
    .nullable()
    .describe('When the newest document on it was published: day, month or year.'),
  origins: z.array(PublicOrigin),
  replies: z.array(PublicReply),
  conditions: z.array(z.object({ commitment: z.string(), requires: z.string(), status: Status })),
  wouldChange: z.array(z.string()),
});
export type PublicCommitment = z.infer<typeof PublicCommitment>;

export const PublicDocument = z.object({
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable().describe('EDTF.'),
  url: z.string().nullable().describe('null where it has none, or where it must not be named.'),
  sha256: z.string().describe('Of the copy that was kept.'),
  collected: z.string().nullable().describe('Instant at which it was collected.'),
  digest: z.boolean().describe('A summary of our own, and not the outlet’s words.'),
  translatedFrom: z
    .string()
    .optional()
    .describe('Name of the language that a machine translated what is quoted of it from; absent: none did.'),
});
export type PublicDocument = z.infer<typeof PublicDocument>;

export const Edition = z.object({
  form: z.literal(1),
  case: z.string(),
  title: z.string(),
  signed: z.string(),
  parties: z.string(),
  number: z.int().min(1),
  day: z.string().describe('On which it was made.'),
  asOf: z.string().describe('Conduct up to this day is considered.'),
  knownAt: z.string().describe('By what was published up to this day.'),
  correction: z
    .string()
    .nullable()
    .describe('What was wrong in an earlier edition; null: this one corrects nothing.'),
  changes: z
    .array(z.object({ commitment: z.string().nullable(), says: z.string() }))
    .describe('What changed since the edition before, and why; `commitment` null: the edition as a whole.'),
  publication: Publication.omit({ secondPerson: true }).nullable(),
  standard: z.string().describe('The standard of proof by its name.'),
  ladder: z.array(z.string()),
  basis: z.array(z.string()).describe('What findings rest on, in plain sentences.'),
  commitments: z.array(PublicCommitment),
  documents: z.array(PublicDocument),
});
export type Edition = z.infer<typeof Edition>;

/** How a commitment stood in an edition. */
export const EditionStanding = z.strictObject({
  status: Status,
  late: z.boolean(),
  personal: Status.nullable(),
  /** Ids of its quotations, those that a person accepted with a `+` after them, joined by blanks. */
  quotations: z.string(),
  replies: z.int(),
  grades: z.record(z.string(), z.string()).describe('Grade of each origin by its name; empty: not graded.'),
});
export type EditionStanding = z.infer<typeof EditionStanding>;

/** What is kept of each edition that was made: enough to number the next one and to say what changed. */
export const EditionMade = z.strictObject({
  number: z.int().min(1),
  day: z.string(),
  correction: z.string().nullable(),
  manifest: z.string().describe('SHA-256 of the manifest of its folder.'),
  content: z.string().describe('SHA-256 of what it says, number and day apart.'),
  standing: z
    .record(z.string(), EditionStanding)
    .describe('How each commitment stood, by its id: what the next edition is held against.'),
});
export type EditionMade = z.infer<typeof EditionMade>;
