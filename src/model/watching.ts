import { z } from 'zod';

/** What went wrong when an address was asked. */
export const VisitFailure = z.object({
  source: z.string().describe('The address itself, or a page that it named.'),
  why: z.string().describe('What was wrong, as a sentence.'),
  todo: z.string().describe('What to do about it, as a sentence.'),
});
export type VisitFailure = z.infer<typeof VisitFailure>;

/** A feed or page that is asked again and again. */
export const WatchedAddress = z.object({
  url: z.string(),
  addedAt: z.iso.datetime().describe('When it was first fetched for the case.'),
  triedAt: z.iso.datetime().nullable().describe('When it was last asked, whether or not it answered.'),
  answeredAt: z.iso.datetime().describe('When all of it last came.'),
  paused: z.boolean().describe('It is not asked until a person wants it again.'),
  failures: z.array(VisitFailure).describe('Of the last visit; empty when all went well.'),
  documents: z.int().describe('How many documents it brought, and the pages that it names.'),
  lastBrought: z.iso.datetime().nullable().describe('When it last brought one; null: never.'),
});
export type WatchedAddress = z.infer<typeof WatchedAddress>;

/** `GET /api/cases/:case/watching`. */
export const WatchingView = z.object({
  addresses: z.array(
    WatchedAddress.extend({
      evidence: z.int().describe('How much of what its documents tell bears on a commitment.'),
    }),
  ),
  minutes: z.int().nullable().describe('Between two rounds of the server; null: it makes none by itself.'),
  next: z.iso.datetime().nullable().describe('When the next round is due; null: none is.'),
  visiting: z.boolean().describe('A round is being made, or waits its turn.'),
});
export type WatchingView = z.infer<typeof WatchingView>;

/** `PUT /api/cases/:case/watching`. */
export const WatchingChange = z.object({ url: z.string().max(4000), paused: z.boolean() });

/** `DELETE /api/cases/:case/watching`. */
export const UnwatchRequest = WatchingChange.pick({ url: true });

/** `POST /api/cases/:case/watching/visit`: one address, or all that are not paused. */
export const VisitRequest = z.object({ url: z.string().max(4000).optional() });
