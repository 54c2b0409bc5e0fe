import { createHash } from 'node:crypto';
import type { WordPieces } from '../read/index.ts';
import type { ResolvedDocument } from '../resolve/index.ts';
import { type Combination, judgePair, type Outcome, sumOf } from './combination.ts';
import { type CheapName, cheapFeatures, type Features, judgeFeatures } from './features.ts';
import { type EncodedText, encodeText, type PairInput, pairInput } from './pair-input.ts';
import { type PairReader, type PairReading, packReading, unpackReading } from './pair-reader.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { Requirement } from './requirements.ts';
import type { WordVectors } from './words.ts';

/** A sentence beside a commitment, and what was made of them. */
export interface JudgedPair {
  readonly passage: Passage;
  readonly requirement: Requirement;
  readonly features: Features;
  /** What the pair reader read; null where the pair was no candidate. */
  readonly reading: PairReading | null;
  readonly outcome: Outcome;
}

/** What judging needs beside the pairs. */
export interface Judges {
  readonly vectors: WordVectors;
  readonly wordPieces: WordPieces;
  readonly pairReader: PairReader;
  readonly combination: Combination;
  /** Pairs read at the same time. */
  readonly threads: number;
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
    const sentence = once(passage, () => encodeText(text, passage.span, passage.named, wordPieces));
    const { beforeSpan } = passage;
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

/** Readings of pairs in their order: those that are known from the memo, the others read. */
const readingsOf = async (
  inputs: readonly PairInput[],
  known: PairMemo,
  { pairReader, threads }: Judges,
): Promise<{ readings: PairReading[]; memo: PairMemo }> => {
  const hashes = inputs.map(hashOf);
  const fresh = inputs.filter((_, at) => !known[hashes[at] as string]);
  const read = await pairReader.readAll(fresh, threads);
  const memo: PairMemo = Object.create(null);
  let next = 0;
  for (const hash of hashes) memo[hash] = known[hash] ?? packReading(read[next++] as PairReading);
  return { readings: hashes.map((hash) => unpackReading(memo[hash] as number[])), memo };
};

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** What is not read is as likely as the cheap features make it, and never enough to be proposed. */
const unread = ({ odds }: Candidate, most: number): Outcome => {
  const bears = Math.min(sigmoid(odds), most);
  return { none: 1 - bears, breach: bears / 2, performance: bears / 2 };
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
  const chosen = rows.map((row) => row.filter(({ odds }) => odds >= combination.candidate.threshold));
  const inputs = chosen.flat().map(({ passage, requirement }) => inputOf(passage, requirement));
  const { readings, memo } = await readingsOf(inputs, known, judges);
  let next = 0;
  const pairs = rows.flatMap((row, at) => {
    const read = (chosen[at] as Candidate[]).map((candidate) => ({
      candidate,
      cheap: candidate.cheap,
      reading: readings[next++] as PairReading,
    }));
    const features = new Map(judgeFeatures(read).map((all, index) => [read[index]?.candidate, all]));
    const found = new Map(read.map(({ candidate, reading }) => [candidate, reading]));
    return row.map((candidate): JudgedPair => {
      const { passage, requirement, cheap } = candidate;
      const reading = found.get(candidate) ?? null;
      const all = features.get(candidate) ?? cheap;
      const outcome = reading ? judgePair(combination, all) : unread(candidate, combination.suggested / 2);
      return { passage, requirement, features: all, reading, outcome };
    });
  });
  return { pairs, memo };
};
