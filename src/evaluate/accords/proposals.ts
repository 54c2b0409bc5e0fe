import { type Evidence, type Matches, pointsTo } from '../../model/index.ts';
import type { ResolvedDocument } from '../../resolve/index.ts';
import { groupBy } from '../group-by.ts';
import { pairKey, sentenceOf } from './gold.ts';
import type { Proposal } from './pairs.ts';

/** The sentence of its report in which evidence stands: the one of its claim's predicate. */
const placeOf = (evidence: Evidence, documents: ReadonlyMap<string, ResolvedDocument>): string => {
  const document = documents.get(evidence.documentId) as ResolvedDocument;
  const statement = document.statements.find(({ id }) => id === evidence.statementId);
  const sentence = sentenceOf(statement?.claim.predicate.span ?? evidence.span, document.reading.sentences);
  return pairKey(evidence.documentId, sentence, evidence.commitment);
};

/** Conduct that is proposed, by document, sentence and commitment. A verdict judges the duty as a whole and is none. */
export const proposalsIn = (
  { evidence }: Matches,
  documents: readonly ResolvedDocument[],
): ((document: string, sentence: number, commitment: string) => Proposal[]) => {
  const byId = new Map(documents.map((one) => [one.document.id, one]));
  const conduct = evidence.filter(({ kind }) => kind === 'conduct');
  const proposed = groupBy(conduct, (item) => placeOf(item, byId));
  return (document, sentence, commitment) =>
    (proposed.get(pairKey(document, sentence, commitment)) ?? []).map((item) => ({
      points: pointsTo(item.bearing, item.factuality),
      probability: item.probability ?? 1,
      tier: item.tier,
    }));
};
