import { readable } from '../cleaning/index.ts';
import { overlaps, type ResolvedEntity, type Span } from '../model/index.ts';
import type { Registry } from './registry.ts';

/** A span that names, describes or stands for somebody. Offsets are UTF-16 code units of the text it stands in. */
export interface NamedSpan {
  span: Span;
  entity: ResolvedEntity;
}

/** Names of more words than this are not looked for. */
const longest = 7;

/** What folding leaves out, so that what follows belongs to the word: "The-O’Neill". */
const folds = /[\p{M}\p{Cf}.'’‘ʼ`"“”]/u;

/** A phrase of a common noun ("the Front" as "front") is a name only where the text writes it as one. */
const isWritten = (words: string): boolean => /\p{Lu}|\p{Lo}|\d/u.test(words);

/**
 * The registered names that stand in a text, longest first at each place; none overlaps another.
 * @param date EDTF day as of which memberships hold; null: ever.
 */
export const namesIn = (given: string, registry: Registry, date: string | null): NamedSpan[] => {
  const { text, original } = readable(given);
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.’']*(?:-[\p{L}\p{N}]+)*/gu)].map(
    (match): Span => [match.index, match.index + match[0].replace(/[.’']+$/u, '').length],
  );
  const found: NamedSpan[] = [];
  for (let at = 0; at < words.length; ) {
    const [start, firstEnd] = words[at] as Span;
    let next = at + 1;
    const isAsked = folds.test(text.charAt(firstEnd)) || registry.mayBegin(text.slice(start, firstEnd));
    const most = isAsked ? Math.min(longest, words.length - at) : 0;
    for (let length = most; length > 0; length--) {
      const end = (words[at + length - 1] as Span)[1];
      const phrase = text.slice(start, end);
      const known = phrase.includes('\n') ? undefined : registry.byName(phrase);
      if (!known || !(length > 1 || isWritten(phrase) || registry.isLowerCase(phrase))) continue;
      const entity = { ...known, type: 'other' as const, ...registry.belongings(known.key, date) };
      found.push({ span: original([start, end]), entity });
      next = at + length;
      break;
    }
    at = next;
  }
  return found;
};

/** Mentions that the reader found, and beside them the names that it did not. */
export const withNames = (mentions: readonly NamedSpan[], names: readonly NamedSpan[]): NamedSpan[] => {
  const isKnown = ({ entity }: NamedSpan) => entity.bodies.some((key) => !/^(?:name|doc):/u.test(key));
  const known = mentions.filter(isKnown);
  const added = names.filter(({ span }) => !known.some((mention) => overlaps(mention.span, span)));
  const others = mentions.filter(
    (mention) => !isKnown(mention) && !added.some(({ span }) => overlaps(mention.span, span)),
  );
  return [...known, ...added, ...others].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
};
