import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { languageInWords } from '../../../src/messages/index.ts';
import type { Annotation, ListedDocument } from '../../../src/model/index.ts';
import { isReadable } from '../../../src/model/read-languages.ts';
import { dateInWords, dayOrNothing } from '../dates.ts';
import { type DocumentFilter, documentListQuery, hitsEach, searchQuery } from '../explore-api.ts';
import { TagMark } from '../parts/annotations.tsx';
import { DigestMark, DocumentLine } from '../parts/document-line.tsx';
import { DocumentSelection } from '../parts/document-selection.tsx';
import { Pages } from '../parts/pages.tsx';
import { Selectable, Tick, useSelection } from '../parts/selection.tsx';
import { TableDownloads } from '../parts/table-downloads.tsx';
import { excerptPieces } from '../segments.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/documents');
const text = words.documents;

interface AskedProps {
  caseId: string;
  filter: DocumentFilter;
  page: number;
}

/** The server ranks no more hits than this, and so has no further pages. */
const rankedAtMost = 500;

const given = (form: FormData, name: string): string | undefined => {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
};

interface SearchFormProps {
  query: string | undefined;
  filter: DocumentFilter;
  tags: readonly { tag: string; documents: number }[];
  publishers: readonly { publisher: string; documents: number }[];
}

const SearchForm = ({ query, filter, tags, publishers }: SearchFormProps) => {
  const navigate = route.useNavigate();
  const isFiltered = Boolean(
    query || filter.publisher || filter.from || filter.to || filter.tag || filter.commented,
  );
  return (
    <search>
      <form
        key={JSON.stringify([query, filter])}
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          navigate({
            search: {
              q: given(form, 'q'),
              publisher: given(form, 'publisher'),
              from: dayOrNothing(form.get('from')),
              to: dayOrNothing(form.get('to')),
              tag: given(form, 'tag'),
              commented: given(form, 'commented'),
            },
          });
        }}
      >
        <label className="wide">
          <span>{text.search}</span>
          <input type="search" name="q" placeholder={text.placeholder} defaultValue={query ?? ''} />
        </label>
        <label>
          <span>{text.publisher}</span>
          <input
            type="text"
            name="publisher"
            list="publishers"
            autoComplete="off"
            defaultValue={filter.publisher ?? ''}
          />
          <datalist id="publishers">
            {publishers.map(({ publisher, documents }) => (
              <option key={publisher} value={publisher} label={`${publisher} (${documents})`} />
            ))}
          </datalist>
        </label>
        <label>
          <span>{text.from}</span>
          <input type="date" name="from" defaultValue={filter.from ?? ''} />
        </label>
        <label>
          <span>{text.to}</span>
          <input type="date" name="to" defaultValue={filter.to ?? ''} />
        </label>
        {tags.length > 0 && (
          <label>
            <span>{words.annotation.filter}</span>
            <select name="tag" defaultValue={filter.tag ?? ''}>
              <option value="">{words.annotation.anyTag}</option>
              {tags.map(({ tag, documents }) => (
                <option key={tag} value={tag}>{`${tag} (${documents})`}</option>
              ))}
            </select>
          </label>
        )}
        <label className="check">
          <input type="checkbox" name="commented" value="true" defaultChecked={filter.commented === 'true'} />
          {words.annotation.commented}
        </label>
        <button type="submit">{text.submit}</button>
        {isFiltered && (
          <Link
            className="button"
            to="."
            search={{
              ...{ q: undefined, publisher: undefined, from: undefined, to: undefined },
              ...{ tag: undefined, commented: undefined },
            }}
          >
            {text.clear}
          </Link>
        )}
      </form>
    </search>
  );
};

interface DocumentRowProps {
  caseId: string;
  document: ListedDocument;
  /** What people noted on it. */
  notes: readonly Annotation[];
}

/** The tags of a document, each once, and how many comments it has. */
const Notes = ({ notes }: Pick<DocumentRowProps, 'notes'>) => {
  const tags = new Set(notes.flatMap(({ kind, text: said }) => (kind === 'tag' ? [said] : [])));
  const comments = notes.filter(({ kind }) => kind === 'comment').length;
  return (
    <>
      {[...tags].map((tag) => (
        <TagMark key={tag}>{tag}</TagMark>
      ))}
      {comments > 0 && <span className="facts"> {words.annotation.comments(comments)}</span>}
    </>
  );
};

