import { candidatesOf, compare, keysOf, maxPostings, type Sketch, sketchOf } from '../collect/index.ts';
import type { CopyLink } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { type Progress, silent } from './progress.ts';

/** Sketches of documents met lately: reprints of a story come together. */
const keptSketches = 200;

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
  const sketches = new Map<string, Sketch>();
  const sketched = (id: string, text: string): Sketch => {
    const sketch = sketches.get(id) ?? sketchOf(text);
    sketches.delete(id);
    sketches.set(id, sketch);
    const [oldest] = sketches.keys();
    if (sketches.size > keptSketches && oldest !== undefined) sketches.delete(oldest);
    return sketch;
  };
  let copies = 0;
  for (const [index, id] of pending.entries()) {
    if (signal?.aborted) break;
    const document = await store.document(id);
    if (!document) continue;
    const sketch = sketched(id, document.text);
    const judge = (others: readonly { id: string; text: string }[]): CopyLink[] =>
      others.flatMap((other) => {
        const link = compare(sketch, sketched(other.id, other.text));
        return link ? [{ document: other.id, ...link }] : [];
      });
    const links = await store.compareDocument(id, {
      keys: keysOf(sketch),
      maxPostings,
      choose: candidatesOf,
      judge,
    });
    if (links.some(({ kind }) => kind !== 'passages')) copies += 1;
    progress({ doing: 'comparing', done: index + 1, total: pending.length });
  }
  return copies;
}
