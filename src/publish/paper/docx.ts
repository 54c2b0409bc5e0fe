import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { isWebAddress } from '../../model/index.ts';
import { markOf } from '../marks.ts';
import type { Block, Inline, Line, Paper, Section, TableBlock } from './paper.ts';
import { isolated, isRightToLeft, onOneLine, printable } from './printable.ts';

/** Names in the file's own numbering and styles. */
const paragraphNumbers = 'paragraphs';
const bullets = 'list';
const cellStyle = 'TableText';

/** The list signs of Word's own fonts are missing elsewhere; this one is in every font. */
const bullet = '•';

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

const run = (text: string, options: { bold?: boolean; style?: string } = {}): TextRun =>
  new TextRun({ text: printable(text), rightToLeft: isRightToLeft(text), ...options });

/** Words of somebody else between our marks, in their own direction. */
const quoted = (text: string): TextRun[] => [run('“'), run(isolated(onOneLine(text))), run('”')];

const inline = (item: Inline): ParagraphChild[] => {
  if (typeof item === 'string') return [run(item)];
  switch (item.kind) {
    case 'strong':
      return [run(item.text, { bold: true })];
    case 'quote':
      return quoted(item.text);
    case 'status':
      return [run(`${markOf(item.status).sign} ${item.text}`, { bold: true })];
    case 'link': {
      const children = [run(item.text, { style: 'Hyperlink' })];
      return isWebAddress(item.address)
        ? [new ExternalHyperlink({ children, link: onOneLine(item.address) })]
        : [run(item.text)];
    }
    case 'section':
      return [new InternalHyperlink({ anchor: item.anchor, children: [run(item.text)] })];
    case 'note':
      return [
        new FootnoteReferenceRun({
          children: [new Paragraph({ style: 'FootnoteText', children: item.content.flatMap(inline) })],
        }),
      ];
  }
};

/** A line that is all somebody's words in a script from the right is set from the right. */
const directionOf = (content: Line): { bidirectional?: true } => {
  const [first] = content;
  return typeof first === 'object' && first.kind === 'quote' && isRightToLeft(first.text)
    ? { bidirectional: true }
    : {};
};

const cell = (content: Line, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    children: [
      new Paragraph({ style: cellStyle, ...directionOf(content), children: content.flatMap(inline) }),
    ],
  });

const tableOf = ({ caption, columns, widths, rows }: TableBlock): (Paragraph | Table)[] => {
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: [run(caption)] }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      // Some programs read no percentages: the same in twentieths of a point of a page 16 cm wide.
      columnWidths: widths.map((width) => Math.round((width / 100) * 9070)),
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map((column, place) =>
            cell([{ kind: 'strong', text: column }], widths[place] ?? 0),
          ),
        }),
        ...rows.map(
          (cells) =>
            new TableRow({ children: cells.map((content, place) => cell(content, widths[place] ?? 0)) }),
        ),
      ],
    }),
    new Paragraph({ children: [] }),
  ];
};

const block = (item: Block): (Paragraph | Table)[] => {
  if (item.kind === 'table') return tableOf(item);
  const [reference, lines] =
    item.kind === 'list' ? [bullets, item.items] : [paragraphNumbers, [item.content]];
  return lines.map(
    (content) =>
      new Paragraph({
        numbering: { reference, level: 0 },
        spacing: { after: 120 },
        children: content.flatMap(inline),
      }),
  );
};

const section = ({ heading, anchor, blocks, sections }: Section, depth: number): (Paragraph | Table)[] => [
  new Paragraph({
    heading: headings[depth] ?? HeadingLevel.HEADING_3,
    keepNext: true,
    children: [new Bookmark({ id: anchor, children: [run(onOneLine(heading))] })],
  }),
  ...blocks.flatMap(block),
  ...sections.flatMap((each) => section(each, depth + 1)),
];

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, left: number) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left, hanging: 567 } } },
});

const pageNumber = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT] })],
    }),
  ],
});

/** A paper as a Word document (OOXML): headings, numbered paragraphs and footnotes are Word's own. */
export const paperDocx = ({ title, subtitle, sections }: Paper): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      title: onOneLine(title),
      creator: 'Proviso',
      description: subtitle.map(onOneLine).join(' '),
      styles: {
        default: {
          document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } },
          title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 120 } } },
          heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
          heading2: { run: { size: 25, bold: true }, paragraph: { spacing: { before: 320, after: 100 } } },
          heading3: {
            run: { size: 22, bold: true, color: '5B666B' },
            paragraph: { spacing: { before: 200, after: 80 } },
          },
          footnoteText: { run: { size: 18 } },
          caption: { run: { size: 20, bold: true }, paragraph: { spacing: { before: 160, after: 60 } } },
        },
        paragraphStyles: [{ id: cellStyle, name: 'Table Text', basedOn: 'Normal', run: { size: 18 } }],
      },
      numbering: {
        config: [
          { reference: paragraphNumbers, levels: [level(LevelFormat.DECIMAL, '%1.', 567)] },
          { reference: bullets, levels: [level(LevelFormat.BULLET, bullet, 1134)] },
        ],
      },
      sections: [
        {
          footers: { default: pageNumber },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, children: [run(onOneLine(title))] }),
            ...subtitle.map((each) => new Paragraph({ children: [run(each)] })),
            ...sections.flatMap((each) => section(each, 0)),
          ],
        },
      ],
    }),
  );
