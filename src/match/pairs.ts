import { createHash } from 'node:crypto';
import type { WordPieces } from '../read/index.ts';
import type { ResolvedDocument } from '../resolve/index.ts';
import { type Combination, judgePair, type Outcome, sigmoid, sumOf } from './combination.ts';
import { type CheapName, cheapFeatures, earlyFeatures, type Features, judgeFeatures } from './features.ts';
import { type EncodedText, encodeText, type PairInput, pairInput } from './pair-input.ts';
import type { PairPool, PairTask } from './pair-pool.ts';
import { type PairReading, packPair, type ReadPair, unpackPair } from './pair-reader.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { Requirement } from './requirements.ts';
import type { WordVectors } from './words.ts';

/** A sentence beside a commitment, and what was made of them. */
export interface JudgedPair {
  readonly passage: Passage;
  readonly requirement: Requirement;
  readonly features: Features;
  /** What the whole pair reader read; null where the pair was not worth it. */
  readonly reading: PairReading | null;
  readonly outcome: Outcome;
}

/** What judging needs beside the pairs. */
export interface Judges {
  readonly vectors: WordVectors;
  readonly wordPieces: WordPieces;
  readonly pairs: PairPool;
  readonly combination: Combination;
}

interface Candidate {
  readonly passage: Passage;
  readonly requirement: Requirement;
  readonly cheap: Record<CheapName, number>;
  readonly odds: number;
}

/** The inputs of pairs of one document; every text is cut into pieces once. */
const encoderOf = (document: ResolvedDocument, { wordPieces }: Judges) => {
  const known = new Map<unknown, EncodedText>();
  const once = (key: unknown, encode: () => EncodedText): EncodedText => {
    const encoded = known.get(key) ?? encode();
    known.set(key, encoded);
    return encoded;
  };
  const none: EncodedText = { pieces: [], named: [] };
  const { text } = document.reading;
  return (passage: Passage, requirement: Requirement): PairInput => {
    const { text: required, named, debtors, creditors, commitment } = requirement;
    const duty = once(requirement, () => encodeText(required, [0, required.length], named, wordPieces));
    const { entered, beforeSpan } = passage;
    const sentence = once(passage, () =>
      entered
        ? encodeText(entered.text, [0, entered.text.length], entered.named, wordPieces)
        : encodeText(text, passage.span, passage.named, wordPieces),
    );
    const context = beforeSpan
      ? once(beforeSpan, () => encodeText(text, beforeSpan, passage.namedBefore, wordPieces))
      : none;
    return pairInput(
      { encoded: duty, isProhibition: commitment.kind === 'prohibition' },
      sentence,
      context,
      debtors,
      creditors,
      wordPieces,
    );
  };
};

/** Pair readings by the hash of what was read: what is kept is not read again. */
export type PairMemo = Record<string, number[]>;

const hashOf = ({ pieces, marks }: PairInput): string =>
  createHash('sha256')
    .update(JSON.stringify([pieces, marks]))
    .digest('base64url')
    .slice(0, 16);

/** The least that the first layers must find for a pair to be read on, given its cheap log-odds; 0 to 1. */
const leastEarly = (odds: number, { bias, weights, threshold }: Combination['early']): number => {
  const own = weights.early ?? 0;
  if (own <= 0) return 0;
  return sigmoid((threshold - bias - (weights.odds ?? 0) * odds) / own);
};

/** What becomes of the candidates, in their order: what is known is taken from the memo, the others are read. */
const readCandidates = async (
  candidates: readonly Candidate[],
  inputOf: (candidate: Candidate) => PairInput,
  known: PairMemo,
  { pairs, combination }: Judges,
): Promise<{ read: ReadPair[]; memo: PairMemo }> => {
  const tasks = candidates.map((candidate) => ({
    input: inputOf(candidate),
    least: leastEarly(candidate.odds, combination.early),
  }));
  const hashes = tasks.map(({ input }) => hashOf(input));
  const kept = hashes.map((hash, at): ReadPair | null => {
    const pair = known[hash] ? unpackPair(known[hash] as number[]) : null;
    // A pair that was left off before may be worth more among other rivals.
    return pair && (pair.reading || pair.early < (tasks[at] as PairTask).least) ? pair : null;
  });
  const fresh = await pairs.read(tasks.filter((_, at) => kept[at] === null));
  let next = 0;
  const read = kept.map((pair) => pair ?? (fresh[next++] as ReadPair));
  const memo: PairMemo = Object.create(null);
  for (const [at, pair] of read.entries()) memo[hashes[at] as string] = packPair(pair);
  return { read, memo };
};

/** What is not read to the end is as likely as is known by then, and never enough to be proposed. */
const unread = (odds: number, most: number): Outcome => {
  const bears = Math.min(sigmoid(odds), most);
  return { none: 1 - bears, breach: bears / 2, performance: bears / 2 };
};

/** The pairs of one sentence, judged beside each other. */
const judgeRow = (
  row: readonly Candidate[],
  readOf: (candidate: Candidate) => ReadPair | undefined,
  { combination }: Judges,
): JudgedPair[] => {
  const whole = row.flatMap((candidate) => {
    const { early, reading } = readOf(candidate) ?? { early: 0, reading: null };
    return reading
      ? [{ candidate, cheap: candidate.cheap, early: earlyFeatures(candidate.odds, early), reading }]
      : [];
  });
  const judged = new Map(judgeFeatures(whole).map((features, at) => [whole[at]?.candidate, features]));
  return row.map((candidate): JudgedPair => {
    const { passage, requirement, cheap, odds } = candidate;
    const read = readOf(candidate);
    const features = judged.get(candidate);
    if (features)
      return {
        passage,
        requirement,
        features,
        reading: read?.reading ?? null,
        outcome: judgePair(combination, features),
      };
    const early = read ? earlyFeatures(odds, read.early) : null;
    const bears = early ? sumOf(combination.early, { ...early }) : odds;
    const outcome = unread(bears, combination.suggested / 2);
    return { passage, requirement, features: { ...cheap, ...(early ?? { odds }) }, reading: null, outcome };
  });
};

/** Every pair of a document's sentences with the commitments, judged: cheap first, then what is worth reading. */
export const judgePairs = async (
  document: ResolvedDocument,
  requirements: readonly Requirement[],
  judges: Judges,
  known: PairMemo = {},
): Promise<{ pairs: JudgedPair[]; memo: PairMemo }> => {
  const { combination, vectors } = judges;
  const inputOf = encoderOf(document, judges);
  const rows = passagesOf(document, vectors).map((passage): Candidate[] =>
    cheapFeatures(passage, requirements, vectors).map((cheap, at) => ({
      passage,
      requirement: requirements[at] as Requirement,
      cheap,
      odds: sumOf(combination.candidate, cheap),
    })),
  );
  const { threshold, most } = combination.candidate;
  const candidates = rows.flatMap((row) =>
    row
      .filter(({ odds }) => odds >= threshold)
      .sort((a, b) => b.odds - a.odds)
      .slice(0, most),
  );
  const { read, memo } = await readCandidates(
    candidates,
    ({ passage, requirement }) => inputOf(passage, requirement),
    known,
    judges,
  );
  const found = new Map(candidates.map((candidate, at) => [candidate, read[at]]));
  return { pairs: rows.flatMap((row) => judgeRow(row, (candidate) => found.get(candidate), judges)), memo };
};
