import { dueDay, isDueBy, type PlacedCommitment, windowInterval } from '../agreement/index.ts';
import { words } from '../messages/index.ts';
import type { Evidence, Finding, FoundReply, Origin, Profile, Stance, Statement } from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
import { defaults } from './defaults.ts';
import {
  type Body,
  climb,
  contribution,
  isWhole,
  opinionOf,
  type Reckoning,
  type Testimony,
} from './ladder.ts';
import { hearMonths, type MonthHeard, monthsTold } from './months.ts';
import { published } from './opinions.ts';
import { subjectOf } from './ratings.ts';
import { type Decided, decide, type Heard, type Hearing, hear, statusOf } from './status.ts';
import { type Telling, type Weighing, weighEvidence } from './telling.ts';

/** What weighing one commitment needs: what was matched, and as of when. */
export interface Docket {
  commitment: PlacedCommitment;
  evidence: readonly Evidence[];
  statements: ReadonlyMap<string, Statement>;
  weighing: Weighing;
  profile: Profile;
  /** What a person set, beside what is computed. */
  personal: Finding['personal'];
  /** End of the day asked about, milliseconds since 1970. */
  asOf: number;
}

/** One commitment weighed: every telling, heard together and month by month. */
export interface Weighed {
  docket: Docket;
  reckoning: Reckoning;
  tellings: readonly Telling[];
  months: readonly MonthHeard[];
  hearing: Hearing;
  decided: Decided;
}

/** Weighs one piece of evidence; what lies after the day asked about is left out. */
export const tellingOf = (evidence: Evidence, docket: Docket): Telling | null => {
  const statement = docket.statements.get(evidence.statementId);
  if (!statement) return null;
  const telling = weighEvidence(evidence, statement, docket.commitment, docket.weighing);
  return telling.role === 'counts' && (telling.interval?.from ?? 0) > docket.asOf
    ? { ...telling, role: 'left out', why: words.weighing.aside.later }
    : telling;
};

/** What a hearing makes of a whole window; before it opens nothing is due. */
export const decideWhole = (
  hearing: Heard,
  { commitment, asOf }: Docket,
  reckoning: Reckoning,
  told: ReturnType<typeof monthsTold>,
): Decided =>
  asOf < windowInterval(commitment.window).from
    ? { status: 'not due', standard: null, late: false }
    : decide(hearing, isDueBy(commitment, asOf), reckoning, told);

export const weigh = (docket: Docket): Weighed => {
  const { commitment, profile, asOf } = docket;
  const reckoning = { commitment, profile };
  const tellings = docket.evidence.flatMap((item) => tellingOf(item, docket) ?? []);
  const months = hearMonths(tellings, reckoning, asOf);
  const hearing = hear(tellings, reckoning);
  return {
    docket,
    reckoning,
    tellings,
    months,
    hearing,
    decided: decideWhole(hearing, docket, reckoning, monthsTold(months)),
  };
};

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Whether a telling says that the conduct took place; where nothing was weighed, by how its speaker puts it. */
const stanceOf = ({ opinion: { belief, disbelief }, evidence }: Telling): Stance => {
  const leaning = belief - disbelief || evidence.factuality;
  return leaning < 0 ? 'denies' : 'affirms';
};

/** @param tellings the one that stands for all first */
const originOf = (tellings: readonly Telling[], bearing: Origin['bearing'], adds: number): Origin => {
  const standing = tellings[0] as Telling;
  const { source } = standing;
  return {
    id: source.id,
    name: source.name,
    camp: source.camp,
    grade: source.grade,
    documents: unique(tellings.map(({ evidence }) => evidence.documentId)),
    claims: unique(tellings.map(({ evidence }) => evidence.statementId)),
    bearing,
    stance: bearing === 'context' ? 'affirms' : stanceOf(standing),
    adds: Math.round(adds * 1e6) / 1e6,
    ties: [...new Map(tellings.map(({ source: { tie } }) => [tie.claim, tie])).values()],
    subject: subjectOf(source.id),
  };
};

