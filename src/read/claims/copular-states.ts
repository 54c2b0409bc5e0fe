import { relationOfNoun } from '../entities/index.ts';
import { isGroupNoun, isPlaceNoun } from '../entities/name-lexicon.ts';
import type { Predication } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import type { ClaimContext } from './context.ts';
import type { Predicate } from './predicate.ts';

const copulas = new Set(['be', 'remain', 'become', 'stay']);
const locating = new Set(['in', 'at', 'near', 'inside', 'outside', 'within', 'on', 'across', 'around']);
const power = /^(?:control|rule|occupation|authority|command)$/;
const part = /^(?:south|north|east|west|part|heart|centre|center|outskirts)$/;
const partner = /^(?:ally|friend|partner|comrade|brother)$/;
const reputing = /^(?:believe|say|think|report|allege|suspect|know)$/;

/** Finds what predications say of somebody's place, bodies, allies and power. */
export class States {
  readonly #context: ClaimContext;

  constructor(context: ClaimContext) {
    this.#context = context;
  }

  /** The state that a predication tells; null for none. */
  of(predication: Predication): Predicate | null {
    const { lemma, passive, complement } = predication;
    if (passive && lemma === 'base') return this.located(predication, 'base');
    if (passive && /^(?:embed|entrench|lodge|integrate|absorb)$/.test(lemma)) return this.#among(predication);
    if (reputing.test(lemma)) return this.#reputed(predication);
    if (lemma === 'have' && !passive) return this.#stationed(predication);
    if (!copulas.has(lemma) || passive) return null;
    return (
      this.#ruled(predication) ??
      this.#near(predication) ??
      (complement === null ? null : this.#described(predication, complement)) ??
      (this.#placesOf(predication).length ? this.located(predication, lemma) : null)
    );
  }

  located(predication: Predication, lemma: string): Predicate {
    const places = this.#placesOf(predication);
    const named = places.filter((at) => this.#namesPlace(at));
    return state(
      lemma,
      'located-in',
      predication.subjects,
      (named.length ? named : places).slice(0, 1),
      null,
    );
  }

  /** Whether a noun phrase is a place: by its name, its noun, or as a part of one ("the north of …"). */
  isPlace(head: number): boolean {
    if (this.#namesPlace(head)) return true;
    const noun = this.#context.trees.lemma(head);
    if (isPlaceNoun(noun)) return true;
    const complement = this.#context.phrases.complement(head);
    return complement !== undefined && part.test(noun) && this.isPlace(complement);
  }

  #namesPlace(head: number): boolean {
    return this.#context.referents.of(head).some(({ type }) => type === 'place' || type === 'state');
  }

  #placesOf({ obliques }: Predication): readonly number[] {
    return obliques
      .filter(({ preposition, head }) => locating.has(preposition) && this.isPlace(head))
      .map(({ head }) => {
        const named = this.#context.phrases.complement(head);
        return !this.#namesPlace(head) && named !== undefined && this.#namesPlace(named) ? named : head;
      });
  }

  /** "is embedded with the Guard": a part of it, at least in this. */
  #among({ lemma, subjects, obliques }: Predication): Predicate | null {
    const { referents } = this.#context;
    const whole = obliques.find(
      ({ preposition, head }) =>
        /^(?:among|amongst|with|within|in|into|inside)$/.test(preposition) &&
        referents.of(head).some(({ type }) => type === 'organisation' || type === 'armed-group'),
    );
    return whole ? state(`be ${lemma}`, 'part-of', subjects, [whole.head], null) : null;
  }

  /** "has 300 troops in the north": so many of it are there. */
  #stationed(predication: Predication): Predicate | null {
    const { trees, predications } = this.#context;
    const isTheirs = predication.objects.some((head) => isGroupNoun(`${trees.lemma(head)}s`));
    if (!isTheirs) return null;
    // "has 300 troops left in the north"
    const left = predications
      .subclausesOf(predication)
      .find(({ lemma, clauseType }) => lemma === 'leave' && clauseType !== 'main');
    const at = [predication, ...(left ? [left] : [])].find((one) => this.#placesOf(one).length);
    return at ? { ...this.located(at, 'have'), agent: predication.subjects } : null;
  }

  /** "is under the control of …". */
  #ruled({ obliques, subjects }: Predication): Predicate | null {
    const { trees, phrases } = this.#context;
    const under = obliques.find(
      ({ preposition, head }) => preposition === 'under' && power.test(trees.lowercase(head)),
    );
    if (!under) return null;
    const ruler = phrases.complement(under.head) ?? phrases.possessor(under.head) ?? under.head;
    return state('control', 'controls', [ruler], subjects, null);
  }

