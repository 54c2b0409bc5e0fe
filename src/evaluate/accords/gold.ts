import { intervalOf } from '../../agreement/index.ts';
import { type Bearing, pointsTo, type Reading, type Span } from '../../model/index.ts';
import type { Accord, CodedClaim } from './accord.ts';

/** A sentence that bears on a commitment as a person coded it. */
export interface GoldPair {
  readonly report: string;
  /** Number of the sentence in the reading. */
  readonly sentence: number;
  readonly commitment: string;
  /** Which way it points: a breach that is denied points to performance. */
  readonly points: Bearing;
  readonly claim: CodedClaim;
}

export const pairKey = (report: string, sentence: number, commitment: string): string =>
  `${report} ${sentence} ${commitment}`;

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** The sentence that has most of a span; −1 where none has any. */
export const sentenceOf = (span: Span, sentences: Reading['sentences']): number => {
  let [best, most] = [-1, 0];
  for (const [at, sentence] of sentences.entries()) {
    const size = shared(span, sentence.span);
    if (size > most) [best, most] = [at, size];
  }
  return best;
};

/** Which way a claim points; null where it is no evidence: it bears on nothing, or its speaker does not commit to it. */
const pointing = ({ bearing, factuality }: CodedClaim): Bearing | null => {
  if (bearing === 'none' || Math.abs(factuality) < 1) return null;
  return pointsTo(bearing, factuality);
};

/** What a coded claim tells of lies wholly before the commitment's window: history, no evidence. */
const isBefore = ({ when, commitment }: CodedClaim, accord: Accord): boolean => {
  const from = accord.commitments.find(({ id }) => id === commitment)?.window.from ?? accord.signed;
  const interval = when === null ? null : intervalOf(when);
  return interval !== null && interval.to < Date.parse(`${from}T00:00:00Z`);
};

/** The gold pairs of one report, and those that a quotation over several sentences leaves open, by key. */
export const goldPairs = (
  accord: Accord,
  report: Accord['reports'][number],
  reading: Reading,
): { pairs: GoldPair[]; open: ReadonlySet<string> } => {
  const pairs: GoldPair[] = [];
  const open = new Set<string>();
  for (const claim of report.claims) {
    const points = pointing(claim);
    const start = report.text.indexOf(claim.quote);
    if (points === null || claim.commitment === null || start < 0 || isBefore(claim, accord)) continue;
    const span: Span = [start, start + claim.quote.length];
    const sentence = sentenceOf(span, reading.sentences);
    if (sentence < 0) continue;
    pairs.push({ report: report.id, sentence, commitment: claim.commitment, points, claim });
    for (const [at, other] of reading.sentences.entries())
      if (at !== sentence && shared(span, other.span) > 0) open.add(pairKey(report.id, at, claim.commitment));
  }
  return { pairs, open };
};
