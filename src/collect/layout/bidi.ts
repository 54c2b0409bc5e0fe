/*
 * Logical order from the order seen. A page has its letters where they are seen; what is read is found by the Unicode
 * Bidirectional Algorithm (UAX #9) run backwards: each piece gets its level, and stretches of a level are turned round.
 */

/** A piece of a line in one direction. */
interface Piece {
  readonly text: string;
  readonly kind: 'left' | 'right' | 'number' | 'neutral';
}

const scripts = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`;
const right = `(?=\\p{L})[${scripts}]`;
const rightLetter = new RegExp(right, 'gu');
const leftLetter = new RegExp(`(?![${scripts}])\\p{L}`, 'gu');

/** Numbers keep their signs and hyphens beside Hebrew, and lose them beside Arabic (rules W2 to W5). */
const numbers = {
  arabic: String.raw`\p{Nd}+(?:[.,:/]\p{Nd}+)*`,
  others: String.raw`[$€£%‰]?\p{Nd}+(?:[.,:/+-]\p{Nd}+)*[$€£%‰]?`,
};

/** Figures of Arabic are of its script, and no letters: they keep their order in a line that is turned round. */
const pieces = (number: string): RegExp =>
  new RegExp(
    [
      `(?<right>(?:${right}|\\p{M})(?:(?:(?!\\p{N})[\\p{M}${scripts}\\s،؛؟ـ])*(?:${right}|\\p{M}))?)`,
      `(?<number>${number})(?![\\p{L}\\p{M}])`,
      String.raw`(?<left>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,:/@'’&_-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)`,
      String.raw`[\s\S]`,
    ].join('|'),
    'gu',
  );
const besideArabic = pieces(numbers.arabic);
const besideOthers = pieces(numbers.others);

/** Whether a text is of letters written to the left rather than to the right; null where it has neither. */
export function isRightToLeft(text: string): boolean | null {
  if (!hasRightToLeft(text)) return /\p{L}/u.test(text) ? false : null;
  const count = text.match(rightLetter)?.length ?? 0;
  const others = text.match(leftLetter)?.length ?? 0;
  return count >= others;
}

const hasRightToLeft = (text: string): boolean => text.search(rightLetter) >= 0;

const reversed = (text: string): string => [...text].reverse().join('');

function piecesOf(text: string): Piece[] {
  const pattern = /(?=\p{L})\p{Script=Arabic}/u.test(text) ? besideArabic : besideOthers;
  return Array.from(text.matchAll(pattern), ({ 0: found, groups = {} }): Piece => {
    const kind = groups.right ? 'right' : groups.number ? 'number' : groups.left ? 'left' : 'neutral';
    return { text: found, kind };
  });
}

const mirrored = new Map<string, string>();
for (const pair of ['()', '[]', '{}', '«»', '‹›', '<>']) {
  const [open = '', close = ''] = pair;
  mirrored.set(open, close).set(close, open);
}

/** For each piece the nearest one that is not neutral, going through them in the order of `places`. */
function strongBefore(line: readonly Piece[], places: readonly number[]): (Piece | undefined)[] {
  const found: (Piece | undefined)[] = [];
  let last: Piece | undefined;
  for (const place of places) {
    found[place] = last;
    const piece = line[place] as Piece;
    if (piece.kind !== 'neutral') last = piece;
  }
  return found;
}

/** The levels of the pieces; a number goes with the word to its left, a neutral one with both its sides, else with the line. */
function levelsOf(given: readonly Piece[], base: 0 | 1): number[] {
  const places = given.map((_, index) => index);
  const beside = strongBefore(given, places);
  const line = given.map((piece, index): Piece => {
    const isLeft = piece.kind === 'number' && beside[index]?.kind === 'left';
    return isLeft ? { ...piece, kind: 'left' } : piece;
  });
  const before = strongBefore(line, places);
  const after = strongBefore(line, places.toReversed());
  const isRight = (piece: Piece | undefined): boolean =>
    !piece || piece.kind === 'number' ? base === 1 : piece.kind === 'right';
  return line.map(({ kind }, index) => {
    const sides = [before[index], after[index]];
    if (kind === 'right') return 1;
    if (kind === 'left') return 2 * base;
    if (kind === 'number') return base === 1 || sides.every((side) => side?.kind === 'right') ? 2 : 0;
    if (sides.every(isRight)) return 1;
    return sides.some(isRight) ? base : 2 * base;
  });
}

