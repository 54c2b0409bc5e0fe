import type { Document, EnteredClaim, Matches, Statement } from '../model/index.ts';
import type { Knowledge } from '../resolve/index.ts';
import type { JobQueue, MatchedDocument, Store } from '../store/index.ts';
import { helpUntilDone } from './jobs/help-until-done.ts';
import { currentMatching, dueIn, matchingJobs, matchJob } from './jobs/matching-jobs.ts';
import { type Matching, matchDocuments, matchingOf } from './match-documents.ts';
import { type Progress, silent } from './progress.ts';

/** Documents are resolved and matched so many at a time; readings are large. */
export const batchSize = 16;

/** All documents of a case with what bears on its commitments. */
export interface MatchedCase {
  documents: Document[];
  statements: Statement[];
  matches: Matches;
  /** How many documents had to be matched now; the others were matched before. */
  matchedNow: number;
  /** How many documents other processes have yet to match. */
  waiting: number;
}

/** What is new is looked for first. */
const newestFirst = (a: Document, b: Document): number =>
  (b.published ?? '').localeCompare(a.published ?? '', 'en') || (a.id < b.id ? -1 : 1);

const pendingIn = (known: readonly MatchedDocument[], { entered }: Matching): Document[] =>
  known
    .filter(({ document, isRead, matched }) => !matched && (isRead || entered.has(document.id)))
    .map(({ document }) => document)
    .sort(newestFirst);

/**
 * Resolves and matches the documents of a case, newest first, with the claims entered in them, that have not been yet; keeps
 * what was found. With a server it is done together with all who work there, or left to them.
 */
export async function matchCase(
  store: Store,
  knowledge: Knowledge,
  claims: readonly EnteredClaim[],
  progress: Progress = silent,
): Promise<MatchedCase> {
  const matching = matchingOf(knowledge, claims);
  const { file, key } = matching;
  const known = await store.matchedDocuments(file.id, key);
  const pending = pendingIn(known, matching);
  if (pending.length === 0) return matchedCase(known, 0, 0);
  if (store.queue) {
    await matchTogether(store, store.queue, matching, pending, progress);
    if (store.queue.leavesWork) return matchedCase(known, 0, pending.length);
    const now = await store.matchedDocuments(file.id, key);
    const waiting = pendingIn(now, matching).length;
    return matchedCase(now, pending.length - waiting, waiting);
  }
  const found = new Map<string, MatchedDocument['matched']>();
  for (let start = 0; start < pending.length; start += batchSize) {
    const batch = await matchDocuments(store, matching, pending.slice(start, start + batchSize));
    for (const [id, { matched }] of batch) found.set(id, matched);
    progress({ doing: 'matching', done: Math.min(start + batchSize, pending.length), total: pending.length });
  }
  await store.refreshStatistics();
  const now = known.map((one) => ({ ...one, matched: found.get(one.document.id) ?? one.matched }));
  return matchedCase(now, pending.length, 0);
}

async function matchTogether(
  store: Store,
  queue: JobQueue,
  matching: Matching,
  pending: readonly Document[],
  progress: Progress,
): Promise<void> {
  const { id: caseId } = matching.file;
  const due = pending.map(({ id }) => id);
  let now: Matching | null = matching;
  const send = (ids: readonly string[]): Promise<void> =>
    queue.send(
      ids.map((id) => matchJob(caseId, id)),
      { urgent: true },
    );
  await send(due);
  if (queue.leavesWork) return;
  await helpUntilDone(queue, 'match', (broken) => matchingJobs(store, broken), {
    due,
    left: async () => (now ? dueIn(store, now) : []),
    send: async (ids) => {
      // It may have been edited meanwhile: then it is matched by what it says now.
      now = await currentMatching(store, caseId);
      await send(ids);
    },
    told: (done) => progress({ doing: 'matching', done, total: due.length }),
    signal: undefined,
  });
}

const matchedCase = (known: readonly MatchedDocument[], matchedNow: number, waiting: number): MatchedCase => {
  const all = known.flatMap(({ matched }) => matched ?? []);
  return {
    documents: known.map(({ document }) => document),
    statements: all.flatMap(({ statements }) => statements),
    matches: {
      evidence: all.flatMap(({ evidence }) => evidence),
      replies: all.flatMap(({ replies }) => replies),
    },
    matchedNow,
    waiting,
  };
};
