import type { OriginTree, TracedOrigin, TracedPage } from '../model/index.ts';
import { clip, fold, paint, type Screen } from './terminal.ts';
import { type Branch, treeLines } from './tree.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Pages of one origin that are listed; the JSON has them all. */
const listed = 12;

/** "60 pages, 4 origins; 41 go back to one: …": what a newcomer is told first. */
export const originSummary = ({ pages, origins }: OriginTree): string => {
  if (pages === 0) return 'No page could be read.';
  const [first] = origins;
  const shared =
    first && first.pages.length > 1 ? [`${first.pages.length} go back to one: ${first.name}`] : [];
  const parties = origins.filter(({ isParty }) => isParty).length;
  const part =
    origins.length === 1
      ? 'it takes part in what it tells'
      : `${parties} of the ${origins.length} take part in what they tell`;
  return `${[`${count(pages, 'page')}, ${count(origins.length, 'origin')}`, ...shared, ...(parties > 0 ? [part] : [])].join('; ')}.`;
};

const leaf = (text: string): Branch => ({ text, branches: [] });

/** How far the deepest line stands in. */
const indent = 9;

const pageBranch = (
  { title, publisher, published, told, claims, ties, also, isRead }: TracedPage,
  { columns }: Screen,
): Branch => {
  const width = Math.max(columns - indent, 30);
  const share = isRead
    ? `${told} of ${count(claims, 'claim')}`
    : 'not read: it is in another language than English';
  return {
    text: fold(
      `${clip(title, 70)} (${[publisher ?? 'no publisher', published ?? 'undated'].join(', ')}): ${share}`,
      width,
      2,
    ),
    branches: [
      ...ties
        .slice(0, 2)
        .map(({ because, words }) =>
          leaf(
            fold(words && !because.includes(words) ? `${because} “${clip(words, 120)}”` : because, width, 2),
          ),
        ),
      ...(also.length > 0 ? [leaf(fold(`also: ${clip(also.join(', '), 160)}`, width, 2))] : []),
    ],
  };
};

const originBranch = ({ name, isParty, pages }: TracedOrigin, screen: Screen): Branch => ({
  text: `${paint(screen, 'bold', name)}  ${count(pages.length, 'page')}${isParty ? '; takes part in what it tells' : ''}`,
  branches: [
    ...pages.slice(0, listed).map((page) => pageBranch(page, screen)),
    ...(pages.length > listed ? [leaf(`${pages.length - listed} more; --json has them all`)] : []),
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
