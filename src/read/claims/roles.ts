import { type Claim, contains, type PredicateType } from '../../model/index.ts';
import type { EntityCluster } from '../entities/index.ts';
import { complementOf } from '../syntax/phrases.ts';
import type { Oblique } from '../syntax/predications.ts';
import type { ClaimContext } from './context.ts';
import type { States } from './copular-states.ts';
import { typeOfEventNoun, violent } from './events.ts';
import { locativePrepositions, roleOf } from './lexicon.ts';
import { suffered } from './nominal-events.ts';
import type { Predicate } from './predicate.ts';

export type Roles = Claim['roles'];
type RoleName = Roles[number]['role'];

/** To run, to lead, to shelter is to do so over or to somebody. */
const needsObject = new Set<PredicateType>(['controls', 'leads', 'hosts', 'member-of', 'part-of']);
const mutual = new Set<PredicateType>(['allied-with', 'COOPERATE', 'CONSULT', 'AGREE']);
const benefit = /^(?:support|behalf|favour|favor|defence|defense|aid)$/;
/** Nouns that stand for the body beside them: "rebel control", "the council's demand". */
const metonymicNouns =
  /^(?:control|rule|occupation|authority|command|ally|friend|partner|leadership|territory|position|base|convoy|target|number|contingent|side|proposal|demand|call|offer|request|ultimatum|invitation|appeal|plan|decision|accusation|claim|statement|policy|stance|terms)$/;

/** Types that befall people through what is theirs: to demolish Tyrmian homes is to coerce Tyrmians. */
const affectedPossessorTypes = new Set<PredicateType>([
  'ASSAULT',
  'FIGHT',
  'COERCE',
  'SANCTION',
  'REJECT',
  'INVESTIGATE',
  'CONCEDE',
  'DISAPPROVE',
  'PROTEST',
  'SUPPORT',
]);

/** Fills the roles of a claim. */
export class RoleFiller {
  readonly #context: ClaimContext;
  readonly #states: States;

  constructor(context: ClaimContext, states: States) {
    this.#context = context;
    this.#states = states;
  }

