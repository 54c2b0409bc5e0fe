import { diffArrays } from 'diff';
import type { TextChange } from '../model/index.ts';

/** Comparing texts that have nothing in common takes long; after this much it says no more than that. */
const timeoutMs = 5000;

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

/** The text in passages: sentences, each with what stands between it and the next. */
const passagesOf = (text: string): string[] => Array.from(sentences.segment(text), ({ segment }) => segment);

/** What changed from one text to the next, by sentences (Myers 1986); nothing for equal texts. */
export function changesBetween(earlier: string, later: string): TextChange[] {
  if (earlier === later) return [];
  const runs = diffArrays(passagesOf(earlier), passagesOf(later), { timeout: timeoutMs });
  if (!runs) return [{ earlier: [0, earlier.length], later: [0, later.length] }];
  const changes: TextChange[] = [];
  let [before, after] = [0, 0];
  let open: TextChange | null = null;
  for (const { value, added, removed } of runs) {
    const length = value.reduce((sum, passage) => sum + passage.length, 0);
    if (added || removed) {
      open ??= { earlier: [before, before], later: [after, after] };
      if (removed) before += length;
      else after += length;
      open.earlier[1] = before;
      open.later[1] = after;
      continue;
    }
    if (open) changes.push(open);
    open = null;
    before += length;
    after += length;
  }
  if (open) changes.push(open);
  return changes;
}
