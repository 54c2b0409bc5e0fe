import { candidatesOf, compare, keysOf, maxPostings, type Sketch, sketchOf } from '../collect/index.ts';
import { type CopyLink, originalText } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { type Progress, silent } from './progress.ts';

/** So many words of sketches are kept: some 50 MB. What stands on many pages is met first on the same few. */
const keptWords = 2_000_000;

/** Sketches of documents met lately, by id. */
class Sketches {
  readonly #kept = new Map<string, Sketch>();
  #words = 0;

  get(id: string): Sketch | undefined {
    const sketch = this.#kept.get(id);
    if (!sketch) return undefined;
    this.#kept.delete(id);
    this.#kept.set(id, sketch);
    return sketch;
  }

  add(id: string, sketch: Sketch): Sketch {
    this.#kept.set(id, sketch);
    this.#words += sketch.words.hashes.length;
    for (const [oldest, { words }] of this.#kept) {
      if (this.#words <= keptWords) break;
      this.#kept.delete(oldest);
      this.#words -= words.hashes.length;
    }
    return sketch;
  }
}

/** Links one document to those compared before it; to none where there is no such document. */
export async function linkDocument(store: Store, id: string, sketches = new Sketches()): Promise<CopyLink[]> {
  const document = await store.document(id);
  if (!document) return [];
  const sketch = sketchOf(originalText(document));
  const links = await store.compareDocument(id, {
    keys: keysOf(sketch),
    maxPostings,
    choose: candidatesOf,
    async judge(others, textsOf) {
      const known = new Map(others.map((other) => [other, sketches.get(other)]));
      const texts = await textsOf(others.filter((other) => !known.get(other)));
      return others.flatMap((other): CopyLink[] => {
        const there = known.get(other) ?? sketches.add(other, sketchOf(texts.get(other) ?? ''));
        const link = compare(sketch, there);
        return link ? [{ document: other, ...link }] : [];
      });
    },
  });
  sketches.add(id, sketch);
  return links;
}

/**
 * Links every document that has not been compared yet to its copies and to those that share long passages with
 * it; safe to interrupt and run again. Returns how many have the text of another, the same or edited.
 */
export async function linkCopies(
  store: Store,
  progress: Progress = silent,
  signal?: AbortSignal,
): Promise<number> {
  const pending = await store.documentsToCompare();
  const sketches = new Sketches();
  let copies = 0;
  for (const [index, id] of pending.entries()) {
    if (signal?.aborted) break;
    const links = await linkDocument(store, id, sketches);
    if (links.some(({ kind }) => kind !== 'passages')) copies += 1;
    progress({ doing: 'comparing', done: index + 1, total: pending.length });
  }
  return copies;
}
