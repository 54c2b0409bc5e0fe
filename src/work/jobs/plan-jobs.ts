import { type JobKind, readLanguages } from '../../model/index.ts';
import type { Reader } from '../../read/index.ts';
import type { JobQueue, Store } from '../../store/index.ts';
import { dueByCase, matchJob } from './matching-jobs.ts';
import { readJob } from './reading-jobs.ts';

const planReading = async (store: Store, queue: JobQueue, { name, version }: Reader): Promise<void> => {
  const due = await store.documentsToRead({ name, version }, null, readLanguages);
  await queue.send(due.map((id) => readJob(id, version)));
};

const planMatching = async (store: Store, queue: JobQueue): Promise<void> => {
  for await (const { caseId, due } of dueByCase(store))
    await queue.send(due.map((document) => matchJob(caseId, document)));
};

/** Makes jobs of all that is to be done, whoever left it undone: an edited case, a process that was killed before it could say so. */
export class JobPlan {
  readonly #store: Store;
  readonly #queue: JobQueue;
  readonly #reader: Reader;
  /** What the store was like when all that was due was last made jobs of, by kind. */
  readonly #planned = new Map<JobKind, string>();

  constructor(store: Store, queue: JobQueue, reader: Reader) {
    this.#store = store;
    this.#queue = queue;
    this.#reader = reader;
  }

  /** Nothing is looked up while jobs of the kind wait anyway, or when nothing has changed since. */
  async bringUpToDate(): Promise<void> {
    const counts = await this.#queue.counts();
    const state = JSON.stringify(await this.#store.state());
    const isDue = (kind: JobKind) => counts[kind].waiting === 0 && this.#planned.get(kind) !== state;
    if (isDue('read')) {
      await planReading(this.#store, this.#queue, this.#reader);
      this.#planned.set('read', state);
    }
    if (isDue('match')) {
      await planMatching(this.#store, this.#queue);
      this.#planned.set('match', state);
    }
  }
}
