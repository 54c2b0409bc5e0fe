import { distance } from 'fastest-levenshtein';
import { skeletonOf, soundOf } from './sounds.ts';

/** Two words of two names that stand for each other. */
export interface Pair {
  a: string;
  b: string;
  /** 1 the same … 0 nothing in common. */
  likeness: number;
  how: 'same' | 'spelling' | 'sound' | 'initial' | 'short form' | 'consonants';
}

/** Which words of two names stand for each other, and which for none. */
export interface Alignment {
  pairs: Pair[];
  onlyA: string[];
  onlyB: string[];
}

const edited = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length, 1);

/** Oleksandrovych is the son of Oleksandr, not another form of his name. */
const patronymic = /(?:[oe]v[iy]ch|[oe]vna|[oi]vna)$/u;

/** "Ben" for Benjamin; "Al" is too short to stand for anybody. */
const isShortForm = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= 3 && long.length - short.length >= 3 && long.startsWith(short) && !patronymic.test(long)
  );
};

/** Transcriptions differ in vowels more than in consonants: a vowel counts half. */
const soundLikeness = (a: string, b: string): number => {
  const [one, other] = [soundOf(a), soundOf(b)];
  const consonants = (sound: string) => sound.replace(/[aiu]/gu, '');
  const isEnough = consonants(one).length > 1 && consonants(other).length > 1;
  const spoken = edited(one, other);
  return 0.97 * (isEnough ? (spoken + edited(consonants(one), consonants(other))) / 2 : spoken);
};

/** Likeness of two words; `byConsonants` where one of them is written without its vowels. */
const likenessOf = (a: string, b: string, byConsonants = false): Omit<Pair, 'a' | 'b'> => {
  if (a === b) return { likeness: 1, how: 'same' };
  if ((a.length === 1 || b.length === 1) && a[0] === b[0]) return { likeness: 0.8, how: 'initial' };
  if (isShortForm(a, b)) return { likeness: 0.8, how: 'short form' };
  if (byConsonants) {
    const [one, other] = [skeletonOf(a), skeletonOf(b)];
    return { likeness: one === other ? 0.95 : 0.95 * edited(one, other), how: 'consonants' };
  }
  const spelling = edited(a, b);
  const sound = soundLikeness(a, b);
  return sound > spelling ? { likeness: sound, how: 'sound' } : { likeness: spelling, how: 'spelling' };
};

/** Below this, two words have nothing to do with each other. */
const leastLikeness = 0.55;

/** Words that only together are one of the other side ("van der bilt"): joined where that fits better. */
const joined = (words: readonly string[], others: readonly string[]): string[] => {
  const closest = (word: string) =>
    Math.max(0, ...others.map((other) => edited(soundOf(word), soundOf(other))));
  for (let length = 3; length > 1; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const parts = words.slice(start, start + length);
      const whole = parts.join('');
      if (
        closest(whole) >= 0.75 &&
        closest(whole) > Math.max(...parts.filter((part) => part.length > 2).map(closest), 0)
      ) {
        return joined([...words.slice(0, start), whole, ...words.slice(start + length)], others);
      }
    }
  }
  return [...words];
};

/** Pairs the words of two names, the most alike first; the order of words plays no part. */
const alignInOrder = (a: readonly string[], b: readonly string[], byConsonants: boolean): Alignment => {
  const left = joined(a, b);
  const right = joined(b, left);
  const candidates = left
    .flatMap((word, i) => right.map((other, j) => ({ i, j, ...likenessOf(word, other, byConsonants) })))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((x, y) => y.likeness - x.likeness || Math.abs(x.i - x.j) - Math.abs(y.i - y.j));
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const pairs: Pair[] = [];
  for (const { i, j, likeness, how } of candidates) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    pairs.push({ a: left[i] ?? '', b: right[j] ?? '', likeness, how });
  }
  return {
    pairs,
    onlyA: left.filter((_, index) => !usedA.has(index)),
    onlyB: right.filter((_, index) => !usedB.has(index)),
  };
};

const swapped = ({ pairs, onlyA, onlyB }: Alignment): Alignment => ({
  pairs: pairs.map((pair) => ({ ...pair, a: pair.b, b: pair.a })),
  onlyA: onlyB,
  onlyB: onlyA,
});

/**
 * Which words of two names stand for each other. Words are joined and ties broken from one side: always
 * from the same one, so that it plays no part which name is asked first.
 */
export const align = (a: readonly string[], b: readonly string[], byConsonants = false): Alignment =>
  a.join(' ') <= b.join(' ') ? alignInOrder(a, b, byConsonants) : swapped(alignInOrder(b, a, byConsonants));
