import { type PredicateType, StateType } from '../../model/index.ts';
import { cueVerbs, publishingVerbs } from '../attributions/cues.ts';
import type { Predication } from '../predications.ts';
import type { ClaimContext } from './context.ts';
import { isReceiving, lightVerbs, typeOfNoun, typeOfVerb } from './lexicon.ts';
import type { Predicate } from './predicate.ts';
import type { States } from './states.ts';

const stateTypes: ReadonlySet<PredicateType> = new Set(StateType.options);
const dative = new Set<PredicateType>(['AID', 'AGREE', 'hosts', 'SUPPORT', 'DEMAND', 'THREATEN', 'CONCEDE']);
/** What "gave the fighters …" gives to them rather than does to them. */
const given = new Set<PredicateType>(['hosts', 'AID', 'SUPPORT', 'CONCEDE']);
export const violent: ReadonlySet<PredicateType> = new Set(['ASSAULT', 'FIGHT']);
const weapon = /^(?:explosion|blast|bomb|mine|missile|rocket)$/;

interface Carried {
  readonly type: PredicateType;
  readonly noun: number;
}

/** Finds what verbs report, alone or with the noun that they carry. */
export class Events {
  readonly #context: ClaimContext;
  readonly #states: States;

  constructor(context: ClaimContext, states: States) {
    this.#context = context;
    this.#states = states;
  }

  /** The event that a predication tells; null where its verb only says, is or has. */
  of(predication: Predication): Predicate | null {
    const { lemma, subjects, passive } = predication;
    const carried = this.#carried(predication);
    const type = carried?.type ?? this.#typeOfVerb(predication);
    if (!type && (cueVerbs.has(lemma) || /^(?:be|remain|become|stay|have|do)$/.test(lemma))) return null;
    const verb = this.#verbWords(predication);
    const base = {
      lemma: carried ? `${verb} ${this.#context.trees.lemma(carried.noun)}` : verb,
      type,
      kind: type && stateTypes.has(type) ? 'state' : 'event',
      carrier: carried?.noun ?? null,
    } as const;
    if (type === 'located-in') {
      const { agent, patient } = this.#states.located(predication, lemma);
      return { ...base, agent, patient, recipient: [] };
    }
    const objects = predication.objects.filter((head) => head !== carried?.noun);
    if (passive) return { ...base, ...this.#passive(predication, type, carried, objects) };
    if (carried && isReceiving(lemma))
      return { ...base, agent: this.after(predication, 'from', 'by'), patient: subjects, recipient: [] };
    const isWeapon = subjects.some((head) => weapon.test(this.#context.trees.lemma(head)));
    const receives = type !== null && this.#takesRecipient(predication, objects, type, carried !== null);
    return {
      ...base,
      agent: type && violent.has(type) && isWeapon ? [] : subjects,
      patient: receives ? objects.slice(1) : objects,
      recipient: receives ? objects.slice(0, 1) : [],
    };
  }

  /** Heads after one of the prepositions, but for times. */
  after({ obliques }: Predication, ...prepositions: readonly string[]): readonly number[] {
    return obliques
      .filter(
        ({ preposition, head }) =>
          prepositions.includes(preposition) && this.#context.phrases.kind(head) !== 'time',
      )
      .map(({ head }) => head);
  }

  #passive(
    predication: Predication,
    type: PredicateType | null,
    carried: Carried | null,
    objects: readonly number[],
  ): Pick<Predicate, 'agent' | 'patient' | 'recipient'> {
    const agent = this.after(predication, 'by');
    if (carried) return { agent, patient: [], recipient: objects };
    const given = type !== null && dative.has(type) ? [] : objects;
    return { agent, patient: [...predication.subjects, ...given], recipient: [] };
  }

  #verbWords({ lemma, particle }: Predication): string {
    return particle === null ? lemma : `${lemma} ${this.#context.trees.lower(particle)}`;
  }

  /** "promised the union that …", "gave the fighters shelter": the first object receives. */
  #takesRecipient(
    { lemma }: Predication,
    objects: readonly number[],
    type: PredicateType,
    isCarried: boolean,
  ): boolean {
    const [first] = objects;
    if (first === undefined || !dative.has(type) || (!isCarried && lemma === type.toLowerCase()))
      return false;
    if (!this.#context.referents.of(first).length) return false;
    return objects.length > 1 || type === 'AGREE' || (given.has(type) && lightVerbs.has(lemma));
  }

  #typeOfVerb({
    lemma,
    particle,
    obliques,
    objects,
    complement,
    passive,
  }: Predication): PredicateType | null {
    if (publishingVerbs.has(lemma) && lemma !== 'release') return null;
    if (lemma === 'leave' && passive && !objects.length) return null;
    const { trees } = this.#context;
    const became = complement === null ? [] : [trees.lower(complement)];
    return typeOfVerb(lemma, particle === null ? null : trees.lower(particle), [
      ...became,
      ...obliques.map(({ preposition }) => preposition),
    ]);
  }

  /** The noun whose meaning a light verb carries: "carried out a raid", "an ambush that it carried out". */
  #carried({ lemma, passive, subjects, objects }: Predication): Carried | null {
    if (!lightVerbs.has(lemma)) return null;
    const { trees, phrases } = this.#context;
    for (const noun of passive ? subjects : objects.toReversed()) {
      const type = typeOfNoun(trees.lemma(noun));
      if (type && phrases.kind(noun) === 'nominal') return { type, noun };
    }
    return null;
  }
}
