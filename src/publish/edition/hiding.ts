import { onOneLine } from '../paper/printable.ts';

/** A name that must not be read, in every form in which texts write it, and what stands in its place. */
export interface Hidden {
  forms: readonly string[];
  /** Without the brackets that mark it as ours. */
  as: string;
}

/** Signs that show nothing, or that turn the direction of what follows: a name could hide behind them. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * More signs that show nothing after a letter of these scripts, joiners and fillers among them. Elsewhere they are spelling: they
 * part the words of a Persian name as a blank does.
 */
const unseenAfterLetter =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*)\p{Default_Ignorable_Code_Point}+/gu;

/** Text of anybody's as it may be published: on one line, without signs that nobody sees. */
export const publishable = (text: string): string =>
  onOneLine(text.replace(unseen, '').replace(unseenAfterLetter, ''));

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

interface Word {
  start: number;
  end: number;
  text: string;
  folded: string;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    text: word,
    folded: fold(word),
  }));

/** Shorter words are names only as they are written ("Li", not "li"). */
const anyCase = 4;

/** What may stand between two words of a name, in UTF-16 code units. */
const widestGap = 3;

interface Form {
  words: readonly Word[];
  as: string;
}

const isSameWord = (word: Word, of: Word): boolean =>
  word.folded === of.folded &&
  (of.folded.length >= anyCase || word.text === of.text || word.text === of.text.toUpperCase());

const begins = (form: Form, words: readonly Word[], at: number): boolean =>
  form.words.every((own, place) => {
    const word = words[at + place];
    const before = words[at + place - 1];
    return (
      word !== undefined &&
      isSameWord(word, own) &&
      (place === 0 || word.start - (before?.end ?? 0) <= widestGap)
    );
  });

/** A name as one run of letters, as addresses write it. */
const run = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** Takes names out of texts: every published string goes through here. */
export class Hiding {
  /** By their first word, the longest first. */
  readonly #forms = new Map<string, Form[]>();
  readonly #runs: readonly string[];

  constructor(hidden: readonly Hidden[]) {
    const forms = hidden.flatMap(({ forms: texts, as }) =>
      texts.map((text): Form => ({ words: wordsOf(publishable(text)), as })),
    );
    for (const form of forms) {
      const [first] = form.words;
      if (first) this.#forms.set(first.folded, [...(this.#forms.get(first.folded) ?? []), form]);
    }
    for (const same of this.#forms.values()) same.sort((a, b) => b.words.length - a.words.length);
    this.#runs = [...new Set(hidden.flatMap(({ forms: texts }) => texts.map(run)))].filter(
      ({ length }) => length >= anyCase,
    );
  }

  /** The text with what stands in the place of each hidden name, in brackets. */
  text(given: string): string {
    const words = this.#forms.size > 0 ? wordsOf(given) : [];
    let [done, result] = [0, ''];
    for (let at = 0; at < words.length; at += 1) {
      const form = this.#formAt(words, at);
      if (!form) continue;
      const last = words[at + form.words.length - 1] as Word;
      result += `${given.slice(done, (words[at] as Word).start)}[${form.as}]`;
      done = last.end;
      at += form.words.length - 1;
    }
    return result + given.slice(done);
  }

  /** Whether a hidden name stands in a text. */
  finds(text: string): boolean {
    const words = wordsOf(text);
    return words.some((_, at) => this.#formAt(words, at) !== undefined);
  }

  /** What stands in the place of each hidden name of a text, of all where several are written alike. */
  standInsIn(text: string): Set<string> {
    const words = wordsOf(text);
    return new Set(
      words.flatMap(({ folded }, at) =>
        (this.#forms.get(folded) ?? []).filter((form) => begins(form, words, at)).map(({ as }) => as),
      ),
    );
  }

  /** An address; null where it tells a hidden name. */
  address(url: string): string | null {
    const plain = publishable(decoded(url));
    const joined = run(plain);
    return this.finds(plain) || this.#runs.some((name) => joined.includes(name)) ? null : url;
  }

  #formAt(words: readonly Word[], at: number): Form | undefined {
    const word = words[at] as Word;
    return this.#forms.get(word.folded)?.find((form) => begins(form, words, at));
  }
}

/** Data with each of its texts changed; keys stay. */
export function withTexts<T>(data: T, change: (text: string) => string): T {
  if (typeof data === 'string') return change(data) as T;
  if (Array.isArray(data)) return data.map((each) => withTexts(each, change)) as T;
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withTexts(value, change)])) as T;
}
