import { intervalOf, windowInterval } from '../agreement/index.ts';
import type { Bearing, Statement } from '../model/index.ts';
import { compareAmounts } from './amounts.ts';
import { logit } from './combination.ts';
import type { PairReading } from './pair-reader.ts';
import type { Passage } from './passages.ts';
import type { Requirement } from './requirements.ts';
import { meaningOverlap, type WordVectors, wordOverlap } from './words.ts';

/*
 * What is known of a pair of sentence and commitment, as numbers. The cheap ones are worked out for every pair and choose the
 * candidates; with what the pair reader says of a candidate they make its probability. Training reads them from here.
 */

/** Known of every pair. */
export const cheapNames = [
  'words',
  'wordsLead',
  'wordsRank',
  'wordsBefore',
  'wordsHead',
  'wordsAfter',
  'wordsDocument',
  'wordsDocumentLead',
  'meaning',
  'meaningLead',
  'meaningRank',
  'meaningBefore',
  'hasSigns',
  'signBreach',
  'signPerformance',
  'debtorActs',
  'debtorNamed',
  'debtorBefore',
  'debtorSpeaks',
  'debtorDocument',
  'creditorNamed',
  'otherActs',
  'nobodyNamed',
  'asserted',
  'denied',
  'uncommitted',
  'unclaimed',
  'future',
  'duty',
  'call',
  'unit',
  'met',
  'unmet',
  'share',
  'early',
  'before',
  'after',
  'prohibition',
  'length',
  'first',
  'isAssessment',
] as const;
export type CheapName = (typeof cheapNames)[number];

/** Known of a candidate once the pair reader has read it. */
export const judgeNames = [
  'odds',
  'early',
  'breach',
  'performance',
  'bears',
  'bearsLead',
  'bearsRank',
  'bearsShare',
  'pointsBreach',
  'pointsPerformance',
  'factual',
  'isFactual',
  'denies',
  'direct',
] as const;
type JudgeName = (typeof judgeNames)[number];

export type Features = Record<CheapName, number> & Partial<Record<JudgeName, number>>;

const bodiesOf = (statement: Statement, isRole: (role: string) => boolean): string[] =>
  statement.actors.filter(({ role }) => isRole(role)).flatMap(({ entity }) => entity.bodies);

const some = (keys: readonly string[], set: ReadonlySet<string>): boolean => keys.some((key) => set.has(key));
const isLocal = (key: string): boolean => /^(?:name|doc):/u.test(key);

const dutyWords =
  /\b(?:shall|must|is (?:to|obliged|bound|required)|are (?:to|obliged|bound|required)|under (?:article|paragraph|the (?:terms|deal|accord|agreement|pact))|requires?|provides? (?:that|for)|obligation|stipulates?)\b/iu;
const callWords =
  /\b(?:urged?|urges|calls? (?:on|for)|called (?:on|for)|demand(?:s|ed)?|appeal(?:s|ed)?|should|ought|insist(?:s|ed)?|press(?:es|ed)? for)\b/iu;
const futureWords =
  /\b(?:will|would|plans?|planned|promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)?|intends?|expected|due to)\b/iu;

/** Where each stands among the values of one row: its lead over the best rival, and 1 / rank. */
const standing = (values: readonly number[], at: number): [lead: number, rank: number] => {
  const own = values[at] as number;
  let [best, ahead] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    if (index === at) continue;
    const value = values[index] as number;
    if (value > best) best = value;
    if (value > own || (value === own && index < at)) ahead++;
  }
  return [own - best, own > 0 ? 1 / (1 + ahead) : 0];
};

const timeFeatures = ({ statements, published }: Passage, { commitment }: Requirement) => {
  const window = windowInterval(commitment.window);
  const day = published === null ? null : intervalOf(published);
  const times = statements.flatMap(({ claim }) =>
    claim.time === null ? [] : (intervalOf(claim.time) ?? []),
  );
  return {
    early: Number(day !== null && day.to < window.from),
    before: Number(times.length > 0 && times.every(({ to }) => to < window.from)),
    after: Number(day !== null && day.from > window.to),
  };
};

const whoFeatures = (passage: Passage, { debtors, creditors }: Requirement) => {
  const { statements, entered, namedBefore } = passage;
  const named = entered?.named ?? passage.named;
  const acting = statements.flatMap((statement) => bodiesOf(statement, (role) => role === 'agent'));
  const debtorActs = some(acting, debtors);
  const bodies = named.flatMap(({ entity }) => entity.bodies);
  const debtorNamed = some(bodies, debtors);
  return {
    debtorActs: Number(debtorActs),
    debtorNamed: Number(debtorNamed),
    debtorDocument: Number([...debtors].some((key) => passage.documentBodies.has(key))),
    debtorBefore: Number(
      some(
        namedBefore.flatMap(({ entity }) => entity.bodies),
        debtors,
      ),
    ),
    debtorSpeaks: Number(
      statements.some(({ chain }) =>
        some(chain.at(-1)?.entity?.bodies ?? chain.at(-1)?.group?.bodies ?? [], debtors),
      ),
    ),
    creditorNamed: Number(some(bodies, creditors)),
    otherActs: Number(!debtorActs && acting.some((key) => !isLocal(key) && !debtors.has(key))),
    nobodyNamed: Number(bodies.every(isLocal)),
  };
};

