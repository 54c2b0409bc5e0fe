import {
  type BoardView,
  JobKind,
  type JobsView,
  ProvisoError,
  type RetryRequest,
  readLanguages,
} from '../../model/index.ts';
import { readerIdentity } from '../../read/index.ts';
import type { Store } from '../../store/index.ts';
import type { OpenCase } from '../assess-case.ts';
import { dueByCase } from './matching-jobs.ts';

/** What is to be done in a store that one process has to itself. */
const dueAlone = async (store: Store): Promise<Record<JobKind, number>> => {
  let match = 0;
  for await (const { due } of dueByCase(store)) match += due.length;
  return { read: (await store.documentsToRead(readerIdentity, null, readLanguages)).length, match };
};

const countsOf = async (store: Store): Promise<Record<JobKind, { waiting: number; active: number }>> => {
  if (store.queue) return store.queue.counts();
  const { read, match } = await dueAlone(store);
  return { read: { waiting: read, active: 0 }, match: { waiting: match, active: 0 } };
};

/** The jobs of a store: how many wait and are being done, and what was set aside. */
export async function jobsView(store: Store): Promise<JobsView> {
  const [counts, setAside] = [await countsOf(store), await store.setAside()];
  const kinds = JobKind.options.map((kind) => ({
    kind,
    ...counts[kind],
    setAside: setAside.filter((one) => one.kind === kind).length,
  }));
  return { kinds, setAside };
}

/** What the board of a case does not have yet. `waiting`: documents that other processes have yet to match. */
export async function boardWork(
  store: Store,
  { file, documents, waiting }: OpenCase,
): Promise<BoardView['work']> {
  const aside = (await store.setAside()).filter(
    (one) => documents.has(one.document) && (one.case ?? file.id) === file.id,
  );
  const { waiting: due = 0, active = 0 } = (await store.queue?.counts())?.read ?? {};
  return { reading: due + active, matching: waiting, setAside: aside.length };
}

/**
 * Takes up what was set aside; `catchUp` then does it, or has it done. Gives the cases that it concerns.
 * @throws ProvisoError PROVISO_JOB_NOT_FOUND, before anything is taken up.
 */
export async function takeUpJobs(store: Store, asked: RetryRequest['ids']): Promise<string[]> {
  const aside = await store.setAside();
  const known = new Map(aside.map((one) => [one.id, one]));
  const ids = asked === 'all' ? [...known.keys()] : asked;
  for (const id of ids) if (!known.has(id)) throw notSetAside(id);
  const cases = new Set<string>();
  for (const id of ids) {
    const { case: caseId, document } = known.get(id) as (typeof aside)[number];
    await store.takeUp(id);
    const places = caseId === null ? await store.casesOf([document]) : [{ case: caseId }];
    for (const place of places) cases.add(place.case);
  }
  return [...cases];
}

const notSetAside = (id: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_JOB_NOT_FOUND',
    `No job ${JSON.stringify(id)} is set aside.`,
    'proviso jobs lists those that are.',
  );
