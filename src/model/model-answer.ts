import { z } from 'zod';
import { Element } from './element.ts';
import { Span } from './span.ts';

/** What a second reader may say of a sentence beside a commitment. */
export const OpinionSays = z.enum(['breach', 'performance', 'neither']);
export type OpinionSays = z.infer<typeof OpinionSays>;

/** Which parts of a commitment a sentence shows. */
const Shows = z.array(Element.shape.element);

/** What the second reader, a language model, makes of a pair: beside the matcher's word, and never counted. */
export const SecondOpinion = z.object({
  says: OpinionSays,
  span: Span.nullable().describe('The words of the document that show it; null for neither.'),
  words: z.string().describe('These words; empty for neither.'),
  shows: Shows,
  model: z.string().describe('Name of the model, as its server knows it.'),
  at: z.iso.datetime(),
});
export type SecondOpinion = z.infer<typeof SecondOpinion>;

/** Why an answer of a language model was thrown away. */
export const ThrownAway = z.enum([
  'other form',
  'words not in the sentence',
  'contradicts itself',
  'cut off',
]);
export type ThrownAway = z.infer<typeof ThrownAway>;

/** What a second reader answered. Words are kept as offsets, so that nothing of a document is in it. */
export const PairAnswer = z.object({
  says: OpinionSays,
  span: Span.nullable().describe('In UTF-16 code units of the sentence asked about; null for neither.'),
  shows: Shows,
});
export type PairAnswer = z.infer<typeof PairAnswer>;

/** An answer of a language model, kept for good: the same question is never asked twice. */
export const ModelAnswer = z.object({
  caseId: z.string(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the name of the model, the version of the prompt and all that it was given.'),
  model: z.string(),
  prompt: z.string().describe('Name and version of the prompt.'),
  answer: PairAnswer.nullable().describe('null: it was thrown away.'),
  thrownAway: ThrownAway.nullable().describe('Why; null: it was kept.'),
  tokens: z
    .object({ given: z.int().nonnegative(), answered: z.int().nonnegative() })
    .nullable()
    .describe('What the server counted, over all tries; null where it counts nothing.'),
  by: z.string().describe('Who had it asked.'),
  at: z.iso.datetime(),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

type Tokens = ModelAnswer['tokens'];

/** What the server counted in two answers; null only where it counted in neither. */
export const addTokens = (one: Tokens, other: Tokens): Tokens =>
  one && other ? { given: one.given + other.given, answered: one.answered + other.answered } : (one ?? other);
