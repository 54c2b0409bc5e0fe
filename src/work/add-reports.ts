import { userInfo } from 'node:os';
import { type CollectOptions, collect, countInputs } from '../collect/index.ts';
import type { ProvisoError } from '../model/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { linkCopies } from './link-copies.ts';
import { type Progress, silent } from './progress.ts';
import { readLanguages, readPending } from './read-pending.ts';
import { toolName } from './version.ts';

export interface Refusal {
  source: string;
  error: ProvisoError;
}

/** How an addition went: nothing is dropped without being named here. */
export interface Added {
  new: number;
  known: number;
  /** How many of the documents taken in are in a language that is not read: kept and searchable. */
  unread: number;
  /** How many of the documents compared for the first time have the text of another, the same or edited. */
  copies: number;
  refused: Refusal[];
  /** Seen, and rightly no document: a link in a feed, a picture in a web archive. */
  skipped: { source: string; why: string }[];
}

export interface AddOptions extends CollectOptions {
  caseId: string;
  /** What the chain of custody calls a source; as collecting found it unless given. */
  nameOf?: (source: string) => string;
  progress?: Progress;
  /** Ends the work between two documents; what was added stays, and the same command goes on from there. */
  signal?: AbortSignal;
}

/** Collects every input into a case, then reads what is new. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function addReports(
  store: Store,
  reader: Reader,
  paths: readonly string[],
  { caseId, nameOf = (source) => source, progress = silent, signal, ...said }: AddOptions,
): Promise<Added> {
  await store.caseById(caseId);
  const added: Added = { new: 0, known: 0, unread: 0, copies: 0, refused: [], skipped: [] };
  const total = await countInputs(paths);
  const inputs = new Set<string>();
  for await (const event of collect(paths, said)) {
    if (signal?.aborted) break;
    const source = nameOf(event.source);
    // An archive gives many events and is one input.
    progress({ doing: 'collecting', done: inputs.add(event.input).size, total });
    if (event.kind === 'refused') added.refused.push({ source, error: event.error });
    else if (event.kind === 'skipped') added.skipped.push({ source, why: event.why });
    else {
      added[await store.addDocument(event, { ...custody(), source, ...event.taken }, caseId)] += 1;
      const { language } = event.document;
      if (language !== null && !readLanguages.includes(language)) added.unread += 1;
    }
  }
  added.copies = await linkCopies(store, progress, signal);
  await readPending(store, reader, caseId, progress, signal);
  return added;
}

/** Who takes it in, when and with what. */
const custody = () => ({
  collectedAt: new Date().toISOString(),
  collector: userInfo().username,
  tool: toolName,
});
