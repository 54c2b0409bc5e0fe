import { z } from 'zod';

/** Who publishes a case, where, and how readers answer: the part of a case file that editions print. */
export const Publication = z.strictObject({
  by: z.string().min(1).describe('The body or person who publishes, as readers know it.'),
  about: z.string().optional().describe('Who that is, and who pays for it, in a few sentences.'),
  contact: z
    .string()
    .min(1)
    .describe('How to answer or to have something put right: a mail or web address, or words.'),
  address: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Web address of the folder in which the newest edition will stand; feeds and previews link to it.',
    ),
  secondPerson: z
    .boolean()
    .default(false)
    .describe('An edition needs the consent of a second person than the one who makes it.'),
});
export type Publication = z.infer<typeof Publication>;

/** What may be done with something before it becomes public. */
export const PublicationChoice = z.enum(['keep', 'shorten', 'hide', 'coarsen']);
export type PublicationChoice = z.infer<typeof PublicationChoice>;

/** What a person chose on one thing. */
export const PublicationDecision = z.strictObject({
  choice: PublicationChoice,
  as: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .optional()
    .describe('What stands in its place where it is hidden or coarsened; absent: the usual words.'),
});
export type PublicationDecision = z.infer<typeof PublicationDecision>;

/** What a review lists. */
export const ReviewKind = z.enum(['finding', 'quotation', 'person', 'place']);
export type ReviewKind = z.infer<typeof ReviewKind>;

/** One thing that would become public. */
export const ReviewLine = z.object({
  subject: z.string().describe('Of a decision on it: its kind and its name, joined by a colon.'),
  kind: ReviewKind,
  words: z.string().describe('What would be read: the commitment, the words quoted, the name.'),
  choice: PublicationChoice.describe('What the next edition does with it.'),
  by: z.string().nullable().describe('Who chose so; null: nobody, it is what holds unless somebody chooses.'),
  at: z.iso.datetime().nullable().describe('When they chose; null: nobody did.'),
  reason: z.string().describe('Why: of whoever chose, else of the rule that holds.'),
  shownAs: z.string().nullable().describe('What stands in its place; null where it is kept as it is.'),
  note: z
    .string()
    .describe(
      'What a person should know to choose: publisher, length, share of its text; what is said of them.',
    ),
  commitments: z.array(z.string()).describe('Ids of the commitments under which it would be read.'),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

/** `GET /api/cases/:case/publication`: all that the next edition would make public, and what stands in its way. */
export const ReviewView = z.object({
  number: z.int().describe('Of the next edition, from 1.'),
  lines: z.array(ReviewLine),
  missing: z
    .array(z.string())
    .describe('What readers would not be told, such as who publishes; in plain sentences.'),
  changes: z.array(z.string()).describe('What changed since the last edition, in plain sentences.'),
  content: z
    .string()
    .describe('SHA-256 of what would be published, number and day apart: what consent is given to.'),
  consent: z
    .object({
      needed: z.boolean(),
      by: z.array(z.string()).describe('Who has consented to exactly this content.'),
    })
    .describe('The second person’s word, where the case asks for it.'),
  editions: z.array(
    z.object({ number: z.int(), day: z.string(), by: z.string(), correction: z.string().nullable() }),
  ),
});
export type ReviewView = z.infer<typeof ReviewView>;
