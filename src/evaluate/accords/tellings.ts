import { contains, type Evidence, overlaps, type Span, type Statement } from '../../model/index.ts';
import type { ResolvedDocument } from '../../resolve/index.ts';
import type { GoldPair } from './gold.ts';

/** Coded evidence beside the claim of the reading that tells it. */
export interface CodedTelling {
  readonly gold: GoldPair;
  readonly statement: Statement;
}

const length = ([start, end]: Span): number => end - start;
const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** How far two spans are the same, 0…1: twice what both have over what each has (Dice). */
const likeness = (a: Span, b: Span): number => (2 * shared(a, b)) / (length(a) + length(b));

/** Its words hold what somebody else says: "the army said that …" is not what the army said. */
const isFrame = ({ claim }: Statement, others: readonly Statement[]): boolean =>
  others.some(
    (other) =>
      other.claim.attribution !== claim.attribution &&
      length(other.claim.span) < length(claim.span) &&
      contains(claim.span, other.claim.span),
  );

/** The claim of a sentence that a quotation marks, by its words: never one that only says who speaks, if there is another. */
export const markedClaim = (
  quote: Span,
  sentence: Span,
  statements: readonly Statement[],
): Statement | null => {
  const told = statements.filter(({ claim }) => overlaps(claim.predicate.span, sentence));
  const marked = told.filter(({ claim }) => overlaps(claim.predicate.span, quote));
  const some = marked.length > 0 ? marked : told;
  const conduct = some.filter((statement) => !isFrame(statement, some));
  const [best = null] = conduct.toSorted(
    (a, b) => likeness(b.claim.span, quote) - likeness(a.claim.span, quote),
  );
  return best;
};

/** The claims of a reading that tell coded evidence; a sentence that claims nothing tells none. */
export const tellingsIn = (
  gold: readonly GoldPair[],
  { reading, statements }: ResolvedDocument,
): CodedTelling[] =>
  gold.flatMap((pair) => {
    const start = reading.text.indexOf(pair.claim.quote);
    const sentence = reading.sentences[pair.sentence]?.span;
    const quoted: Span = [start, start + pair.claim.quote.length];
    const statement = sentence ? markedClaim(quoted, sentence, statements) : null;
    return statement ? [{ gold: pair, statement }] : [];
  });

/** Coded evidence as if the matcher had found it so: what weighing makes of it then is weighing's own. */
export const codedEvidence = ({ gold, statement }: CodedTelling, number: number): Evidence => ({
  id: `coded ${number}`,
  statementId: statement.id,
  documentId: statement.documentId,
  commitment: gold.commitment,
  kind: 'conduct',
  bearing: gold.claim.bearing === 'none' ? gold.points : gold.claim.bearing,
  factuality: gold.claim.factuality,
  strength: gold.claim.strength ?? 'indirect',
  probability: 1,
  tier: 'counted',
  span: statement.claim.span,
  words: statement.text,
  verdict: 'proposed',
  elements: [],
  through: [],
});
