import { availableParallelism } from 'node:os';
import type { CaseFile, Evidence, Matches, Statement } from '../model/index.ts';
import { readVocabulary, WordPieces } from '../read/index.ts';
import type { Knowledge, ResolvedDocument } from '../resolve/index.ts';
import { evidenceOf } from './evidence.ts';
import { createPairPool } from './pair-pool.ts';
import { type JudgedPair, type Judges, judgePairs, type PairMemo } from './pairs.ts';
import { findReplies } from './replies.ts';
import { type Requirement, requirementsOf } from './requirements.ts';
import { matchVerdict } from './verdicts.ts';
import { readCombination, vectorsPath } from './weights.ts';
import { WordVectors } from './words.ts';

export { logit } from './combination.ts';
export { cheapFeatures, cheapNames, type Features, judgeFeatures, judgeNames } from './features.ts';
export {
  type DecidedPair,
  type LayerPair,
  type Learnt,
  type Lesson,
  layerFeatures,
  learn,
} from './learning.ts';
export { encodeText, type PairInput, pairInput } from './pair-input.ts';
export type { JudgedPair, PairMemo } from './pairs.ts';
export { type Passage, passagesOf } from './passages.ts';
export { type Requirement, requirementsOf } from './requirements.ts';
export { countsFrom } from './weights.ts';
export { type ContentWord, contentWords, WordVectors } from './words.ts';

/** Statements × commitments → evidence, by meaning. One instance holds the networks once. */
export interface Matcher {
  /**
   * Evidence and replies in some documents of a case, in the order of the documents. `known` gives the pair readings that
   * are kept of a document; `read` all that it needed now.
   */
  match(
    knowledge: Knowledge,
    documents: readonly ResolvedDocument[],
    known?: (documentId: string) => PairMemo | undefined,
  ): Promise<Matches & { read: Map<string, PairMemo> }>;
  /** Every pair of sentence and commitment of a document with what was made of it. */
  pairs(
    knowledge: Knowledge,
    document: ResolvedDocument,
    known?: PairMemo,
  ): Promise<{ pairs: JudgedPair[]; memo: PairMemo }>;
}

/** The claims on a commitment that a sentence bears on: one piece of evidence a sentence and commitment. */
const conductIn = (pairs: readonly JudgedPair[], { combination, vectors }: Judges): Evidence[] =>
  pairs.flatMap((pair) => {
    const bears = Math.max(pair.outcome.breach, pair.outcome.performance);
    if (pair.reading === null || bears < combination.suggested) return [];
    return evidenceOf(pair, bears >= combination.counted ? 'counted' : 'suggested', vectors) ?? [];
  });

/** What a person entered bears on something: where nothing else comes of it, it is suggested where it is likeliest. */
const enteredConduct = (
  pairs: readonly JudgedPair[],
  found: readonly Evidence[],
  { vectors }: Judges,
): Evidence[] => {
  const known = new Set(found.map(({ statementId }) => statementId));
  const likeliest = new Map<string, JudgedPair>();
  for (const pair of pairs) {
    const id = pair.passage.entered && pair.passage.statements[0]?.id;
    if (!id || known.has(id)) continue;
    const best = likeliest.get(id);
    if (!best || pair.outcome.none < best.outcome.none) likeliest.set(id, pair);
  }
  return [...likeliest.values()].flatMap((pair) => evidenceOf(pair, 'suggested', vectors) ?? []);
};

/** Two sentences may tell one claim (a clause that goes on): the likelier stands. */
const onePerClaim = (evidence: readonly Evidence[]): Evidence[] => {
  const byId = new Map<string, Evidence>();
  for (const item of evidence) {
    const known = byId.get(item.id);
    if (!known || (known.probability ?? 0) < (item.probability ?? 0)) byId.set(item.id, item);
  }
  return [...byId.values()];
};

const withVerdicts = (
  file: CaseFile,
  requirements: readonly Requirement[],
  statements: readonly Statement[],
  conduct: readonly Evidence[],
  { vectors }: Judges,
): Evidence[] => {
  const reported = new Set(conduct.map(({ commitment }) => commitment));
  return [
    ...conduct,
    ...statements.flatMap((statement) => matchVerdict(file, requirements, statement, reported, vectors)),
  ];
};

let vectors: WordVectors | undefined;

/** The word vectors of `models/matcher`, read when first needed and shared. */
export const wordVectors = (): WordVectors => {
  vectors ??= WordVectors.read(vectorsPath(), readVocabulary());
  return vectors;
};

/** From which probability on evidence is suggested, and counts: fitted with the weights. */
export const thresholds = (): { suggested: number; counted: number } => {
  const { suggested, counted } = readCombination();
  return { suggested, counted };
};

/** A matcher with the weights of `models/matcher`; they are loaded when first needed. */
export const createMatcher = (threads = availableParallelism()): Matcher => {
  let loaded: Judges | undefined;
  const load = (): Judges => {
    const vocabulary = readVocabulary();
    return {
      vectors: wordVectors(),
      wordPieces: new WordPieces(vocabulary),
      pairs: createPairPool(threads),
      combination: readCombination(),
    };
  };
  const judges = (): Judges => {
    loaded ??= load();
    return loaded;
  };
  return {
    async match(knowledge, documents, known = () => undefined) {
      const { file } = knowledge;
      const tools = judges();
      const requirements = requirementsOf(file, knowledge, tools.vectors);
      const evidence: Evidence[] = [];
      const read = new Map<string, PairMemo>();
      for (const document of documents) {
        const { id } = document.document;
        const { pairs, memo } = await judgePairs(document, requirements, tools, known(id));
        read.set(id, memo);
        const found = conductIn(pairs, tools);
        const conduct = onePerClaim([...found, ...enteredConduct(pairs, found, tools)]);
        evidence.push(...withVerdicts(file, requirements, document.statements, conduct, tools));
      }
      return { evidence, replies: findReplies(file, documents, evidence), read };
    },
    async pairs(knowledge, document, known) {
      const tools = judges();
      const requirements = requirementsOf(knowledge.file, knowledge, tools.vectors);
      return judgePairs(document, requirements, tools, known);
    },
  };
};