  fill(predicate: Predicate, obliques: readonly Oblique[]): Roles {
    const agents = this.#fillers('agent', predicate.agent, predicate);
    const acting = new Set(agents.map(({ entity }) => entity));
    const roles = [
      ...agents,
      ...this.#fillers('patient', predicate.patient, predicate, acting),
      ...this.#fillers('recipient', predicate.recipient, predicate, acting),
    ];
    splitPair(roles, predicate);
    roles.push(...this.#ofObliques(predicate, obliques));
    return withoutDoubles(roles);
  }

  /** `acting`: who acts, and so is not meant by what is theirs ("closed its borders"). */
  filler(
    role: RoleName,
    head: number,
    type: PredicateType | null = null,
    acting: ReadonlySet<string | null> = nobody,
  ): Roles {
    const span = this.#context.phrases.span(head);
    const known = this.#context.referents.of(head);
    const affects =
      type !== null &&
      (role === 'patient' ? affectedPossessorTypes.has(type) : role === 'recipient' && type === 'AGREE');
    const acts = role === 'agent' && type !== null && violent.has(type);
    const entities =
      known.length || role === 'place'
        ? known
        : this.#standIn(head, affects, acts).filter(({ id }) => !acting.has(id));
    return entities.length
      ? entities.map(({ id }) => ({ role, span, entity: id }))
      : [{ role, span, entity: null }];
  }

  /** Whether a predicate has a role for a phrase. */
  takes(predicate: Predicate | null, oblique: Oblique): boolean {
    const type = predicate?.type;
    return Boolean(type && (this.#isBeneficiary(oblique) || roleOf(type, oblique.preposition)));
  }

  /** Who is helped: "in support of the Guard". */
  beneficiaries(obliques: readonly Oblique[]): readonly Oblique[] {
    return obliques.filter((oblique) => this.#isBeneficiary(oblique));
  }

  #fillers(
    role: RoleName,
    heads: readonly number[],
    { eventiveNoun, type, kind }: Predicate,
    acting?: ReadonlySet<string | null>,
  ): Roles {
    const { trees, phrases, referents } = this.#context;
    // "US strikes violated the accord": the verdict is on whoever struck.
    const isJudged = (head: number): boolean =>
      kind === 'assessment' &&
      role === 'agent' &&
      referents.within(head).length > 0 &&
      typeOfEventNoun(trees, phrases, head) !== null;
    // "Northern and Southern envoys met"
    const isPair = (head: number): boolean =>
      role === 'agent' && type !== null && mutual.has(type) && referents.within(head).length === 2;
    return [...new Set(heads)].flatMap((head) =>
      head === eventiveNoun || isJudged(head) || isPair(head)
        ? this.#besideNoun(role, head)
        : this.filler(role, head, type, acting),
    );
  }

  /** Whoever an event's noun names before it: "the U.S. invasion". */
  #besideNoun(role: RoleName, noun: number): Roles {
    const phrase = this.#context.phrases.span(noun);
    return this.#context.referents.within(noun).map(({ id, mentions }) => ({
      role,
      span: mentions.find((mention) => contains(phrase, mention)) ?? phrase,
      entity: id,
    }));
  }

  /**
   * Whom a noun stands for: whoever is named in it or owns it, if its meaning or what befalls it says so, or what it
   * does ("killed by Karvian fire").
   */
  #standIn(head: number, affects: boolean, acts: boolean): readonly EntityCluster[] {
    const { referents, phrases, trees } = this.#context;
    const isEvent = typeOfEventNoun(trees, phrases, head) !== null;
    if (acts && isEvent) return referents.within(head).slice(0, 1);
    if (!metonymicNouns.test(trees.lemma(head)) && !(affects && !isEvent))
      return affects ? referents.within(head) : [];
    const complement = affects ? complementOf(trees, head, /^(?:of|from)$/) : phrases.complement(head);
    const beside = [phrases.possessor(head), complement].flatMap((at) =>
      at === undefined ? [] : referents.of(at),
    );
    return [...referents.within(head), ...beside].slice(0, 1);
  }

  #ofObliques(predicate: Predicate, obliques: readonly Oblique[]): Roles {
    const { phrases } = this.#context;
    const { type } = predicate;
    const taken = new Set([...predicate.agent, ...predicate.patient, ...predicate.recipient]);
    return obliques.flatMap((oblique) => {
      const { preposition, head } = oblique;
      if (taken.has(head) || phrases.kind(head) === 'time') return [];
      if (this.#isBeneficiary(oblique)) return this.filler('beneficiary', head);
      const role = this.#roleOf(predicate, oblique);
      const isPlace = phrases.kind(head) !== 'pronoun' && this.#states.isPlace(head);
      // A state is somebody as well: "aid to Karvia", but not in "demanded the withdrawal from Karvia".
      const acts = role !== null && preposition !== 'from' && this.#isState(head);
      if (locativePrepositions.has(preposition) && isPlace && !acts) return this.filler('place', head);
      if (role) return this.filler(role, head, type);
      return preposition === 'with' && type && violent.has(type) ? this.filler('instrument', head) : [];
    });
  }

  /** By the predicate, or by the noun that the phrase describes: "suspended aid for …", "called for sanctions against …". */
  #roleOf({ type, agent, eventiveNoun }: Predicate, { preposition, of }: Oblique): RoleName | null {
    // Who brings two sides together is neither.
    if (preposition === 'between' && type && agent.length) return 'patient';
    const isOwn = of === null || of === eventiveNoun;
    const own = isOwn || preposition !== 'of' ? roleOf(type, preposition) : null;
    if (own || of === null) return own;
    const ofNoun = this.#typeOfNoun(of);
    if (preposition === 'of') return of === eventiveNoun && ofNoun && suffered.has(ofNoun) ? 'patient' : null;
    const role = roleOf(ofNoun, preposition);
    return type && role && /^(?:patient|recipient)$/.test(role) ? role : null;
  }

  /** Also of "an aid programme", "tonnes of aid". */
  #typeOfNoun(noun: number): PredicateType | null {
    const { trees, phrases } = this.#context;
    const inner = [trees.child(noun, 'compound'), phrases.complement(noun)];
    return [noun, ...inner].reduce<PredicateType | null>(
      (type, at) => type ?? (at === undefined ? null : typeOfEventNoun(trees, phrases, at)),
      null,
    );
  }

  #isState(head: number): boolean {
    return this.#context.referents.of(head).some(({ type }) => type === 'state');
  }

  #isBeneficiary({ preposition, of }: Oblique): boolean {
    const { trees, predications } = this.#context;
    return (
      preposition === 'of' &&
      of !== null &&
      benefit.test(trees.lowercase(of)) &&
      /^(?:in|on)$/.test(predications.prepositionOf(of))
    );
  }
}

const nobody: ReadonlySet<string | null> = new Set();

/** A claim says who or what, or where or when a noun's event was; power, membership and shelter also over what. */
export const isFilled = ({ type, eventiveNoun, kind }: Predicate, roles: Roles): boolean => {
  const actors = roles.filter(({ role }) => /^(?:agent|patient|recipient)$/.test(role));
  const isSet =
    kind === 'event' && eventiveNoun !== null && roles.some(({ role }) => /^(?:place|time)$/.test(role));
  if (!actors.length) return isSet;
  return !type || !needsObject.has(type) || actors.some(({ role }) => role !== 'agent');
};

/** "the two groups remain allies": each is the other's partner. */
const splitPair = (roles: Roles, { type }: Predicate): void => {
  if (!type || !mutual.has(type)) return;
  const agents = roles.filter(({ role }) => role === 'agent');
  const partner = agents[1];
  if (agents.length === 2 && partner && !roles.some(({ role, entity }) => role === 'patient' && entity))
    partner.role = 'patient';
};

export const withoutDoubles = (roles: Roles): Roles =>
  roles.filter(
    (filler, index) =>
      roles.findIndex(
        (other) =>
          other.role === filler.role && other.span[0] === filler.span[0] && other.entity === filler.entity,
      ) === index,
  );
