import { countryOfDemonym, fold } from '../countries.ts';
import type { NameType, TaggedText } from '../network/tagger.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { bodyNouns, capital, isAgency, isMember, isTitle } from './name-lexicon.ts';

/** A name; words `[from, to)` of the text. */
export interface TaggedName {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
}

/** "the Union's Trade, Energy and Transport Committee": a list that ends in a body is the name of one body. */
const joinLists = (trees: SyntaxTrees, names: readonly TaggedName[]): TaggedName[] => {
  const joined: TaggedName[] = [];
  for (let at = 0; at < names.length; at++) {
    const first = names[at] as TaggedName;
    let last = at;
    const joins = (next: TaggedName | undefined): boolean => {
      const end = names[last]?.to ?? 0;
      if (!next || next.from <= end) return false;
      for (let word = end; word < next.from; word++)
        if (!/^(?:,|and)$/.test(trees.lowercase(word))) return false;
      return true;
    };
    if (trees.lowercase(first.from - 1) === "'s") while (joins(names[last + 1])) last++;
    const end = names[last] as TaggedName;
    const isBody = last > at && bodyNouns.has(trees.lowercase(end.to - 1));
    joined.push(isBody ? { from: first.from, to: end.to, type: 'organisation' } : first);
    if (isBody) at = last;
  }
  return joined;
};

/** What no name ends with: "Anna Berg of the". */
const loose = /^(?:PUNCT|ADP|DET|CCONJ|PART)$/;
const particle = /^(?:al|el|ul|ad|an|ar|as|at|az|bin|ibn|abu|abd|umm)$/;
const hyphen = /^[-‐‑]$/u;

const touches = (trees: SyntaxTrees, word: number): boolean =>
  trees.words[word]?.end === trees.words[word + 1]?.start;

/** Where a marked name ends: without loose ends, and a person's without where they are from. */
const endOf = (trees: SyntaxTrees, { from, to, type }: TaggedName): number => {
  let end = to;
  if (type === 'person')
    for (let at = from + 1; at < end; at++) if (/^(?:of|from)$/.test(trees.lowercase(at))) end = at;
  while (end > from && loose.test(trees.word(end - 1).upos) && !/[.)]$/.test(trees.lowercase(end - 1))) end--;
  return end;
};

/** Whether the word after a name goes on with it: "Amin" after "al-", a flat part of a person's name. */
const goesOn = (trees: SyntaxTrees, { from, type }: TaggedName, end: number): number => {
  const joint = hyphen.test(trees.lowercase(end)) && touches(trees, end - 1) && touches(trees, end);
  const next = joint ? end + 1 : end;
  const { upos, head } = trees.words[next] ?? { upos: '', head: -1 };
  if (upos !== 'PROPN' || trees.sentenceOf(next) !== trees.sentenceOf(from)) return end;
  const isPart = trees.hasRelation(next, 'flat') && head >= from && head < end && type === 'person';
  return isPart || (joint && particle.test(trees.lowercase(end - 1))) ? next + 1 : end;
};

/** "Front" after "Northern", right beside it. */
const isBodyNoun = (trees: SyntaxTrees, word: number): boolean =>
  bodyNouns.has(trees.lowercase(word)) &&
  trees.words[word]?.upos === 'PROPN' &&
  trees.sentenceOf(word) === trees.sentenceOf(word - 1) &&
  /^\p{Lu}/u.test(trees.text.slice(trees.word(word).start));

/** Marked names from their first word to their last, apart from each other. */
const whole = (trees: SyntaxTrees, names: readonly TaggedName[]): TaggedName[] => {
  const found: TaggedName[] = [];
  for (const name of names) {
    if (name.from < (found.at(-1)?.to ?? 0)) continue;
    let to = endOf(trees, name);
    for (let next = goesOn(trees, name, to); to > name.from && next > to; next = goesOn(trees, name, to))
      to = next;
    const isBody = name.type !== 'person' && to > name.from && isBodyNoun(trees, to);
    if (isBody) found.push({ from: name.from, to: to + 1, type: 'organisation' });
    else if (to > name.from) found.push({ ...name, to });
  }
  return found;
};

