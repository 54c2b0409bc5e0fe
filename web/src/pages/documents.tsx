import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { DocumentSummary } from '../../../src/model/index.ts';
import { documentListQuery, searchQuery } from '../api.ts';
import { dateInWords } from '../dates.ts';
import { DigestMark, DocumentLine } from '../parts/document-line.tsx';
import { Folded } from '../parts/folded.tsx';
import { excerptPieces } from '../segments.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/documents');

const rowsShown = 100;

const SearchForm = ({ query }: { query: string }) => {
  const navigate = useNavigate();
  return (
    <search>
      <form
        key={query}
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          const q = new FormData(event.currentTarget).get('q');
          navigate({ to: '.', search: { q: typeof q === 'string' ? q.trim() : undefined } });
        }}
      >
        <input
          type="search"
          name="q"
          aria-label={words.documents.search}
          placeholder={words.documents.placeholder}
          defaultValue={query}
        />
        <button type="submit">{words.documents.submit}</button>
      </form>
    </search>
  );
};

const DocumentRow = ({ caseId, document }: { caseId: string; document: DocumentSummary }) => (
  <tr>
    <td className="published">
      {document.published ? (
        <time dateTime={document.published}>{dateInWords(document.published)}</time>
      ) : (
        words.document.undated
      )}
    </td>
    <td>
      <Link to="/cases/$case/documents/$document" params={{ case: caseId, document: document.id }}>
        {document.title || words.commitment.untitled}
      </Link>
      <span className="facts">
        {document.publisher ?? words.document.unknownPublisher} {document.kind === 'digest' && <DigestMark />}
      </span>
    </td>
  </tr>
);

const AllDocuments = ({ caseId }: { caseId: string }) => {
  const { documents } = useSuspenseQuery(documentListQuery(caseId)).data;
  if (!documents.length) return <p className="empty">{words.documents.none}</p>;
  const newest = documents.toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  return (
    <Folded items={newest} first={rowsShown}>
      {(shown) => (
        <table className="documents">
          <caption>{words.documents.caption(newest.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.documents.columns.published}</th>
              <th scope="col">{words.documents.columns.document}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((document) => (
              <DocumentRow key={document.id} caseId={caseId} document={document} />
            ))}
          </tbody>
        </table>
      )}
    </Folded>
  );
};

/** An excerpt with the words found marked. */
const Excerpt = ({ text }: { text: string }) => (
  <p className="excerpt">
    {excerptPieces(text).map(({ at, words: piece, found }) =>
      found ? <mark key={at}>{piece}</mark> : piece,
    )}
  </p>
);

const Found = ({ caseId, query }: { caseId: string; query: string }) => {
  const { results } = useSuspenseQuery(searchQuery(caseId, query)).data;
  return (
    <>
      <p role="status">{words.documents.found(results.length, query)}</p>
      <p>
        <Link to="." search={{ q: undefined }}>
          {words.documents.all}
        </Link>
      </p>
      <ol className="plain results">
        {results.map(({ document, excerpt }) => (
          <li key={document.id}>
            <DocumentLine caseId={caseId} id={document.id} document={document} />
            <Excerpt text={excerpt} />
          </li>
        ))}
      </ol>
    </>
  );
};

export const Documents = () => {
  const { case: caseId } = route.useParams();
  const { q } = route.useSearch();
  return (
    <div className="page">
      <title>{words.pageTitle(words.documents.heading)}</title>
      <h1>{words.documents.heading}</h1>
      <SearchForm query={q ?? ''} />
      {q ? <Found caseId={caseId} query={q} /> : <AllDocuments caseId={caseId} />}
    </div>
  );
};