/** In which language it is, where it is not read as it is written. */
const Language = ({ document: { language, unread, translated } }: Pick<DocumentRowProps, 'document'>) => {
  if (isReadable({ language }) || !(unread || translated)) return null;
  const said = languageInWords(language);
  return (
    <span className="facts">
      {'· '}
      {translated ? words.translation.translated(said) : words.translation.unread(said)}
    </span>
  );
};

const DocumentRow = ({ caseId, document, notes }: DocumentRowProps) => (
  <tr>
    <td className="tick-cell">
      <Tick id={document.id} name={document.title || words.commitment.untitled} />
    </td>
    <td className="published">
      {document.published ? (
        <time dateTime={document.published}>{dateInWords(document.published)}</time>
      ) : (
        words.document.undated
      )}
    </td>
    <td>
      <Link to="/cases/$case/documents/$document" params={{ case: caseId, document: document.id }}>
        <bdi>{document.title || words.commitment.untitled}</bdi>
      </Link>
      <span className="facts">
        <bdi>{document.publisher ?? words.document.unknownPublisher}</bdi>{' '}
        {document.kind === 'digest' && <DigestMark />} <Language document={document} />
      </span>
      <Notes notes={notes} />
    </td>
  </tr>
);

const AllDocuments = ({ caseId, filter, page }: AskedProps) => {
  const { documents, total, annotations } = useSuspenseQuery(documentListQuery(caseId, filter, page)).data;
  const selection = useSelection();
  if (!total) return <p className="empty">{text.none}</p>;
  return (
    <Selectable selection={selection}>
      <DocumentSelection caseId={caseId} selection={selection} all={documents.map(({ id }) => id)} />
      <table className="documents">
        <caption>{text.caption(total)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{words.selection.label}</span>
            </th>
            <th scope="col">{text.columns.published}</th>
            <th scope="col">{text.columns.document}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              caseId={caseId}
              document={document}
              notes={annotations.filter((one) => one.document === document.id)}
            />
          ))}
        </tbody>
      </table>
      <Pages page={page} total={total} />
    </Selectable>
  );
};

/** An excerpt with the words found marked. */
const Excerpt = ({ text }: { text: string }) => (
  <p className="excerpt" dir="auto">
    {excerptPieces(text).map(({ at, words: piece, found }) =>
      found ? <mark key={at}>{piece}</mark> : piece,
    )}
  </p>
);

const Found = ({ caseId, query, filter, page }: AskedProps & { query: string }) => {
  const { results, total } = useSuspenseQuery(searchQuery(caseId, query, filter, page)).data;
  return (
    <>
      <p role="status">{text.found({ n: total, query })}</p>
      <ol className="plain results">
        {results.map(({ document, excerpt }) => (
          <li key={document.id}>
            <DocumentLine caseId={caseId} id={document.id} document={document} />{' '}
            <Language document={document} />
            <Excerpt text={excerpt} />
          </li>
        ))}
      </ol>
      <Pages page={page} total={Math.min(total, rankedAtMost)} each={hitsEach} />
    </>
  );
};

export const Documents = () => {
  const { case: caseId } = route.useParams();
  const { q, page, publisher, from, to, tag, commented } = route.useSearch();
  const filter = { publisher, from, to, tag, commented };
  const asked = { caseId, filter, page: Number(page ?? '1') };
  const { data } = useQuery(documentListQuery(caseId, filter, q ? 1 : asked.page));
  return (
    <div className="page">
      <title>{words.pageTitle(words.nav.documents)}</title>
      <div className="page-head">
        <h1>{words.nav.documents}</h1>
        <Link className="button" to="/cases/$case/add" params={{ case: caseId }}>
          {words.nav.add}
        </Link>
      </div>
      <SearchForm query={q} filter={filter} tags={data?.tags ?? []} publishers={data?.publishers ?? []} />
      <p className="quiet">
        {words.report.tablesHeading}{' '}
        <TableDownloads caseId={caseId} table="documents" filter={{ q, ...asked.filter }} />
      </p>
      {q ? <Found {...asked} query={q} /> : <AllDocuments {...asked} />}
    </div>
  );
};