  /** "is close to …", "stayed close to …", "is allied with …". */
  #near({ lemma, subjects, head, complement, obliques }: Predication): Predicate | null {
    const { trees, referents, predications } = this.#context;
    const terms = obliques.find(({ head: at }) => trees.lemma(at) === 'term' && isFriendly(trees, at));
    const friend = terms && this.#after(terms.head, 'with');
    if (friend !== undefined && referents.of(friend).length)
      return state(`${lemma} on terms`, 'allied-with', subjects, [friend], null);
    for (const at of [...(complement === null ? [] : [complement]), ...trees.children(head, 'advmod')]) {
      const word = trees.lowercase(at);
      const mark = word === 'close' ? 'to' : /^(?:allied|aligned)$/.test(word) ? 'with' : null;
      if (!mark) continue;
      const after = [...obliques.map((oblique) => oblique.head), ...trees.children(at, 'obl')];
      const other = after.find(
        (of) => predications.prepositionOf(of) === mark && referents.of(of).length > 0,
      );
      if (other !== undefined) return state(`${lemma} ${word}`, 'allied-with', subjects, [other], null);
    }
    return null;
  }

  /** The head of the phrase right after a word and a preposition, wherever the tree hangs it. */
  #after(word: number, preposition: string): number | undefined {
    const { trees } = this.#context;
    return trees.lowercase(word + 1) === preposition && trees.hasRelation(word + 1, 'case')
      ? trees.word(word + 1).head
      : undefined;
  }

  /** "is the leader of", "remain allies", "was a member of". */
  #described({ lemma, subjects }: Predication, noun: number): Predicate | null {
    const { trees, phrases, referents } = this.#context;
    const word = trees.lemma(noun);
    const bodies = [
      phrases.complement(noun),
      phrases.possessor(noun),
      referents.within(noun).length ? noun : undefined,
    ].filter((head) => head !== undefined);
    if (partner.test(word)) {
      const others = bodies.filter(
        (head) => referents.of(head).length > 0 || referents.within(head).length > 0,
      );
      return state(`${lemma} ${word}`, 'allied-with', subjects, others, noun);
    }
    const relation = bodies.length ? relationOfNoun(word, phrases.before(noun)) : null;
    return relation && state(`${lemma} ${word}`, relation, subjects, bodies.slice(0, 1), noun);
  }

  /** "a man believed to be the leader of …". */
  #reputed(predication: Predication): Predicate | null {
    const { trees, phrases, predications } = this.#context;
    const inner = predications
      .subclausesOf(predication)
      .some(({ clauseType }) => /^(?:infinitive|complement)$/.test(clauseType));
    const as = predication.obliques.find(({ preposition }) => preposition === 'to' || preposition === 'as');
    if (inner || !as) return null;
    const relation = relationOfNoun(trees.lemma(as.head), phrases.before(as.head));
    const complement = phrases.complement(as.head);
    if (!relation || complement === undefined) return null;
    return state(relation === 'leads' ? 'lead' : 'be', relation, predication.subjects, [complement], as.head);
  }
}

/** "on good terms". */
const isFriendly = (trees: SyntaxTrees, noun: number): boolean =>
  trees.children(noun, 'amod').some((at) => /^(?:close|good|friendly|cordial)$/.test(trees.lowercase(at)));

const state = (
  lemma: string,
  type: Predicate['type'],
  agent: readonly number[],
  patient: readonly number[],
  eventiveNoun: number | null,
): Predicate => ({ lemma, type, kind: 'state', agent, patient, recipient: [], eventiveNoun });
