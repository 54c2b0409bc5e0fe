import type { Span } from '../../model/index.ts';
import { parseConllu, type TreebankDocument } from './conllu.ts';
import { type CorpusFile, malformed } from './corpus-file.ts';

/** A word with a place of its own: the words of one token ("don't") share its characters. */
export interface CorefWord {
  readonly span: Span;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  /** Index in the words of the document; −1 is the root. */
  readonly head: number;
}

/** Words `[from, to)` that stand for somebody or something. */
export interface GoldMention {
  readonly from: number;
  readonly to: number;
  /** The same for all that stand for the same. */
  readonly entity: string;
}

export interface CorefText {
  readonly id: string;
  readonly text: string;
  readonly words: readonly CorefWord[];
  readonly mentions: readonly GoldMention[];
}

const wordsOf = ({ words }: TreebankDocument): CorefWord[] => {
  let within = 0;
  return words.map(({ span: [start, end], multiword, form, lemma, upos, head }, index) => {
    const sameToken = multiword && words[index - 1]?.multiword && words[index - 1]?.span[0] === start;
    const from = sameToken ? within : start;
    within = multiword ? Math.min(from + form.length, end) : end;
    return { span: [from, within], form, lemma, upos, head };
  });
};

/** An opening bracket with the entity and what is said of it, perhaps closed at once; or a closing one. */
const bracket = /\((?<opens>[^()|-]+)[^()|]*(?<closes>\))?|(?<ended>[^()|-]+)\)/gu;

/**
 * The mentions of GUM's `Entity=` (a bracket notation of CorefUD, Nedoluzhko et al. 2022). Of a mention in
 * several pieces, `12[1/2]`, the first stands for all.
 */
const mentionsOf = (file: CorpusFile, { id, words }: TreebankDocument): GoldMention[] => {
  const line = 1 + Math.max(0, file.lines.indexOf(`# newdoc id = ${id}`));
  const mentions: GoldMention[] = [];
  const open = new Map<string, number[]>();
  const close = (name: string, to: number): void => {
    const from = open.get(name)?.pop();
    if (from === undefined)
      throw malformed(file, line, `in ${id}, a mention of ${name} ends that never began`);
    const [entity = '', piece] = name.split('[');
    if (piece === undefined || piece.startsWith('1/')) mentions.push({ from, to, entity });
  };
  words.forEach(({ misc }, index) => {
    const entity = misc.split('|').find((item) => item.startsWith('Entity='));
    for (const { groups = {} } of entity?.slice('Entity='.length).matchAll(bracket) ?? []) {
      const { opens, closes, ended } = groups;
      if (opens) open.set(opens, [...(open.get(opens) ?? []), index]);
      const name = ended ?? (closes ? opens : undefined);
      if (name) close(name, index + 1);
    }
  });
  for (const [name, starts] of open)
    if (starts.length) throw malformed(file, line, `in ${id}, a mention of ${name} never ends`);
  return mentions;
};

/**
 * GUM in CoNLL-U with its entities, document by document.
 * @throws ProvisoError PROVISO_CORPUS_INVALID
 */
export const parseGum = (file: CorpusFile): CorefText[] =>
  parseConllu(file).map((document) => ({
    id: document.id,
    text: document.text,
    words: wordsOf(document),
    mentions: mentionsOf(file, document),
  }));