const bySource = (tellings: readonly Telling[]): Map<string, Telling[]> => {
  const groups = new Map<string, Telling[]>();
  for (const telling of tellings) {
    const group = groups.get(telling.source.id);
    if (group) group.push(telling);
    else groups.set(telling.source.id, [telling]);
  }
  return groups;
};

const originsOf = (tellings: readonly Telling[], bodies: readonly Body[], reckoning: Reckoning): Origin[] => {
  const context = bySource(tellings.filter(({ role }) => role === 'context'));
  const originIn = (body: Body, testimony: Testimony): Origin =>
    originOf(
      [testimony.standing, ...testimony.tellings, ...(context.get(testimony.source.id) ?? [])],
      body.bearing,
      contribution(body, testimony, reckoning),
    );
  const counted = bodies.flatMap((body) =>
    [...body.testimonies.values()].map((testimony) => originIn(body, testimony)),
  );
  const known = new Set(counted.map(({ id }) => id));
  const onlyContext = [...context].flatMap(([id, own]) => (known.has(id) ? [] : originOf(own, 'context', 0)));
  return [...counted, ...onlyContext].sort((a, b) => b.adds - a.adds);
};

const chainWords = ({ publisher, chain }: Statement): string[] => [
  publisher ?? words.weighing.chain.publisher,
  ...chain.flatMap(({ relays, entity, words: said, kind }) => [
    ...relays.map(({ name }) => name),
    words.weighing.chain.says({ speaker: entity?.name ?? (said || words.weighing.chain.speaker), kind }),
  ]),
];

const affirmedIn = ({ testimonies }: Body): Telling[] =>
  [...testimonies.values()].flatMap(({ tellings }) => tellings.filter(({ opinion }) => opinion.belief > 0));

/** The Peace Accords Matrix's scale: 0 not initiated, 1 minimum, 2 intermediate, 3 full; by quantity where one is owed. */
const pamOf = ({ docket, decided: { status }, hearing }: Weighed): Finding['pam'] => {
  const { commitment } = docket;
  const counted = affirmedIn(hearing.performance);
  if (commitment.kind === 'prohibition' || status === 'no information') return null;
  if (status === 'not due' && counted.length === 0) return null;
  if (status.endsWith('breach') && counted.length === 0) return 0;
  if (!counted.some(isWhole)) {
    const most = Math.max(0, ...counted.flatMap(({ evidence }) => evidence.share ?? []));
    return most >= defaults.intermediate ? 2 : 1;
  }
  if (status.endsWith('breach')) return 1;
  return status === 'indications of performance' || status === 'disputed' ? 2 : 3;
};

/** The day of the earliest dated report that performance itself took place. */
const performedOn = ({ decided: { status }, hearing }: Weighed): string | null => {
  if (!status.endsWith('performance')) return null;
  const dated = affirmedIn(hearing.performance).flatMap((telling) =>
    isWhole(telling) && telling.interval && telling.statement.claim.time !== null
      ? [telling.interval.from]
      : [],
  );
  return dated.length > 0 ? new Date(Math.min(...dated)).toISOString().slice(0, 10) : null;
};

/** Nobody but whoever owes it says that it was done. */
const isOwnWord = ({ status }: Decided, { sums }: Body, { commitment }: Reckoning): boolean =>
  status.endsWith('performance') &&
  commitment.kind === 'obligation' &&
  sums.affirming > 0 &&
  sums.affirming === sums.affirmingOwn;

const elementRank = { contradicted: 0, shown: 1, missing: 2 } as const;

/** Of what a commitment asks, what affirms it shows: each part by what says most of it, contradictions first. */
const elementsOf = (affirming: readonly Telling[]): Finding['elements'] => {
  const parts = new Map<string, Finding['elements'][number]>();
  for (const { evidence } of affirming)
    for (const element of evidence.elements) {
      const known = parts.get(element.element);
      if (known && elementRank[known.state] <= elementRank[element.state]) continue;
      parts.set(element.element, {
        ...element,
        told:
          element.state === 'missing'
            ? null
            : {
                evidence: evidence.id,
                document: evidence.documentId,
                span: evidence.span,
                sentence: evidence.words,
              },
      });
    }
  return [...parts.values()];
};

