import { styleText } from 'node:util';

/** What a terminal can show. */
export interface Screen {
  columns: number;
  colour: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** Text in a style, or plain where there is no colour. */
export const paint = ({ colour }: Screen, style: Style, text: string): string =>
  colour ? styleText(style, text, { validateStream: false }) : text;

/** Text folded at blanks to a width; every line after the first is indented. */
export const fold = (text: string, width: number, indent = 0): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\r\n]+/u).filter(Boolean)) {
    const limit = Math.max(width - (lines.length > 0 ? indent : 0), 20);
    if (line && line.length + 1 + word.length > limit) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
};
