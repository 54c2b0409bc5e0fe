import { userInfo } from 'node:os';
import { type CollectOptions, collect, countInputs } from '../collect/index.ts';
import type { ProvisoError } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { type Progress, silent } from './progress.ts';
import { readPending } from './read-pending.ts';
import { toolName } from './version.ts';

export interface Refusal {
  source: string;
  error: ProvisoError;
}

/** How an addition went: nothing is dropped without being named here. */
export interface Added {
  new: number;
  known: number;
  refused: Refusal[];
}

export interface AddOptions extends CollectOptions {
  caseId: string;
  progress?: Progress;
  /** Ends the work between two documents; what was added stays, and the same command goes on from there. */
  signal?: AbortSignal;
}

/** Collects every input into a case, then reads what is new. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function addReports(
  store: Store,
  reader: Reader,
  paths: readonly string[],
  { caseId, progress = silent, signal, ...said }: AddOptions,
): Promise<Added> {
  await store.caseById(caseId);
  const added: Added = { new: 0, known: 0, refused: [] };
  const total = await countInputs(paths);
  let done = 0;
  for await (const event of collect(paths, said)) {
    if (signal?.aborted) break;
    progress({ doing: 'collecting', done: ++done, total });
    if (event.kind === 'refused') {
      added.refused.push(event);
      continue;
    }
    const capture = {
      source: event.source,
      collectedAt: new Date().toISOString(),
      collector: userInfo().username,
      tool: toolName,
    };
    added[await store.addDocument(event, capture, caseId)] += 1;
  }
  await readPending(store, reader, caseId, progress, signal);
  return added;
}
