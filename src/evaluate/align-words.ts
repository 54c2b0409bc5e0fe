/** A word of a parse; `start` and `end` count the text's characters that are no blanks. */
export interface AlignableWord {
  /** Of its token: all words of a multiword token have the same. */
  readonly start: number;
  readonly end: number;
  /** Whether its token stands for several words, so that the word has no place of its own. */
  readonly multiword: boolean;
  readonly form: string;
}

/** A gold word and the predicted word that is the same, by their indices. */
export type WordPair = readonly [gold: number, predicted: number];

/** From here to there in both parses, ends excluded. */
interface Region {
  readonly gold: readonly [from: number, to: number];
  readonly predicted: readonly [from: number, to: number];
}

/**
 * The smallest region around a multiword token that no multiword token of either parse sticks out of. A plain
 * word belongs to it only when it lies wholly inside.
 */
const multiwordRegion = (
  gold: readonly AlignableWord[],
  predicted: readonly AlignableWord[],
  atGold: number,
  atPredicted: number,
): Region => {
  let [g, p] = [atGold, atPredicted];
  const one = gold[g] as AlignableWord;
  const other = predicted[p] as AlignableWord;
  let end = (one.multiword ? one : other).end;
  // Of the two words, a plain one that begins earlier sticks out at the front.
  if (one.multiword && !other.multiword && other.start < one.start) p += 1;
  if (!one.multiword && one.start < other.start) g += 1;
  const from = { gold: g, predicted: p };
  const isIn = (word: AlignableWord | undefined) =>
    word !== undefined && (word.multiword ? word.start < end : word.end <= end);
  while (isIn(gold[g]) || isIn(predicted[p])) {
    const [left, right] = [gold[g], predicted[p]];
    const goldFirst = left && (!right || left.start <= right.start);
    const word = (goldFirst ? left : right) as AlignableWord;
    if (word.multiword) end = Math.max(end, word.end);
    if (goldFirst) g += 1;
    else p += 1;
  }
  return { gold: [from.gold, g], predicted: [from.predicted, p] };
};

/** A longest common subsequence by form, upper and lower case alike; among equals the gold moves on first. */
const commonSubsequence = (
  gold: readonly AlignableWord[],
  predicted: readonly AlignableWord[],
  { gold: [goldFrom, goldTo], predicted: [from, to] }: Region,
): WordPair[] => {
  const same = (g: number, p: number) => gold[g]?.form.toLowerCase() === predicted[p]?.form.toLowerCase();
  const width = to - from + 1;
  const longest = new Uint16Array((goldTo - goldFrom + 1) * width);
  const cell = (g: number, p: number) => (g - goldFrom) * width + (p - from);
  const length = (g: number, p: number) => longest[cell(g, p)] as number;
  for (let g = goldTo - 1; g >= goldFrom; g--)
    for (let p = to - 1; p >= from; p--)
      longest[cell(g, p)] = Math.max(
        same(g, p) ? 1 + length(g + 1, p + 1) : 0,
        length(g + 1, p),
        length(g, p + 1),
      );
  const pairs: WordPair[] = [];
  for (let g = goldFrom, p = from; g < goldTo && p < to; ) {
    if (same(g, p)) pairs.push([g++, p++]);
    else if (length(g, p) === length(g + 1, p)) g++;
    else p++;
  }
  return pairs;
};

/**
 * Which predicted word is which gold word, after the evaluation of the CoNLL 2018 shared task (Zeman et al.
 * 2018, section 4.1): words are the same when they cover the same characters; around multiword tokens, whose
 * words have no characters of their own, they are matched by form.
 */
export const alignWords = (
  gold: readonly AlignableWord[],
  predicted: readonly AlignableWord[],
): WordPair[] => {
  const pairs: WordPair[] = [];
  let g = 0;
  let p = 0;
  while (g < gold.length && p < predicted.length) {
    const one = gold[g] as AlignableWord;
    const other = predicted[p] as AlignableWord;
    if (one.multiword || other.multiword) {
      const region = multiwordRegion(gold, predicted, g, p);
      pairs.push(...commonSubsequence(gold, predicted, region));
      g = region.gold[1];
      p = region.predicted[1];
    } else if (one.start === other.start && one.end === other.end) pairs.push([g++, p++]);
    else if (one.start <= other.start) g++;
    else p++;
  }
  return pairs;
};
