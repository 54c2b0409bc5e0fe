import { countsFrom, type DecidedPair, type Learnt, learn } from '../match/index.ts';
import {
  type Bearing,
  type CaseFile,
  type Decision,
  type Evidence,
  type LearntView,
  pointsTo,
} from '../model/index.ts';
import { placedBearing } from './placed-evidence.ts';

/** What people's decisions taught a case, and what it changed. */
export interface CaseLearnt {
  isOn: boolean;
  /** How many decisions it has to learn from. */
  decided: { accepted: number; rejected: number; moved: number };
  learnt: Learnt;
  /** Evidence that nobody has decided whose probability changed: before and after. */
  changes: { before: Evidence; after: Evidence }[];
}

/** Evidence with what was learnt laid over it. */
export interface Taught {
  evidence: Evidence[];
  learnt: CaseLearnt;
}

interface Decided {
  file: CaseFile;
  decisions: readonly Decision[];
}

/** A case learns from its decisions unless somebody switched that off. */
const isLearning = (decisions: readonly Decision[]): boolean =>
  !decisions.some(({ kind, value }) => kind === 'learning' && value === 'off');

/** Evidence that was placed elsewhere bears there as the person says, and does not where it was matched. */
const fromPlaced = (
  item: Evidence,
  placed: { commitment: string; bearing: Bearing },
  matched: readonly Evidence[],
): DecidedPair[] => {
  const there = matched.find(
    ({ statementId, commitment, features }) =>
      statementId === item.statementId && commitment === placed.commitment && features,
  );
  return [
    {
      commitment: placed.commitment,
      features: there?.features ?? {},
      points: pointsTo(placed.bearing, (there ?? item).factuality),
    },
    ...(placed.commitment === item.commitment
      ? []
      : [{ commitment: item.commitment, features: item.features ?? {}, points: null }]),
  ];
};

/** The pairs that people decided on, out of evidence as it was matched; and how many decisions that were. */
const decidedPairs = (
  matched: readonly Evidence[],
  judged: readonly Evidence[],
  { file, decisions }: Decided,
): { pairs: DecidedPair[]; decided: CaseLearnt['decided'] } => {
  const verdicts = new Map(judged.map(({ id, verdict }) => [id, verdict]));
  const placements = new Map(
    decisions.flatMap((decision) =>
      decision.kind === 'indicator' && decision.value ? [[decision.subject, decision.value]] : [],
    ),
  );
  const decided = { accepted: 0, rejected: 0, moved: 0 };
  const pairs = matched.flatMap((item): DecidedPair[] => {
    const { commitment, features } = item;
    if (!features || item.kind !== 'conduct') return [];
    const verdict = verdicts.get(item.id);
    if (verdict === 'rejected') {
      decided.rejected += 1;
      return [{ commitment, features, points: null }];
    }
    const placement = placements.get(`evidence:${item.id}`);
    const bearing = placement && placedBearing(file, placement);
    if (placement && bearing) {
      decided.moved += 1;
      return fromPlaced(item, { commitment: placement.commitment, bearing }, matched);
    }
    if (verdict !== 'accepted') return [];
    decided.accepted += 1;
    return [{ commitment, features, points: pointsTo(item.bearing, item.factuality) }];
  });
  return { pairs, decided };
};

/** How many pairs of which a second reader said something people must have decided before that weighs. */
const leastOpinions = 20;

const withoutOpinion = (pair: DecidedPair): DecidedPair => {
  const { secondReader: _, ...features } = pair.features;
  return { ...pair, features };
};

/** What was learnt from decisions: all that moves a probability, and what says whether it counts. */
interface Lessons {
  all: Learnt;
  /** Without the second reader, on whose word nothing counts; the same as `all` while that weighs nothing. */
  own: Learnt;
}

const lessonsOf = (pairs: readonly DecidedPair[]): Lessons => {
  const seconded = pairs.filter(({ features }) => features.secondReader !== undefined).length;
  const own = learn(seconded > 0 ? pairs.map(withoutOpinion) : pairs);
  return { own, all: seconded >= leastOpinions ? learn(pairs) : own };
};

