import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import type { NameTags, TaggedName } from './name-tags.ts';
import { isTitle } from './names.ts';

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
/** Relations of words that stand in a phrase under its head. */
const inside = ['compound', 'flat', 'fixed', 'goeswith', 'nmod:desc'] as const;
const before = [...inside, 'det', 'amod', 'nummod', 'nmod:poss', 'punct'] as const;

/** A person's name without the titles before it. */
const untitled = (trees: SyntaxTrees, { from, to, type }: TaggedName): TaggedName => {
  let start = from;
  while (type === 'person' && start < to - 1 && isTitle(trees.lower(start))) start++;
  return { from: start, to, type };
};

/** The word of a name that hangs on none of it; of several, the last of a body's and the first of others. */
const topOf = (trees: SyntaxTrees, { from, to, type }: TaggedName): number => {
  const tops: number[] = [];
  for (let at = from; at < to; at++) {
    const { head } = trees.word(at);
    if ((head < from || head >= to) && !trees.is(at, 'punct', 'case', 'det')) tops.push(at);
  }
  return (type === 'organisation' ? tops.at(-1) : tops[0]) ?? to - 1;
};

/** The head of the phrase in which a word stands under a noun: "envoy" of "Northern" in "Northern envoy". */
const ownerOf = (trees: SyntaxTrees, word: number): number => {
  let at = word;
  while (trees.is(at, ...inside, 'amod') && trees.word(at).head >= 0) at = trees.word(at).head;
  return at;
};

/** The noun phrases of a text in the order of their heads. */
export class Phrases {
  readonly all: readonly Phrase[];
  readonly #trees: SyntaxTrees;
  readonly #byWord = new Map<number, Phrase>();

  constructor(trees: SyntaxTrees, names: NameTags) {
    this.#trees = trees;
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
      else if (under && isTitle(trees.lower(owner))) named.set(owner, name);
      else named.set(top, name);
    }
    this.all = trees.words.flatMap((_, head): Phrase[] => {
      const name = named.get(head) ?? null;
      return name || this.#isHead(head, names) ? [this.#phrase(head, name, modifiers.get(head) ?? [])] : [];
    });
    for (const phrase of this.all) {
      this.#byWord.set(phrase.head, phrase);
      for (let at = phrase.name?.from ?? 0; at < (phrase.name?.to ?? 0); at++) this.#byWord.set(at, phrase);
    }
  }

  /** The phrase that a word heads, or whose name it is part of. */
  at(word: number): Phrase | undefined {
    return this.#byWord.get(word);
  }

  #isHead(word: number, names: NameTags): boolean {
    const { upos } = this.#trees.word(word);
    if (!nominal.test(upos) || this.#trees.is(word, ...inside)) return false;
    return !names.at(word);
  }

  #phrase(head: number, name: TaggedName | null, modifiers: readonly TaggedName[]): Phrase {
    const trees = this.#trees;
    const [left, right] = trees.run(
      head,
      (child) => trees.word(child).head === head && !trees.is(child, ...(child < head ? before : inside)),
    );
    const from = Math.min(this.#opens(left, head), name?.from ?? head);
    const to = Math.max(right, name?.to ?? 0);
    const kind = name ? 'name' : trees.word(head).upos === 'PRON' ? 'pronoun' : 'nominal';
    const titles: number[] = [];
    for (let at = from; name && at < name.from; at++) if (isTitle(trees.lower(at))) titles.push(at);
    return { head, from, to, kind, name, modifiers, titles, possessor: this.#possessor(head, name) };
  }

  #possessor(head: number, name: TaggedName | null): number | undefined {
    for (let at = name?.from ?? head; at < (name?.to ?? head + 1); at++) {
      const owner = this.#trees.child(at, 'nmod:poss');
      if (owner !== undefined && (!name || owner < name.from || owner >= name.to)) return owner;
    }
    return undefined;
  }

  /** A phrase does not open with a mark. */
  #opens(left: number, head: number): number {
    let from = left;
    while (from < head && this.#trees.is(from, 'punct')) from++;
    return from;
  }
}
