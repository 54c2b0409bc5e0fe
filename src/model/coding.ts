import { z } from 'zod';
import { Element } from './element.ts';
import { Span } from './span.ts';

/** What a coding says of each commitment: its level of implementation (Peace Accords Matrix, 0 to 3), or its status. */
export const CodedMeasure = z.enum(['level', 'status']);
export type CodedMeasure = z.infer<typeof CodedMeasure>;

/** One value of a coding sheet. */
export const CodedCell = z.object({
  commitment: z.string().describe('Id of the commitment.'),
  period: z
    .string()
    .regex(/^\d{4}(?:-\d{2})?$/)
    .nullable()
    .describe('A year, or a month; null: the whole time up to the cut-off day.'),
  value: z.string().describe('`0` to `3` for a level, or a status.'),
});
export type CodedCell = z.infer<typeof CodedCell>;

/** Whether one coding stands against another: what a person decided on a cell in which they differ. */
export const CodingDecision = z.strictObject({
  stands: z.enum(['first', 'second', 'look again']),
  first: z.string().describe('The value of the first coding.'),
  second: z.string().describe('The value of the second.'),
  coder: z.string().max(200).describe('Whose coding the second is.'),
});
export type CodingDecision = z.infer<typeof CodingDecision>;

/** The subject of a decision on a cell. */
export const codingSubject = (commitment: string, period: string | null): string =>
  `${commitment} / ${period ?? 'whole'}`;

/** Words that speak for or against performance. */
const QuotedWords = z.object({
  document: z.string(),
  span: Span,
  words: z.string(),
  title: z.string(),
  published: z.string().nullable(),
});

const DifferingCell = CodedCell.omit({ value: true }).extend({
  requires: z.string(),
  reference: z.string().nullable(),
  first: z.string(),
  second: z.string(),
  performance: z
    .array(QuotedWords)
    .describe('What counts and points to performance, the surest first; 3 at most.'),
  breach: z.array(QuotedWords).describe('What counts and points to breach, the surest first; 3 at most.'),
  missing: z
    .array(Element.shape.element)
    .describe('Of what the commitment asks, what nothing that counts says.'),
  decided: CodingDecision.nullable().describe('What a person decided on the cell; null when nobody did.'),
});
export type DifferingCell = z.infer<typeof DifferingCell>;

/** A coding beside the board, or beside another: how far they agree, and where not. */
export const ComparisonView = z.object({
  first: z.string().nullable().describe('Whose coding it is; null: the board.'),
  second: z.string(),
  measure: CodedMeasure,
  categories: z
    .array(z.string())
    .describe('The values, in the order of the scale; last those that are not on it.'),
  onScale: z.int().describe('How many of the categories are on the scale: the ordinal figures are of these.'),
  table: z
    .array(z.array(z.int()))
    .describe('How often the first gave the row’s category and the second the column’s.'),
  compared: z.int().describe('Cells that both coded.'),
  agreed: z.int().describe('Those with one value.'),
  alone: z.int().describe('Cells that the second coded and the first has no value for.'),
  alpha: z.number().nullable().describe('Krippendorff’s α, ordinal; null where it is not defined.'),
  kappa: z.number().nullable().describe('Cohen’s κ over all categories; null where it is not defined.'),
  weightedKappa: z
    .number()
    .nullable()
    .describe('Cohen’s κ with squared weights, on the scale; null where it is not defined.'),
  differing: z.array(DifferingCell),
  refused: z.array(z.object({ row: z.int().describe('As the sheet counts, from 1.'), why: z.string() })),
  blank: z.int().describe('Cells of the sheet with no value.'),
  coders: z.array(z.string()).describe('Who set findings in this case: they can be compared too.'),
});
export type ComparisonView = z.infer<typeof ComparisonView>;