const nominal = /^(?:PROPN|NOUN|ADJ)$/;
const longestRepeated = 7;

/** Names that the network left unmarked, found by what the text and the language know of them. */
class UntaggedNames {
  readonly #trees: SyntaxTrees;
  readonly #taken: Uint8Array;
  /** Words with a capital within a sentence, found once they are asked for. */
  #large: ReadonlySet<string> | undefined;
  readonly found: TaggedName[] = [];

  constructor(trees: SyntaxTrees, marked: readonly TaggedName[]) {
    this.#trees = trees;
    this.#taken = new Uint8Array(trees.words.length);
    for (const { from, to } of marked) this.#taken.fill(1, from, to);
  }

  #text(from: number, to: number): string {
    return this.#trees.text.slice(...this.#trees.span([from, to]));
  }

  #isFree(at: number): boolean {
    const word = this.#trees.words[at];
    return (
      word !== undefined &&
      !this.#taken[at] &&
      capital.test(this.#text(at, at + 1)) &&
      nominal.test(word.upos)
    );
  }

  /** A hyphen that joins two words, or the particle before it ("al-Amin"). */
  #isJoint(at: number): boolean {
    const { words } = this.#trees;
    const [before, mark, after] = [words[at - 1], words[at], words[at + 1]];
    return (
      mark?.end === after?.start && before?.end === mark?.start && /^[-‐‑]$/u.test(this.#text(at, at + 1))
    );
  }

  #take(from: number, to: number, type: NameType): void {
    this.#taken.fill(1, from, to);
    this.found.push({ from, to, type });
  }

  /** What names a body or a place once names it throughout; people share their names with words. */
  takeRepeated(marked: readonly TaggedName[]): void {
    const lasting = marked.filter(({ type }) => type !== 'person');
    const types = new Map(lasting.map(({ from, to, type }) => [fold(this.#text(from, to)), type]));
    const openers = new Set([...types.keys()].map((name) => name.split(' ', 1)[0]));
    const { words } = this.#trees;
    for (let at = 0; at < words.length; at++) {
      if (words[at]?.upos !== 'PROPN' || !(this.#isFree(at) || this.#opensParticle(at))) continue;
      if (!openers.has(fold(this.#text(at, at + 1)))) continue;
      for (let to = Math.min(at + longestRepeated, words.length); to > at; to--) {
        const type = types.get(fold(this.#text(at, to)));
        if (!type || this.#taken.subarray(at, to).includes(1)) continue;
        this.#take(at, to, type);
        break;
      }
    }
  }

  /** "al" in "al-Amin": small, but the name begins with it. */
  #opensParticle(at: number): boolean {
    return (
      !this.#taken[at] &&
      this.#isJoint(at + 1) &&
      this.#isFree(at + 2) &&
      /^\p{Ll}{1,3}$/u.test(this.#text(at, at + 1))
    );
  }

  /** "Egyptian", "Moldovans". */
  takeNationalities(): void {
    for (let at = 0; at < this.#trees.words.length; at++)
      if (this.#isFree(at) && countryOfDemonym(this.#text(at, at + 1))) this.#take(at, at + 1, 'nationality');
  }

  /** News agencies, and capitalised words that end in a body: "the Northern Front". */
  takeBodies(): void {
    for (let last = 0; last < this.#trees.words.length; last++) {
      if (
        isAgency(this.#trees.lowercase(last)) &&
        this.#trees.word(last).upos === 'PROPN' &&
        this.#isFree(last)
      )
        this.#take(last, last + 1, 'organisation');
      if (!bodyNouns.has(this.#trees.lowercase(last)) || !this.#isFree(last)) continue;
      const from = this.#firstOf(last);
      if (from < last) this.#take(from, last + 1, 'organisation');
    }
  }

  /** What stands before "member" or "fighters" and begins with a capital: "an al-Amin member". */
  takeMemberships(): void {
    for (let noun = 0; noun < this.#trees.words.length; noun++) {
      const { upos } = this.#trees.word(noun);
      if (upos !== 'NOUN' || !isMember(this.#trees.lemma(noun)) || !this.#isFree(noun - 1)) continue;
      if (this.#trees.word(noun - 1).upos !== 'PROPN') continue;
      if (countryOfDemonym(this.#text(noun - 1, noun))) continue;
      const from = this.#firstOf(noun - 1);
      // A capital that opens a sentence says nothing, unless the word has one elsewhere.
      if (this.#opens(from) && !this.#isWrittenLarge(from)) continue;
      this.#take(from, noun, 'organisation');
    }
  }

  #opens(at: number): boolean {
    return this.#trees.sentenceOf(at) !== this.#trees.sentenceOf(at - 1);
  }

  /** Whether a word, or many of it ("Houthis"), has a capital within some sentence. */
  #isWrittenLarge(word: number): boolean {
    const trees = this.#trees;
    this.#large ??= new Set(
      trees.words.flatMap(({ upos }, at) =>
        upos === 'PROPN' && !this.#opens(at) && capital.test(this.#text(at, at + 1))
          ? trees.lowercase(at)
          : [],
      ),
    );
    const lower = trees.lowercase(word);
    return this.#large.has(lower) || this.#large.has(`${lower}s`);
  }

  /** The first of the capitalised words that lead to a word. */
  #firstOf(last: number): number {
    let from = last;
    for (;;) {
      if (this.#isFree(from - 1) && !isTitle(this.#trees.lowercase(from - 1))) from--;
      else if (this.#isJoint(from - 1) && (this.#isFree(from - 2) || this.#opensParticle(from - 2)))
        from -= 2;
      else return from;
    }
  }
}

/** "Interior Minister" before "Paul Renner": who bears it is named, and no body is. */
const isTitleOf = (trees: SyntaxTrees, { to, type }: TaggedName, next: TaggedName | undefined): boolean =>
  type !== 'person' && next?.type === 'person' && next.from === to && isTitle(trees.lowercase(to - 1));

/** "General" before a name that the network parts from it, "Prime" of "Prime Minister": a title by itself is nobody. */
const isTitleAlone = (trees: SyntaxTrees, { from, to, type }: TaggedName): boolean => {
  if (type !== 'person') return false;
  for (let at = from; at < to; at++)
    if (!isTitle(trees.lowercase(at)) && !isTitle(trees.lowercase(at + 1))) return false;
  return trees.hasRelation(from, 'amod', 'compound', 'nmod:desc');
};

/** The names of a text by its words. */
export class NameTags {
  readonly all: readonly TaggedName[];
  readonly #byWord = new Map<number, TaggedName>();

  constructor(trees: SyntaxTrees, { names }: TaggedText) {
    const marked = whole(
      trees,
      names.map(([from, to, type]) => ({ from, to, type })),
    );
    const unmarked = new UntaggedNames(trees, marked);
    unmarked.takeRepeated(marked);
    unmarked.takeBodies();
    unmarked.takeMemberships();
    unmarked.takeNationalities();
    this.all = joinLists(
      trees,
      [...marked, ...unmarked.found].sort((a, b) => a.from - b.from),
    ).filter((name, place, all) => !isTitleOf(trees, name, all[place + 1]) && !isTitleAlone(trees, name));
    for (const name of this.all) for (let at = name.from; at < name.to; at++) this.#byWord.set(at, name);
  }

  /** The name that a word is part of. */
  at(word: number): TaggedName | undefined {
    return this.#byWord.get(word);
  }
}
