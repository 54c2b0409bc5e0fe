import { type Document, ProvisoError } from '../../model/index.ts';
import { stamps } from '../../read/index.ts';
import type { Doing, Job, Store } from '../../store/index.ts';
import { knowledgeOf } from '../decide.ts';
import { failedMatches, type Matching, matchDocuments, matchingOf } from '../match-documents.ts';
import { lostWhile } from './lost.ts';

/** A document that is to be matched for a case by this build's matcher, with the case as it stands when that is done. */
export const matchJob = (caseId: string, document: string): Job => ({
  kind: 'match',
  case: caseId,
  document,
  version: stamps.matcher,
});

/** Documents that are matched at once. */
const batch = 16;

const byCase = (jobs: readonly Job[]): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const { case: caseId, document, version } of jobs)
    if (caseId !== null && version === stamps.matcher)
      found.set(caseId, [...(found.get(caseId) ?? []), document]);
  return found;
};

/** What a case is matched by now; null for a case that was deleted. */
export const currentMatching = async (store: Store, caseId: string): Promise<Matching | null> => {
  try {
    return matchingOf(await knowledgeOf(store, caseId), await store.enteredClaims(caseId));
  } catch (thrown) {
    if (thrown instanceof ProvisoError && thrown.code === 'PROVISO_CASE_NOT_FOUND') return null;
    throw thrown;
  }
};

/** Documents of a case, or of those given, in which nothing was matched yet by what it is matched by. */
export const dueIn = (
  store: Store,
  { file, key, entered }: Matching,
  among: readonly string[] | null = null,
): Promise<string[]> => store.documentsToMatch(file.id, key, [...entered.keys()], among);

/** What is to be matched, case by case. */
export async function* dueByCase(store: Store): AsyncGenerator<{ caseId: string; due: string[] }> {
  for (const { id } of await store.cases()) {
    const matching = await currentMatching(store, id);
    if (matching) yield { caseId: id, due: await dueIn(store, matching) };
  }
}

/** Those of the documents in which nothing was matched yet by what the case is matched by now. */
const still = async (store: Store, matching: Matching, among: readonly string[]): Promise<Document[]> => {
  const documents: Document[] = [];
  for (const id of await dueIn(store, matching, among)) {
    const document = await store.document(id);
    if (document) documents.push(document);
  }
  return documents;
};

/** How documents are matched in jobs. `broken` is told what the matcher fails with on everything. */
export function matchingJobs(store: Store, broken: (thrown: unknown) => void): Doing {
  const each = async (
    jobs: readonly Job[],
    work: (matching: Matching, documents: readonly Document[]) => Promise<unknown>,
  ): Promise<void> => {
    for (const [caseId, ids] of byCase(jobs)) {
      const matching = await currentMatching(store, caseId);
      const documents = matching ? await still(store, matching, ids) : [];
      if (matching && documents.length > 0) await work(matching, documents);
    }
  };
  return {
    batch,
    batches: 1,
    does: (jobs) => each(jobs, (matching, documents) => matchDocuments(store, matching, documents, broken)),
    givesUp: (jobs) =>
      each(jobs, ({ file, key }, documents) =>
        store.saveMatches(
          file.id,
          key,
          new Map(documents.map(({ id }) => [id, failedMatches(lostWhile('matched'))])),
        ),
      ),
  };
}
