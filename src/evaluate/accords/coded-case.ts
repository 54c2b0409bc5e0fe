import { stemmer } from 'stemmer';
import type { JudgedPair, Matcher } from '../../match/index.ts';
import { type Evidence, type Matches, quote, type Reading, type Statement } from '../../model/index.ts';
import { foldName, type Knowledge, type ResolvedDocument, resolve } from '../../resolve/index.ts';
import { groupBy } from '../group-by.ts';
import { type Accord, caseOf } from './accord.ts';
import { type GoldPair, goldPairs, pairKey, sentenceOf } from './gold.ts';
import type { CodedPair } from './pairs.ts';
import { bearingOf } from './points.ts';
import { guessedBearing, wordShare } from './words-baseline.ts';

/** An accord read and matched as a case of a user's, beside what people coded. */
export interface CodedCase {
  readonly accord: Accord;
  readonly knowledge: Knowledge;
  /** One a report, in the order of the reports. */
  readonly documents: readonly ResolvedDocument[];
  readonly statements: ReadonlyMap<string, Statement>;
  readonly matches: Matches;
  readonly gold: readonly GoldPair[];
  /** Every sentence with every commitment. */
  readonly pairs: readonly CodedPair[];
}

/** The sentence of its report in which evidence stands: the one of its claim's predicate. */
const placeOf = (evidence: Evidence, documents: ReadonlyMap<string, ResolvedDocument>): string => {
  const document = documents.get(evidence.documentId) as ResolvedDocument;
  const statement = document.statements.find(({ id }) => id === evidence.statementId);
  const sentence = sentenceOf(statement?.claim.predicate.span ?? evidence.span, document.reading.sentences);
  return pairKey(evidence.documentId, sentence, evidence.commitment);
};

/** Conduct that is proposed, by sentence and commitment. A verdict judges the duty as a whole and is none. */
const proposedIn = ({ evidence }: Matches, documents: readonly ResolvedDocument[]) => {
  const byId = new Map(documents.map((one) => [one.document.id, one]));
  const proposed = groupBy(
    evidence.filter(({ kind }) => kind === 'conduct'),
    (item) => placeOf(item, byId),
  );
  return (key: string): CodedPair['proposed'] =>
    (proposed.get(key) ?? []).map((item) => ({
      points: bearingOf(item),
      probability: item.probability ?? 1,
      tier: item.tier,
    }));
};

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
  const { evidence, replies } = await matcher.match(knowledge, documents);
  const proposed = proposedIn({ evidence, replies }, documents);
  const gold: GoldPair[] = [];
  const pairs: CodedPair[] = [];
  for (const [at, report] of accord.reports.entries()) {
    const coded = goldPairs(accord, report, readings[at] as Reading);
    const points = groupBy(coded.pairs, (pair) => pairKey(report.id, pair.sentence, pair.commitment));
    gold.push(...coded.pairs);
    for (const judged of await matcher.pairs(knowledge, documents[at] as ResolvedDocument)) {
      const key = pairKey(report.id, judged.passage.position, judged.requirement.commitment.id);
      pairs.push({
        gold: [...new Set((points.get(key) ?? []).map((pair) => pair.points))],
        isOpen: coded.open.has(key),
        proposed: proposed(key),
        bears: 1 - judged.outcome.none,
        words: wordsOf(judged),
      });
    }
  }
  const statements = new Map(documents.flatMap((one) => one.statements).map((one) => [one.id, one]));
  return { accord, knowledge, documents, statements, matches: { evidence, replies }, gold, pairs };
};