const stanceFeatures = ({ statements, text }: Passage) => {
  const claims = statements.map(({ claim }) => claim);
  return {
    asserted: Number(claims.some(({ factuality }) => factuality >= 1)),
    denied: Number(claims.some(({ factuality }) => factuality <= -1)),
    uncommitted: Number(claims.length > 0 && claims.every(({ factuality }) => Math.abs(factuality) < 1)),
    unclaimed: Number(claims.length === 0),
    future: Number(futureWords.test(text)),
    duty: Number(dutyWords.test(text)),
    call: Number(callWords.test(text)),
    isAssessment: Number(claims.some(({ kind }) => kind === 'assessment')),
  };
};

const measureFeatures = ({ measures }: Passage, requirement: Requirement) => {
  const amount = compareAmounts(requirement.measures, measures);
  return {
    unit: Number(amount !== null),
    met: Number(amount?.met === true),
    unmet: Number(amount?.met === false),
    share: amount?.share ?? 0,
  };
};

/** How like a sentence is to the likest sign of each bearing. */
const signFeatures = ({ words }: Passage, { signs }: Requirement, vectors: WordVectors) => {
  const likest = (bearing: Bearing): number =>
    Math.max(
      0,
      ...signs
        .filter((sign) => sign.bearing === bearing)
        .map((sign) => meaningOverlap(sign.words, words, vectors)),
    );
  return {
    hasSigns: Number(signs.length > 0),
    signBreach: likest('breach'),
    signPerformance: likest('performance'),
  };
};

/** The cheap features of one sentence with every commitment of the case, in the order of the commitments. */
export const cheapFeatures = (
  passage: Passage,
  requirements: readonly Requirement[],
  vectors: WordVectors,
): Record<CheapName, number>[] => {
  const stance = stanceFeatures(passage);
  const words = requirements.map((one) => wordOverlap(one.words, passage.stems));
  const meaning = requirements.map((one) => meaningOverlap(one.words, passage.words, vectors));
  const inDocument = requirements.map((one) => wordOverlap(one.words, passage.documentStems));
  return requirements.map((requirement, at) => {
    const [wordsLead, wordsRank] = standing(words, at);
    const [meaningLead, meaningRank] = standing(meaning, at);
    const both = new Set([...passage.stems, ...passage.stemsBefore]);
    return {
      words: words[at] as number,
      wordsLead,
      wordsRank,
      wordsBefore: wordOverlap(requirement.words, both) - (words[at] as number),
      wordsHead: wordOverlap(requirement.words, passage.headStems),
      wordsAfter: wordOverlap(requirement.words, passage.stemsAfter),
      wordsDocument: inDocument[at] as number,
      wordsDocumentLead: standing(inDocument, at)[0],
      meaning: meaning[at] as number,
      meaningLead,
      meaningRank,
      meaningBefore: wordOverlap(requirement.words, passage.stemsBefore),
      ...signFeatures(passage, requirement, vectors),
      ...whoFeatures(passage, requirement),
      ...stance,
      ...measureFeatures(passage, requirement),
      ...timeFeatures(passage, requirement),
      prohibition: Number(requirement.commitment.kind === 'prohibition'),
      length: Math.min(1, passage.words.length / 30),
      first: Number(passage.position === 0),
    };
  });
};

const held = (share: number): number => Math.min(0.999, Math.max(0.001, share));

/** What is known of a pair once the first layers have read it: both as log-odds that it bears. */
export interface EarlyFeatures {
  readonly odds: number;
  readonly early: number;
}

export const earlyFeatures = (odds: number, early: number): EarlyFeatures => ({
  odds,
  early: logit(held(early)),
});

/** What points one way: what bears so and took place, or bears the other way and did not. */
const pointing = (own: number, opposite: number, factuality: number): number =>
  own * Math.min(1, Math.max(0, factuality / 2)) + opposite * Math.min(1, Math.max(0, -factuality / 2));

/** The features of the candidates of one sentence, in the order given, each beside its rivals. */
export const judgeFeatures = (
  candidates: readonly { cheap: Record<CheapName, number>; early: EarlyFeatures; reading: PairReading }[],
): Features[] => {
  const bears = candidates.map(({ reading }) => 1 - reading.none);
  return candidates.map(({ cheap, early, reading }, at) => {
    const [bearsLead, bearsRank] = standing(bears, at);
    const sum = bears.reduce((all, value) => all + value, 0);
    return {
      ...cheap,
      ...early,
      breach: logit(held(reading.breach)),
      performance: logit(held(reading.performance)),
      bears: logit(held(bears[at] as number)),
      bearsLead,
      bearsRank,
      bearsShare: (bears[at] as number) / Math.max(sum, 1e-6),
      pointsBreach: pointing(reading.breach, reading.performance, reading.factuality),
      pointsPerformance: pointing(reading.performance, reading.breach, reading.factuality),
      factual: reading.factuality / 3,
      isFactual: Math.min(1, Math.abs(reading.factuality) / 2),
      denies: Math.max(0, -reading.factuality / 3),
      direct: reading.direct,
    };
  });
};
