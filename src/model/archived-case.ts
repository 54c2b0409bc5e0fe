import { z } from 'zod';
import { Revision } from './changes.ts';
import { CopyLink } from './copies.ts';
import { Correction } from './correction.ts';
import { Decision } from './decision.ts';
import { Capture, Document } from './document.ts';
import { EnteredClaim, Withdrawal } from './entered-claim.ts';
import { Judgement } from './evidence.ts';
import { type Agreement, AgreementSource } from './kept-draft.ts';
import { DocumentCast, DocumentMatches } from './matches.ts';
import { ModelAnswer } from './model-answer.ts';
import type { Reading } from './reading.ts';
import { RegistryEntry } from './registry.ts';
import { Tombstone } from './takedown.ts';
import { Translation } from './translation.ts';

/** The form of an archive; another number is another form. */
export const archiveFormat = 'proviso-case-1';

/** What an archive says of its case beside the case file. */
export const ArchivedFacts = z.strictObject({
  format: z.literal(archiveFormat),
  id: z.string(),
  importedAt: z.iso.datetime().describe('When the case file was kept as it stands.'),
  agreement: AgreementSource.nullable().describe('Whence the text that the case was made from came.'),
});
export type ArchivedFacts = z.infer<typeof ArchivedFacts>;

/** Everything known of a document but its text, which is a file of its own, and its translations, which are a list. */
export const DocumentFacts = Document.omit({ text: true, translation: true });
export type DocumentFacts = z.infer<typeof DocumentFacts>;

/** A file that documents were taken out of, kept whole among the originals. */
export const Container = z.strictObject({
  sha256: Document.shape.sha256,
  byteLength: z.int().nonnegative(),
});
export type Container = z.infer<typeof Container>;

/** Two documents that have words in common, once for both. */
export const ArchivedCopy = CopyLink.extend({
  of: Document.shape.id.describe('The lesser id of the two; `here` counts in its text.'),
});
export type ArchivedCopy = z.infer<typeof ArchivedCopy>;

/** What was matched in a document, and what that hung on. */
export const ArchivedMatches = z.object({
  key: z.string().describe('Of the matcher and all that matching hung on beside the document.'),
  matched: DocumentMatches,
  cast: DocumentCast,
});
export type ArchivedMatches = z.infer<typeof ArchivedMatches>;

/** An entry of an audit log that concerns a case, in an archive of it. */
export const HistoryEntry = z.strictObject({
  seq: z.int().positive().describe('Its number in the log of the store where it happened.'),
  at: z.iso.datetime(),
  tool: z.string().describe('Version of the Proviso that did it.'),
  action: z.string(),
  subject: z.string(),
  details: z
    .record(z.string(), z.unknown())
    .describe('Without digests, words of documents, paths and addresses.'),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the whole entry, by which it is found in the log of that store.'),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** The lists of an archive, by name: each a file of JSON Lines. In order of arrival where that counts, else of id. */
export const archivedLists = {
  answers: ModelAnswer,
  captures: Capture,
  claims: EnteredClaim,
  containers: Container,
  copies: ArchivedCopy,
  corrections: Correction,
  decisions: Decision,
  documents: DocumentFacts,
  history: HistoryEntry,
  judgements: Judgement,
  registries: RegistryEntry,
  revisions: Revision,
  takedowns: Tombstone,
  translations: Translation,
  withdrawals: Withdrawal,
} as const;
export type ArchivedLists = { [Name in keyof typeof archivedLists]: z.infer<(typeof archivedLists)[Name]>[] };

/** A whole case, as it goes from store to store; what is long is asked for a document at a time. */
export interface ArchivedCase extends ArchivedLists {
  id: string;
  /** The case file as written. */
  source: string;
  importedAt: string;
  agreement: Agreement | null;
  /** The text of one of `documents`, the original alone. */
  text(id: string): Promise<string>;
  /** null: it was not read. */
  reading(id: string): Promise<Reading | null>;
  /** null: it was not matched since something changed. */
  matched(id: string): Promise<ArchivedMatches | null>;
  original(sha256: string): Promise<Uint8Array>;
}

/** Hashes of all bytes that belong to a case, in order; those of what was taken down are gone. */
export function originalsOf({
  documents,
  captures,
  containers,
  agreement,
  takedowns,
}: Pick<ArchivedCase, 'documents' | 'captures' | 'containers' | 'takedowns' | 'agreement'>): string[] {
  const hashes = new Set([...documents, ...captures, ...containers].map(({ sha256 }) => sha256));
  if (agreement) hashes.add(agreement.source.sha256);
  for (const { removed } of takedowns) for (const sha256 of removed) hashes.delete(sha256);
  return [...hashes].sort();
}
