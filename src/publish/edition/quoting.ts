import { type Document, type Finding, longestQuotation } from '../../model/index.ts';
import { type CaseMaterial, foundIn } from '../found.ts';

/** Of one text no larger share is published, in quotations together: a whole text never, but for summaries of our own. */
const largestShare = 0.5;

/** Of what a person shortens, in characters. */
const shortened = 160;

/** Fewer characters say nothing. */
const shortest = 24;

/** Words of a document that would be published, under one id however often they are shown. */
export interface Quotable {
  id: string;
  document: string;
  span: readonly [number, number];
  words: string;
}

/** The same, with the ids of the commitments under which it would stand. */
export interface PlacedQuotable extends Quotable {
  commitments: string[];
}

/** What becomes of a quotation. */
export interface Quoted {
  /** null: not published. */
  words: string | null;
  /** Why they are not all there; null where they are. */
  cut: 'hidden' | 'shortened' | 'too long' | 'too much of its text' | null;
}

/** The id of a reply as a quotation: it has none of its own. */
export const replyId = ({ document, span }: Finding['replies'][number]): string =>
  `reply-${document}-${span.join('-')}`;

/** Everything that the pages of an edition would quote, in the order in which it is read. */
export const quotablesOf = (source: CaseMaterial): PlacedQuotable[] => {
  const found = new Map<string, PlacedQuotable>();
  for (const { finding } of foundIn(source))
    for (const { id, document, span, words } of [
      ...finding.evidence.filter(({ role, kind }) => role === 'counts' && kind === 'conduct'),
      ...finding.replies.map((reply) => ({ ...reply, id: replyId(reply) })),
    ]) {
      const commitments = new Set(found.get(id)?.commitments).add(finding.id);
      found.set(id, { id, document, span, words, commitments: [...commitments] });
    }
  return [...found.values()];
};

const spread = (spans: readonly (readonly [number, number])[]): number => {
  let [sum, reached] = [0, 0];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    sum += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return sum;
};

/** Words up to a length, ending before a name that they would cut through: half a name tells whose it is. */
const cutTo = (words: string, length: number): string => {
  const whole = /\s/u.test(words.charAt(length))
    ? words.slice(0, length)
    : words.slice(0, length).replace(/\S*$/u, '');
  const names = /(?:\s+[\p{Lu}\p{Lo}]\S*(?:\s+(?:al|bin|ibn|van|von|de|del|da|abu|ul)\b-?)?){1,4}\s*$/u;
  return `${whole.replace(names, '').trimEnd()} …`;
};

/**
 * What is published of each quotation: what was chosen, no more than one quotation may have, and of one text never more than half.
 * @param chosen what a person chose, by the quotation's id
 */
export function quotedOf(
  quotables: readonly Quotable[],
  documents: ReadonlyMap<string, Pick<Document, 'text' | 'kind'>>,
  chosen: ReadonlyMap<string, string>,
): Map<string, Quoted> {
  const taken = new Map<string, [number, number][]>();
  const quoted = new Map<string, Quoted>();
  for (const { id, document, span, words } of quotables) {
    const choice = chosen.get(id);
    if (choice === 'hide') {
      quoted.set(id, { words: null, cut: 'hidden' });
      continue;
    }
    const { text = '', kind = 'original' } = documents.get(document) ?? {};
    const spans = taken.get(document) ?? [];
    const most = kind === 'digest' ? text.length : Math.floor(text.length * largestShare);
    const [start] = span;
    const wanted = Math.min(span[1] - start, choice === 'shorten' ? shortened : longestQuotation);
    let length = wanted;
    // What overlaps with what is quoted already costs nothing; the rest must fit.
    const over = () => spread([...spans, [start, start + length]]) - most;
    while (length > 0 && over() > 0) length -= Math.max(1, Math.min(over(), length));
    const isCut = length < wanted;
    if (length < Math.min(shortest, wanted)) {
      quoted.set(id, { words: null, cut: 'too much of its text' });
      continue;
    }
    taken.set(document, [...spans, [start, start + length]]);
    const isWhole = length >= span[1] - start;
    quoted.set(id, {
      words: isWhole ? words : cutTo(words, length),
      cut: isWhole ? null : isCut ? 'too much of its text' : choice === 'shorten' ? 'shortened' : 'too long',
    });
  }
  return quoted;
}
