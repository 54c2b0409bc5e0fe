import { partitionPoint, type Span } from '../../model/index.ts';
import type { TaggedText, Word } from '../network/tagger.ts';

const none: readonly number[] = [];

/**
 * The dependency trees of a text, to walk. Words are indexes among the text's words. A relation without a
 * subtype stands for all of its subtypes: "nsubj" is also "nsubj:pass".
 */
export class SyntaxTrees {
  readonly text: string;
  readonly words: readonly Word[];
  readonly #children: readonly (readonly number[])[];
  readonly #lower: readonly string[];
  readonly #lemmas: readonly string[];
  /** Relations without their subtypes. */
  readonly #plain: readonly string[];
  readonly #sentenceOf: Int32Array;
  /** Runs of words, one a sentence. */
  readonly sentences: readonly Span[];

  constructor(text: string, { words, sentences }: TaggedText) {
    this.text = text;
    this.sentences = sentences;
    this.words = words;
    this.#lower = words.map(({ start, end }) => text.slice(start, end).toLowerCase().replace(/’/g, "'"));
    this.#lemmas = words.map(({ lemma }) => lemma.toLowerCase());
    this.#plain = words.map(({ deprel }) => deprel.split(':', 1)[0] as string);
    const children: number[][] = words.map(() => []);
    words.forEach(({ head }, index) => {
      children[head]?.push(index);
    });
    this.#children = children;
    this.#sentenceOf = new Int32Array(words.length);
    sentences.forEach(([from, to], index) => {
      this.#sentenceOf.fill(index, from, to);
    });
  }

  word(index: number): Word {
    return this.words[index] as Word;
  }

  /** The word as written, in small letters, with a straight apostrophe; '' beyond the text. */
  lowercase(index: number): string {
    return this.#lower[index] ?? '';
  }

  lemma(index: number): string {
    return this.#lemmas[index] ?? '';
  }

  /** Index of the word's sentence. */
  sentenceOf(index: number): number {
    return this.#sentenceOf[index] ?? -1;
  }

  hasRelation(index: number, ...relations: readonly string[]): boolean {
    return this.#isAnyOf(index, relations);
  }

  #isAnyOf(index: number, relations: readonly string[]): boolean {
    const deprel = this.words[index]?.deprel;
    const plain = this.#plain[index];
    for (const relation of relations) if (relation === deprel || relation === plain) return true;
    return false;
  }

  /** Dependents in text order: all, or those of the relations. */
  children(index: number, ...relations: readonly string[]): readonly number[] {
    const all = this.#children[index] ?? none;
    return relations.length && all.length ? all.filter((child) => this.#isAnyOf(child, relations)) : all;
  }

  /** The first dependent of the relations, or undefined. */
  child(index: number, ...relations: readonly string[]): number | undefined {
    return this.#children[index]?.find((child) => this.#isAnyOf(child, relations));
  }

  /** A word and what is coordinated with it, in text order. */
  conjuncts(index: number): readonly number[] {
    const joined = this.children(index, 'conj');
    return joined.length ? [index, ...joined] : [index];
  }

  /** A word and all under it, less the branches that `without` names; in text order. */
  descendants(index: number, without: (child: number) => boolean = () => false): number[] {
    const found: number[] = [];
    this.#gather(index, without, found);
    // Branches may cross.
    for (let at = 1; at < found.length; at++)
      if ((found[at] as number) < (found[at - 1] as number)) return found.sort((a, b) => a - b);
    return found;
  }

  #gather(index: number, without: (child: number) => boolean, found: number[]): void {
    const children = this.#children[index] ?? none;
    let next = 0;
    for (; next < children.length && (children[next] as number) < index; next++)
      if (!without(children[next] as number)) this.#gather(children[next] as number, without, found);
    found.push(index);
    for (; next < children.length; next++)
      if (!without(children[next] as number)) this.#gather(children[next] as number, without, found);
  }

  /** The unbroken run of words around `index` that all lie below it: `[first, the one after the last]`. */
  contiguousSpan(index: number, without?: (child: number) => boolean): Span {
    if (!this.#children[index]?.length) return [index, index + 1];
    const below = this.descendants(index, without);
    const own = below.indexOf(index);
    let [first, last] = [own, own];
    while (below[first - 1] === (below[first] as number) - 1) first--;
    while (below[last + 1] === (below[last] as number) + 1) last++;
    return [below[first] as number, (below[last] as number) + 1];
  }

  /** The words that a span of characters touches: `[first, the one after the last]`. */
  wordsIn([start, end]: Span): Span {
    return [
      partitionPoint(this.words.length, (at) => this.word(at).end <= start),
      partitionPoint(this.words.length, (at) => this.word(at).start < end),
    ];
  }

  /** The word of a run that governs the others: the first, marks aside, whose own head lies outside. */
  headOf([from, to]: Span): number {
    for (let at = from; at < to; at++) {
      const { head, upos } = this.word(at);
      if (upos !== 'PUNCT' && (head < from || head >= to)) return at;
    }
    return from;
  }

  /** The characters of a run of words. */
  span([from, to]: Span): Span {
    return [this.word(from).start, this.word(to - 1).end];
  }
}
