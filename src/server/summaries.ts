import type { Document, DocumentSummary } from '../model/index.ts';

/** A document without its text and its custody. */
export const summaryOf = ({ id, title, publisher, published, url, kind }: Document): DocumentSummary => ({
  id,
  title,
  publisher,
  published,
  url,
  kind,
});
