import { z } from 'zod';
import { Span } from './span.ts';
import { Bearing } from './vocabulary.ts';

export const Verdict = z.enum(['proposed', 'accepted', 'rejected']);
export type Verdict = z.infer<typeof Verdict>;

/** A claim that matches an indicator. Proposed by the machine; a person disposes. */
export const Evidence = z.object({
  id: z.string().describe('Stable over re-readings: a hash of document, span, commitment and indicator.'),
  statementId: z.string(),
  documentId: z.string(),
  commitment: z.string(),
  indicator: z.string().nullable().describe('null for an assessment: a verdict on the duty as a whole.'),
  bearing: Bearing,
  strength: z.enum(['direct', 'indirect']),
  span: Span,
  words: z.string(),
  verdict: Verdict,
  share: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('How much of the quantity owed is reported; absent where no quantity is.'),
  through: z.array(z.string()).describe('How the roles matched, one plain phrase each.'),
});
export type Evidence = z.infer<typeof Evidence>;

/** A person's decision on one piece of evidence. The newest for an evidence id holds; `proposed` undoes. */
export const Judgement = z.object({
  id: z.uuid(),
  caseId: z.string(),
  evidenceId: z.string(),
  verdict: Verdict,
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  anchor: z.object({
    documentSha256: z.string(),
    span: Span,
    words: z.string(),
    commitment: z.string(),
    indicator: z.string().nullable(),
  }),
});
export type Judgement = z.infer<typeof Judgement>;
