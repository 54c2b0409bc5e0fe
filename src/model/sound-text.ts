const halfPair = /\p{Surrogate}/u;

/** Whatever is sent nests no deeper: a case file, the deepest of it, nests nine deep. */
const deepest = 64;

/** What is wrong with a text that no database keeps; null when nothing is. */
export const textProblem = (text: string): string | null => {
  if (text.includes('\0')) return 'it has a character NUL';
  return halfPair.test(text) ? 'it has half a character' : null;
};

/**
 * What is wrong with the texts of a value from outside, or with its depth; null when nothing is. Goes through it without
 * recursion: it may nest as deep as its sender likes.
 */
export const valueProblem = (value: unknown): string | null => {
  const open: [value: unknown, depth: number][] = [[value, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, depth] = next;
    if (depth > deepest) return `it nests more than ${deepest} deep`;
    const wrong = typeof part === 'string' ? textProblem(part) : null;
    if (wrong) return wrong;
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, inner] of Object.entries(part)) open.push([key, depth], [inner, depth + 1]);
  }
  return null;
};
