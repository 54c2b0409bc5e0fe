import { z } from 'zod';
import { Reply } from './assessment.ts';
import { Evidence } from './evidence.ts';
import { Statement } from './resolved.ts';
import { EntityType } from './vocabulary.ts';

/** A reply of the accused party, with the statement it was found in. */
export const FoundReply = Reply.extend({ statementId: z.string(), commitment: z.string() });
export type FoundReply = z.infer<typeof FoundReply>;

/** What the reports say that bears on a case's commitments, before anything is weighed. */
export interface Matches {
  evidence: Evidence[];
  replies: FoundReply[];
}

/** What bears on a case in one document, before anything is weighed. */
export const DocumentMatches = z.object({
  statements: z.array(Statement).describe('Those that evidence and replies stand in.'),
  evidence: z.array(Evidence),
  replies: z.array(FoundReply),
  pairs: z
    .record(z.string(), z.array(z.number()))
    .describe(
      'What the pair reader read, by the hash of its input: not read again when something else changes.',
    ),
  failure: z
    .string()
    .optional()
    .describe('Why the matcher failed on this document, in which it then found nothing; absent as a rule.'),
});
export type DocumentMatches = z.infer<typeof DocumentMatches>;

/** Someone whom a document's claims name, with how many of them have it act, undergo something, or speak. */
export const NamedInDocument = z.object({
  key: z.string(),
  name: z.string(),
  folded: z.string().describe('The name as it is compared.'),
  type: EntityType,
  bodies: z.array(z.string()).describe('Keys of what it belongs to, itself left out.'),
  acts: z.int(),
  undergoes: z.int(),
  speaks: z.int(),
});
export type NamedInDocument = z.infer<typeof NamedInDocument>;

/** That somebody is said, in so many claims of a document, to have done something to another. */
export const LinkInDocument = z.object({
  from: z.string(),
  to: z.string(),
  type: z.string().describe('Of the predicate; `?` where it has none.'),
  claims: z.int(),
});
export type LinkInDocument = z.infer<typeof LinkInDocument>;

/** Everyone in a document, whether or not it bears on a commitment: what lists of names and the network are made of. */
export const DocumentCast = z.object({ names: z.array(NamedInDocument), links: z.array(LinkInDocument) });
export type DocumentCast = z.infer<typeof DocumentCast>;
