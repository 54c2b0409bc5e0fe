import type { NameTags, TaggedName } from './entities/index.ts';
import type { SyntaxTrees } from './syntax-trees.ts';
import type { Token } from './tokens.ts';

/** The names of a text by its tokens. */
export class TokenNames {
  readonly #byToken = new Map<number, TaggedName>();

  constructor(tokens: readonly Token[], trees: SyntaxTrees, names: NameTags) {
    let token = 0;
    let taken = 0;
    for (const { from: first, to: after, type } of names.all) {
      const [start, end] = trees.span([first, after]);
      while (token < tokens.length && (tokens[token]?.end ?? 0) <= start) token++;
      let to = token;
      while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to++;
      // A compound token that holds two names ("Paris-Berlin") keeps the first.
      if (to <= token || token < taken) continue;
      taken = to;
      for (let at = token; at < to; at++) this.#byToken.set(at, { from: token, to, type });
    }
  }

  /** The name that a token is part of. */
  at(token: number): TaggedName | undefined {
    return this.#byToken.get(token);
  }
}
