import type { ClaimLine, ClaimPage, Statement } from '../model/index.ts';
import { type Part, partsIn } from '../resolve/index.ts';
import type { ClaimsAsked, PageOf, Store } from '../store/index.ts';
import { knowledgeOf, resolvedDocuments } from '../work/index.ts';

const chainWords = ({ publisher, chain }: Statement): string[] => [
  publisher ?? 'unknown publisher',
  ...chain.flatMap(({ relays, entity, group, words }) => [
    ...relays.map(({ name }) => name),
    entity?.name ?? (words || group?.name || 'somebody unnamed'),
  ]),
];

/** Whether a statement is one of the claims asked for: the same that were counted when its document was matched. */
const isAsked = (asked: ClaimsAsked, statement: Statement): boolean => {
  const parts = partsIn(statement);
  const has = (part: Part, key: string) => parts[part].some((entity) => entity.key === key);
  return 'key' in asked ? has(asked.part, asked.key) : has('acts', asked.from) && has('undergoes', asked.to);
};

/** A page of the claims asked for, newest document first, as lines with their documents. */
export const claimPage = async (
  store: Store,
  caseId: string,
  asked: ClaimsAsked,
  page: PageOf,
): Promise<ClaimPage> => {
  const { total, documents: ids, skipped } = await store.claimPlaces(caseId, asked, page);
  const documents = new Map((await store.summaries(ids)).map((document) => [document.id, document]));
  const statements = (await resolvedDocuments(store, await knowledgeOf(store, caseId), ids))
    .flatMap((document) => document.statements)
    .filter((each) => isAsked(asked, each));
  return {
    total,
    claims: statements.slice(skipped, skipped + page.limit).flatMap((statement): ClaimLine[] => {
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
