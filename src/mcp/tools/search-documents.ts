import { z } from 'zod';
import { matchEnd, matchStart } from '../../store/index.ts';
import { caseId, nextAfter, paging } from '../asked.ts';
import { DocumentSource, Quotation, quotationOf, sourceOf } from '../source.ts';
import { tool } from '../tool.ts';

/** Between the passages of an excerpt. */
const between = ' … ';

/** The passages of an excerpt where they stand in the text; one that was altered for the excerpt is left out. */
const passagesOf = (excerpt: string, text: string): [number, number][] =>
  excerpt
    .replaceAll(matchStart, '')
    .replaceAll(matchEnd, '')
    .split(between)
    .flatMap((passage): [number, number][] => {
      const start = passage === '' ? -1 : text.indexOf(passage);
      return start < 0 ? [] : [[start, start + passage.length]];
    });

const Result = z.object({
  document: DocumentSource,
  passages: z
    .array(Quotation)
    .describe('Where the words were found; `read_document` gives what stands around.'),
});

export const searchDocuments = tool({
  name: 'search_documents',
  title: 'Search the documents',
  description:
    'Full-text search in the documents of a case, best first. The query takes "quoted phrases", OR and -without. A hit ' +
    'says that the words are there, and nothing about whether a commitment was kept: that is said by `why`.',
  input: z.object({
    case: caseId,
    query: z.string().trim().min(1).max(400),
    publisher: z.string().max(400).optional().describe('Only documents of this publisher.'),
    from: z.iso.date().optional().describe('Only those published on this day or later.'),
    to: z.iso.date().optional().describe('Only those published on this day or before.'),
    ...paging(10, 50),
  }),
  output: z.object({
    total: z.int().describe('How many documents match.'),
    next: z.int().nullable().describe('`offset` of the next page; null after the last.'),
    results: z.array(Result),
  }),
  answer: (desk, { case: asked, query, offset, limit, ...filter }) =>
    desk.withStore(async ({ store, workbench }) => {
      const { total, hits } = await store.search(asked, query, { offset, limit }, filter);
      const results = [];
      for (const { document: hit, excerpt } of hits) {
        const document = await store.document(hit.id);
        if (!document) continue;
        results.push({
          document: sourceOf(asked, document, workbench),
          passages: passagesOf(excerpt, document.text).map((span) =>
            quotationOf(asked, document, span, workbench),
          ),
        });
      }
      return { total, next: nextAfter(offset, limit, total), results };
    }),
});
