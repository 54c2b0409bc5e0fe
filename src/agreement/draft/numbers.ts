/** Numbers as agreements write them: figures, words ("one hundred and eighty"), and both ("five thousand (5,000)"). */

const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals: readonly (readonly [string, number])[] =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, at) => [word, at + 1] as const);
const values = new Map<string, number>([
  ...small.map((word, at) => [word, at + 1] as const),
  ...tens.map((word, at) => [word, 10 * (at + 2)] as const),
  ...ordinals,
  ['thirtieth', 30],
  ['half', 0.5],
]);
const multiples = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);

const word = [...values.keys(), ...multiples.keys()].sort((a, b) => b.length - a.length).join('|');
const figures = String.raw`\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;

/** Source of a pattern that a number fits, without groups. */
export const numberPattern = String.raw`(?:(?:${figures})(?:[  ](?:hundred|thousand|million|billion))?|(?:(?:${word})(?:[ -](?:and )?(?=${word}))?)+(?:[  ]\(\d[\d,]*\))?)`;

/** The value of a number as written; null for none. */
export const numberOf = (written: string): number | null => {
  const text = written
    .toLowerCase()
    .replace(/\(.*?\)/gu, '')
    .trim();
  const [, digits, multiple] = /^([\d][\d,.  ]*?)[  ]*(hundred|thousand|million|billion)?$/u.exec(text) ?? [];
  if (digits) {
    const value = Number(digits.replace(/[,  ]/gu, ''));
    return Number.isFinite(value) ? value * (multiples.get(multiple ?? '') ?? 1) : null;
  }
  let total = 0;
  let current = 0;
  for (const part of text.split(/[\s-]+/u).filter((one) => one && one !== 'and')) {
    const value = values.get(part);
    const times = multiples.get(part);
    if (value !== undefined) current += value;
    else if (times === 100) current = (current || 1) * 100;
    else if (times !== undefined) {
      total += (current || 1) * times;
      current = 0;
    } else return null;
  }
  return total + current || null;
};
