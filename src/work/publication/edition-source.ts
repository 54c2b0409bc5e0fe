import { type Assessment, holding } from '../../model/index.ts';
import { type EditionSource, Named } from '../../publish/index.ts';
import type { Store } from '../../store/index.ts';
import { answerOf } from '../answers.ts';
import type { OpenCase } from '../assess-case.ts';

/** Who and what the documents of a case name; looked up once for all that is chosen on them. */
const namedIn = (store: Store, { file, documents }: OpenCase): Promise<Named> => {
  const question = JSON.stringify([file.title, file.parties, file.actors, file.commitments]);
  return answerOf(documents, `named ${question}`, async () => {
    const named = new Named(file);
    for await (const { document, reading } of store.documentsWithReadings(file.id))
      if (reading) named.add({ document, reading });
    return named;
  });
};

/** What an edition of an assessed case is made of: findings, documents, who and what they name, and what people chose. */
export async function editionSourceOf(
  store: Store,
  open: OpenCase,
  assessment: Assessment,
): Promise<EditionSource> {
  const { file, documents } = open;
  const named = await namedIn(store, open);
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
