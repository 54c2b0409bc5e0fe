import { dueDay, isDueBy, type PlacedCommitment, windowInterval } from '../agreement/index.ts';
import type { Evidence, Finding, Origin, Profile, Statement, Status } from '../model/index.ts';
import { defaults } from './defaults.ts';
import { type Body, climb, contribution } from './ladder.ts';
import { monthlyStatuses } from './months.ts';
import { published } from './opinions.ts';
import { subjectOf } from './ratings.ts';
import { judge, type Verdict } from './status.ts';
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

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

const originOf = (tellings: readonly Telling[], bearing: Origin['bearing'], adds: number): Origin => {
  const { source } = tellings[0] as Telling;
  return {
    id: source.id,
    name: source.name,
    camp: source.camp,
    grade: source.grade,
    documents: unique(tellings.map(({ evidence }) => evidence.documentId)),
    claims: unique(tellings.map(({ evidence }) => evidence.statementId)),
    bearing,
    adds: Math.round(adds * 1e6) / 1e6,
    ties: [...new Map(tellings.map(({ source: { tie } }) => [tie.claim, tie])).values()],
    subject: subjectOf(source.id),
  };
};

const originsOf = (tellings: readonly Telling[], bodies: readonly Body[]): Origin[] => {
  const withContext = (sourceId: string, counted: readonly Telling[]) => [
    ...counted,
    ...tellings.filter(({ role, source }) => role === 'context' && source.id === sourceId),
  ];
  const counted = bodies.flatMap((body) =>
    body.testimonies.map((testimony) =>
      originOf(
        withContext(testimony.source.id, testimony.tellings),
        body.bearing,
        contribution(body, testimony),
      ),
    ),
  );
  const known = new Set(counted.map(({ id }) => id));
  const contexts = tellings.filter(({ role, source }) => role === 'context' && !known.has(source.id));
  const onlyContext = unique(contexts.map(({ source }) => source.id)).map((id) =>
    originOf(
      contexts.filter(({ source }) => source.id === id),
      'context',
      0,
    ),
  );
  return [...counted, ...onlyContext].sort((a, b) => b.adds - a.adds);
};

const chainWords = ({ publisher, chain }: Statement): string[] => [
  publisher ?? 'unknown publisher',
  ...chain.flatMap(({ relays, entity, words, kind }) => [
    ...relays.map(({ name }) => name),
    `${entity?.name ?? (words || 'somebody unnamed')} ${kind}`,
  ]),
];

/** The Peace Accords Matrix's scale: 0 not initiated, 1 minimum, 2 intermediate, 3 full; by quantity where one is owed. */
const pamOf = ({ kind }: PlacedCommitment, { status, performance }: Verdict): Finding['pam'] => {
  if (kind === 'prohibition' || status === 'no information' || status === 'not due') return null;
  if (status.endsWith('breach')) return 0;
  const counted = performance.testimonies
    .flatMap(({ tellings }) => tellings)
    .filter(({ opinion }) => opinion.belief > 0);
  if (!counted.some(({ isDirect }) => isDirect)) {
    const most = Math.max(0, ...counted.flatMap(({ evidence }) => evidence.share ?? []));
    return most >= defaults.intermediate ? 2 : 1;
  }
  return status === 'indications of performance' || status === 'disputed' ? 2 : 3;
};

/** The day of the earliest dated report that performance itself took place. */
const performedOn = ({ status, performance }: Verdict): string | null => {
  if (!status.endsWith('performance')) return null;
  const dated = performance.testimonies
    .flatMap(({ tellings }) => tellings)
    .flatMap(({ isDirect, opinion, interval, statement }) =>
      isDirect && opinion.belief > 0 && interval && statement.claim.time !== null ? [interval.from] : [],
    );
  return dated.length > 0 ? new Date(Math.min(...dated)).toISOString().slice(0, 10) : null;
};

const wouldChange = (verdict: Verdict, { commitment, profile }: Docket): string[] =>
  [verdict.breach, verdict.performance].flatMap((body) => {
    const { next } = climb(body, commitment, profile);
    if (!next) return [];
    const status = next.standard === 'indications' ? 'indications of' : next.standard;
    return [`For ${status} ${body.bearing} it would take ${next.needs.join('; ')}.`];
  });

const evidenceOf = (telling: Telling): Finding['evidence'][number] => ({
  id: telling.evidence.id,
  claim: telling.evidence.statementId,
  document: telling.evidence.documentId,
  span: telling.evidence.span,
  words: telling.evidence.words,
  origin: telling.role === 'counts' || telling.role === 'context' ? telling.source.id : null,
  bearing: telling.bearing,
  kind: telling.evidence.kind,
  probability: telling.evidence.probability,
  elements: telling.evidence.elements,
  verdict: telling.evidence.verdict,
  role: telling.role,
  opinion: published(telling.opinion),
  chain: chainWords(telling.statement),
  through: telling.evidence.through,
});

const initialStatus = ({ commitment, asOf }: Docket): Status | null => {
  return asOf < windowInterval(commitment.window).from ? 'not due' : null;
};

/** The finding on one commitment from its window's start to the day asked about; conditions come later. */
export const findingOn = (docket: Docket): Finding => {
  const { commitment, profile, asOf } = docket;
  const tellings = docket.evidence.flatMap((item) => {
    const statement = docket.statements.get(item.statementId);
    return statement ? weighEvidence(item, statement, commitment, docket.weighing) : [];
  });
  const inTime = tellings.map((telling) =>
    telling.role === 'counts' && (telling.interval?.from ?? 0) > asOf
      ? { ...telling, role: 'left out' as const, why: 'it lies after the day asked about' }
      : telling,
  );
  const months = monthlyStatuses(inTime, commitment, profile, asOf);
  const isDisputed = months.some(({ status }) => status === 'disputed');
  const verdict = judge(inTime, commitment, profile, isDueBy(commitment, asOf), isDisputed);
  const bodies = [verdict.breach, verdict.performance];
  return {
    id: commitment.id,
    debtor: commitment.debtor,
    creditor: commitment.creditor,
    status: initialStatus(docket) ?? verdict.status,
    standard: verdict.standard,
    late: verdict.late,
    pam: pamOf(commitment, verdict),
    breach: published(verdict.breach.opinion),
    performance: published(verdict.performance.opinion),
    origins: originsOf(inTime, bodies),
    replies: docket.weighing.replies.map(({ kind, by, document, span, words }) => ({
      kind,
      by,
      document,
      span,
      words,
    })),
    leftOut: inTime.flatMap(({ role, why, evidence }) =>
      role !== 'counts' && role !== 'suggested' && why ? [{ claim: evidence.statementId, why }] : [],
    ),
    months,
    opens: commitment.window.from,
    awaits: commitment.window.awaits,
    performedOn: performedOn(verdict),
    due: dueDay(commitment.window),
    conditions: [],
    evidence: inTime.map(evidenceOf),
    personal: docket.personal,
    wouldChange: wouldChange(verdict, docket),
  };
};
