import { z } from 'zod';
import { Correction } from './correction.ts';
import { Decision } from './decision.ts';
import { Document } from './document.ts';
import { EnteredClaim, Withdrawal } from './entered-claim.ts';
import { Judgement } from './evidence.ts';

/** A kind of line in the history of what people decided. */
export const LogKind = z.enum(['verdict', 'decision', 'claim', 'withdrawal', 'correction']);
export type LogKind = z.infer<typeof LogKind>;

/** What every line has. Nothing is ever taken out of the history: undoing adds a line. */
const line = {
  id: z.string().describe('Of the entry; with the kind it names the line.'),
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  stands: z.boolean().describe('Nothing later was decided on the same.'),
  undoable: z.boolean().describe('It stands, and what was before can be brought back.'),
  document: z
    .object({ id: Document.shape.id, title: z.string() })
    .nullable()
    .describe('The document that it is on; null where it is on none, or on one that was taken down.'),
};

/** One thing that a person decided. */
export const LogLine = z.discriminatedUnion('kind', [
  z.object({ ...line, kind: z.literal('verdict'), judgement: Judgement }),
  z.object({ ...line, kind: z.literal('decision'), decision: Decision }),
  z.object({ ...line, kind: z.literal('claim'), claim: EnteredClaim }),
  z.object({ ...line, kind: z.literal('withdrawal'), withdrawal: Withdrawal, claim: EnteredClaim }),
  z.object({ ...line, kind: z.literal('correction'), correction: Correction }),
]);
export type LogLine = z.infer<typeof LogLine>;

/** `GET /api/cases/:case/history?kind=&by=&q=&offset=&limit=`: what people decided, the newest first. */
export const LogView = z.object({
  total: z.int().describe('How many lines pass the filter.'),
  lines: z.array(LogLine),
  people: z.array(z.string()).describe('Everyone who decided something in the case.'),
});
export type LogView = z.infer<typeof LogView>;

/** `POST /api/cases/:case/history/:kind/:id/undo`; answers 204. It is a new decision that brings back what was before. */
export const UndoRequest = z.strictObject({ reason: z.string().max(2000).default('') });
