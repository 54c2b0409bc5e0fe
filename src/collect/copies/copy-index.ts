import type { CopyLink } from '../../model/index.ts';
import { compare, keysOf, type Sketch, sketchOf } from './sketch.ts';

/**
 * A key leads to this many documents at most, the first that had it: a wire story in 300 papers links each to
 * the first few and so all to one another, and the work for a document stays the same however many there are.
 */
export const maxPostings = 20;

/** So many documents are compared word by word, those that share most keys. */
const maxCandidates = 40;

/** The documents worth comparing, given how many keys each shares: the most first, then the earliest met. */
export const candidatesOf = (shared: ReadonlyMap<string, number>): string[] =>
  [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, maxCandidates)
    .map(([id]) => id);

/** Finds copies among texts in memory; the store keeps the same postings in tables. */
export class CopyIndex {
  readonly #sketches = new Map<string, Sketch>();
  readonly #postings = new Map<number, string[]>();

  /** Adds a text under an id of its own, and gives its links to texts added before. */
  add(id: string, text: string): CopyLink[] {
    const sketch = sketchOf(text);
    const links = candidatesOf(this.#post(id, keysOf(sketch))).flatMap((document) => {
      const link = compare(sketch, this.#sketches.get(document) as Sketch);
      return link ? [{ document, ...link }] : [];
    });
    this.#sketches.set(id, sketch);
    return links;
  }

  /** Enters the document under its keys; returns whom it meets there, and under how many. */
  #post(id: string, keys: readonly number[]): Map<string, number> {
    const shared = new Map<string, number>();
    for (const key of keys) {
      const there = this.#postings.get(key);
      if (!there) this.#postings.set(key, [id]);
      else {
        for (const other of there) shared.set(other, (shared.get(other) ?? 0) + 1);
        if (there.length < maxPostings) there.push(id);
      }
    }
    return shared;
  }
}
