import type { Document, Statement } from '../../model/index.ts';
import { assess } from '../../weigh/index.ts';
import { materialOf, passCase, tell } from '../../weigh/testing.ts';
import type { Report } from './report.ts';

/** For tests: a document that holds the words of a statement in its second paragraph. */
export const documentOf = (
  { documentId, publisher, published, text }: Statement,
  title: string,
): Document => ({
  id: documentId,
  sha256: documentId.padStart(64, 'a'),
  mediaType: 'text/plain',
  byteLength: 100,
  title,
  author: null,
  titleFrom: null,
  publisher,
  publisherFrom: null,
  agency: null,
  published,
  publishedFrom: null,
  url: 'https://example.org/report',
  kind: 'original',
  text: `The first paragraph. It has two sentences.\n\nBefore it. ${text} After it.\n\n${'The rest tells of other things. '.repeat(40)}`,
  language: 'en',
  guessedCharset: null,
  pages: null,
  segments: null,
  account: null,
  incomplete: null,
});

/** For tests: a report on the case of the pass, with these words in its reports, under this title. */
export const passReport = (
  words: readonly string[] = ['Raiders camp in the north, monitors said.'],
  title = 'A day at the pass',
): Report => {
  const statements = words.map((text) => {
    const statement = tell({ speaker: 'monitors', text });
    const start = documentOf(statement, title).text.indexOf(text);
    return {
      ...statement,
      claim: { ...statement.claim, span: [start, start + text.length] as [number, number] },
    };
  });
  const clocks = { asOf: '2030-06-30', knownAt: '2030-06-30' };
  return {
    file: passCase,
    assessment: assess(materialOf(statements), clocks),
    documents: new Map(statements.map((each) => [each.documentId, documentOf(each, title)])),
    collected: new Map(statements.map(({ documentId }) => [documentId, '2030-06-01T10:00:00.000Z'])),
    only: null,
  };
};
