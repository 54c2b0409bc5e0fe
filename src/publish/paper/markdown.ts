import { markOf } from '../marks.ts';
import { type Block, type Inline, type Line, Numbering, type Paper, type Section } from './paper.ts';
import { isolated, onOneLine } from './printable.ts';

type Notes = Numbering<Line>;

/** Text that says nothing to Markdown, nor to HTML in it. */
const escaped = (text: string): string =>
  onOneLine(text)
    .replace(/[\\`*_{}[\]#|~$]/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** `onOneLine` takes blanks off the ends, which part a text from what stands beside it. */
const plain = (text: string): string =>
  `${/^\s/u.test(text) ? ' ' : ''}${escaped(text)}${/\S\s+$/u.test(text) ? ' ' : ''}`;

const address = (text: string): string => encodeURI(onOneLine(text)).replace(/[()]/gu, encodeURIComponent);

const inline = (item: Inline, notes: Notes): string => {
  if (typeof item === 'string') return plain(item);
  switch (item.kind) {
    case 'strong':
      return `**${escaped(item.text)}**`;
    case 'quote':
      return `“${isolated(escaped(item.text))}”`;
    case 'status':
      return `${markOf(item.status).sign} **${escaped(item.text)}**`;
    case 'link':
      return `[${escaped(item.text)}](${address(item.address)})`;
    case 'section':
      return escaped(item.text);
    case 'note':
      return `[^${notes.note(item.content)}]`;
  }
};

const line = (content: Line, notes: Notes): string => content.map((item) => inline(item, notes)).join('');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const block = (item: Block, notes: Notes): string => {
  if (item.kind === 'paragraph') return `${notes.paragraph()}. ${line(item.content, notes)}`;
  if (item.kind === 'list') return item.items.map((each) => `- ${line(each, notes)}`).join('\n');
  return [
    `**${escaped(item.caption)}**`,
    '',
    row(item.columns.map(escaped)),
    row(item.columns.map(() => '---')),
    ...item.rows.map((cells) => row(cells.map((cell) => line(cell, notes)))),
  ].join('\n');
};

const section = ({ heading, blocks, sections }: Section, level: number, notes: Notes): string[] => [
  `${'#'.repeat(level)} ${escaped(heading)}`,
  ...blocks.map((each) => block(each, notes)),
  ...sections.flatMap((each) => section(each, level + 1, notes)),
];

/** A paper as Markdown with footnotes, as GitHub, Pandoc and others read them. */
export const paperMarkdown = ({ title, subtitle, sections }: Paper): string => {
  const notes: Notes = new Numbering();
  const parts = sections.flatMap((each) => section(each, 2, notes));
  // A note may set no note of its own.
  const texts = notes.notes.map((content, place) => `[^${place + 1}]: ${line(content, new Numbering())}`);
  return `${[`# ${escaped(title)}`, ...subtitle.map(escaped), ...parts, ...texts].join('\n\n')}\n`;
};
