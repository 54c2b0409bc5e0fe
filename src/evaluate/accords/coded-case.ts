import { stemmer } from 'stemmer';
import type { JudgedPair, Matcher } from '../../match/index.ts';
import { type Matches, quote, type Reading, type Statement } from '../../model/index.ts';
import { foldName, type Knowledge, type ResolvedDocument, resolve } from '../../resolve/index.ts';
import { groupBy } from '../group-by.ts';
import { type Accord, caseOf } from './accord.ts';
import { goldPairs, pairKey } from './gold.ts';
import type { CodedPair } from './pairs.ts';
import { proposalsIn } from './proposals.ts';
import type { LabelledPair } from './reviewer.ts';
import { type CodedTelling, tellingsIn } from './tellings.ts';
import { guessedBearing, wordShare } from './words-baseline.ts';

/** An accord read and matched as a case of a user's, beside what people coded. */
export interface CodedCase {
  readonly accord: Accord;
  readonly knowledge: Knowledge;
  /** One a report, in the order of the reports. */
  readonly documents: readonly ResolvedDocument[];
  readonly statements: ReadonlyMap<string, Statement>;
  readonly matches: Matches;
  /** How many quotations are coded as evidence; `tellings` are those of them whose sentence claims something. */
  readonly coded: number;
  readonly tellings: readonly CodedTelling[];
  /** Every sentence with every commitment. */
  readonly pairs: readonly CodedPair[];
  /** The same for a reviewer who is played: judged, and what each was coded as. */
  readonly labelled: readonly LabelledPair[];
}

/** All stems of what is required that carry meaning, those of names too. */
const requiredStems = ({ text, words, named }: JudgedPair['requirement']): string[] => {
  const names = named.flatMap(({ span }) => foldName(quote(text, span)).split(' '));
  return [...new Set([...words.map(({ stem }) => stem), ...names.map((word) => stemmer(word))])];
};

const wordsOf = ({ passage, requirement }: JudgedPair): CodedPair['words'] => ({
  share: wordShare(requiredStems(requirement), passage.stems),
  points: guessedBearing(requirement.commitment.kind, passage.text),
});

/** Reads nothing more: resolves and matches the reports of an accord in one call, and sets what was coded beside it. */
export const codedCase = async (
  accord: Accord,
  readings: readonly Reading[],
  matcher: Matcher,
): Promise<CodedCase> => {
  const knowledge: Knowledge = { file: caseOf(accord), entries: [], decisions: [] };
  const documents = resolve(
    knowledge,
    accord.reports.map(({ id, publisher, published }, at) => ({
      document: { id, publisher, published },
      reading: readings[at] as Reading,
    })),
  );
  const { evidence, replies, read } = await matcher.match(knowledge, documents);
  const proposed = proposalsIn({ evidence, replies }, documents);
  const tellings: CodedTelling[] = [];
  let coded = 0;
  const pairs: CodedPair[] = [];
  const labelled: LabelledPair[] = [];
  for (const [at, report] of accord.reports.entries()) {
    const marked = goldPairs(accord, report, readings[at] as Reading);
    const points = groupBy(marked.pairs, (pair) => pairKey(report.id, pair.sentence, pair.commitment));
    coded += marked.pairs.length;
    const document = documents[at] as ResolvedDocument;
    tellings.push(...tellingsIn(marked.pairs, document));
    const { pairs: judgedPairs } = await matcher.pairs(knowledge, document, read.get(report.id));
    for (const judged of judgedPairs) {
      const place = [report.id, judged.passage.position, judged.requirement.commitment.id] as const;
      const key = pairKey(...place);
      const [gold = null] = (points.get(key) ?? []).map((pair) => pair.points);
      if (gold !== null || !marked.open.has(key)) labelled.push({ accord: accord.id, pair: judged, gold });
      pairs.push({
        gold: [...new Set((points.get(key) ?? []).map((pair) => pair.points))],
        isOpen: marked.open.has(key),
        proposed: proposed(...place),
        bears: 1 - judged.outcome.none,
        words: wordsOf(judged),
      });
    }
  }
  const statements = new Map(documents.flatMap((one) => one.statements).map((one) => [one.id, one]));
  return {
    accord,
    knowledge,
    documents,
    statements,
    matches: { evidence, replies },
    coded,
    tellings,
    pairs,
    labelled,
  };
};
