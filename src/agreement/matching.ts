import { stemmer } from 'stemmer';
import type {
  Bearing,
  CaseFile,
  Commitment,
  Evidence,
  Indicator,
  PredicateType,
  QuantityTarget,
  ResolvedEntity,
  Statement,
} from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
import { isDenial } from './denials.ts';
import { evidenceId } from './evidence-id.ts';
import { stemsOf } from './stems.ts';

/** Relations that hold from either side: help from one ally to the other is a sign of both. */
const mutual = new Set<PredicateType>(['COOPERATE', 'CONSULT', 'AGREE', 'allied-with']);
const alliance: readonly PredicateType[] = ['COOPERATE', 'allied-with'];

const receiving = new Set(['patient', 'recipient', 'beneficiary']);

const filling = (statement: Statement, isRole: (role: string) => boolean): ResolvedEntity[] =>
  statement.actors.filter(({ role }) => isRole(role)).map(({ entity }) => entity);

const firstWithin = (entities: ResolvedEntity[], keys: readonly string[] | undefined) =>
  keys && entities.find(({ bodies }) => bodies.some((body) => keys.includes(body)));

interface RoleMatch {
  who: ResolvedEntity | undefined;
  whom: ResolvedEntity | undefined;
  /** Somebody is only named in the clause: the reader found no role for them, so it is a sign at most. */
  isLoose?: boolean;
}

const matchRoles = (
  agents: ResolvedEntity[],
  receivers: ResolvedEntity[],
  { who, whom }: Indicator,
): RoleMatch | null => {
  const agent = firstWithin(agents, who);
  const receiver = firstWithin(
    receivers.filter(({ key }) => key !== agent?.key),
    whom,
  );
  return (who && !agent) || (whom && !receiver) ? null : { who: agent, whom: receiver };
};

const isMutual = (type: PredicateType, { does }: Indicator): boolean =>
  mutual.has(type) || does.some((wanted) => alliance.includes(wanted));

const matchActors = (statement: Statement, type: PredicateType, indicator: Indicator): RoleMatch | null => {
  const agents = filling(statement, (role) => role === 'agent');
  const receivers = filling(statement, (role) => receiving.has(role));
  const direct = matchRoles(agents, receivers, indicator);
  if (direct) return direct;
  const everyone = [...agents, ...receivers];
  const mutually = isMutual(type, indicator) ? matchRoles(everyone, everyone, indicator) : null;
  return mutually ?? matchLoosely(agents, receivers, statement, indicator);
};

/** A role that nobody known fills may be that of somebody named in the clause who fills no other. */
const matchLoosely = (
  agents: ResolvedEntity[],
  receivers: ResolvedEntity[],
  { possible = [] }: Statement,
  indicator: Indicator,
): RoleMatch | null => {
  const maybe = (role: 'agent' | 'patient', taken: ResolvedEntity[]) =>
    possible
      .filter((one) => one.role === role && !taken.some(({ key }) => key === one.entity.key))
      .map(({ entity }) => entity);
  const match = matchRoles(
    agents.length > 0 ? agents : maybe('agent', receivers),
    [...receivers, ...maybe('patient', agents)],
    indicator,
  );
  return match && { ...match, isLoose: true };
};

const matchesPlace = ({ places }: Statement, { where }: Indicator): boolean =>
  !where || places.some((place) => foldName(place) === foldName(where));

const matchesSubject = (statement: Statement, { about }: Indicator): boolean =>
  !about ||
  about.some((subject) =>
    foldName(subject)
      .split(' ')
      .every((word) => stemsOf(statement).has(stemmer(word))),
  );

/** How much of what is owed a reported number is: 1 all of it, 0 nothing, by the bound and where it started. */
const shareOf = (value: number, { value: target, bound, start }: QuantityTarget): number => {
  const isMet = bound === 'min' ? value >= target : bound === 'max' ? value <= target : value === target;
  if (isMet) return 1;
  if (bound === 'min') return Math.max(value, 0) / target;
  if (bound === 'max' && start !== undefined && start > target) {
    return Math.min(Math.max((start - value) / (start - target), 0), 1);
  }
  return 0;
};

