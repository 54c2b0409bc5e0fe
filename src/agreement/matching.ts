import { stemmer } from 'stemmer';
import type {
  Bearing,
  CaseFile,
  Commitment,
  Evidence,
  Indicator,
  PredicateType,
  ResolvedEntity,
  Statement,
} from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
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
  if (direct || !isMutual(type, indicator)) return direct;
  const everyone = [...agents, ...receivers];
  return matchRoles(everyone, everyone, indicator);
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

const matchesQuantity = ({ quantities }: Statement, { quantity }: Indicator): boolean =>
  !quantity ||
  quantities.some(({ value, unit }) => {
    if (quantity.unit && unit && stemmer(quantity.unit) !== stemmer(unit)) return false;
    if (quantity.bound === 'min') return value >= quantity.value;
    if (quantity.bound === 'max') return value <= quantity.value;
    return value === quantity.value;
  });

/** Who it is; for a member or part also of what, and who says so. */
const bodyPhrase = (entity: ResolvedEntity, keys: readonly string[] | undefined): string => {
  if (keys?.includes(entity.key)) return entity.name;
  const body = entity.bodies.find((key) => keys?.includes(key));
  const source = entity.sources?.find((item) => item.body === body)?.source;
  return `${entity.name}, who belongs to ${body}${source ? `, says ${source}` : ''}`;
};

const through = (statement: Statement, roles: RoleMatch, indicator: Indicator): string[] => [
  ...(roles.who ? [`who: ${bodyPhrase(roles.who, indicator.who)}`] : []),
  `does: ${statement.claim.predicate.lemma} (${statement.claim.predicate.type})`,
  ...(roles.whom ? [`whom: ${bodyPhrase(roles.whom, indicator.whom)}`] : []),
  ...(indicator.where ? [`where: ${indicator.where}`] : []),
];

const matchIndicator = (
  statement: Statement,
  commitment: Commitment,
  indicator: Indicator,
): Evidence | null => {
  const { type } = statement.claim.predicate;
  if (!type || !indicator.does.includes(type)) return null;
  const roles = matchActors(statement, type, indicator);
  if (!roles || !matchesPlace(statement, indicator)) return null;
  if (!matchesSubject(statement, indicator) || !matchesQuantity(statement, indicator)) return null;
  return {
    id: evidenceId(statement, commitment.id, indicator.id),
    statementId: statement.id,
    documentId: statement.documentId,
    commitment: commitment.id,
    indicator: indicator.id,
    bearing: indicator.bearing,
    strength: indicator.strength,
    span: statement.claim.span,
    words: statement.text,
    verdict: 'proposed',
    through: through(statement, roles, indicator),
  };
};

/** One report says one thing once: of several indicators that it meets, a direct one stands for all. */
const strongest = (matches: readonly Evidence[], bearing: Bearing): Evidence[] => {
  const same = matches.filter((item) => item.bearing === bearing);
  return [same.find(({ strength }) => strength === 'direct') ?? same[0]].flatMap((item) => item ?? []);
};

/** The indicators of the case that a statement matches, as evidence that a person may accept or reject. */
export const matchStatement = (file: CaseFile, statement: Statement): Evidence[] =>
  statement.claim.kind === 'assessment'
    ? []
    : file.commitments.flatMap((commitment) => {
        const matches = commitment.indicators.flatMap(
          (indicator) => matchIndicator(statement, commitment, indicator) ?? [],
        );
        return [...strongest(matches, 'breach'), ...strongest(matches, 'performance')];
      });
