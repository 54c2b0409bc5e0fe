import { z } from 'zod';
import { Status } from './assessment.ts';
import { VisitFailure } from './watching.ts';

/** A document in the news, with enough to know it by. */
const NewDocument = z.object({ id: z.string(), title: z.string(), publisher: z.string().nullable() });

/** `GET /api/cases/:case/news`: what a person has not seen yet. */
export const NewsView = z.object({
  since: z.iso
    .datetime()
    .nullable()
    .describe('When the person last looked; null: never, and nothing is news.'),
  at: z.iso.datetime().describe('Up to when this is; to be sent back when it was seen.'),
  count: z.int().describe('How many things are new, or wait for the person.'),
  documents: z
    .array(NewDocument.extend({ evidence: z.int().describe('How much of it bears on a commitment.') }))
    .describe('Taken since, the newest first, 50 at most.'),
  allDocuments: z.int().describe('How many there are in all.'),
  evidence: z.int().describe('Evidence in new documents that nobody has judged yet.'),
  statuses: z
    .array(
      z.object({
        commitment: z.string(),
        requires: z.string(),
        before: Status.nullable().describe('null: the commitment is new.'),
        now: Status,
      }),
    )
    .describe('Commitments that stand elsewhere than when the person last looked.'),
  failures: z
    .array(VisitFailure.extend({ url: z.string(), at: z.iso.datetime() }))
    .describe('Addresses whose last visit failed since.'),
  waiting: z
    .array(NewDocument)
    .describe('Texts of pages of which a person has yet to say whether they replace the one before.'),
});
export type NewsView = z.infer<typeof NewsView>;

/** `PUT /api/cases/:case/news`: all up to a moment was seen. */
export const SeenRequest = z.object({ at: z.iso.datetime() });