/** Turns every stretch of at least the level round. */
function turned<Item>(items: readonly Item[], levelOf: (item: Item) => number, level: number): Item[] {
  const order: Item[] = [];
  for (let from = 0; from < items.length; ) {
    let to = from;
    while (to < items.length && levelOf(items[to] as Item) >= level) to++;
    if (to > from) order.push(...items.slice(from, to).reverse());
    else order.push(items[to++] as Item);
    from = to;
  }
  return order;
}

/** How many brackets have no partner. */
function unmatched(text: string): number {
  const open: string[] = [];
  let count = 0;
  for (const sign of text) {
    if ('([{«'.includes(sign)) open.push(sign);
    else if (')]}»'.includes(sign) && open.at(-1) === mirrored.get(sign)) open.pop();
    else if (')]}»'.includes(sign)) count += 1;
  }
  return count + open.length;
}

interface Placed {
  readonly text: string;
  readonly level: number;
}

/** The pieces of a line turned from the order seen to that read, or the other way. */
function turnedPieces(line: string, base: 0 | 1): Placed[] {
  const own = piecesOf(line);
  const levels = levelsOf(own, base);
  const placed = own.map(({ text, kind }, index): Placed => {
    return { text: kind === 'right' ? reversed(text) : text, level: levels[index] as number };
  });
  const levelOf = ({ level }: Placed): number => level;
  return turned(turned(placed, levelOf, 1), levelOf, 2);
}

/** The order seen of a piece of text that PDF.js has put into what it holds for the order read. */
export const asSeen = (text: string, dir: string): string =>
  hasRightToLeft(text)
    ? turnedPieces(text, dir === 'rtl' ? 1 : 0)
        .map((piece) => piece.text)
        .join('')
    : text;

/** At which end a line that is seen has the mark that ends it: on the left it is read from the right. */
function directionBy(seen: string): 0 | 1 | null {
  const [atLeft, atRight] = [/^\s*[.,:;!?،؛؟](?!\d)/.test(seen), /[.,:;!?،؛؟]\s*$/.test(seen)];
  if (atLeft === atRight) return null;
  return atLeft ? 1 : 0;
}

/**
 * What is read of a line that is given as it is seen, from left to right.
 * @param isRightToLeftPage what its page is, which tells of a line of both directions.
 */
export function asRead(line: string, isRightToLeftPage: boolean): string {
  // A line of figures and signs alone goes with its page.
  if (!hasRightToLeft(line) && (!isRightToLeftPage || /\p{L}/u.test(line))) return line;
  const most = isRightToLeft(line) || isRightToLeftPage ? 1 : 0;
  const order = turnedPieces(line, directionBy(line) ?? most);
  const drawn = order.map(({ text }) => text).join('');
  // Some writers give brackets as they look, others as they are meant.
  const meant = order
    .map(({ text, level }) => (level % 2 === 1 ? (mirrored.get(text) ?? text) : text))
    .join('');
  return unmatched(drawn) < unmatched(meant) ? drawn : meant;
}

/** Letters that are drawn as one, and letters of Arabic and Hebrew in the form of their place in a word. */
const shown = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufd3d\ufd40-\ufdfb\ufe70-\ufefc]+/g;

/** The plain letters of those shown. */
export const plainLetters = (text: string): string => text.replace(shown, (found) => found.normalize('NFKC'));