const wouldChange = (bodies: readonly Body[], reckoning: Reckoning): string[] =>
  bodies.flatMap((body) => {
    const { next } = climb(body, reckoning);
    if (!next) return [];
    const status = words.statusInText[statusOf(next.standard, body.bearing)];
    return [words.weighing.wouldTake({ status, needs: next.needs.map((need) => need()).join('; ') })];
  });

const evidenceOf = (telling: Telling): Finding['evidence'][number] => ({
  id: telling.evidence.id,
  claim: telling.evidence.statementId,
  document: telling.evidence.documentId,
  span: telling.evidence.span,
  words: telling.evidence.words,
  origin: telling.role === 'counts' || telling.role === 'context' ? telling.source.id : null,
  bearing: telling.bearing,
  stance: stanceOf(telling),
  kind: telling.evidence.kind,
  probability: telling.evidence.probability,
  elements: telling.evidence.elements,
  verdict: telling.evidence.verdict,
  role: telling.role,
  opinion: published(telling.opinion),
  chain: chainWords(telling.statement),
  through: telling.evidence.through,
  ...(telling.evidence.markedBy === undefined ? {} : { markedBy: telling.evidence.markedBy }),
  ...(telling.evidence.secondOpinion ? { secondOpinion: telling.evidence.secondOpinion } : {}),
  ...(telling.evidence.translation ? { translation: telling.evidence.translation } : {}),
});

/** What says most of a sentence that answers in two ways comes first. */
const replyRank: readonly FoundReply['kind'][] = ['denies', 'admits', 'explains', 'investigates', 'declines'];

/** Each reply once: of the claims of one sentence the one that says most, and of the same words on several pages the earliest. */
const repliesOf = ({ weighing, statements }: Docket): Finding['replies'] => {
  const publishedOn = ({ statementId }: FoundReply): string => statements.get(statementId)?.published ?? '9';
  const once = new Map<string, FoundReply>();
  const inOrder = weighing.replies.toSorted(
    (a, b) =>
      publishedOn(a).localeCompare(publishedOn(b)) ||
      a.document.localeCompare(b.document) ||
      replyRank.indexOf(a.kind) - replyRank.indexOf(b.kind),
  );
  for (const reply of inOrder) {
    const words = foldName(reply.words);
    if (!once.has(words)) once.set(words, reply);
  }
  return [...once.values()].map(({ statementId: _, commitment: __, ...reply }) => reply);
};

/** The finding on one commitment from its window's start to the day asked about; conditions come later. */
export const findingOn = (weighed: Weighed): Finding => {
  const { docket, reckoning, tellings, months, hearing, decided } = weighed;
  const { commitment } = docket;
  const breach = decided.late ? (hearing.unexplained ?? hearing.breach) : hearing.breach;
  const bodies = [breach, hearing.performance];
  return {
    id: commitment.id,
    debtor: commitment.debtor,
    creditor: commitment.creditor,
    ...decided,
    pam: pamOf(weighed),
    breach: published(opinionOf(breach.sums)),
    performance: published(opinionOf(hearing.performance.sums)),
    origins: originsOf(tellings, bodies, reckoning),
    ownWord: isOwnWord(decided, hearing.performance, reckoning),
    elements: elementsOf(affirmedIn(hearing.performance)),
    replies: repliesOf(docket),
    leftOut: tellings.flatMap(({ role, why, evidence }) =>
      role !== 'counts' && role !== 'suggested' && why ? [{ claim: evidence.statementId, why }] : [],
    ),
    months: months.map(({ month, decided: { status } }) => ({ month, status })),
    opens: commitment.window.from,
    awaits: commitment.window.awaits,
    performedOn: performedOn(weighed),
    due: dueDay(commitment.window),
    conditions: [],
    evidence: tellings.map(evidenceOf),
    personal: docket.personal,
    wouldChange: wouldChange(bodies, reckoning),
  };
};
