import { partitionPoint } from '../../model/index.ts';
import { type Days, farthestPublished } from './gists.ts';

/** Statements in the order of their days of publication: few of many are of the same days as one. */
export class ByDay<T extends Dated> {
  readonly #all: T[] = [];
  #isSorted = true;

  get size(): number {
    return this.#all.length;
  }

  add(one: T): void {
    this.#all.push(one);
    this.#isSorted = false;
  }

  /** All that may be of the same days as one, and others; undated ones are of nobody's. */
  *around({ published }: Days): Generator<T> {
    if (published === null) return;
    if (!this.#isSorted) this.#all.sort(byPublication);
    this.#isSorted = true;
    const first = partitionPoint(
      this.#all.length,
      (at) => publishedAt(this.#all[at] as T) < published - farthestPublished,
    );
    for (let at = first; at < this.#all.length; at++) {
      const other = this.#all[at] as T;
      if (publishedAt(other) > published + farthestPublished) return;
      yield other;
    }
  }
}

interface Dated {
  readonly days: Days;
}

/** Undated ones come last. */
const publishedAt = ({ days }: Dated): number => days.published ?? Number.POSITIVE_INFINITY;

const byPublication = (a: Dated, b: Dated): number =>
  Number(publishedAt(a) > publishedAt(b)) - Number(publishedAt(a) < publishedAt(b));
