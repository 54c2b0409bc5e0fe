import { z } from 'zod';
import { Reply } from './assessment.ts';
import { Evidence } from './evidence.ts';
import { Statement } from './resolved.ts';

/** A reply of the accused party, with the statement it was found in. */
export const FoundReply = Reply.extend({ statementId: z.string(), commitment: z.string() });
export type FoundReply = z.infer<typeof FoundReply>;

/** What bears on a case in one document, before anything is weighed. */
export const DocumentMatches = z.object({
  statements: z.array(Statement).describe('Those that evidence and replies stand in.'),
  evidence: z.array(Evidence),
  replies: z.array(FoundReply),
});
export type DocumentMatches = z.infer<typeof DocumentMatches>;
