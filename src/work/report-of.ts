import type { Assessment } from '../model/index.ts';
import type { Report } from '../publish/index.ts';
import type { Store } from '../store/index.ts';
import type { OpenCase } from './assess-case.ts';
import { requireCommitment } from './require-commitment.ts';

/**
 * What a report on an assessed case is made of.
 *
 * @param only ids of the commitments that it is on; null: all
 * @throws ProvisoError PROVISO_COMMITMENT_NOT_FOUND.
 */
export async function reportOf(
  store: Store,
  { file, documents }: OpenCase,
  assessment: Assessment,
  only: readonly string[] | null,
): Promise<Report> {
  for (const id of only ?? []) requireCommitment(file, id);
  return { file, assessment, documents, collected: await store.collectedFirst(file.id), only };
}
