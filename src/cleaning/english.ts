import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';

/** One word a line, sorted; searched where it lies, since a set of them would cost time and memory. */
let list: Buffer | undefined;

const newLine = 10;

/** Whether the list of English words holds it: lower case, no names. */
export function isEnglishWord(word: string): boolean {
  list ??= readFileSync(wordListPath);
  const wanted = Buffer.from(word);
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = list.lastIndexOf(newLine, middle - 1) + 1;
    const next = list.indexOf(newLine, start);
    const end = next < 0 ? list.length : next;
    const order = list.compare(wanted, 0, wanted.length, start, end);
    if (order === 0) return true;
    if (order < 0) low = end + 1;
    else high = start;
  }
  return false;
}
