import { type CorpusFile, malformed } from './corpus-file.ts';

/** A sentence of a file that gives a word a line, columns parted by tabs, and an empty line after a sentence. */
export interface SentenceBlock {
  /** `# key = value` lines; a key alone has the value ''. */
  readonly comments: ReadonlyMap<string, string>;
  readonly rows: readonly { readonly line: number; readonly columns: readonly string[] }[];
}

const commentOf = (text: string): [string, string] => {
  const [key = '', ...value] = text.slice(1).split('=');
  return [key.trim(), value.join('=').trim()];
};

/** @throws ProvisoError PROVISO_CORPUS_INVALID when a line has not so many columns. */
export const sentenceBlocks = (file: CorpusFile, width: number): SentenceBlock[] => {
  const blocks: SentenceBlock[] = [];
  let comments = new Map<string, string>();
  let rows: SentenceBlock['rows'][number][] = [];
  const finish = () => {
    if (rows.length > 0) blocks.push({ comments, rows });
    comments = new Map();
    rows = [];
  };
  file.lines.forEach((text, index) => {
    const columns = text.split('\t');
    if (!text.trim()) finish();
    // A word may be "#" itself: a comment comes before the words and has no columns.
    else if (text.startsWith('#') && rows.length === 0) comments.set(...commentOf(text));
    else if (columns.length === width) rows.push({ line: index + 1, columns });
    else throw malformed(file, index + 1, `${columns.length} columns where ${width} are expected`);
  });
  finish();
  return blocks;
};
