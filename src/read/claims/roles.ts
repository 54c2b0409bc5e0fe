import { type Claim, contains, type PredicateType } from '../../model/index.ts';
import type { Draft } from '../entities/index.ts';
import type { Oblique } from '../syntax/predications.ts';
import type { ClaimContext } from './context.ts';
import { violent } from './events.ts';
import { placing, roleOf } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import type { States } from './states.ts';

export type Roles = Claim['roles'];
type RoleName = Roles[number]['role'];

/** To run, to lead, to shelter is to do so over or to somebody. */
const needsObject = new Set<PredicateType>(['controls', 'leads', 'hosts', 'member-of', 'part-of']);
const mutual = new Set<PredicateType>(['allied-with', 'COOPERATE', 'CONSULT', 'AGREE']);
const benefit = /^(?:support|behalf|favour|favor|defence|defense|aid)$/;
/** Nouns that stand for the body beside them: "rebel control", "the council's demand". */
const standIn =
  /^(?:control|rule|occupation|authority|command|ally|friend|partner|leadership|territory|position|base|convoy|target|number|contingent|side|proposal|demand|call|offer|request|ultimatum|invitation|appeal|plan|decision|accusation|claim|statement|policy|stance|terms)$/;

/** Fills the roles of a claim. */
export class RoleFiller {
  readonly #context: ClaimContext;
  readonly #states: States;

  constructor(context: ClaimContext, states: States) {
    this.#context = context;
    this.#states = states;
  }

  fill(predicate: Predicate, obliques: readonly Oblique[]): Roles {
    const roles = [
      ...this.#fillers('agent', predicate.agent, predicate.carrier),
      ...this.#fillers('patient', predicate.patient, predicate.carrier),
      ...this.#fillers('recipient', predicate.recipient, predicate.carrier),
    ];
    splitPair(roles, predicate);
    roles.push(...this.#ofObliques(predicate, obliques));
    return withoutDoubles(roles);
  }

  filler(role: RoleName, head: number): Roles {
    const span = this.#context.phrases.span(head);
    const known = this.#context.referents.of(head);
    const entities = known.length || role === 'place' ? known : this.#standIn(head);
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

  #fillers(role: RoleName, heads: readonly number[], carrier: number | null): Roles {
    return [...new Set(heads)].flatMap((head) =>
      head === carrier ? this.#besideNoun(role, head) : this.filler(role, head),
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

  #standIn(head: number): readonly Draft[] {
    const { referents, phrases, trees } = this.#context;
    if (!standIn.test(trees.lemma(head))) return [];
    const beside = [phrases.possessor(head), phrases.complement(head)].flatMap((at) =>
      at === undefined ? [] : referents.of(at),
    );
    return [...referents.within(head), ...beside].slice(0, 1);
  }

  #ofObliques(predicate: Predicate, obliques: readonly Oblique[]): Roles {
    const { phrases } = this.#context;
    const { type } = predicate;
    const taken = new Set([...predicate.agent, ...predicate.patient, ...predicate.recipient]);
    return obliques.flatMap((oblique) => {
      const { preposition, head, of } = oblique;
      if (taken.has(head) || phrases.kind(head) === 'time') return [];
      if (this.#isBeneficiary(oblique)) return this.filler('beneficiary', head);
      if (placing.has(preposition) && phrases.kind(head) !== 'pronoun' && this.#states.isPlace(head))
        return this.filler('place', head);
      const isOwn = of === null || of === predicate.carrier;
      const role = isOwn || preposition !== 'of' ? roleOf(type, preposition) : null;
      if (role) return this.filler(role, head);
      return preposition === 'with' && type && violent.has(type) ? this.filler('instrument', head) : [];
    });
  }

  #isBeneficiary({ preposition, of }: Oblique): boolean {
    const { trees, predications } = this.#context;
    return (
      preposition === 'of' &&
      of !== null &&
      benefit.test(trees.lower(of)) &&
      /^(?:in|on)$/.test(predications.prepositionOf(of))
    );
  }
}

/** A claim says who or what; power, membership and shelter also over what. */
export const isFilled = ({ type }: Predicate, roles: Roles): boolean => {
  const actors = roles.filter(({ role }) => /^(?:agent|patient|recipient)$/.test(role));
  return type && needsObject.has(type) ? actors.some(({ role }) => role !== 'agent') : actors.length > 0;
};

/** "the two groups remain allies": each is the other's partner. */
const splitPair = (roles: Roles, { type }: Predicate): void => {
  if (!type || !mutual.has(type)) return;
  const agents = roles.filter(({ role }) => role === 'agent');
  const partner = agents[1];
  if (agents.length === 2 && partner && !roles.some(({ role, entity }) => role === 'patient' && entity))
    partner.role = 'patient';
};

const withoutDoubles = (roles: Roles): Roles =>
  roles.filter(
    (filler, index) =>
      roles.findIndex(
        (other) =>
          other.role === filler.role && other.span[0] === filler.span[0] && other.entity === filler.entity,
      ) === index,
  );
