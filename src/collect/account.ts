import type { Account } from '../model/index.ts';

type LeftOut = Account['leftOut'][number];

/** Longest beginning that an account shows of what was left out. */
const shownCharacters = 160;

/** Gathers what a parser leaves out of a text, by what it is. */
export class Accounting {
  readonly #kinds = new Map<string, LeftOut & { longest: number }>();

  /** `earlier` is what was accounted for before. */
  constructor(earlier?: Account) {
    for (const kind of earlier?.leftOut ?? [])
      this.#kinds.set(kind.what, { ...kind, longest: kind.characters });
  }

  /** Words that do not stand in the text; blanks alone are nothing. `what` is in plain words, such as `footers`. */
  leaveOut(what: string, words: string | null | undefined): void {
    const left = (words ?? '').trimStart();
    const characters = lengthOf(left);
    if (characters === 0) return;
    const before = this.#kinds.get(what) ?? { what, characters: 0, begins: '', longest: 0 };
    this.#kinds.set(what, {
      what,
      characters: before.characters + characters,
      begins: characters > before.longest ? beginningOf(left) : before.begins,
      longest: Math.max(before.longest, characters),
    });
  }

  /** What became of all the words of a file whose text is this. */
  of(text: string): Account {
    const leftOut = [...this.#kinds.values()].map(({ longest: _, ...kind }) => kind);
    const left = leftOut.reduce((sum, { characters }) => sum + characters, 0);
    const kept = lengthOf(text);
    return { share: kept + left === 0 ? 1 : kept / (kept + left), leftOut };
  }
}

const beginningOf = (words: string): string =>
  words
    .slice(0, 20 * shownCharacters)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, shownCharacters);

/** Characters of a text, runs of blanks for one; counted, since a long text has no room for a copy. */
function lengthOf(text: string): number {
  let [length, isAfterBlank] = [0, true];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isBlank = code <= 0x20 || code === 0xa0;
    if (!isBlank || !isAfterBlank) length += 1;
    isAfterBlank = isBlank;
  }
  return isAfterBlank && length > 0 ? length - 1 : length;
}
