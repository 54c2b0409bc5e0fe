import { contains, overlaps, quote, type Span, type Statement } from '../model/index.ts';
import type { NamedSpan, ResolvedDocument } from '../resolve/index.ts';
import { type EnteredSentence, enteredSentence } from './entered-sentences.ts';
import { type Measure, measuresIn } from './measures.ts';
import { type ContentWord, contentWords, type WordVectors } from './words.ts';

/** A sentence of a report as matching sees it: its words, who is named in it, what it claims, what stands before it. */
export interface Passage {
  readonly documentId: string;
  /** UTF-16 code units of the document's text. */
  readonly span: Span;
  readonly text: string;
  /** What is compared in its place: a person entered it, in a text that nobody read. Null for a sentence that was read. */
  readonly entered: EnteredSentence | null;
  /** The sentence before it; null for the first. */
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

interface Place {
  readonly span: Span;
  readonly statements: readonly Statement[];
  readonly entered: EnteredSentence | null;
}

/** The sentences; in a document that nobody read, the claims that people entered, each for itself. */
const placesIn = (sentences: readonly { span: Span }[], statements: readonly Statement[]): Place[] =>
  sentences.length > 0
    ? sentences.map(({ span }) => ({ span, statements: toldIn(statements, span), entered: null }))
    : statements
        .map((statement) => ({
          span: statement.claim.span,
          statements: [statement],
          entered: enteredSentence(statement),
        }))
        .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);

const noStems: ReadonlySet<string> = new Set();

/** The passages of a document, in text order. */
export const passagesOf = (
  { document, reading, statements, named }: ResolvedDocument,
  vectors: WordVectors,
): Passage[] => {
  const stemsOf = (words: readonly ContentWord[]): ReadonlySet<string> =>
    new Set(words.map(({ stem }) => stem));
  const documentStems = stemsOf(contentWords(reading.text, vectors));
  const documentBodies = new Set(named.flatMap(({ entity }) => entity.bodies));
  const places = placesIn(reading.sentences, statements);
  const told = places.map(({ span, entered }) =>
    contentWords(entered?.text ?? quote(reading.text, span), vectors),
  );
  const stems = told.map(stemsOf);
  /** What stands around a sentence; a claim that was entered stands for itself. */
  const stemsAt = (position: number, { entered }: Place): ReadonlySet<string> =>
    (entered ? undefined : stems[position]) ?? noStems;
  return places.map((place, position): Passage => {
    const { span, statements: claims, entered } = place;
    const beforeSpan = entered ? null : (places[position - 1]?.span ?? null);
    const text = quote(reading.text, span);
    return {
      documentId: document.id,
      span,
      text,
      entered,
      beforeSpan,
      named: within(span, named),
      namedBefore: beforeSpan ? within(beforeSpan, named) : [],
      statements: claims,
      words: told[position] as readonly ContentWord[],
      stems: stems[position] as ReadonlySet<string>,
      stemsBefore: stemsAt(position - 1, place),
      headStems: stemsAt(0, place),
      stemsAfter: stemsAt(position + 1, place),
      documentStems,
      documentBodies,
      measures: measuresIn(text),
      position,
      published: document.published,
    };
  });
};
