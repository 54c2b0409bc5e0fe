import { originSums, rowInWords, words } from '../messages/index.ts';
import type { OriginTree, TracedOrigin, TracedPage } from '../model/index.ts';
import { clip } from './clip.ts';
import { fold, paint, type Screen } from './terminal.ts';
import { type Branch, treeLines } from './tree.ts';

const text = words.originTree;

/** Pages of one origin that are listed; the JSON has them all. */
const listed = 12;

/** "60 pages, 4 origins; 41 go back to one: …": what a newcomer is told first. */
export const originSummary = (tree: OriginTree): string =>
  tree.pages === 0 ? words.origins.none : words.origins.summary(originSums(tree));

const leaf = (text: string): Branch => ({ text, branches: [] });

/** How far the deepest line stands in. */
const indent = 9;

const pageBranch = (
  { title, publisher, published, told, claims, ties, also, isRead }: TracedPage,
  { columns }: Screen,
): Branch => {
  const width = Math.max(columns - indent, 30);
  const share = isRead ? text.share({ told, claims }) : text.unread;
  return {
    text: fold(
      text.page({
        title: clip(title, 70),
        publisher: publisher ?? text.noPublisher,
        published: published ?? text.undated,
        share,
      }),
      width,
      2,
    ),
    branches: [
      ...ties
        .slice(0, 2)
        .map(({ because, words: proof }) =>
          leaf(
            fold(
              proof && !because.includes(proof)
                ? `${because} ${words.ties.quoted(clip(proof, 120))}`
                : because,
              width,
              2,
            ),
          ),
        ),
      ...(also.length > 0 ? [leaf(fold(text.also(clip(rowInWords(also), 160)), width, 2))] : []),
    ],
  };
};

const originBranch = ({ name, isParty, pages }: TracedOrigin, screen: Screen): Branch => ({
  text: `${paint(screen, 'bold', name)}  ${isParty ? text.pagesOfParty(pages.length) : words.origins.pages(pages.length)}`,
  branches: [
    ...pages.slice(0, listed).map((page) => pageBranch(page, screen)),
    ...(pages.length > listed ? [leaf(text.more(pages.length - listed))] : []),
  ],
});

/** Where pages come from, for a terminal: the sum first, then a tree down to the words that prove it. */
export const originText = (tree: OriginTree, screen: Screen): string =>
  [
    ...treeLines({
      text: originSummary(tree),
      branches: tree.origins.map((origin) => originBranch(origin, screen)),
    }),
    '',
  ].join('\n');

/** The same as a table: one page a line, in tab-separated values with a heading. */
export const originTable = ({ origins }: OriginTree): string =>
  [
    ['origin', 'title', 'publisher', 'published', 'address', 'claims of the origin', 'claims', 'because'],
    ...origins.flatMap(({ name, pages }) =>
      pages.map(({ title, publisher, published, url, told, claims, ties }) => [
        name,
        title,
        publisher ?? '',
        published ?? '',
        url ?? '',
        String(told),
        String(claims),
        ties[0]?.because ?? '',
      ]),
    ),
  ]
    .map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/gu, ' ')).join('\t'))
    .join('\n');
