import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countInputs } from '../collect/index.ts';
import type { Reader } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { addReports } from './add-reports.ts';
import { importCase } from './import-case.ts';
import type { Progress } from './progress.ts';
import type { Refusal } from './refusal.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));

/** Ids of the cases that come with Proviso. */
export const exampleIds = async (): Promise<string[]> => (await readdir(folder)).sort();

/**
 * Fills an empty store with every example and its reports; one that was interrupted is completed. A store with other cases
 * is left alone.
 *
 * @param progressOf who is told how far the example of this title has come
 */
export const loadExamples = async (
  store: Store,
  reader: Reader,
  progressOf: (title: string) => Progress,
  signal: AbortSignal,
): Promise<Refusal[]> => {
  const known = await store.cases();
  const refusals: Refusal[] = [];
  for (const id of await exampleIds()) {
    const reports = [join(folder, id, 'reports')];
    const found = known.find((each) => each.id === id);
    if (found ? found.documents >= (await countInputs(reports)) : known.length > 0) continue;
    if (!found) await importCase(store, await readFile(join(folder, id, 'case.yaml'), 'utf8'));
    const { title } = (await store.caseById(id)).file;
    const { refused } = await addReports(store, reader, reports, {
      caseId: id,
      progress: progressOf(title),
      signal,
    });
    refusals.push(...refused);
  }
  return refusals;
};
