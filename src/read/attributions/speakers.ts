import type { EntityType } from '../../model/index.ts';
import type { Coreference, EntityCluster } from '../entities/index.ts';
import { isOutlet } from '../entities/name-lexicon.ts';
import { complementOf, type Phrases } from '../syntax/phrases.ts';
import type { Predication, Predications } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';

const outletNouns = new Set(
  'newspaper paper daily weekly magazine broadcaster agency channel station radio television website'.split(
    ' ',
  ),
);
const bodies: ReadonlySet<EntityType> = new Set(['organisation', 'armed-group', 'state']);
const speaking = new Set(['speak', 'talk', 'interview', 'meet']);
/** Sentences after which a speaker is no longer heard through the outlet that was named. */
const heardFor = 6;
/** Words after an outlet's verb within which it says whom it cites. */
const citedWithin = 12;

/** A named speaker, or the body that an unnamed one belongs to. */
export interface Speaker {
  readonly speaker: EntityCluster | null;
  readonly group: EntityCluster | null;
}

/** Who is behind a source's words, and which outlets they were heard through. */
export class Speakers {
  readonly #trees: SyntaxTrees;
  readonly #predications: Predications;
  readonly #phrases: Phrases;
  readonly #referents: Coreference;
  /** Outlets a person was heard through, while the text stays with that person. */
  readonly #heardThrough = new Map<
    EntityCluster,
    { readonly relays: readonly EntityCluster[]; readonly sentence: number }
  >();

  constructor(trees: SyntaxTrees, predications: Predications, phrases: Phrases, referents: Coreference) {
    this.#trees = trees;
    this.#predications = predications;
    this.#phrases = phrases;
    this.#referents = referents;
  }

  of(word: number): Speaker {
    // "the official, who said …"
    const source = /^(?:who|which|that)$/.test(this.#trees.lowercase(word))
      ? (this.#predications.clauseOf(word)?.subjects[0] ?? word)
      : word;
    const [entity, another] = this.#referents.of(source);
    // Only a body says something as "it": a report or a town that the pronoun may go back to does not.
    if (this.#trees.lowercase(source) === 'it' && !(entity && bodies.has(entity.type)))
      return { speaker: null, group: null };
    // What both sides say is neither's.
    if (another) return { speaker: null, group: null };
    if (entity?.named) return { speaker: entity, group: null };
    if (entity && entity.type !== 'person') return { speaker: null, group: entity };
    const author = complementOf(this.#trees, source, /^by$/);
    const owners = [this.#phrases.possessor(source), this.#phrases.complement(source), author];
    const behind = [
      ...this.#referents.within(source),
      ...owners.flatMap((head) => (head === undefined ? [] : this.#referents.of(head))),
    ];
    return { speaker: null, group: behind.find(({ type }) => type !== 'person') ?? behind[0] ?? null };
  }

  /** "the paper wrote, citing the mission": the clause that names whom an outlet has it from; null where none does. */
  citing(told: Predication): Predication | null {
    const isByOutlet = told.subjects.some(
      (head) =>
        outletNouns.has(this.#trees.lemma(head)) ||
        this.#referents.of(head).some(({ name }) => isOutlet(name)),
    );
    if (!isByOutlet) return null;
    const after = this.#predications.headedIn(told.head + 1, told.head + citedWithin);
    const cites = ({ lemma, clauseType, objects, head }: Predication, index: number): boolean =>
      /^(?:cite|quote)$/.test(lemma) &&
      clauseType === 'gerund' &&
      objects.length > 0 &&
      (index === 0 || !this.#trees.hasRelation(head, 'acl'));
    return [...after, ...this.#predications.subclausesOf(told)].find(cites) ?? null;
  }

  /** "told the paper", "said in an interview with the paper"; else those the speaker was heard through before. */
  relaysOf(predication: Predication, speaker: EntityCluster | null): readonly EntityCluster[] {
    const beside = this.#predications.subclausesOf(predication).filter(({ lemma }) => speaking.has(lemma));
    const asides = [predication, ...beside].flatMap(({ obliques }) =>
      obliques.filter(({ preposition }) => /^(?:to|in|with|by)$/.test(preposition)),
    );
    const listeners = [...predication.objects, ...asides.map(({ head }) => head)];
    const heard = [...new Set(listeners.flatMap((head) => this.#outletsOf(head, listeners)))].filter(
      (entity) => entity !== speaker,
    );
    const sentence = this.#trees.sentenceOf(predication.head);
    if (speaker && heard.length) this.#heardThrough.set(speaker, { relays: heard, sentence });
    return heard.length || !speaker ? heard : this.inherited(speaker, sentence);
  }

  /** Outlets by their names, or by the noun beside ("the broadcaster RTB"). */
  #outletsOf(head: number, listeners: readonly number[]): readonly EntityCluster[] {
    const trees = this.#trees;
    const beside = [head, ...trees.children(head, 'appos', 'compound', 'nmod:desc', 'flat'), ...listeners];
    const isCalled = beside.some((at) => outletNouns.has(trees.lemma(at)) && Math.abs(at - head) < 4);
    const named = [head, ...trees.children(head, 'appos')].flatMap((at) => this.#referents.of(at));
    return named.filter(
      ({ name, type, named: hasName }) => isOutlet(name) || (isCalled && hasName && type !== 'person'),
    );
  }

  inherited(speaker: EntityCluster, sentence: number): readonly EntityCluster[] {
    const known = this.#heardThrough.get(speaker);
    if (!known || sentence < known.sentence || sentence - known.sentence > heardFor) return [];
    return known.relays;
  }

  /** "The paper spoke with the envoy": what the envoy says next was said to the paper. */
  rememberInterview({ lemma, subjects, objects, obliques, head }: Predication): void {
    if (!speaking.has(lemma)) return;
    const relays = subjects.flatMap((at) => this.#referents.of(at)).filter(({ name }) => isOutlet(name));
    if (!relays.length) return;
    const partners = obliques.filter(({ preposition }) => /^(?:with|to)$/.test(preposition));
    for (const asked of [...objects, ...partners.map((oblique) => oblique.head)])
      for (const person of this.#referents.of(asked))
        this.#heardThrough.set(person, { relays, sentence: this.#trees.sentenceOf(head) });
  }
}
