import type { Span } from '../../model/index.ts';
import type { NamedText, NameType, TypedSpan } from '../name-extents.ts';
import type { TreebankDocument } from './conllu.ts';
import { type CorpusFile, malformed } from './corpus-file.ts';
import { type SentenceBlock, sentenceBlocks } from './sentence-blocks.ts';
import { withoutBlanks } from './without-blanks.ts';

const tagPattern = /^(?:O|[BI]-(?:PER|ORG|LOC))$/u;

/** Names of a sentence from its IOB2 tags; offsets count its characters that are no blanks. */
const namesOf = (file: CorpusFile, { rows }: SentenceBlock): TypedSpan[] => {
  const names: { span: Span; type: NameType }[] = [];
  let offset = 0;
  let open = '';
  for (const { line, columns } of rows) {
    const [, form = '', tag = ''] = columns;
    if (!tagPattern.test(tag))
      throw malformed(file, line, `“${tag}” is no tag of O, B-, I- with PER, ORG, LOC`);
    const end = offset + withoutBlanks(form).characters.length;
    const last = names.at(-1);
    const type = tag.slice(2);
    if (tag.startsWith('I-')) {
      if (type !== open || !last) throw malformed(file, line, `${tag} continues nothing`);
      last.span[1] = end;
    } else if (tag.startsWith('B-')) names.push({ span: [offset, end], type: type as NameType });
    open = type;
    offset = end;
  }
  return names;
};

/**
 * Universal NER on EWT in IOB2. It has words without their blanks: the text is the treebank's, sentence by
 * sentence under the same id, and names are placed in it by their characters.
 * @throws ProvisoError PROVISO_CORPUS_INVALID when a sentence is not in the treebank or has other characters.
 */
export const parseUner = (file: CorpusFile, treebank: readonly TreebankDocument[]): NamedText[] => {
  const blocks = new Map(sentenceBlocks(file, 5).map((block) => [block.comments.get('sent_id'), block]));
  const texts = treebank.map(({ id, text, sentences }) => {
    const names = sentences.flatMap((sentence) => {
      const block = blocks.get(sentence.id);
      blocks.delete(sentence.id);
      return block ? placed(file, block, text, sentence.span) : [];
    });
    return { id, text, names, descriptions: [] };
  });
  const [left] = blocks.values();
  if (left) throw malformed(file, left.rows[0]?.line ?? 0, 'the treebank has no such sentence');
  return texts;
};

const placed = (file: CorpusFile, block: SentenceBlock, text: string, [from, to]: Span): TypedSpan[] => {
  const { characters, offsets } = withoutBlanks(text.slice(from, to));
  const words = withoutBlanks(block.rows.map(({ columns }) => columns[1]).join('')).characters;
  if (words !== characters)
    throw malformed(file, block.rows[0]?.line ?? 0, 'the sentence has other characters in the treebank');
  return namesOf(file, block).map(({ span: [start, end], type }) => ({
    type,
    span: [from + (offsets[start] ?? 0), from + (offsets[end - 1] ?? 0) + 1],
  }));
};
