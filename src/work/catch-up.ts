import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { knowledgeOf } from './decide.ts';
import { matchCase } from './match-case.ts';
import { type Progress, silent } from './progress.ts';
import { readPending } from './read-pending.ts';
import type { Refusal } from './refusal.ts';

/** Reads and matches what is still to be in a case; gives what the reader failed on. */
export async function catchUp(
  store: Store,
  reader: Reader,
  caseId: string,
  progress: Progress = silent,
  signal?: AbortSignal,
): Promise<Refusal[]> {
  const failed = await readPending(store, reader, caseId, progress, signal);
  if (!signal?.aborted)
    await matchCase(store, await knowledgeOf(store, caseId), await store.enteredClaims(caseId), progress);
  return failed;
}
