import type { Quantity } from '../model/index.ts';
import { numberWords } from './number-words.ts';
import type { SyntaxTrees } from './syntax/syntax-trees.ts';
import { wordTable } from './word-table.ts';

const bounds: readonly (readonly [RegExp, Quantity['bound']])[] = [
  [/(?:at least|no fewer than|not less than|a minimum of|more than|over|above|upwards of)\s+$/i, 'min'],
  [
    /(?:at most|up to|no more than|not more than|a maximum of|fewer than|less than|under|below|as many as)\s+$/i,
    'max',
  ],
  [/(?:some|about|around|roughly|approximately|nearly|almost|an estimated|close to)\s+$/i, 'about'],
];

const words = wordTable<number>({
  ...numberWords,
  dozen: 12,
  dozens: 24,
  hundreds: 200,
  thousands: 2000,
  half: 0.5,
});
const multiples = wordTable<number>({
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  dozen: 12,
});
const currencies = wordTable<string>({ $: 'dollar', '€': 'euro', '£': 'pound' });
const vague = new Set(['dozens', 'hundreds', 'thousands']);

/** The number that stands at a word, and the word after it: "8,600", "thirty", "twenty-one"; null for none. */
const numberAt = (
  trees: SyntaxTrees,
  at: number,
): { readonly value: number; readonly after: number } | null => {
  const word = trees.lowercase(at);
  const spelled = words[word];
  if (spelled !== undefined) {
    const units = trees.lowercase(at + 1) === '-' ? words[trees.lowercase(at + 2)] : undefined;
    const isPair = spelled >= 20 && spelled % 10 === 0 && units !== undefined && units < 10;
    return isPair ? { value: spelled + units, after: at + 3 } : { value: spelled, after: at + 1 };
  }
  if (!/^\d[\d,]*(?:\.\d+)?$/.test(word)) return null;
  const value = Number(word.replaceAll(',', ''));
  return Number.isFinite(value) ? { value, after: at + 1 } : null;
};

const boundBefore = (text: string, start: number): readonly [number, Quantity['bound']] => {
  const before = text.slice(Math.max(0, start - 24), start);
  for (const [pattern, bound] of bounds) {
    const found = pattern.exec(before);
    if (found) return [start - found[0].length, bound];
  }
  return [start, 'exact'];
};

/** The noun that is counted: the last noun of the group that the number opens; −1 for none. */
const unitAfter = (trees: SyntaxTrees, from: number, taken: (word: number) => boolean): number => {
  let unit = -1;
  for (let at = from; at < trees.words.length && at < from + 6; at++) {
    const { upos } = trees.word(at);
    if (trees.lowercase(at) === 'of' && at === from) continue;
    if (taken(at)) break;
    if (upos === 'NOUN' || (upos === 'SYM' && trees.lowercase(at) === '%')) unit = at;
    else if (unit >= 0 || !['ADJ', 'PROPN', 'DET', 'PRON'].includes(upos)) break;
  }
  return unit;
};

/** Counted things: value, unit and bound. Words that are `taken` (by times, say) are left alone. */
export const findQuantities = (trees: SyntaxTrees, taken: (word: number) => boolean): Quantity[] => {
  const quantities: Quantity[] = [];
  for (let at = 0; at < trees.words.length; at++) {
    const word = trees.lowercase(at);
    if (
      taken(at) ||
      /^(?:number|n(?:os?|r)\.?|article|arts?\.|paragraph|paras?\.|resolution|res\.|chapter|section)$/.test(
        trees.lowercase(at - 1),
      )
    )
      continue;
    const number = numberAt(trees, at);
    if (!number || (trees.word(at).upos !== 'NUM' && !vague.has(word) && word !== 'dozen')) continue;
    let { value, after } = number;
    for (
      let multiple = multiples[trees.lowercase(after)];
      multiple;
      multiple = multiples[trees.lowercase(after)]
    ) {
      value *= multiple;
      after++;
    }
    const unit = unitAfter(trees, after, taken);
    const isMoney = /^[$€£]$/.test(trees.lowercase(at - 1));
    if (unit < 0 && !isMoney && word === 'one') continue;
    const [start, bound] = boundBefore(trees.text, trees.word(isMoney ? at - 1 : at).start);
    quantities.push({
      span: [start, trees.word(unit >= 0 ? unit : after - 1).end],
      value,
      unit: unit >= 0 ? trees.lemma(unit) : isMoney ? (currencies[trees.lowercase(at - 1)] ?? null) : null,
      bound: vague.has(word) ? 'about' : bound,
    });
    at = Math.max(after - 1, unit);
  }
  return quantities;
};
