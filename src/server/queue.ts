import type { QueueView, Suggestion } from '../model/index.ts';
import { judgedCount, type OpenCase, type Suggested } from '../work/index.ts';
import { summaryOf } from './summaries.ts';

/** UTF-16 code units of text on either side of a suggestion's words. */
const around = 300;

/** The suggestions to judge next, with the text around their words. */
export const queueView = (
  open: OpenCase,
  { waiting, left, first }: Suggested,
  asked: string | undefined,
): QueueView => {
  return {
    waiting,
    left,
    judged: judgedCount(open, asked),
    suggestions: first.flatMap(({ evidence, copies, commitment: id, ...weight }): Suggestion[] => {
      const commitment = open.file.commitments.find((item) => item.id === id);
      const document = open.documents.get(evidence.document);
      if (!commitment || !document) return [];
      const { requires, debtor, kind } = commitment;
      const [start, end] = evidence.span;
      return [
        {
          evidence,
          copies: copies.flatMap((copy) => {
            const other = open.documents.get(copy.document);
            return other ? [{ evidence: copy.id, document: summaryOf(other) }] : [];
          }),
          commitment: { id, requires, debtor, kind },
          document: summaryOf(document),
          before: document.text.slice(Math.max(0, start - around), start),
          after: document.text.slice(end, end + around),
          ...weight,
        },
      ];
    }),
  };
};
