import type { Span } from '../../model/index.ts';
import { type CorpusFile, malformed } from './corpus-file.ts';
import { type SentenceBlock, sentenceBlocks } from './sentence-blocks.ts';

/** A syntactic word. */
interface TreebankWord {
  /** Of its token in the text of the document: a multiword token's words all have that token's span. */
  readonly span: Span;
  /** Whether it is one of several words of a token. */
  readonly multiword: boolean;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  /** Index in the words of the document; −1 is the root. */
  readonly head: number;
  /** With its subtype, such as `nmod:poss`. */
  readonly deprel: string;
  /** The last column as it is written: `Key=Value` items parted by bars, or `_`. */
  readonly misc: string;
}

interface TreebankSentence {
  readonly id: string;
  readonly span: Span;
}

export interface TreebankDocument {
  readonly id: string;
  /** The raw text: sentences and paragraphs put together again with their blanks. */
  readonly text: string;
  readonly sentences: readonly TreebankSentence[];
  readonly words: readonly TreebankWord[];
}

interface Word extends Omit<TreebankWord, 'span' | 'multiword'> {}

/** A token as it is written, with the words it stands for; heads count within the sentence. */
interface Token {
  readonly form: string;
  /** What stands between it and the next token. */
  readonly blanks: string;
  readonly words: Word[];
}

const escapes: Readonly<Record<string, string>> = { s: ' ', t: '\t', n: '\n', r: '\r', p: '|', '\\': '\\' };

/** The blanks after a token: one space unless MISC says otherwise. */
const blanksAfter = (misc: string): string => {
  const items = misc.split('|');
  const spaces = items.find((item) => item.startsWith('SpacesAfter='))?.slice('SpacesAfter='.length);
  if (spaces !== undefined)
    return spaces.replace(/\\(.)/gu, (whole, letter: string) => escapes[letter] ?? whole);
  return items.includes('SpaceAfter=No') ? '' : ' ';
};

const wordOf = ([
  ,
  form = '',
  lemma = '',
  upos = '',
  ,
  ,
  head = '',
  deprel = '',
  ,
  misc = '_',
]: readonly string[]): Word => ({
  form,
  lemma,
  upos,
  head: Number(head) - 1,
  deprel,
  misc,
});

/** The tokens of a sentence; empty nodes (8.1) belong to the enhanced graph and are left out. */
const tokensOf = (file: CorpusFile, { rows }: SentenceBlock): Token[] => {
  const tokens: Token[] = [];
  let words = 0;
  let multiwordUpTo = 0;
  for (const { line, columns } of rows) {
    const [id = '', form = ''] = columns;
    const misc = columns[9] ?? '';
    const range = /^\d+-(\d+)$/u.exec(id);
    if (id.includes('.')) continue;
    if (range) {
      multiwordUpTo = Number(range[1]);
      tokens.push({ form, blanks: blanksAfter(misc), words: [] });
      continue;
    }
    words += 1;
    if (Number(id) !== words) throw malformed(file, line, `word ${id} stands where ${words} is expected`);
    if (words > multiwordUpTo) tokens.push({ form, blanks: blanksAfter(misc), words: [] });
    tokens.at(-1)?.words.push(wordOf(columns));
  }
  return tokens;
};

const checkHeads = (file: CorpusFile, { rows }: SentenceBlock, tokens: readonly Token[]): void => {
  const words = tokens.flatMap((token) => token.words);
  const line = rows[0]?.line ?? 0;
  for (const { form, head } of words)
    if (!Number.isInteger(head) || head < -1 || head >= words.length)
      throw malformed(file, line, `the head of “${form}” is no word of its sentence`);
  const roots = words.filter(({ head }) => head === -1).length;
  if (roots !== 1) throw malformed(file, line, `the sentence has ${roots} roots`);
};

/** A document that grows sentence by sentence. */
class GrowingDocument {
  readonly id: string;
  text = '';
  readonly sentences: TreebankSentence[] = [];
  readonly words: TreebankWord[] = [];
  #blanks = '';

  constructor(id: string) {
    this.id = id;
  }

  /** A new paragraph stands after an empty line; else the last token says what follows it. */
  add(id: string, newParagraph: boolean, tokens: readonly Token[]): void {
    if (this.text) this.text += newParagraph ? '\n\n' : this.#blanks;
    const start = this.text.length;
    const firstWord = this.words.length;
    tokens.forEach((token, index) => {
      if (index > 0) this.text += this.#blanks;
      this.#write(token, firstWord);
    });
    this.sentences.push({ id, span: [start, this.text.length] });
  }

  #write({ form, blanks, words }: Token, firstWord: number): void {
    const span: Span = [this.text.length, this.text.length + form.length];
    this.text += form;
    this.#blanks = blanks;
    for (const { head, ...word } of words)
      this.words.push({
        ...word,
        span,
        multiword: words.length > 1,
        head: head === -1 ? -1 : firstWord + head,
      });
  }
}

/**
 * A treebank in CoNLL-U (universaldependencies.org/format.html), document by document, with the raw text that
 * its `SpaceAfter=No`, `newpar` and `newdoc` describe.
 * @throws ProvisoError PROVISO_CORPUS_INVALID, with the line.
 */
export const parseConllu = (file: CorpusFile): TreebankDocument[] => {
  const documents: GrowingDocument[] = [];
  for (const block of sentenceBlocks(file, 10)) {
    const { comments } = block;
    const tokens = tokensOf(file, block);
    checkHeads(file, block, tokens);
    const newDocument = comments.get('newdoc id') ?? comments.get('newdoc');
    if (newDocument !== undefined || documents.length === 0)
      documents.push(new GrowingDocument(newDocument ?? 'document'));
    const id = comments.get('sent_id') ?? '';
    documents.at(-1)?.add(id, comments.has('newpar id') || comments.has('newpar'), tokens);
  }
  return documents;
};
