import type { ClaimLine, ClaimPage, Statement } from '../model/index.ts';
import type { PageOf, Store } from '../store/index.ts';

const chainWords = ({ publisher, chain }: Statement): string[] => [
  publisher ?? 'unknown publisher',
  ...chain.flatMap(({ relays, entity, group, words }) => [
    ...relays.map(({ name }) => name),
    entity?.name ?? (words || group?.name || 'somebody unnamed'),
  ]),
];

/** A page of statements, newest document first, as lines with their documents. */
export const claimPage = async (
  store: Store,
  statements: readonly Statement[],
  { offset, limit }: PageOf,
): Promise<ClaimPage> => {
  const page = statements
    .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? '') || a.id.localeCompare(b.id))
    .slice(offset, offset + limit);
  const documents = new Map(
    (await store.summaries([...new Set(page.map(({ documentId }) => documentId))])).map((document) => [
      document.id,
      document,
    ]),
  );
  return {
    total: statements.length,
    claims: page.flatMap((statement): ClaimLine[] => {
      const document = documents.get(statement.documentId);
      const { predicate, polarity, mood, time, span } = statement.claim;
      if (!document) return [];
      return [
        {
          id: statement.id,
          document,
          span,
          words: statement.text,
          type: predicate.type,
          polarity,
          mood,
          time,
          chain: chainWords(statement),
        },
      ];
    }),
  };
};
