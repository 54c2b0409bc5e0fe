import { readable } from '../cleaning/index.ts';
import { quote, type Span } from '../model/index.ts';
import { splitWords, type WordPieces } from '../read/index.ts';
import type { NamedSpan } from '../resolve/index.ts';

/*
 * What the pair reader reads: the commitment, then the sentence before, then the sentence. Every piece has a mark: the part it
 * stands in, and whom it names. So the network learns conduct, and no names.
 */

/** One commitment beside one sentence, as the network takes it; both lists have the same length. */
export interface PairInput {
  readonly pieces: number[];
  readonly marks: number[];
}

/** Pieces with, for each, the keys of whom it names: itself and all its bodies; null for nobody. */
export interface EncodedText {
  readonly pieces: readonly number[];
  readonly named: readonly (readonly string[] | null)[];
}

/** First mark of each part; whom a piece names is added to it. */
const part = { obligation: 0, prohibition: 4, sentence: 8, context: 12 } as const;
const nobody = 0;
const debtor = 1;
const creditor = 2;
/** Another party or actor of the case. */
const other = 3;

/** Pieces that each part may have at most; the commitment and the sentence lose their ends, the context its start. */
const room = { requirement: 56, sentence: 80, context: 32 } as const;

/** The pieces of a span of a text, with whom each names. */
export const encodeText = (
  text: string,
  span: Span,
  named: readonly NamedSpan[],
  wordPieces: WordPieces,
): EncodedText => {
  const pieces: number[] = [];
  const owners: (readonly string[] | null)[] = [];
  // The innermost of nested mentions names a word: "the ministry of Karsa" is Karsa's, its "Karsa" is Karsa.
  const innermost = named.toSorted((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  const { text: clear, original } = readable(quote(text, span));
  for (const word of splitWords(clear)) {
    const at = original(word)[0] + span[0];
    const owner = innermost.find((one) => one.span[0] <= at && at < one.span[1]);
    const bodies = owner ? [owner.entity.key, ...owner.entity.bodies] : null;
    for (const piece of wordPieces.of(quote(clear, word))) {
      pieces.push(piece);
      owners.push(bodies);
    }
  }
  return { pieces, named: owners };
};

const isLocal = (key: string): boolean => /^(?:name|doc):/u.test(key);

const roleOf = (
  bodies: readonly string[] | null,
  debtors: ReadonlySet<string>,
  creditors: ReadonlySet<string>,
): number => {
  if (bodies === null) return nobody;
  if (bodies.some((key) => debtors.has(key))) return debtor;
  if (bodies.some((key) => creditors.has(key))) return creditor;
  return bodies.every(isLocal) ? nobody : other;
};

/** A pair, with debtor and creditor marked by key. */
export const pairInput = (
  requirement: { readonly encoded: EncodedText; readonly isProhibition: boolean },
  sentence: EncodedText,
  context: EncodedText,
  debtors: ReadonlySet<string>,
  creditors: ReadonlySet<string>,
  { open, close }: WordPieces,
): PairInput => {
  const pieces: number[] = [];
  const marks: number[] = [];
  const add = (from: number, { pieces: ids, named }: EncodedText, start: number, end: number) => {
    for (let at = start; at < end; at++) {
      pieces.push(ids[at] as number);
      marks.push(from + roleOf(named[at] ?? null, debtors, creditors));
    }
  };
  const between = (piece: number, mark: number) => {
    pieces.push(piece);
    marks.push(mark);
  };
  const duty = requirement.isProhibition ? part.prohibition : part.obligation;
  between(open, duty);
  add(duty, requirement.encoded, 0, Math.min(room.requirement, requirement.encoded.pieces.length));
  between(close, duty);
  add(part.context, context, Math.max(0, context.pieces.length - room.context), context.pieces.length);
  between(close, part.context);
  add(part.sentence, sentence, 0, Math.min(room.sentence, sentence.pieces.length));
  between(close, part.sentence);
  return { pieces, marks };
};
