import type { Span } from '../../model/index.ts';
import type { SyntaxTrees } from './syntax-trees.ts';

/** Words `[from, to)`. */
interface Run {
  readonly from: number;
  readonly to: number;
}

export type PhraseKind = 'name' | 'nominal' | 'pronoun' | 'time';

/** What stands in a noun phrase before its head or is part of its name. */
const parts = ['det', 'amod', 'compound', 'nummod', 'nmod:poss', 'nmod:desc', 'flat', 'fixed', 'goeswith'];
const joins = new Set(['of', 'for', 'in', 'from', 'with', 'at']);

/** Noun phrases, given by their head words. */
export class Phrases {
  readonly #trees: SyntaxTrees;
  readonly #nameAt: (word: number) => Run | null;
  readonly #isTime: (word: number) => boolean;

  /** `nameAt` gives the run of words of the name that a word is part of. */
  constructor(trees: SyntaxTrees, nameAt: (word: number) => Run | null, isTime: (word: number) => boolean) {
    this.#trees = trees;
    this.#nameAt = nameAt;
    this.#isTime = isTime;
  }

  kind(head: number): PhraseKind {
    if (this.#isTime(head)) return 'time';
    if (this.#nameAt(head)) return 'name';
    return this.#trees.word(head).upos === 'PRON' ? 'pronoun' : 'nominal';
  }

  /** The words of the phrase without what follows its head: `[first, the one after the last]`. */
  run(head: number): Span {
    const trees = this.#trees;
    const [from, to] = trees.run(
      head,
      (child) =>
        (trees.word(child).head === head && !trees.is(child, ...parts)) ||
        trees.is(child, 'acl', 'appos', 'parataxis'),
    );
    const [first, last] = [this.#nameAt(from), this.#nameAt(head)];
    return [Math.min(from, first?.from ?? from, last?.from ?? from), Math.max(to, last?.to ?? to)];
  }

  /** The characters of the phrase, with the "of" phrase right after it ("the government of …", "some of them"). */
  span(head: number): Span {
    const trees = this.#trees;
    let [from, to] = this.run(head);
    for (let at = head, depth = 0; depth < 3; depth++) {
      const next = this.complement(at);
      if (next === undefined || trees.lower(to) !== 'of' || this.run(next)[0] > to + 1) break;
      to = Math.max(to, this.run(next)[1]);
      at = next;
    }
    return trees.span([from, to]);
  }

  /** The phrase with its complements and appositions: as much as names a speaker. */
  wholeSpan(head: number): Span {
    const trees = this.#trees;
    const leftOut = (child: number): boolean =>
      trees.is(child, 'acl', 'parataxis', 'nsubj', 'cop', 'aux', 'mark', 'advcl', 'cc', 'conj') ||
      (trees.is(child, 'case', 'punct', 'advmod', 'obl') && trees.word(child).head === head);
    const [from, to] = trees.run(head, leftOut);
    const [first, after] = this.run(head);
    return trees.span([Math.min(from, first), Math.max(to, after)]);
  }

  /** "the council" in "the council's report", or undefined. */
  possessor(head: number): number | undefined {
    return this.#trees.child(head, 'nmod:poss');
  }

  /** "the Front" in "leader of the Front", or undefined. */
  complement(head: number): number | undefined {
    const trees = this.#trees;
    return trees.children(head, 'nmod').find((child) => {
      const mark = trees.child(child, 'case');
      return mark !== undefined && mark < child && child > head && joins.has(trees.lower(mark));
    });
  }

  /** Small-letter words that stand before the head in its phrase. */
  before(head: number): string[] {
    const words: string[] = [];
    for (let at = this.run(head)[0]; at < head; at++) words.push(this.#trees.lower(at));
    return words;
  }
}
