import { paperHtml } from './html.ts';
import { paperMarkdown } from './markdown.ts';
import type { Paper } from './paper.ts';

/** What a paper can be written as, by the ending of its file. */
const formats = {
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    // Word's library is large, and seldom needed.
    render: async (paper: Paper) => (await import('./docx.ts')).paperDocx(paper),
  },
  html: { mediaType: 'text/html; charset=utf-8', render: async (paper: Paper) => utf8(paperHtml(paper)) },
  md: {
    mediaType: 'text/markdown; charset=utf-8',
    render: async (paper: Paper) => utf8(paperMarkdown(paper)),
  },
} as const;

export type PaperFormat = keyof typeof formats;

export const paperFormats = Object.keys(formats) as [PaperFormat, ...PaperFormat[]];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const renderPaper = async (
  paper: Paper,
  format: PaperFormat,
): Promise<{ bytes: Uint8Array; mediaType: string }> => {
  const { mediaType, render } = formats[format];
  return { bytes: await render(paper), mediaType };
};