/** What was learnt moves what the machine proposed, never what a person decided. */
const adjusted = (item: Evidence, { all, own }: Lessons, counted: number): Evidence => {
  const { commitment, features, probability, verdict } = item;
  if (verdict !== 'proposed' || probability === null || !features) return item;
  const points = pointsTo(item.bearing, item.factuality);
  const by = (learnt: Learnt): number =>
    Math.round(learnt.adjust({ commitment, features })[points] * 1000) / 1000;
  // What learnt without the second reader gives its word no weight.
  const alone = by(own);
  const now = all === own ? alone : by(all);
  return { ...item, probability: now, tier: alone >= counted ? 'counted' : 'suggested' };
};

/**
 * Evidence with people's decisions laid over it, taught by these decisions; `matched` is the same evidence as it was matched.
 * What was matched and not kept cannot rise: the layer orders what is kept, and says anew what counts.
 */
export const taught = (
  evidence: readonly Evidence[],
  matched: readonly Evidence[],
  by: Decided,
  counted?: number,
): Taught => {
  const isOn = isLearning(by.decisions);
  const { pairs, decided } = decidedPairs(matched, evidence, by);
  const lessons = lessonsOf(pairs);
  const learnt = lessons.all;
  if (!isOn || pairs.length === 0)
    return { evidence: [...evidence], learnt: { isOn, decided, learnt, changes: [] } };
  const after = evidence.map((item) => adjusted(item, lessons, counted ?? countsFrom()));
  const changes = evidence.flatMap((before, at) => {
    const now = after[at] as Evidence;
    return now.probability === before.probability && now.tier === before.tier ? [] : [{ before, after: now }];
  });
  return { evidence: after, learnt: { isOn, decided, learnt, changes } };
};

/** Changes shown one by one; the others are counted. */
const changesShown = 20;

const farthestFirst = (changes: CaseLearnt['changes']): CaseLearnt['changes'] => {
  const far = ({ before, after }: CaseLearnt['changes'][number]): number =>
    Math.abs((after.probability ?? 0) - (before.probability ?? 0));
  return changes.toSorted((a, b) => far(b) - far(a) || (a.after.id < b.after.id ? -1 : 1));
};

const inHundredths = (lesson: { commitment: string | null; says: string; adds: number }) => ({
  ...lesson,
  adds: Math.round(lesson.adds * 100) / 100,
});

const nothing: CaseLearnt = {
  isOn: true,
  decided: { accepted: 0, rejected: 0, moved: 0 },
  learnt: learn([]),
  changes: [],
};

/** What a case has learnt, to be shown. */
export const learntView = (open: { file: CaseFile; learnt: CaseLearnt | null }): LearntView => {
  const { isOn, decided, learnt, changes } = open.learnt ?? nothing;
  const became = (tier: Evidence['tier']): number =>
    changes.filter(({ before, after }) => before.tier !== tier && after.tier === tier).length;
  const rose = changes.filter(
    ({ before, after }) => (after.probability ?? 0) > (before.probability ?? 0),
  ).length;
  return {
    case: open.file.id,
    on: isOn,
    ...decided,
    lessons: learnt.lessons.map(inHundredths),
    rose,
    fell: changes.length - rose,
    nowCounted: became('counted'),
    nowSuggested: became('suggested'),
    changes: farthestFirst(changes)
      .slice(0, changesShown)
      .map(({ before, after }) => ({
        evidence: after.id,
        document: after.documentId,
        commitment: after.commitment,
        bearing: after.bearing,
        words: after.words,
        before: before.probability ?? 0,
        after: after.probability ?? 0,
        tier: after.tier,
        reasons: learnt
          .reasons({ commitment: after.commitment, features: after.features ?? {} })
          .slice(0, 3)
          .map(inHundredths),
      })),
  };
};
