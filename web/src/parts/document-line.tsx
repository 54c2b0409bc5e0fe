import { Link } from '@tanstack/react-router';
import type { Document } from '../../../src/model/index.ts';
import { dateInWords } from '../dates.ts';
import { words } from '../words.ts';

type Described = Pick<Document, 'title' | 'publisher' | 'published' | 'kind'>;

export const DigestMark = () => <span className="digest">{words.document.digest}</span>;

/** Publisher and date, and that a digest is one. */
export const DocumentFacts = ({ document }: { document: Described }) => (
  <span className="facts">
    <bdi>{document.publisher ?? words.document.unknownPublisher}</bdi>
    {', '}
    {document.published ? (
      <time dateTime={document.published}>{dateInWords(document.published)}</time>
    ) : (
      words.document.undated
    )}
    {document.kind === 'digest' && (
      <>
        {' '}
        <DigestMark />
      </>
    )}
  </span>
);

interface DocumentLineProps {
  caseId: string;
  id: string;
  document: Described | undefined;
}

/** A document's title, as a link, with its facts. */
export const DocumentLine = ({ caseId, id, document }: DocumentLineProps) => (
  <span className="document-line">
    <Link to="/cases/$case/documents/$document" params={{ case: caseId, document: id }}>
      <bdi>{document?.title || words.commitment.untitled}</bdi>
    </Link>
    {document && (
      <>
        {' '}
        <DocumentFacts document={document} />
      </>
    )}
  </span>
);
