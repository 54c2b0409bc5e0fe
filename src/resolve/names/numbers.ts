const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );

const values = new Map<string, number>([
  ...ones.map((word, value): [string, number] => [word, value]),
  ...ordinals.map((word, index): [string, number] => [word, index + 1]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
]);

/** A number word or an ordinal in digits ("forty" → "40", "44th" → "44"); anything else as it is. */
export const numberOf = (word: string): string =>
  `${values.get(word) ?? /^(\d+)(?:st|nd|rd|th)$/u.exec(word)?.[1] ?? word}`;

/** "40 4" of two number words is 44. */
export const joinNumbers = (words: readonly string[]): string[] => {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const isPair = before !== undefined && /^[2-9]0$/u.test(before) && /^[1-9]$/u.test(word);
    if (isPair) joined[joined.length - 1] = `${Number(before) + Number(word)}`;
    else joined.push(word);
  }
  return joined;
};
