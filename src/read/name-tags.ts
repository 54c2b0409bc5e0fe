import type { NameType, TaggedText } from './network/tagger.ts';
import type { Token } from './tokens.ts';

/** A name that the network marked; token indexes `[from, to)`. */
export interface TaggedName {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
}

/** The marked names of a text by its tokens. */
export class NameTags {
  readonly #byToken = new Map<number, TaggedName>();

  constructor(tokens: readonly Token[], { words, names }: TaggedText) {
    let token = 0;
    for (const [first, after, type] of names) {
      const [start, end] = [words[first]?.start ?? 0, words[after - 1]?.end ?? 0];
      while (token < tokens.length && (tokens[token]?.end ?? 0) <= start) token++;
      let to = token;
      while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to++;
      // A compound token that holds two names ("Paris-Berlin") keeps the first.
      if (this.#byToken.has(token) || to === token) continue;
      const name: TaggedName = { from: token, to, type };
      for (let at = token; at < to; at++) this.#byToken.set(at, name);
    }
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
