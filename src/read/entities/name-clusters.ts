import { countryOfDemonym } from '../countries.ts';
import type { Phrase, Phrases } from '../syntax/phrases.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { findAliases } from './aliases.ts';
import type { IdentityLink } from './appositions.ts';
import { isOccupation, NameTypes } from './entity-typing.ts';
import { isFemale, isMale } from './name-lexicon.ts';
import type { NameTags, TaggedName } from './ner-spans.ts';
import { type Cluster, isCollective, type Registry } from './registry.ts';

/** Whom the names of a text stand for, by the word that each begins with. */
export class NameClusters {
  readonly #trees: SyntaxTrees;
  readonly #registry: Registry;
  readonly #phrases: Phrases;
  readonly #types: NameTypes;
  readonly #byName = new Map<number, Cluster>();
  /** Names that are a further name of one before. */
  readonly #aliasOf: ReadonlyMap<number, TaggedName>;
  /** Phrases beside an occupation. */
  readonly #personal: ReadonlySet<Phrase>;

  constructor(
    trees: SyntaxTrees,
    names: NameTags,
    phrases: Phrases,
    same: readonly IdentityLink[],
    registry: Registry,
    isKnownPlace: (name: string) => boolean,
  ) {
    this.#trees = trees;
    this.#registry = registry;
    this.#phrases = phrases;
    this.#types = new NameTypes(trees, isKnownPlace);
    this.#aliasOf = new Map(findAliases(trees, names.all).map(([name, alias]) => [alias.to, name]));
    this.#personal = new Set(
      same.filter(({ description }) => isOccupation(trees, description.head)).map(({ host }) => host),
    );
    for (const phrase of phrases.all) this.#read(phrase);
  }

  of({ from }: TaggedName): Cluster | undefined {
    return this.#byName.get(from);
  }

  #text(from: number, to: number): string {
    return this.#trees.text.slice(...this.#trees.span([from, to])).replace(/\s+/g, ' ');
  }

  #read(phrase: Phrase): void {
    for (const name of phrase.modifiers)
      this.#byName.set(
        name.from,
        this.#furtherName(name) ??
          this.#registry.name(this.#text(name.from, name.to), this.#types.ofModifier(name, phrase)),
      );
    if (phrase.name)
      this.#byName.set(phrase.name.from, this.#furtherName(phrase.name) ?? this.#head(phrase, phrase.name));
  }

  #furtherName(alias: TaggedName): Cluster | undefined {
    const name = this.#aliasOf.get(alias.to);
    const entity = name && this.#byName.get(name.from);
    if (entity) this.#registry.alias(this.#text(alias.from, alias.to), entity);
    return entity;
  }

  #head(phrase: Phrase, name: TaggedName): Cluster {
    const trees = this.#trees;
    const { from, to } = name;
    const type = this.#types.ofHead(phrase, name, this.#personal.has(phrase));
    const owner = this.#owner(phrase);
    const words = this.#text(from, to);
    const owned = owner !== undefined && type === 'organisation';
    const entity = this.#registry.name(
      owned ? `${owner.name} ${words}` : words,
      type,
      this.#gender(phrase, type),
    );
    if (owned) {
      this.#registry.alias(words, entity);
      entity.relate('part-of', owner, trees.span([phrase.from, to]));
    }
    const demonym = countryOfDemonym(this.#text(from, from + 1));
    if (demonym && to - from > 1 && type !== 'person')
      entity.relate(
        'part-of',
        this.#registry.name(this.#text(from, from + 1), 'nationality'),
        trees.span([from, from + 1]),
      );
    if (this.#isMany(phrase.head)) entity.asMany = true;
    // "The Guard have left": of what acts as many, nothing is neither a body nor a people.
    if (entity.asMany && entity.type === 'other') entity.type = 'organisation';
    if (type === 'person') for (const title of phrase.titles) entity.titles.add(trees.lemma(title));
    return entity;
  }

  /** "Moldova" in "Moldova's Ministry of Defence". */
  #owner({ possessor }: Phrase): Cluster | undefined {
    const name = possessor === undefined ? null : this.#phrases.at(possessor)?.name;
    const cluster = name ? this.#byName.get(name.from) : undefined;
    return cluster && isCollective(cluster) ? cluster : undefined;
  }

  /** The subject of "are", "were" or "have". */
  #isMany(head: number): boolean {
    const trees = this.#trees;
    const verb = trees.word(head).head;
    if (verb < 0 || !trees.hasRelation(head, 'nsubj') || trees.child(head, 'conj') !== undefined)
      return false;
    return trees
      .children(verb, 'aux', 'cop')
      .some((child) => /^(?:are|were|have)$/.test(trees.lowercase(child)));
  }

  #gender({ titles, name }: Phrase, type: string): boolean | null {
    if (type !== 'person') return null;
    const words = [...titles, ...(name ? [name.from] : [])].map((at) => this.#trees.lowercase(at));
    if (words.some(isFemale)) return true;
    return words.some(isMale) ? false : null;
  }
}
