import { mapConcurrently } from '../../model/index.ts';
import type { Reader } from '../../read/index.ts';
import type { Doing, Job, JobQueue, Store } from '../../store/index.ts';
import { failedReading, readDocument } from '../read-document.ts';
import { saveRead } from '../save-read.ts';
import { lostWhile } from './lost.ts';
import { matchJob } from './matching-jobs.ts';

/** A document that is to be read by a version of the reader. */
export const readJob = (document: string, version: string): Job => ({
  kind: 'read',
  case: null,
  document,
  version,
});

/**
 * How documents are read in jobs. What was read by this version is not read again; what was read is matched next, in every
 * case that has it. `broken` is told what the reader fails with on every text.
 */
export function readingJobs(
  store: Store,
  queue: JobQueue,
  reader: Reader,
  broken: (thrown: unknown) => void,
): Doing {
  const ownIn = (jobs: readonly Job[]) =>
    jobs.flatMap(({ document, version }) => (version === reader.version ? [document] : []));

  const read = async (id: string): Promise<void> => {
    const known = await store.readingOf(id);
    const { name, version } = reader;
    if (known?.reader.name === name && known.reader.version === version) return;
    // It may have been taken down meanwhile.
    const document = await store.document(id);
    if (!document) return;
    const made = await readDocument(reader, document).catch((thrown) => {
      broken(thrown);
      throw thrown;
    });
    if (made) await saveRead(store, id, made.reading);
  };

  const matchNext = async (ids: readonly string[]): Promise<void> => {
    const places = await store.casesOf(ids);
    await queue.send(places.map((place) => matchJob(place.case, place.document)));
  };

  return {
    batch: 2 * reader.threads,
    batches: 2,
    async does(jobs) {
      const ids = ownIn(jobs);
      for await (const _ of mapConcurrently(ids, ids.length, read));
      await matchNext(ids);
    },
    async givesUp(jobs) {
      for (const id of ownIn(jobs)) {
        const document = await store.document(id);
        if (document) await saveRead(store, id, failedReading(document, reader, lostWhile('read')));
      }
    },
  };
}
