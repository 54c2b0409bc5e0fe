import { contains, overlaps, quote, type Span, type Statement } from '../model/index.ts';
import type { NamedSpan, ResolvedDocument } from '../resolve/index.ts';
import { type Measure, measuresIn } from './measures.ts';
import { type ContentWord, contentWords, type WordVectors } from './words.ts';

/** A sentence of a report as matching sees it: its words, who is named in it, what it claims, what stands before it. */
export interface Passage {
  readonly documentId: string;
  /** UTF-16 code units of the document's text. */
  readonly span: Span;
  readonly text: string;
  /** The sentence before it in the same paragraph or the paragraph before; empty for the first. */
  readonly before: string;
  readonly beforeSpan: Span | null;
  /** Those named or stood for in it, in text order; likewise before it. */
  readonly named: readonly NamedSpan[];
  readonly namedBefore: readonly NamedSpan[];
  readonly statements: readonly Statement[];
  readonly words: readonly ContentWord[];
  readonly stems: ReadonlySet<string>;
  readonly stemsBefore: ReadonlySet<string>;
  readonly headStems: ReadonlySet<string>;
  readonly stemsAfter: ReadonlySet<string>;
  /** Of the whole document, and who is named in it. */
  readonly documentStems: ReadonlySet<string>;
  readonly documentBodies: ReadonlySet<string>;
  readonly measures: readonly Measure[];
  /** Its place among the document's sentences, 0 first. */
  readonly position: number;
  /** EDTF day of publication; null when unknown. */
  readonly published: string | null;
}

const within = (span: Span, named: readonly NamedSpan[]): NamedSpan[] =>
  named.filter((one) => contains(span, one.span));

/** The sentence in which a claim is told: the one that holds its predicate. */
const toldIn = (statements: readonly Statement[], span: Span): Statement[] =>
  statements.filter(({ claim }) => overlaps(claim.predicate.span, span));

/** The sentences of a document, in text order. */
export const passagesOf = (
  { document, reading, statements, named }: ResolvedDocument,
  vectors: WordVectors,
): Passage[] => {
  const stems = (text: string) => new Set(contentWords(text, vectors).map(({ stem }) => stem));
  const head = stems(quote(reading.text, reading.sentences[0]?.span ?? [0, 0]));
  const documentStems = stems(reading.text);
  const documentBodies = new Set(named.flatMap(({ entity }) => entity.bodies));
  return reading.sentences.map(({ span }, position): Passage => {
    const beforeSpan = reading.sentences[position - 1]?.span ?? null;
    const afterSpan = reading.sentences[position + 1]?.span;
    const before = beforeSpan ? quote(reading.text, beforeSpan) : '';
    const text = quote(reading.text, span);
    const words = contentWords(text, vectors);
    return {
      documentId: document.id,
      span,
      text,
      before,
      beforeSpan,
      named: within(span, named),
      namedBefore: beforeSpan ? within(beforeSpan, named) : [],
      statements: toldIn(statements, span),
      words,
      stems: new Set(words.map(({ stem }) => stem)),
      stemsBefore: stems(before),
      headStems: head,
      stemsAfter: stems(afterSpan ? quote(reading.text, afterSpan) : ''),
      documentStems,
      documentBodies,
      measures: measuresIn(text),
      position,
      published: document.published,
    };
  });
};
