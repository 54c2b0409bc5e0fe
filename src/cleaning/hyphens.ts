import { isEnglishWord } from './english.ts';

/** Parts that English sets before longer words with a hyphen as a rule, though lists have many of them as one word. */
const prefixes = new Set('non self anti vice quasi semi'.split(' '));
const longerFrom = 6;

const words = /\p{L}[\p{L}\p{M}]*(?:[-‐]\p{L}[\p{L}\p{M}]*)*/gu;

/** Tells hyphens that belong to a word from those that only break it at a line's end, by what the text writes elsewhere. */
export class Hyphens {
  /** Words within lines, in lower case, compounds whole: how often each stands there. */
  readonly #written = new Map<string, number>();

  constructor(lines: Iterable<string>) {
    for (const line of lines) {
      for (const { 0: word, index } of line.matchAll(words)) {
        // What ends the line or begins it may be half a word.
        const isInside = index > 0 && index + word.length < line.length - 1;
        if (isInside) this.#count(word.toLowerCase().replaceAll('‐', '-'));
      }
    }
  }

  #count(word: string): void {
    this.#written.set(word, (this.#written.get(word) ?? 0) + 1);
  }

  /**
   * Whether the hyphen between a line's last letters and the next line's first ones is the word's own: "Russian-" and
   * "backed", but not "spokes-" and "man".
   */
  belongs(before: string, after: string): boolean {
    if (!/^\p{Ll}/u.test(after)) return true;
    const [first, second] = [before.toLowerCase(), after.toLowerCase()];
    const asOne = this.#written.get(first + second) ?? 0;
    const asTwo = this.#written.get(`${first}-${second}`) ?? 0;
    if (asOne !== asTwo) return asTwo > asOne;
    if (!isEnglishWord(second)) return false;
    const last = before.slice(before.lastIndexOf('-') + 1);
    if (/^\p{Lu}{2,}$/u.test(last)) return true;
    if (prefixes.has(last.toLowerCase()) && second.length >= longerFrom) return true;
    const isName = /^\p{Lu}/u.test(last);
    return !isEnglishWord(last.toLowerCase() + second) && (isName || isEnglishWord(last));
  }
}

/** Longer runs of letters are no word. */
const longest = 60;

/** Letters before a hyphen at the end of a line, such as "spokes"; null where there is none. */
export function brokenEnd(line: string): string | null {
  if (!line.endsWith('-') && !line.endsWith('‐')) return null;
  const end = line.slice(-longest);
  return /((?:\p{L}[\p{L}\p{M}]*[-‐])*\p{L}[\p{L}\p{M}]*)[-‐]$/u.exec(end)?.[1]?.replaceAll('‐', '-') ?? null;
}

/** Letters at the beginning of a line that may end a word of the line before it; null where there are none. */
export const brokenStart = (line: string): string | null => /^\p{L}[\p{L}\p{M}]*/u.exec(line)?.[0] ?? null;
