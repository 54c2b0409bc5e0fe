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
    const left = (words ?? '').replace(/\s+/g, ' ').trim();
    if (left === '') return;
    const before = this.#kinds.get(what) ?? { what, characters: 0, begins: '', longest: 0 };
    const isLongest = left.length > before.longest;
    this.#kinds.set(what, {
      what,
      characters: before.characters + left.length,
      begins: isLongest ? left.slice(0, shownCharacters) : before.begins,
      longest: Math.max(before.longest, left.length),
    });
  }

  /** What became of all the words of a file whose text is this. */
  of(text: string): Account {
    const leftOut = [...this.#kinds.values()].map(({ longest: _, ...kind }) => kind);
    const left = leftOut.reduce((sum, { characters }) => sum + characters, 0);
    const kept = text.replace(/\s+/g, ' ').trim().length;
    return { share: kept + left === 0 ? 1 : kept / (kept + left), leftOut };
  }
}
