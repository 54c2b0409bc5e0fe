import { candidatesOf, compare, keysOf, maxPostings, type Sketch, sketchOf } from '../collect/index.ts';
import type { CopyLink } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { type Progress, silent } from './progress.ts';

/** Sketches that are kept. */
const keptSketches = 200;

/** Sketches of documents met lately: reprints of a story come together. */
class Sketches {
  readonly #kept = new Map<string, Sketch>();

  of({ id, text }: { id: string; text: string }): Sketch {
    const sketch = this.#kept.get(id) ?? sketchOf(text);
    this.#kept.delete(id);
    this.#kept.set(id, sketch);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptSketches && oldest !== undefined) this.#kept.delete(oldest);
    return sketch;
  }
}

/** Links one document to those compared before it; to none where there is no such document. */
export async function linkDocument(store: Store, id: string, sketches = new Sketches()): Promise<CopyLink[]> {
  const document = await store.document(id);
  if (!document) return [];
  const sketch = sketches.of(document);
  return store.compareDocument(id, {
    keys: keysOf(sketch),
    maxPostings,
    choose: candidatesOf,
    judge: (others) =>
      others.flatMap((other) => {
        const link = compare(sketch, sketches.of(other));
        return link ? [{ document: other.id, ...link }] : [];
      }),
  });
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
