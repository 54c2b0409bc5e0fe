import { type Element, type Evidence, overlaps, quote, type Statement } from '../model/index.ts';
import { isDenial } from './denials.ts';
import { evidenceId } from './evidence-id.ts';
import { decidingMeasures } from './features.ts';
import { layerFeatures } from './learning.ts';
import { compareMeasures } from './measures.ts';
import type { JudgedPair } from './pairs.ts';
import { contentWords, meaningOverlap, type WordVectors } from './words.ts';

/** Least commitment of a speaker with which evidence says anything at all: 1, possible. */
const leastFactuality = 1;

/** How well a claim of the sentence is what bears: its words against what is required; acts of speech are looked through. */
const fitOf = (statement: Statement, pair: JudgedPair, vectors: WordVectors): number => {
  const { requirement, passage } = pair;
  const likeness = meaningOverlap(requirement.words, contentWords(statement.text, vectors), vectors);
  const holdsOthers = passage.statements.some(
    ({ id, claim }) =>
      id !== statement.id &&
      claim.attribution !== statement.claim.attribution &&
      overlaps(claim.span, statement.claim.span) &&
      claim.span[1] - claim.span[0] < statement.claim.span[1] - statement.claim.span[0],
  );
  return (
    likeness +
    (statement.actors.some(
      ({ role, entity }) => role === 'agent' && entity.bodies.some((key) => requirement.debtors.has(key)),
    )
      ? 0.15
      : 0) +
    (Math.abs(statement.claim.factuality) >= leastFactuality ? 0.2 : 0) -
    (statement.claim.kind === 'assessment' ? 0.5 : 0) -
    (isDenial(statement) || holdsOthers ? 0.3 : 0)
  );
};

/** The claim of a sentence that bears on a commitment; null where the sentence has none. */
export const bearingClaim = (pair: JudgedPair, vectors: WordVectors): Statement | null => {
  let best: Statement | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const statement of pair.passage.statements) {
    const fit = fitOf(statement, pair, vectors);
    if (fit > most) [best, most] = [statement, fit];
  }
  return best;
};

const namedAs = ({ passage }: JudgedPair, keys: ReadonlySet<string>): string | null => {
  const found = passage.named.find(({ entity }) => entity.bodies.some((key) => keys.has(key)));
  return found
    ? quote(passage.text, [found.span[0] - passage.span[0], found.span[1] - passage.span[0]])
    : null;
};

/** What of the commitment a sentence shows, and what it leaves open. */
export const elementsOf = (pair: JudgedPair, statement: Statement): Element[] => {
  const { passage, requirement } = pair;
  const shown = (element: Element['element'], words: string | null): Element => ({
    element,
    state: words === null ? 'missing' : 'shown',
    words: words ?? '',
  });
  const deciding = decidingMeasures(requirement.measures, passage.measures);
  const amount = deciding ? compareMeasures(deciding.required, deciding.told) : null;
  const told = deciding ? quote(passage.text, deciding.told.span) : '';
  const when = statement.claim.roles.find(({ role }) => role === 'time');
  return [
    shown('who', namedAs(pair, requirement.debtors)),
    shown('what', statement.text.replace(/\s+/gu, ' ')),
    ...(requirement.measures.length > 0
      ? [
          {
            element: 'how much' as const,
            state:
              amount === null || amount.met === null
                ? ('missing' as const)
                : amount.met
                  ? ('shown' as const)
                  : ('contradicted' as const),
            words: told,
          },
        ]
      : []),
    ...(requirement.creditors.size > 0 ? [shown('whom', namedAs(pair, requirement.creditors))] : []),
    ...(requirement.commitment.window.to || requirement.commitment.window.within
      ? [
          shown(
            'by when',
            when
              ? quote(passage.text, [when.span[0] - passage.span[0], when.span[1] - passage.span[0]])
              : null,
          ),
        ]
      : []),
  ];
};

/** Why a pair was matched, one plain phrase each. */
const reasonsOf = ({ passage, requirement, features }: JudgedPair): string[] => {
  const shared = requirement.words.filter(({ stem }) => passage.stems.has(stem)).map(({ stem }) => stem);
  const deciding = decidingMeasures(requirement.measures, passage.measures);
  return [
    ...(shared.length > 0
      ? [`words in common: ${shared.join(', ')}`]
      : ['no word in common: matched by meaning']),
    ...(features.debtorActs ? ['whoever owes it is who acts'] : []),
    ...(features.otherActs ? ['somebody else acts'] : []),
    ...(deciding
      ? [
          `${quote(passage.text, deciding.told.span)} against ${deciding.required.span[1] > 0 ? quote(requirement.text, deciding.required.span) : deciding.required.value}`,
        ]
      : []),
    ...(features.before ? ['it is dated before the time that counts'] : []),
  ];
};

/** Evidence out of a judged pair; null where its sentence claims nothing. */
export const evidenceOf = (
  pair: JudgedPair,
  tier: Evidence['tier'],
  vectors: WordVectors,
): Evidence | null => {
  const statement = bearingClaim(pair, vectors);
  if (!statement) return null;
  const { outcome, requirement, passage, reading } = pair;
  const points = outcome.breach >= outcome.performance ? 'breach' : 'performance';
  const opposite = points === 'breach' ? 'performance' : 'breach';
  const told = reading?.factuality ?? statement.claim.factuality;
  const factuality = Math.sign(told || 1) * Math.max(leastFactuality, Math.abs(Math.round(told * 2) / 2));
  const deciding = decidingMeasures(requirement.measures, passage.measures);
  const share = deciding ? compareMeasures(deciding.required, deciding.told).share : null;
  return {
    id: evidenceId(statement, requirement.commitment.id, 'conduct'),
    statementId: statement.id,
    documentId: statement.documentId,
    commitment: requirement.commitment.id,
    kind: 'conduct',
    bearing: factuality < 0 ? opposite : points,
    factuality,
    strength:
      (reading?.direct ?? 0) >= 0.5 && (share === null || share === 1 || points === 'breach')
        ? 'direct'
        : 'indirect',
    probability: Math.round(outcome[points] * 1000) / 1000,
    tier,
    span: statement.claim.span,
    words: statement.text,
    verdict: 'proposed',
    ...(share === null ? {} : { share }),
    elements: elementsOf(pair, statement),
    through: reasonsOf(pair),
    features: layerFeatures(pair),
  };
};
