import { type AlignableWord, alignWords } from './align-words.ts';
import { compare, type Tally } from './f1.ts';

/** A word with its place in the tree. */
interface ParsedWord extends AlignableWord {
  readonly lemma: string;
  readonly upos: string;
  /** Index in the words of the parse; −1 is the root. */
  readonly head: number;
  readonly deprel: string;
}

/** The parse of a text; all places count the characters that are no blanks. */
export interface Parse {
  readonly sentences: readonly (readonly [start: number, end: number])[];
  readonly words: readonly ParsedWord[];
}

export const parseMeasures = ['Sentences', 'Words', 'UPOS', 'Lemmas', 'UAS', 'LAS'] as const;
type ParseMeasure = (typeof parseMeasures)[number];
export type ParseScore = Readonly<Record<ParseMeasure, Tally>>;

/** Subtypes are a language's own and do not count: nmod:poss is nmod. */
const universal = (deprel: string): string => deprel.split(':', 1)[0] as string;

const sentenceKeys = ({ sentences }: Parse): Set<string> =>
  new Set(sentences.map(([start, end]) => `${start}-${end}`));

/**
 * The counts of the CoNLL 2018 shared task (Zeman et al. 2018, section 4): aligned words are right in UPOS and
 * lemma when these are the same; in UAS when the predicted head is aligned to the gold head, or both are the
 * root; in LAS when the relation is the same too. What is not aligned is wrong.
 */
export const scoreParse = (gold: Parse, predicted: Parse): ParseScore => {
  const pairs = alignWords(gold.words, predicted.words);
  const goldOf = new Map<number, number>([[-1, -1], ...pairs.map(([g, p]): [number, number] => [p, g])]);
  const count = (right: (gold: ParsedWord, predicted: ParsedWord) => boolean): Tally => ({
    gold: gold.words.length,
    predicted: predicted.words.length,
    right: pairs.filter(([g, p]) => right(gold.words[g] as ParsedWord, predicted.words[p] as ParsedWord))
      .length,
  });
  const sameHead = (one: ParsedWord, other: ParsedWord) => goldOf.get(other.head) === one.head;
  return {
    Sentences: compare(sentenceKeys(gold), sentenceKeys(predicted)),
    Words: count(() => true),
    UPOS: count((one, other) => one.upos === other.upos),
    // The gold leaves a lemma open with "_"; whatever is predicted is right then.
    Lemmas: count((one, other) => one.lemma === '_' || one.lemma === other.lemma),
    UAS: count(sameHead),
    LAS: count((one, other) => sameHead(one, other) && universal(one.deprel) === universal(other.deprel)),
  };
};
