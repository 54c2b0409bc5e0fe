import { z } from 'zod';
import { Span } from './span.ts';

/** A sentence of a document and what a machine made of it. */
const TranslatedSentence = z.object({
  original: Span.describe('Of the sentence in the original text.'),
  span: Span.describe('Of its translation.'),
});

const facts = {
  from: z
    .string()
    .describe('BCP 47: the language that it was translated from; `und` where that was left open.'),
  into: z.string().describe('BCP 47.'),
  tool: z.enum(['LibreTranslate', 'language model']),
  model: z.string().describe('Name of the model; of a LibreTranslate server its address.'),
  prompt: z.string().nullable().describe('Name and version of the prompt; null: it takes none.'),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of the translated text.'),
  by: z.string().describe('Who had it translated.'),
  at: z.iso.datetime(),
  sentences: z.array(TranslatedSentence).describe('In order.'),
};

/** A machine translation of a document, as it is kept: a layer over the original, which stays the document. */
export const Translation = z.object({
  documentId: z.string().regex(/^[0-9a-f]{16}$/),
  text: z.string().describe('The translated text; `sentences` span it from its beginning.'),
  ...facts,
});
export type Translation = z.infer<typeof Translation>;

/** The translation that stands for a document, whose text it ends; `sentences` span the text of the document. */
export const DocumentTranslation = z.object({
  start: z.int().positive().describe('Where in the text of the document it begins.'),
  ...facts,
});
export type DocumentTranslation = z.infer<typeof DocumentTranslation>;

/** A name in words that are translated, as the case or a registry spells it and as the original does. */
export const OriginalName = z.object({ name: z.string(), original: z.string() });
export type OriginalName = z.infer<typeof OriginalName>;

/** What stands behind words of a machine translation: those of the original, letter by letter. */
export const TranslatedFrom = z.object({
  span: Span.describe('Of the sentences in the text of the document that the translated words stand for.'),
  words: z.string().describe('These sentences.'),
  language: z.string().describe('BCP 47; `und` where it is not known.'),
  tool: facts.tool,
  model: facts.model,
  at: facts.at,
  names: z.array(OriginalName).describe('Names in these sentences in the letters of the original.'),
});
export type TranslatedFrom = z.infer<typeof TranslatedFrom>;
