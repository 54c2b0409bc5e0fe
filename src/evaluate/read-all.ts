import { mapConcurrently, type Reading } from '../model/index.ts';
import type { Layer } from '../read/index.ts';
import type { Task } from './result.ts';

export interface Text {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
}

/** A reading of every text, in order. */
export const readAll = async (
  texts: readonly Text[],
  layers: readonly Layer[],
  { read, width, watch }: Task,
): Promise<Reading[]> => {
  const readings: Reading[] = [];
  const found = mapConcurrently(texts, width, ({ id, text, published = null }) =>
    read({ id, text, published, layers }),
  );
  for await (const reading of found) watch(readings.push(reading), texts.length);
  return readings;
};
