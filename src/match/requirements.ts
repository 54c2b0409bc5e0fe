import { type PlacedCommitment, placed } from '../agreement/index.ts';
import { type CaseFile, type Commitment, contains, creditorsOf, debtorsOf } from '../model/index.ts';
import { type Knowledge, type NamedSpan, namedIn } from '../resolve/index.ts';
import { type Measure, measuresIn } from './measures.ts';
import { contentWords, type Weighted, type WordVectors } from './words.ts';

/** A sign of the case file, ready to be compared. */
interface PreparedSign {
  readonly says: string;
  readonly bearing: 'breach' | 'performance';
  readonly words: readonly Weighted[];
}

/** A commitment ready to be compared with sentences. */
export interface Requirement {
  readonly commitment: PlacedCommitment;
  /** What it requires, in the words of the case file but for the word that binds. */
  readonly text: string;
  readonly named: readonly NamedSpan[];
  /** Its words but for those that only name a party, each with its weight among the case's commitments. */
  readonly words: readonly Weighted[];
  readonly measures: readonly Measure[];
  readonly signs: readonly PreparedSign[];
  /** Debtors (one, or all of a joint duty) and creditors, by key. */
  readonly debtors: ReadonlySet<string>;
  readonly creditors: ReadonlySet<string>;
}

const withoutNames = (text: string, named: readonly NamedSpan[]): string => {
  let rest = text;
  for (const { span } of named.toSorted((a, b) => b.span[0] - a.span[0]))
    rest = `${rest.slice(0, span[0])} ${rest.slice(span[1])}`;
  return rest;
};

/** The number that a case file names, in the form of one that stands in the text. */
const givenMeasure = ({ quantity }: Commitment): Measure[] =>
  quantity
    ? [
        {
          span: [0, 0],
          value: quantity.value,
          unit: quantity.unit ?? null,
          bound: quantity.bound,
          whole: null,
        },
      ]
    : [];

/**
 * A duty as what it asks for, whatever word binds: "The port must not close" → "The port does not close". The pair reader
 * learnt duties so, and is told apart whether they forbid.
 */
const plainDuty = (requires: string): string =>
  requires
    .replace(/\b(?:must|shall|may) (?:not|never|in no case)\b/giu, 'does not')
    .replace(/\b(?:must|shall|(?:is|are) (?:required|obliged|bound) to) /giu, '');

/** The commitments of a case, prepared together: what a word is worth depends on how many of them have it. */
export const requirementsOf = (file: CaseFile, knowledge: Knowledge, vectors: WordVectors): Requirement[] => {
  const parts = file.commitments.map((commitment) => {
    const text = plainDuty(commitment.requires);
    const named = namedIn(knowledge, text);
    return { commitment, text, named, words: contentWords(withoutNames(text, named), vectors) };
  });
  const having = new Map<string, number>();
  for (const { words } of parts) for (const { stem } of words) having.set(stem, (having.get(stem) ?? 0) + 1);
  const weighted = (words: ReturnType<typeof contentWords>): Weighted[] =>
    words.map((word) => ({
      ...word,
      weight:
        (0.2 + vectors.rarityOf(word.stem)) *
        Math.log(1 + (parts.length + 1) / ((having.get(word.stem) ?? 0) + 0.5)),
    }));
  return parts.map(({ commitment, text, named, words }) => ({
    commitment: placed(commitment, file.signed),
    text,
    named,
    words: weighted(words),
    measures: givenMeasure(commitment).length
      ? givenMeasure(commitment)
      : measuresIn(text).filter(({ span }) => !named.some((one) => contains(one.span, span))),
    signs: commitment.signs.map(({ says, bearing }) => ({
      says,
      bearing,
      words: weighted(contentWords(withoutNames(says, namedIn(knowledge, says)), vectors)),
    })),
    debtors: new Set(debtorsOf(commitment)),
    creditors: new Set(creditorsOf(commitment)),
  }));
};
