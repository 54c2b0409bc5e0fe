import { type Claim, contains, partitionPoint, type Span } from '../../model/index.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import type { ClaimContext } from './context.ts';

/** Words that no other claim has, and the one that tells most of them. */
export interface Whole {
  /** Words `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly root: number;
}

const letter = /\p{L}/u;
const telling = /^(?:VERB|NOUN|PROPN|ADJ|NUM)$/;

type Told = Pick<Claim, 'predicate' | 'roles'>;

/**
 * Sentences, and what attributions hold of them, in which no predicate stands. Each becomes one claim, so that
 * nothing said is lost since grammar does not know its form ("No convoys for third week").
 */
export const uncovered = (context: ClaimContext, claims: readonly Told[]): Whole[] => {
  const { trees, phrases, attributions } = context;
  const told = claims.map(({ predicate, roles }) => ({ start: predicate.span[0], roles }));
  told.sort((a, b) => a.start - b.start);
  const after = (start: number): number =>
    partitionPoint(told.length, (at) => (told[at]?.start ?? 0) < start);
  /** "named [a judge]": what fills a role is told. */
  const isFiller = (word: Span, sentence: Span): boolean => {
    const end = after(trees.span(sentence)[1]);
    return told
      .slice(after(trees.word(sentence[0]).start), end)
      .some(({ roles }) => roles.some(({ span }) => contains(span, word)));
  };
  /** "known as Lem", "reported this". */
  const isMere = (root: number): boolean =>
    phrases.kind(root) !== 'nominal' || trees.word(root).upos === 'DET';
  const cues = new Set(
    attributions.all.flatMap(({ attribution }) => attribution.cue.map(([start]) => start)),
  );
  const found: Whole[] = [];
  const look = (run: Span, isSaid: boolean): void => {
    const [from, to] = withoutMarks(trees, run);
    if (from >= to || (told[after(trees.word(from).start)]?.start ?? Infinity) < trees.word(to - 1).end)
      return;
    const root = rootOf(trees, [from, to]);
    if (root === undefined) return;
    const { start, end } = trees.word(root);
    const sentence = trees.sentences[trees.sentenceOf(root)] ?? [from, to];
    if (isSaid && (isFiller([start, end], sentence) || isMere(root) || cues.has(start))) return;
    found.push({ from, to, root });
    told.splice(after(start), 0, { start, roles: [] });
  };
  // What is said first: its claim is its sentence's too.
  for (const { attribution } of attributions.all)
    for (const content of attribution.content) for (const run of bySentence(trees, content)) look(run, true);
  for (const sentence of trees.sentences) for (const run of segments(trees, sentence)) look(run, false);
  for (const sentence of trees.sentences) look(sentence, false);
  return found;
};

const rootOf = (trees: SyntaxTrees, [from, to]: Span): number | undefined => {
  const hasLetter = (at: number): boolean => letter.test(trees.lowercase(at));
  const root = trees.headOf([from, to]);
  if (hasLetter(root)) return root;
  let best: number | undefined;
  for (let at = from; at < to; at++) {
    if (!hasLetter(at)) continue;
    if (telling.test(trees.word(at).upos)) return at;
    best ??= at;
  }
  return best;
};

/** "Deadline passes; 17 launchers locked away": parts of more than one word. */
const segments = (trees: SyntaxTrees, [from, to]: Span): Span[] => {
  const runs: Span[] = [];
  let first = from;
  for (let at = from; at <= to; at++) {
    if (at < to && trees.lowercase(at) !== ';') continue;
    if (at - first > 1) runs.push([first, at]);
    first = at + 1;
  }
  return runs;
};

/** The words of a span, one run a sentence. */
const bySentence = (trees: SyntaxTrees, span: Span): Span[] => {
  const [from, to] = trees.wordsIn(span);
  const runs: Span[] = [];
  for (let at = from; at < to; ) {
    const after = Math.min(to, trees.sentences[trees.sentenceOf(at)]?.[1] ?? to);
    runs.push([at, after]);
    at = after > at ? after : to;
  }
  return runs;
};

/** Without list marks, quotation marks and stops at the ends. */
const withoutMarks = (trees: SyntaxTrees, [from, to]: Span): Span => {
  let [first, after] = [from, to];
  const isMark = (at: number): boolean => !/[\p{L}\p{N}]/u.test(trees.lowercase(at));
  while (first < after && isMark(first)) first++;
  while (after > first && isMark(after - 1)) after--;
  return first < after ? [first, after] : [from, to];
};
