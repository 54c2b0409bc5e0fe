import { distance } from 'fastest-levenshtein';
import { type Alignment, align, type Pair } from './align.ts';
import { type NameWords, nameWords, weightOf } from './words.ts';

/** How surely two names name the same, and the reasons in plain words. */
export interface NameComparison {
  /** 0–1; from ½ on, rather the same. */
  score: number;
  reasons: string[];
}

/** What the score is made of; each is 0 where nothing speaks against the names being one. */
interface Measures {
  /** Unlikeness of the least alike pair of words, 0–1. */
  worst: number;
  /** Letters that differ inside the pairs, six at most. */
  letters: number;
  /** Both names have words that stand for none of the other's. */
  conflict: number;
  /** Of bodies: the share that one name has more ("of Mexico"); a middle name makes no other person. */
  surplus: number;
  /** One name has a number more. */
  number: number;
  /** At most two letters differ in all: a slip of the hand. */
  slip: number;
  /** Pairs of an initial or a short form with what it stands for. */
  abbreviated: number;
  /** Two companies with legal forms of different kinds. */
  forms: number;
  /** They differ, and one of them has five letters or fewer. */
  short: number;
}

/**
 * A logit fitted by `bench/fit-names.mjs` on 403 pairs of names (docs/benchmarks.md); the penalty on large
 * weights is 0.2, and ten-fold cross-validation says what the weights are worth on names not seen.
 */
const bias = 2.49;
const weights: Measures = {
  worst: -2.12,
  letters: -1.46,
  conflict: -4.88,
  surplus: -3.31,
  number: -5.11,
  slip: 3.57,
  abbreviated: 1.27,
  forms: -3.68,
  short: -3.07,
};

const weightOfAll = (words: readonly string[]) => words.reduce((sum, word) => sum + weightOf(word), 0);

const isAbbreviated = ({ how }: Pair) => how === 'initial' || how === 'short form';

const lettersApart = ({ pairs }: Alignment): number =>
  pairs
    .filter((pair) => !isAbbreviated(pair))
    .reduce((sum, { a, b, likeness }) => sum + (1 - likeness) * Math.max(a.length, b.length), 0);

const isNumber = (word: string) => /^(?:\d+|[ivx]+)$/u.test(word);

/** Characters are compared with characters, everything else in ASCII. */
const comparable = (a: NameWords, b: NameWords): [readonly string[], readonly string[]] =>
  a.characters && b.characters ? [a.characters, b.characters] : [a.words, b.words];

const differentForms = (a: NameWords, b: NameWords): boolean =>
  a.forms.size > 0 && b.forms.size > 0 && ![...a.forms].some((form) => b.forms.has(form));

/**
 * The measures of two names; for `bench/fit-names.mjs`, which fits their weights.
 * @public
 */
export const measuresOf = (
  a: NameWords,
  b: NameWords,
  isBody: boolean,
): Measures & { alignment: Alignment } => {
  const [wordsA, wordsB] = comparable(a, b);
  const alignment = align(wordsA, wordsB, a.isAbjad !== b.isAbjad);
  const { pairs, onlyA, onlyB } = alignment;
  const [all, other] = [weightOfAll(wordsA), weightOfAll(wordsB)];
  const [restA, restB] = [weightOfAll(onlyA), weightOfAll(onlyB)];
  const isConflict = Math.min(restA, restB) > 0;
  const surplus = isConflict ? 0 : Math.max(restA, restB) / Math.max(all, other, 1);
  const hasNumberMore = surplus > 0 && [...onlyA, ...onlyB].some(isNumber);
  const [wholeA, wholeB] = [wordsA.join(''), wordsB.join('')];
  // A character is a word: one that differs is no slip.
  const edits = a.characters && b.characters ? 3 * distance(wholeA, wholeB) : distance(wholeA, wholeB);
  return {
    worst: 1 - Math.min(1, ...pairs.map(({ likeness }) => likeness)),
    letters: Math.min(lettersApart(alignment), 6),
    conflict: isConflict ? 1 : 0,
    surplus: isBody ? surplus : 0,
    number: hasNumberMore ? 1 : 0,
    slip: edits > 0 && edits <= 2 ? 1 : 0,
    abbreviated: pairs.filter(isAbbreviated).length,
    forms: differentForms(a, b) ? 1 : 0,
    short: edits > 0 && Math.min(wholeA.length, wholeB.length) <= 5 ? 1 : 0,
    alignment,
  };
};

const pairWords: Readonly<Record<Pair['how'], string>> = {
  same: 'the same word',
  spelling: 'spelled alike',
  sound: 'sounds alike',
  initial: 'an initial',
  'short form': 'a short form',
  consonants: 'the same consonants',
};

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(' ');

const reasonsOf = ({ alignment, forms }: Measures & { alignment: Alignment }): string[] => {
  const { pairs, onlyA, onlyB } = alignment;
  const same = pairs.filter(({ how }) => how === 'same').map(({ a }) => a);
  return [
    ...(same.length > 0 ? [`the same: ${quoted(same)}`] : []),
    ...pairs.flatMap(({ a, b, how }) => (how === 'same' ? [] : [`“${a}” and “${b}”: ${pairWords[how]}`])),
    ...(onlyA.length > 0 ? [`only the first has ${quoted(onlyA)}`] : []),
    ...(onlyB.length > 0 ? [`only the second has ${quoted(onlyB)}`] : []),
    ...(forms > 0 ? ['their legal forms differ'] : []),
  ];
};

/** Whether two names, in any script and order, may name the same; `isBody`: not a person but a body of people. */
export const compareNames = (nameA: string, nameB: string, isBody = false): NameComparison => {
  const measured = measuresOf(nameWords(nameA), nameWords(nameB), isBody);
  const { pairs, onlyA, onlyB } = measured.alignment;
  if (pairs.every(({ how }) => how === 'initial')) return { score: 0, reasons: ['no whole word in common'] };
  const isSame = onlyA.length + onlyB.length === 0 && pairs.every(({ how }) => how === 'same');
  if (isSame && measured.forms === 0) return { score: 1, reasons: reasonsOf(measured) };
  const names = Object.keys(weights) as (keyof Measures)[];
  const logit = names.reduce((sum, name) => sum + weights[name] * measured[name], bias);
  return { score: 1 / (1 + Math.exp(-logit)), reasons: reasonsOf(measured) };
};
