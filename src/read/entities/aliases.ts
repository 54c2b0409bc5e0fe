import { fold } from '../countries.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import type { TaggedName } from './ner-spans.ts';
import { acronymOf } from './registry.ts';

/** Words that may stand between two names of one; at least one of the second kind must. */
const filler =
  /^(?:[,(“"'‘-]|also|better|known|as|by|his|her|the|their|its|whose|real|name|or|is|was|using|under|formerly|then|previously|called)$/;
const naming =
  /^(?:known|alias|a\.?k\.?a\.?|nom|guerre|kunya|née|nee|called|formerly|name|pseudonym|nickname|nicknamed)$/;

const farthest = 12;

const between = (trees: SyntaxTrees, from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => trees.lowercase(from + index));

const isRenaming = (words: readonly string[]): boolean =>
  words.some((word) => naming.test(word)) &&
  words.every((word) => filler.test(word) || naming.test(word) || word === 'de') &&
  // "the name of", "called for" would have left the fillers; "known" alone needs its "as" or "by".
  (!words.includes('known') || words.includes('as') || words.includes('by'));

const nameText = (trees: SyntaxTrees, { from, to }: TaggedName): string =>
  trees.text.slice(...trees.span([from, to])).replace(/\s+/g, ' ');

/** Capitals in brackets right after a name: "the Observer Mission (OM)". */
const shortens = (short: string, full: string): boolean => {
  const letters = short.replace(/[^\p{L}]/gu, '');
  if (!/^\p{Lu}{2,}\p{Ll}?$/u.test(letters)) return false;
  const initials = acronymOf(full);
  return (
    initials.length > 1 &&
    (initials === letters || initials.startsWith(letters) || letters.startsWith(initials))
  );
};

/** Names that stand beside another one as its further name: `[the name, its alias]`. */
export const findAliases = (
  trees: SyntaxTrees,
  names: readonly TaggedName[],
): (readonly [TaggedName, TaggedName])[] =>
  names.flatMap((name, index) => {
    const next = names[index + 1];
    if (!next || next.from - name.to > farthest || next.from <= name.to) return [];
    if (trees.sentenceOf(name.from) !== trees.sentenceOf(next.from)) return [];
    const words = between(trees, name.to, next.from);
    const [full, short] = [nameText(trees, name), nameText(trees, next)];
    const bracketed =
      words.join(' ') === '(' && trees.lowercase(next.to) === ')' && fold(full) !== fold(short);
    return isRenaming(words) || (bracketed && (shortens(short, full) || shortens(full, short)))
      ? [[name, next] as const]
      : [];
  });
