import { z } from 'zod';
import { Element } from './element.ts';
import { SecondOpinion } from './model-answer.ts';
import { Span } from './span.ts';
import { TranslatedFrom } from './translation.ts';
import { Bearing } from './vocabulary.ts';

export const Verdict = z.enum(['proposed', 'accepted', 'rejected']);
export type Verdict = z.infer<typeof Verdict>;

/** A claim that bears on a commitment. Proposed by the machine; a person disposes. */
export const Evidence = z.object({
  id: z.string().describe('Stable over re-readings: a hash of document, predicate, commitment and kind.'),
  statementId: z.string(),
  documentId: z.string(),
  commitment: z.string(),
  kind: z
    .enum(['conduct', 'verdict'])
    .describe('A verdict judges the duty as a whole and reports no conduct.'),
  bearing: Bearing.describe('What the conduct means if it took place.'),
  factuality: z
    .number()
    .min(-3)
    .max(3)
    .describe(
      'How far the innermost speaker stands by the conduct as it bears: −3 denied, 0 not committed, 3 certain.',
    ),
  strength: z.enum(['direct', 'indirect']),
  probability: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe(
      'Calibrated: of evidence shown as 80 % eight in ten hold. null for verdicts and what a person placed.',
    ),
  tier: z
    .enum(['counted', 'suggested'])
    .describe('What is suggested waits for a person and is not weighed until accepted.'),
  span: Span,
  words: z.string(),
  verdict: Verdict,
  share: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('How much of the quantity owed is reported; absent where no quantity is.'),
  elements: z.array(Element),
  through: z.array(z.string()).describe('Why it was matched, one plain phrase each.'),
  markedBy: z
    .string()
    .optional()
    .describe('The person who marked the words as evidence; absent for what the machine proposed.'),
  sentence: Span.optional().describe('The whole sentence; absent for verdicts and in older stores.'),
  before: Span.optional().describe('The sentence before it; absent for the first.'),
  secondOpinion: SecondOpinion.optional().describe('Absent where no language model was asked.'),
  translation: TranslatedFrom.optional().describe(
    'The original behind words of a machine translation; absent for words of the document itself.',
  ),
  features: z
    .record(z.string(), z.number())
    .optional()
    .describe('What the case learns by, not for people; absent for verdicts and in older stores.'),
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
    kind: z.enum(['conduct', 'verdict']).optional().describe('Absent in judgements of older stores.'),
    indicator: z
      .string()
      .nullable()
      .optional()
      .describe('Only in judgements of older stores; null: a verdict.'),
  }),
});
export type Judgement = z.infer<typeof Judgement>;
