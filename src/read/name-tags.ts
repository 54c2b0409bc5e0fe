import { countryOfDemonym, fold } from './countries.ts';
import { bodyNouns, capital, isTitle } from './names.ts';
import type { NameType, TaggedText } from './network/tagger.ts';
import type { Token } from './tokens.ts';

/** A name that the network marked; token indexes `[from, to)`. */
export interface TaggedName {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
}

/** Names with their tokens, in order and apart from each other. */
const placed = (tokens: readonly Token[], { words, names }: TaggedText): TaggedName[] => {
  const found: TaggedName[] = [];
  let token = 0;
  for (const [first, after, type] of names) {
    const [start, end] = [words[first]?.start ?? 0, words[after - 1]?.end ?? 0];
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= start) token++;
    let to = token;
    while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to++;
    // A compound token that holds two names ("Paris-Berlin") keeps the first.
    if (to > token && token >= (found.at(-1)?.to ?? 0)) found.push({ from: token, to, type });
  }
  return found;
};

/** "the Union's Trade, Energy and Transport Committee": a list that ends in a body is the name of one body. */
const joinLists = (tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] => {
  const joined: TaggedName[] = [];
  for (let at = 0; at < names.length; at++) {
    const first = names[at] as TaggedName;
    let last = at;
    const joins = (next: TaggedName | undefined): boolean =>
      next !== undefined &&
      next.from > (names[last]?.to ?? 0) &&
      tokens.slice(names[last]?.to, next.from).every(({ lower }) => lower === ',' || lower === 'and');
    if (/^['’]s$/.test(tokens[first.from - 1]?.lower ?? '')) while (joins(names[last + 1])) last++;
    const end = names[last] as TaggedName;
    const isBody = last > at && bodyNouns.has(tokens[end.to - 1]?.lower ?? '');
    joined.push(isBody ? { from: first.from, to: end.to, type: 'organisation' } : first);
    if (isBody) at = last;
  }
  return joined;
};

const nominal = /^(?:PROPN|NOUN|ADJ)$/;
const longestRepeated = 5;

/** Names that the network left unmarked, found by what the text and the language know of them. */
class Unmarked {
  readonly #tokens: readonly Token[];
  readonly #taken: Uint8Array;
  readonly found: TaggedName[] = [];

  constructor(tokens: readonly Token[], marked: readonly TaggedName[]) {
    this.#tokens = tokens;
    this.#taken = new Uint8Array(tokens.length);
    for (const { from, to } of marked) this.#taken.fill(1, from, to);
  }

  #isFree(at: number): boolean {
    const token = this.#tokens[at];
    return token !== undefined && !this.#taken[at] && capital.test(token.text) && nominal.test(token.pos);
  }

  #words(from: number, to: number): string {
    return this.#tokens
      .slice(from, to)
      .map(({ text }) => fold(text))
      .join(' ');
  }

  #take(from: number, to: number, type: NameType): void {
    this.#taken.fill(1, from, to);
    this.found.push({ from, to, type });
  }

  /** What names a body or a place once names it throughout; people share their names with words. */
  takeRepeated(marked: readonly TaggedName[]): void {
    const lasting = marked.filter(({ type }) => type !== 'person');
    const types = new Map(lasting.map(({ from, to, type }) => [this.#words(from, to), type]));
    for (let at = 0; at < this.#tokens.length; at++) {
      if (this.#tokens[at]?.pos !== 'PROPN' || !this.#isFree(at)) continue;
      for (let to = Math.min(at + longestRepeated, this.#tokens.length); to > at; to--) {
        const type = types.get(this.#words(at, to));
        if (!type || this.#taken.subarray(at, to).includes(1)) continue;
        this.#take(at, to, type);
        break;
      }
    }
  }

  /** "Egyptian", "Moldovans". */
  takeNationalities(): void {
    for (let at = 0; at < this.#tokens.length; at++)
      if (this.#isFree(at) && countryOfDemonym(this.#tokens[at]?.text ?? ''))
        this.#take(at, at + 1, 'nationality');
  }

  /** Capitalised words that end in a body: "the Northern Front". */
  takeBodies(): void {
    for (const [last, { lower }] of this.#tokens.entries()) {
      if (!bodyNouns.has(lower) || !this.#isFree(last)) continue;
      let from = last;
      while (this.#isFree(from - 1) && !isTitle(this.#tokens[from - 1]?.lower ?? '')) from--;
      if (from < last) this.#take(from, last + 1, 'organisation');
    }
  }
}

/** The marked names of a text by its tokens. */
export class NameTags {
  readonly #byToken = new Map<number, TaggedName>();

  constructor(tokens: readonly Token[], tagged: TaggedText) {
    const marked = placed(tokens, tagged);
    const unmarked = new Unmarked(tokens, marked);
    unmarked.takeRepeated(marked);
    unmarked.takeBodies();
    unmarked.takeNationalities();
    const names = [...marked, ...unmarked.found].sort((a, b) => a.from - b.from);
    for (const name of joinLists(tokens, names))
      for (let at = name.from; at < name.to; at++) this.#byToken.set(at, name);
  }

  /** The name that a token is part of. */
  at(token: number): TaggedName | undefined {
    return this.#byToken.get(token);
  }

  /** Names that lie wholly in tokens `[from, to)`, in order. */
  within(from: number, to: number): TaggedName[] {
    const found: TaggedName[] = [];
    for (let token = from; token < to; token++) {
      const name = this.at(token);
      if (name && name.from === token && name.to <= to) found.push(name);
    }
    return found;
  }
}
