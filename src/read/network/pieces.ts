/*
 * Word pieces after BERT's uncased tokenizer (Devlin et al. 2019): lower case, no accents, marks
 * apart, then greedy longest match. It never crosses the words that it is given.
 */

const maxLetters = 100;
/** Addresses and figures may fall into dozens of pieces; the first ones tell enough. */
const maxPieces = 12;
const marks = /[\p{P}\p{S}]|[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff]/u;

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}\p{Cc}\p{Cf}]/gu, '');

/** Runs without marks and single marks, in order. */
const apart = (folded: string): string[] => {
  const parts: string[] = [];
  let run = '';
  for (const letter of folded) {
    if (!marks.test(letter)) run += letter;
    else {
      if (run) parts.push(run);
      parts.push(letter);
      run = '';
    }
  }
  if (run) parts.push(run);
  return parts;
};

export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #cache = new Map<string, readonly number[]>();
  readonly open: number;
  readonly close: number;

  /** `vocabulary`: one piece an entry, in the order of their ids, with `##` before inner pieces. */
  constructor(vocabulary: readonly string[]) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece, id]));
    const special = (piece: string): number => {
      const id = this.#ids.get(piece);
      if (id === undefined) throw new Error(`The vocabulary lacks ${piece}.`);
      return id;
    };
    this.#unknown = special('[UNK]');
    this.open = special('[CLS]');
    this.close = special('[SEP]');
  }

  /** Ids of a word's pieces, at least one and at most twelve. */
  of(word: string): readonly number[] {
    const known = this.#cache.get(word);
    if (known) return known;
    const ids = apart(fold(word))
      .flatMap((part) => this.#match(part))
      .slice(0, maxPieces);
    const pieces = ids.length > 0 ? ids : [this.#unknown];
    if (this.#cache.size > 50_000) this.#cache.clear();
    this.#cache.set(word, pieces);
    return pieces;
  }

  #match(part: string): readonly number[] {
    if (part.length > maxLetters) return [this.#unknown];
    const ids: number[] = [];
    for (let start = 0; start < part.length; ) {
      let end = part.length;
      let id: number | undefined;
      while (end > start) {
        id = this.#ids.get((start > 0 ? '##' : '') + part.slice(start, end));
        if (id !== undefined) break;
        end--;
      }
      if (id === undefined) return [this.#unknown];
      ids.push(id);
      start = end;
    }
    return ids;
  }
}
