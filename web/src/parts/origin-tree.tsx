import { rowInWords } from '../../../src/messages/index.ts';
import type { TracedOrigin, TracedPage, OriginTree as Tree } from '../../../src/model/index.ts';
import { dateInWords } from '../dates.ts';
import { words } from '../words.ts';
import { OriginTies } from './origin-ties.tsx';

const text = words.origins;

const PageLine = ({ page }: { page: TracedPage }) => (
  <li>
    <details>
      <summary>
        <bdi className="page-title">{page.title || words.commitment.untitled}</bdi>{' '}
        <span className="facts">
          <bdi>{page.publisher ?? words.document.unknownPublisher}</bdi>,{' '}
          {page.published ? dateInWords(page.published) : words.document.undated}
        </span>
      </summary>
      <div className="edge">
        <p className="quiet">
          {page.isRead ? text.share({ told: page.told, claims: page.claims }) : text.unread}
        </p>
        <OriginTies ties={page.ties} />
        {page.also.length > 0 && <p className="quiet">{text.also(rowInWords(page.also))}</p>}
        {page.url && /^https?:/u.test(page.url) && (
          <p>
            <a href={page.url} rel="noreferrer">
              {page.url}
            </a>
          </p>
        )}
      </div>
    </details>
  </li>
);

interface BranchProps {
  origin: TracedOrigin;
  total: number;
  isOpen: boolean;
}

const Branch = ({ origin: { name, pages, isParty }, total, isOpen }: BranchProps) => (
  <li>
    <details open={isOpen}>
      <summary>
        <meter min={0} max={total} value={pages.length} aria-hidden="true" />
        <bdi className="origin-name">{name}</bdi>{' '}
        <span className="facts">
          {text.pages(pages.length)}
          {isParty && ` · ${text.isParty}`}
        </span>
      </summary>
      <ul className="plain">
        {pages.map((page) => (
          <PageLine key={page.document} page={page} />
        ))}
      </ul>
    </details>
  </li>
);

/** The tree: origins, under each its pages, under each the words that prove it. */
export const OriginTree = ({ tree: { origins, pages } }: { tree: Tree }) => (
  <ul className="plain origin-tree">
    {origins.map((origin, place) => (
      <Branch key={origin.id} origin={origin} total={pages} isOpen={place === 0} />
    ))}
  </ul>
);

/** The same as a table, one page a line. */
export const OriginTable = ({ tree: { origins } }: { tree: Tree }) => (
  <details>
    <summary>{text.asTable}</summary>
    <div className="scroll">
      <table>
        <thead>
          <tr>
            {Object.values(text.columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {origins.flatMap(({ name, pages }) =>
            pages.map(({ document, title, publisher, published, ties }) => (
              <tr key={document}>
                <td>{name}</td>
                <td>{title}</td>
                <td>{publisher ?? words.document.unknownPublisher}</td>
                <td>{published ? dateInWords(published) : words.document.undated}</td>
                <td>{ties[0]?.because}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  </details>
);
