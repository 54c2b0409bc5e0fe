import { isEventNoun } from '../network/event-nouns.ts';
import type { Oblique, Predication } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { isBound, isBounding } from './bounds.ts';
import type { ClaimContext } from './context.ts';
import { typeOfEventNoun } from './events.ts';
import type { NominalEvents } from './nominal-events.ts';
import type { Predicate } from './predicate.ts';

/** Copulas and the verbs that carry nothing of their own. */
const empty = /^(?:be|become|have|do|remain|stay|may|might|can|could|will|would|shall|should|must)$/;
/** What is so said of an infinitive is in its mood: "is likely to leave". */
const raising =
  /^(?:likely|unlikely|due|set|able|unable|certain|sure|bound|about|going|ready|willing|unwilling|reluctant|expected|supposed)$/;
/** Verbs whose object is said to be so by what follows: "found it over the cap". */
const attributing =
  /^(?:find|leave|keep|hold|put|place|count|measure|show|see|judge|deem|consider|declare|call|label|report|record|think|believe|make|render)$/;
const adverbs = /^(?:likewise|also|too|so|similarly|equally|not|only|never)$/;

/** A clause that says nothing but what its subject is. */
interface SmallClause {
  readonly subjects: readonly number[];
  readonly head: number;
  readonly from: number;
  readonly lemma: string;
}

/** What a second conjunct says with the verb of the first ("…, and likewise on its stock"). */
export interface Gapped {
  readonly head: number;
  readonly preposition: string;
  readonly negated: boolean;
}

/** Copular, existential, small and gapped clauses: what is said without a verb that has a meaning of its own. */
export class Clauses {
  readonly #context: ClaimContext;
  readonly #nominal: NominalEvents;

  constructor(context: ClaimContext, nominal: NominalEvents) {
    this.#context = context;
    this.#nominal = nominal;
  }

  /** "is above the cap", "there was shelling", "has 30 guns"; null where the meaning is in a clause below. */
  of(predication: Predication): Predicate | null {
    if (!empty.test(predication.lemma)) return null;
    return this.#existential(predication) ?? this.#copular(predication);
  }

