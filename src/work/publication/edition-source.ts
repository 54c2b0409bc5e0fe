import { type Assessment, holding } from '../../model/index.ts';
import { type EditionSource, Named } from '../../publish/index.ts';
import type { Store } from '../../store/index.ts';
import type { OpenCase } from '../assess-case.ts';

/** What an edition of an assessed case is made of: findings, documents, who and what they name, and what people chose. */
export async function editionSourceOf(
  store: Store,
  { file, documents }: OpenCase,
  assessment: Assessment,
): Promise<EditionSource> {
  const named = new Named(file);
  for await (const { document, reading } of store.documentsWithReadings(file.id))
    if (reading) named.add({ document, reading });
  return {
    file,
    assessment,
    documents,
    collected: await store.collectedFirst(file.id),
    people: named.people,
    places: named.places,
    decisions: holding(await store.decisions(file.id, { kind: 'publication' })),
  };
}