/** The largest share that the claim reports; 1 where none is asked for, 0 where no number of the unit is reported. */
const quantityShare = ({ quantities }: Statement, { quantity }: Indicator): number => {
  if (!quantity) return 1;
  const counted = quantities.filter(
    ({ unit }) => !quantity.unit || !unit || stemmer(quantity.unit) === stemmer(unit),
  );
  return Math.max(0, ...counted.map(({ value }) => shareOf(value, quantity)));
};

/** Who it is; for a member or part also of what, and who says so. */
const bodyPhrase = (entity: ResolvedEntity, keys: readonly string[] | undefined): string => {
  if (keys?.includes(entity.key)) return entity.name;
  const body = entity.bodies.find((key) => keys?.includes(key));
  const source = entity.sources?.find((item) => item.body === body)?.source;
  return `${entity.name}, who belongs to ${body}${source ? `, says ${source}` : ''}`;
};

const through = (statement: Statement, roles: RoleMatch, indicator: Indicator, share: number): string[] => [
  ...(roles.who ? [`who: ${bodyPhrase(roles.who, indicator.who)}`] : []),
  `does: ${statement.claim.predicate.lemma} (${statement.claim.predicate.type})`,
  ...(roles.whom ? [`whom: ${bodyPhrase(roles.whom, indicator.whom)}`] : []),
  ...(indicator.where ? [`where: ${indicator.where}`] : []),
  ...(share < 1 ? [`how much: ${Math.round(share * 100)} % of ${indicator.quantity?.value}`] : []),
  ...(roles.isLoose ? ['named in the clause, their part in it is not read'] : []),
];

/** What the one who is owed does performs nothing of what is owed to it. */
const isOthersPerformance = (
  statement: Statement,
  { kind, debtor, creditor }: Commitment,
  { bearing }: Indicator,
): boolean => {
  const does = (party: string) =>
    filling(statement, (role) => role === 'agent').some(({ bodies }) => bodies.includes(party));
  return kind === 'obligation' && bearing === 'performance' && does(creditor) && !does(debtor);
};

const matchIndicator = (
  statement: Statement,
  commitment: Commitment,
  indicator: Indicator,
): Evidence | null => {
  const { type } = statement.claim.predicate;
  if (!type || !indicator.does.includes(type)) return null;
  const roles = matchActors(statement, type, indicator);
  if (!roles || !matchesPlace(statement, indicator)) return null;
  if (!indicator.who && isOthersPerformance(statement, commitment, indicator)) return null;
  const share = quantityShare(statement, indicator);
  if (!matchesSubject(statement, indicator) || share === 0) return null;
  return {
    id: evidenceId(statement, commitment.id, indicator.id),
    statementId: statement.id,
    documentId: statement.documentId,
    commitment: commitment.id,
    indicator: indicator.id,
    bearing: indicator.bearing,
    strength: roles.isLoose || share < 1 ? 'indirect' : indicator.strength,
    span: statement.claim.span,
    words: statement.text,
    verdict: 'proposed',
    ...(indicator.quantity ? { share } : {}),
    through: through(statement, roles, indicator, share),
  };
};

/** One report says one thing once: of several indicators that it meets, a direct one stands for all. */
const strongest = (matches: readonly Evidence[], bearing: Bearing): Evidence[] => {
  const same = matches.filter((item) => item.bearing === bearing);
  return [same.find(({ strength }) => strength === 'direct') ?? same[0]].flatMap((item) => item ?? []);
};

/** What shows one duty's conduct directly is no sign of another's as well; a number counts for all that it reaches. */
const withoutMereSigns = (matches: readonly Evidence[]): Evidence[] => {
  const shown = new Set(matches.flatMap(({ strength, bearing }) => (strength === 'direct' ? [bearing] : [])));
  return matches.filter(
    ({ strength, bearing, share }) => strength === 'direct' || share !== undefined || !shown.has(bearing),
  );
};

/** The indicators of the case that a statement matches, as evidence that a person may accept or reject. */
export const matchStatement = (file: CaseFile, statement: Statement): Evidence[] => {
  if (statement.claim.kind === 'assessment' || isDenial(statement)) return [];
  const found = file.commitments.flatMap((commitment) => {
    const matches = commitment.indicators.flatMap(
      (indicator) => matchIndicator(statement, commitment, indicator) ?? [],
    );
    return [...strongest(matches, 'breach'), ...strongest(matches, 'performance')];
  });
  return withoutMereSigns(found);
};
