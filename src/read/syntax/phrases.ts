import type { Span } from '../../model/index.ts';
import { isTitle } from '../entities/name-lexicon.ts';
import type { NameTags, TaggedName } from '../entities/ner-spans.ts';
import type { SyntaxTrees } from './syntax-trees.ts';

/** A noun phrase without what follows its head; words `[from, to)`. */
export interface Phrase {
  readonly head: number;
  readonly from: number;
  readonly to: number;
  readonly kind: 'name' | 'nominal' | 'pronoun';
  /** The name that the head is part of, without titles. */
  readonly name: TaggedName | null;
  /** Named before the head: "Northern" in "Northern officials". */
  readonly modifiers: readonly TaggedName[];
  /** Titles and occupations before the name: "envoy" in "the envoy Anna Berg". */
  readonly titles: readonly number[];
  /** Head of the phrase that owns it: "council" in "the council's report". */
  readonly possessor: number | undefined;
}

const nominal = /^(?:NOUN|PROPN|PRON)$/;
/** Relations of words that make one noun or name with their head. */
const inside = ['compound', 'flat', 'fixed', 'goeswith', 'nmod:desc'] as const;
/** And of what else stands in its phrase, before the head or after it ("Article 5"). */
const before = [...inside, 'det', 'amod', 'nummod', 'nmod:poss', 'punct'] as const;
const after = [...inside, 'nummod'] as const;
const joins = /^(?:of|for|in|from|with|at)$/;

/** A person's name without the titles before it. */
const untitled = (trees: SyntaxTrees, { from, to, type }: TaggedName): TaggedName => {
  let start = from;
  while (type === 'person' && start < to - 1 && isTitle(trees.lowercase(start))) start++;
  return { from: start, to, type };
};

/** The word of a name that hangs on none of it; of several, the last of a body's and the first of others. */
const topOf = (trees: SyntaxTrees, { from, to, type }: TaggedName): number => {
  const tops: number[] = [];
  for (let at = from; at < to; at++) {
    const { head } = trees.word(at);
    if ((head < from || head >= to) && !trees.hasRelation(at, 'punct', 'case', 'det')) tops.push(at);
  }
  return (type === 'organisation' ? tops.at(-1) : tops[0]) ?? to - 1;
};

