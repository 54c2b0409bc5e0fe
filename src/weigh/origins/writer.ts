import { words as messages } from '../../messages/index.ts';
import type { Span, Statement, Tie } from '../../model/index.ts';
import type { Inquiry } from './inquiry.ts';
import type { Found } from './source.ts';
import { type Page, type Passage, passageOf } from './texts.ts';

const hostOf = ({ url }: Page): string | null => {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return /^https?:$/u.test(protocol) ? host.replace(/^www\./u, '') : null;
};

/** Whom the page itself names as its source. */
const agencyOf = ({ credits }: Inquiry, page: Page): string | null => page.agency ?? credits(page);

const publisherOf = (inquiry: Inquiry, page: Page): string | null =>
  agencyOf(inquiry, page) ?? page.publisher ?? hostOf(page);

const placeOn = (page: Page, span: Span | null): Tie['other'] => ({
  document: page.id,
  span,
  words: span ? page.text.slice(...span) : '',
});

/** The page whose voice a statement in a page's own voice is: an agency's stays its own. */
const firstPage = (
  inquiry: Inquiry,
  statement: Statement,
): { first: Page | undefined; passage: Passage | null } => {
  const { pages, copies, clusterOf } = inquiry;
  const own = pages.get(statement.documentId);
  if (own && agencyOf(inquiry, own) !== null) return { first: own, passage: null };
  const passage = passageOf(statement, copies, pages);
  return { first: pages.get(clusterOf(passage?.page.id ?? statement.documentId)), passage };
};

const tieTo = (
  inquiry: Inquiry,
  statement: Statement,
  first: Page,
  name: string,
  passage: Passage | null,
): Tie => {
  const { pages, tieOf } = inquiry;
  const agency = agencyOf(inquiry, first);
  if (agency !== null) return tieOf(statement, 'agency', messages.ties.agency(agency), agency);
  if (passage)
    return tieOf(
      statement,
      'passage',
      messages.ties.passage(name),
      pages.get(statement.documentId)?.text.slice(...passage.here) ?? null,
      placeOn(passage.page, passage.there),
    );
  return first.id === statement.documentId
    ? tieOf(statement, 'writer', messages.ties.writes(name), null)
    : tieOf(statement, 'copy', messages.ties.copy(name), null, placeOn(first, null));
};

/** Whoever wrote the page: its agency, the first to have its text, its publisher, its site. */
export const writerIn =
  (inquiry: Inquiry) =>
  (statement: Statement): Found => {
    const { bodies, tieOf, source, nameOf } = inquiry;
    const { first, passage } = firstPage(inquiry, statement);
    const name = first ? publisherOf(inquiry, first) : null;
    if (!first || name === null) {
      const tie = tieOf(statement, 'writer', messages.ties.noPublisher, null);
      const id = `writer:${first?.id ?? statement.documentId}`;
      return { source: source(id, messages.ties.unknownWriter, null, tie), vague: 'writer' };
    }
    const id = bodies.publisher(name);
    const found = source(id, nameOf(id, name), null, tieTo(inquiry, statement, first, name, passage));
    return {
      source: {
        ...found,
        gradeBy: (grades) => grades.ofName(name) ?? found.gradeBy(grades),
        isNamed: true,
      },
      vague: 'writer',
    };
  };
