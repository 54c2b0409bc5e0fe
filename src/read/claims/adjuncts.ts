import {
  contains,
  type PlaceMention,
  type Quantity,
  type Span,
  type TimeMention,
} from '../../model/index.ts';
import { type Cue, cueVerbs } from '../attributions/cues.ts';
import type { Predication } from '../syntax/predications.ts';
import type { ClaimContext } from './context.ts';
import { locativePrepositions, typeOfNoun } from './lexicon.ts';
import type { Roles } from './roles.ts';

const precisions: readonly PlaceMention['precision'][] = [
  'point',
  'settlement',
  'district',
  'province',
  'country',
];

/** "the statement of 9 November": its date is its name. */
const documents =
  /^(?:statement|resolution|declaration|communiqu[eé]|letter|report|decree|decision|law|order|document|protocol)$/;

/** When, where and how much: what stands beside a predication, found once for the whole text. */
export class Adjuncts {
  readonly #context: ClaimContext;
  readonly #times = new Map<Predication, TimeMention[]>();
  readonly #timesOfNouns = new Map<number, TimeMention[]>();
  readonly #quantities = new Map<Predication, Quantity[]>();
  readonly #places = new Map<Predication, number[]>();

  constructor(context: ClaimContext) {
    this.#context = context;
    for (const time of context.times) this.#placeTime(time);
    for (const quantity of context.quantities) this.#keep(this.#quantities, quantity.span, quantity);
    context.places.forEach((place, index) => {
      if (!place.attributive && this.#isLocated(place.span)) this.#keep(this.#places, place.span, index);
    });
  }

  timesOf(predication: Predication): readonly TimeMention[] {
    return this.#times.get(predication) ?? [];
  }

  quantitiesOf(predication: Predication): readonly Quantity[] {
    return this.#quantities.get(predication) ?? [];
  }

  /** EDTF of a predication's time: its own, or that of the one which shares it; null for none. */
  time(predication: Predication, cue: Cue | null): string | null {
    const own = dated(this.timesOf(predication));
    if (own) return own;
    const isShown = cue?.kind === 'publishes';
    for (let below = predication, up = below.parent; up; below = up, up = up.parent) {
      const shares = /^(?:infinitive|gerund|coordinate)$/.test(below.clauseType) || isShown;
      if (!shares || (cueVerbs.has(up.lemma) && !isShown)) return null;
      const time = dated(this.timesOf(up));
      if (time) return time;
    }
    return null;
  }

  /** EDTF of the time that describes an event's noun ("the attack in May"); null for none. */
  timeOfNoun(noun: number): string | null {
    return dated(this.#timesOfNouns.get(noun) ?? []);
  }

  /** Index of the most precise place beside a predication or in its roles; null for none. */
  place(predication: Predication | null, roles: Roles): number | null {
    const { places } = this.#context;
    const inRoles = roles
      .filter(({ role }) => role === 'place' || role === 'patient')
      .flatMap(({ span }) =>
        places.flatMap((place, index) =>
          !place.attributive && span[0] <= place.span[0] && place.span[1] <= span[1] ? [index] : [],
        ),
      );
    const all = [...inRoles, ...((predication && this.#places.get(predication)) ?? [])];
    const rank = (index: number): number => precisions.indexOf(places[index]?.precision ?? 'country');
    return all.sort((a, b) => rank(a) - rank(b) || a - b)[0] ?? null;
  }

  #head(span: Span): number {
    const { trees } = this.#context;
    return trees.headOf(trees.wordsIn(span));
  }

  #keep<T>(kept: Map<Predication, T[]>, span: Span, value: T): void {
    const owner = this.#context.predications.clauseOf(this.#head(span));
    if (owner) kept.set(owner, [...(kept.get(owner) ?? []), value]);
  }

  /** A time belongs to the verb that it hangs on, be it by an event's noun; what names a deal or a document dates nothing. */
  #placeTime(time: TimeMention): void {
    const { trees } = this.#context;
    let at = this.#head(time.span);
    const owner = this.#context.predications.clauseOf(at);
    for (; at >= 0 && at !== owner?.head; at = trees.word(at).head) {
      if (trees.hasRelation(at, 'compound', 'amod', 'nmod:poss', 'flat', 'appos')) return;
      if (!trees.hasRelation(at, 'nmod')) continue;
      const noun = trees.word(at).head;
      const type = typeOfNoun(trees.lemma(noun));
      if (type === 'AGREE' || documents.test(trees.lemma(noun))) return;
      if (type) this.#timesOfNouns.set(noun, [...(this.#timesOfNouns.get(noun) ?? []), time]);
    }
    const dated = owner && this.#toldAt(owner, time.span);
    if (dated) this.#times.set(dated, [...this.timesOf(dated), time]);
  }

  /** "The army has left, the minister confirmed on Monday": what stands outside the words told dates the telling. */
  #toldAt(owner: Predication, span: Span): Predication {
    const { trees, attributions } = this.#context;
    const { start, end } = trees.word(owner.verb);
    const told = attributions.innermost([start, end]);
    const isOutside = told?.attribution.content.every((content) => !contains(content, span));
    return isOutside && told?.predication && told.predication !== owner ? told.predication : owner;
  }

  /** Whether the place stands after a preposition of place, by itself or in a longer name of it. */
  #isLocated(span: Span): boolean {
    const { trees, predications } = this.#context;
    let at = this.#head(span);
    for (let depth = 0; depth < 4 && at >= 0; depth++) {
      const preposition = predications.prepositionOf(at);
      if (preposition) return preposition === 'of' || locativePrepositions.has(preposition);
      if (!trees.hasRelation(at, 'compound', 'nmod', 'appos', 'flat', 'conj', 'amod')) return false;
      at = trees.word(at).head;
    }
    return false;
  }
}

const dated = (times: readonly TimeMention[]): string | null =>
  times.find(({ edtf }) => edtf !== null)?.edtf ?? null;