/** "government" in "the Karvian government's centre": what stands before it is its own, whatever the tree says. */
const isGenitive = (trees: SyntaxTrees, head: number): boolean =>
  trees.hasRelation(head, 'nmod:poss') && /^['’]s?$/.test(trees.lowercase(head + 1));

/** The head of the phrase in which a word stands under a noun: "envoy" of "Northern" in "Northern envoy". */
const ownerOf = (trees: SyntaxTrees, word: number): number => {
  let at = word;
  const isBefore = (one: number): boolean =>
    trees.hasRelation(one, ...inside, 'amod') && trees.word(one).head >= 0;
  // Of "Northern and Southern envoys" the second hangs on the first.
  while (isBefore(at) || (trees.hasRelation(at, 'conj') && isBefore(trees.word(at).head)))
    at = trees.word(at).head;
  const between = trees.children(at, 'nmod:poss').find((owner) => owner > word && owner < at);
  return between !== undefined && isGenitive(trees, between) ? between : at;
};

/** What a preposition attaches to a phrase's head: "the Front" in "leader of the Front"; undefined for nothing. */
export const complementOf = (trees: SyntaxTrees, head: number, prepositions = joins): number | undefined =>
  trees.children(head, 'nmod').find((child) => {
    const mark = trees.child(child, 'case');
    return child > head && mark !== undefined && mark < child && prepositions.test(trees.lowercase(mark));
  });

/** The noun phrases of a text. Those that stand for something are listed; any word may be asked for its own. */
export class Phrases {
  /** In the order of their heads. */
  readonly all: readonly Phrase[];
  readonly #trees: SyntaxTrees;
  readonly #names: NameTags;
  readonly #isTime: (word: number) => boolean;
  readonly #byWord = new Map<number, Phrase>();
  readonly #runs: (Span | undefined)[];

  constructor(trees: SyntaxTrees, names: NameTags, isTime: (word: number) => boolean) {
    this.#trees = trees;
    this.#names = names;
    this.#isTime = isTime;
    this.#runs = new Array(trees.words.length);
    const modifiers = new Map<number, TaggedName[]>();
    const named = new Map<number, TaggedName>();
    for (const tagged of names.all) {
      const name = untitled(trees, tagged);
      const top = topOf(trees, name);
      const owner = ownerOf(trees, top);
      const under =
        owner !== top && (owner < name.from || owner >= name.to) && nominal.test(trees.word(owner).upos);
      if (under && owner > top) modifiers.set(owner, [...(modifiers.get(owner) ?? []), name]);
      // "Secretary" heads "Secretary Berg" where the name is a flat part of its title.
      else if (under && isTitle(trees.lowercase(owner))) named.set(owner, name);
      else named.set(top, name);
    }
    const all: Phrase[] = [];
    for (let head = 0; head < trees.words.length; head++) {
      const name = named.get(head) ?? null;
      if (name || this.#isHead(head)) all.push(this.#phrase(head, name, modifiers.get(head) ?? []));
    }
    this.all = all;
    for (const phrase of all) {
      this.#byWord.set(phrase.head, phrase);
      for (let at = phrase.name?.from ?? 0; at < (phrase.name?.to ?? 0); at++) this.#byWord.set(at, phrase);
    }
  }

  /** The phrase that a word heads, or whose name it is part of. */
  at(word: number): Phrase | undefined {
    return this.#byWord.get(word);
  }

  kind(head: number): Phrase['kind'] | 'time' {
    if (this.#isTime(head)) return 'time';
    if (this.#names.at(head)) return 'name';
    return this.#trees.word(head).upos === 'PRON' ? 'pronoun' : 'nominal';
  }

  /** The words of the phrase without what follows its head: `[first, the one after the last]`. */
  run(head: number): Span {
    const run = this.#runs[head] ?? this.#runOf(head);
    this.#runs[head] = run;
    return run;
  }

  /** The characters of the phrase, with the "of" phrase right after it ("the government of …", "some of them"). */
  span(head: number): Span {
    const trees = this.#trees;
    let [from, to] = this.run(head);
    for (let at = head, depth = 0; depth < 3; depth++) {
      const next = this.complement(at);
      if (next === undefined || trees.lowercase(to) !== 'of' || this.run(next)[0] > to + 1) break;
      to = Math.max(to, this.run(next)[1]);
      at = next;
    }
    return trees.span([from, to]);
  }

  /** The phrase with its complements and appositions: as much as names a speaker. */
  wholeSpan(head: number): Span {
    const trees = this.#trees;
    const leftOut = (child: number): boolean =>
      trees.hasRelation(child, 'acl', 'parataxis', 'nsubj', 'cop', 'aux', 'mark', 'advcl', 'cc', 'conj') ||
      (trees.hasRelation(child, 'case', 'punct', 'advmod', 'obl') && trees.word(child).head === head);
    const [from, to] = trees.contiguousSpan(head, leftOut);
    const [first, after] = this.run(head);
    return trees.span([Math.min(from, first), Math.max(to, after)]);
  }

  /** "the council" in "the council's report", or undefined. */
  possessor(head: number): number | undefined {
    const phrase = this.at(head);
    return phrase ? phrase.possessor : this.#trees.child(head, 'nmod:poss');
  }

  /** "the Front" in "leader of the Front", or undefined. */
  complement(head: number): number | undefined {
    return complementOf(this.#trees, head);
  }

  /** Small-letter words that stand before the head in its phrase. */
  before(head: number): string[] {
    const words: string[] = [];
    for (let at = this.run(head)[0]; at < head; at++) words.push(this.#trees.lowercase(at));
    return words;
  }

  #isHead(word: number): boolean {
    const { upos } = this.#trees.word(word);
    return nominal.test(upos) && !this.#trees.hasRelation(word, ...inside) && !this.#names.at(word);
  }

  #runOf(head: number): Span {
    const trees = this.#trees;
    let [from, to] = trees.contiguousSpan(head, (child) =>
      trees.word(child).head === head
        ? !trees.hasRelation(child, ...(child < head ? before : after))
        : trees.hasRelation(child, 'acl', 'appos', 'parataxis'),
    );
    if (isGenitive(trees, head))
      while (trees.hasRelation(from - 1, ...before) && trees.word(from - 1).head === trees.word(head).head)
        from--;
    // A phrase does not open with a mark, or with what joins it.
    while (from < head && trees.hasRelation(from, 'punct', 'cc')) from++;
    for (const name of [this.#names.at(from), this.#names.at(head)])
      if (name) [from, to] = [Math.min(from, name.from), Math.max(to, name.to)];
    return [from, to];
  }

  #phrase(head: number, name: TaggedName | null, modifiers: readonly TaggedName[]): Phrase {
    const trees = this.#trees;
    const [from, to] = this.run(head);
    const kind = name ? 'name' : trees.word(head).upos === 'PRON' ? 'pronoun' : 'nominal';
    const titles: number[] = [];
    for (let at = from; name && at < name.from; at++) if (isTitle(trees.lowercase(at))) titles.push(at);
    return { head, from, to, kind, name, modifiers, titles, possessor: this.#possessor(head, name) };
  }

  #possessor(head: number, name: TaggedName | null): number | undefined {
    for (let at = name?.from ?? head; at < (name?.to ?? head + 1); at++) {
      const owner = this.#trees.child(at, 'nmod:poss');
      if (owner !== undefined && (!name || owner < name.from || owner >= name.to)) return owner;
    }
    return undefined;
  }
}
