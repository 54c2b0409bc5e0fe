import { z } from 'zod';
import { Document, isLowHalf, ListedDocument, ProvisoError } from '../../model/index.ts';
import { listedIn } from '../../work/index.ts';
import { caseId } from '../asked.ts';
import { Quotation, quotationOf } from '../source.ts';
import { tool } from '../tool.ts';

/** The most that is handed out at once, in UTF-16 code units: some pages of print. */
const mostCharacters = 20_000;

/** Where a page ends: no character is cut in two. */
const endOfPage = (text: string, offset: number, limit: number): number => {
  const end = Math.min(text.length, offset + limit);
  return isLowHalf(text, end) ? end + 1 : end;
};

export const readDocument = tool({
  name: 'read_document',
  title: 'Read a document',
  description:
    'The text of a document of a case, page by page: go on at `next` until it is null. Of a document whose `kind` is ' +
    '`digest` the words are Proviso’s own summary of a page, not the publisher’s.',
  input: z.object({
    case: caseId,
    document: z.string().min(1).max(200).describe('Id of a document, from `why` or `search_documents`.'),
    offset: z.int().min(0).default(0).describe('Where in the text to begin, in UTF-16 code units.'),
    limit: z.int().min(1).max(mostCharacters).default(8000).describe('How many UTF-16 code units at most.'),
  }),
  output: z.object({
    ...Quotation.shape,
    length: z.int().describe('Of the whole text, in UTF-16 code units.'),
    next: z.int().nullable().describe('`offset` of the next page; null after the last.'),
    author: Document.shape.author,
    language: Document.shape.language,
    incomplete: Document.shape.incomplete,
    unread: ListedDocument.shape.unread,
    replacedBy: ListedDocument.shape.replacedBy,
  }),
  answer: (desk, { case: asked, document: id, offset, limit }) =>
    desk.withStore(async ({ store, workbench }) => {
      const { document, listed } = await listedIn(store, asked, id);
      const { text, author, language, incomplete } = document;
      if (offset > text.length || isLowHalf(text, offset))
        throw new ProvisoError(
          'PROVISO_REQUEST_INVALID',
          `The request is wrong: no character of the document begins at ${offset}; it ends at ${text.length}.`,
          'Begin at 0, and go on at `next`.',
        );
      const end = endOfPage(text, offset, limit);
      return {
        ...quotationOf(asked, document, [offset, end], workbench),
        ...{ length: text.length, next: end < text.length ? end : null },
        ...{ author, language, incomplete, unread: listed.unread, replacedBy: listed.replacedBy },
      };
    }),
});