  /** "There has been no shelling": the noun tells it. */
  #existential(predication: Predication): Predicate | null {
    const { trees, phrases } = this.#context;
    const { lemma, head, verb, subjects, complement } = predication;
    if (!isThere(trees, predication) || lemma === 'have') return null;
    const [after] = trees.children(head, 'nsubj').filter((at) => at > verb);
    const noun = complement ?? after ?? subjects.find((at) => trees.lowercase(at) !== 'there') ?? null;
    if (noun === null) return null;
    const named = this.#nominal.of(noun);
    if (named) return named.predicate;
    const type = typeOfEventNoun(trees, phrases, noun);
    const isEvent = type !== null || isEventNoun(trees.lemma(noun));
    return {
      lemma: isEvent ? trees.lemma(noun) : `be ${trees.lemma(noun)}`,
      type: this.#nominal.isHappening(type) ? type : null,
      kind: isEvent ? 'event' : 'state',
      agent: [],
      patient: [],
      recipient: [],
      eventiveNoun: noun,
    };
  }

  #copular(predication: Predication): Predicate | null {
    const { trees, phrases, predications } = this.#context;
    const { lemma, head, complement, subjects, objects } = predication;
    const infinitive = predications
      .subclausesOf(predication)
      .some(({ clauseType }) => clauseType === 'infinitive');
    if (infinitive && (complement === null ? !objects.length : raising.test(trees.lowercase(complement))))
      return null;
    if (complement === null)
      return stateOf(
        predication,
        lemma,
        subjects,
        objects,
        predication.objects[0] === undefined ? 'event' : 'state',
      );
    if (this.#isCleft(complement, subjects)) return null;
    const preposition = complement === head ? this.#before(complement) : '';
    const isName = phrases.kind(complement) === 'name' && !preposition;
    const words = [lemma, preposition, isName ? '' : trees.lemma(complement)].filter(Boolean);
    return {
      ...stateOf(
        predication,
        words.join(' '),
        subjects.filter((at) => at !== complement),
        isName ? [complement] : [],
        'state',
      ),
      eventiveNoun: isName ? null : complement,
    };
  }

  /** "above the cap", "above 300", whatever the tree takes it for. */
  #before(complement: number): string {
    const { trees, phrases, predications } = this.#context;
    const before = trees.lowercase(phrases.run(complement)[0] - 1);
    return predications.prepositionOf(complement) || (isBounding(before) ? before : '');
  }

  /** "It was the Front who left": the leaving is told. */
  #isCleft(complement: number, subjects: readonly number[]): boolean {
    const { trees } = this.#context;
    const isIt = subjects.length === 0 || subjects.some((at) => trees.lowercase(at) === 'it');
    return isIt && trees.child(complement, 'acl:relcl', 'advcl:relcl') !== undefined;
  }

  /** What is said of an object beside what is done to it: "found it over the cap", "left the bridge impassable". */
  small(predication: Predication): SmallClause | null {
    const { lemma, passive, subjects, objects, complement, obliques } = predication;
    const { trees, phrases } = this.#context;
    const said = passive ? subjects : objects;
    if (!said.length || !attributing.test(lemma)) return null;
    if (complement !== null && trees.word(complement).upos === 'ADJ')
      return { subjects: said, head: complement, from: complement, lemma: trees.lemma(complement) };
    const bound = obliques.find(
      (oblique) =>
        (oblique.of === null || said.includes(oblique.of)) &&
        isBound(trees, oblique) &&
        phrases.kind(oblique.head) !== 'time',
    );
    return bound ? this.#bounded(said, bound) : null;
  }

  #bounded(subjects: readonly number[], { preposition, head }: Oblique): SmallClause {
    const { trees } = this.#context;
    const from = trees.child(head, 'case') ?? head;
    return { subjects, head, from, lemma: `${preposition} ${trees.lemma(head)}` };
  }

  /** Conjuncts of a clause that have no verb of their own. */
  gapped({ head, obliques }: Predication): Gapped[] {
    const { trees, predications } = this.#context;
    const isBare = (at: number): boolean =>
      /^(?:NOUN|PROPN|PRON|NUM)$/.test(trees.word(at).upos) && predications.clauseOf(at)?.head !== at;
    const own = /^(?:VERB|ADJ)$/.test(trees.word(head).upos)
      ? trees.children(head, 'conj').filter(isBare)
      : [];
    const others = obliques
      .flatMap((oblique) => (oblique.of === null ? trees.children(oblique.head, 'conj') : []))
      .filter(
        (at) =>
          isBare(at) &&
          trees.children(at, 'advmod', 'cc').some((word) => adverbs.test(trees.lowercase(word))),
      );
    return [...new Set([...own, ...others])].map((at) => ({
      head: at,
      preposition: predications.prepositionOf(at),
      negated: trees
        .children(at, 'advmod', 'cc')
        .some((word) => /^(?:not|never|nor)$/.test(trees.lowercase(word))),
    }));
  }
}

/** "There was …": whatever the tree calls the word. */
export const isThere = (trees: SyntaxTrees, { head, subjects }: Predication): boolean =>
  trees.children(head, 'expl', 'nsubj').some((at) => trees.lowercase(at) === 'there') ||
  subjects.some((at) => trees.lowercase(at) === 'there');

const stateOf = (
  { passive }: Predication,
  lemma: string,
  subjects: readonly number[],
  objects: readonly number[],
  kind: Predicate['kind'],
): Predicate => ({
  lemma,
  type: null,
  kind,
  agent: passive ? [] : subjects,
  patient: passive ? subjects : objects,
  recipient: [],
  eventiveNoun: null,
});
