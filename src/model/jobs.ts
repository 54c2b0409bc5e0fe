import { z } from 'zod';

/** What is done in jobs: a document is read; what was read in it is matched for a case. */
export const JobKind = z.enum(['read', 'match']);
export type JobKind = z.infer<typeof JobKind>;

/** A job that was tried often enough, and is tried no more until somebody asks for it. */
export const SetAside = z.object({
  id: z.string().describe('`read:DOCUMENT` or `match:CASE:DOCUMENT`.'),
  kind: JobKind,
  case: z.string().nullable().describe('null for reading, which serves every case.'),
  document: z.string(),
  title: z.string().describe('Of the document.'),
  why: z.string(),
});
export type SetAside = z.infer<typeof SetAside>;

/** How many jobs of a kind there are. */
export const JobCounts = z.object({
  kind: JobKind,
  waiting: z.int().describe('That nobody does yet.'),
  active: z.int().describe('That some process is doing.'),
  setAside: z.int(),
});
export type JobCounts = z.infer<typeof JobCounts>;

/** The jobs of a store, whichever process does them. */
export const JobsView = z.object({ kinds: z.array(JobCounts), setAside: z.array(SetAside) });
export type JobsView = z.infer<typeof JobsView>;

/** Which jobs are to be tried again: their ids, or all that are set aside. */
export const RetryRequest = z.object({ ids: z.union([z.array(z.string()).min(1), z.literal('all')]) });
export type RetryRequest = z.infer<typeof RetryRequest>;
