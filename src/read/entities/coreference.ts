import { type Mention, partitionPoint, type Span } from '../../model/index.ts';
import { findQuotations } from '../quotations.ts';
import type { Phrase, Phrases } from '../syntax/phrases.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { findAppositionsAndCopulas } from './appositions.ts';
import { clauseOf, roleOf, subjectOf } from './binding.ts';
import { NameClusters } from './name-clusters.ts';
import type { NameTags } from './ner-spans.ts';
import { NominalMentions } from './nominal-mentions.ts';
import {
  antecedentsOf,
  fitting,
  genderOf,
  isFirstPerson,
  isNeuter,
  isUnsure,
  type Occurrence,
} from './pronouns.ts';
import { type Cluster, type EntityCluster, Registry } from './registry.ts';
import { relationOf } from './relations.ts';

/** Whom the noun phrases of a document stand for. Words are indexes among the text's words. */
export interface Coreference {
  /** In the order of their first mention. */
  readonly entities: readonly EntityCluster[];
  /** One that stands for several is there once for each. */
  readonly mentions: readonly Mention[];
  /**
   * Entities that the noun phrase headed by a word stands for: none, one, or several ("the two sides"). A
   * coordination stands for nobody: its members do. Things that are spoken of again are entities of type `other`.
   */
  of(head: number): readonly EntityCluster[];
  /** Entities named inside the phrase before its head: "Northern" in "Northern officials". */
  within(head: number): readonly EntityCluster[];
  /** First-person pronouns, to be given their speaker once it is known. */
  readonly firstPersons: readonly number[];
  assign(head: number, entity: EntityCluster): void;
}

interface Told {
  readonly span: Span;
  readonly kind: Mention['kind'];
  readonly cluster: Cluster;
}

const none: readonly Cluster[] = [];

/** Reads the phrases of one document in order and remembers whom they stand for. */
class CoreferenceResolver {
  readonly firstPersons: number[] = [];
  readonly #trees: SyntaxTrees;
  readonly #phrases: Phrases;
  readonly #registry = new Registry();
  readonly #named: NameClusters;
  readonly #described: NominalMentions;
  readonly #quotations: readonly Span[];
  readonly #occurrences: Occurrence[] = [];
  readonly #clusters = new Map<Phrase, readonly Cluster[]>();
  readonly #told: Told[] = [];
  #bySentence: ReadonlyMap<number, ReadonlySet<Cluster>> | undefined;

  constructor(
    trees: SyntaxTrees,
    names: NameTags,
    phrases: Phrases,
    isKnownPlace: (name: string) => boolean,
  ) {
    this.#trees = trees;
    this.#phrases = phrases;
    const same = findAppositionsAndCopulas(trees, this.#phrases);
    this.#named = new NameClusters(trees, names, this.#phrases, same, this.#registry, isKnownPlace);
    this.#quotations = findQuotations(trees.text).map(({ span }) => span);
    this.#described = new NominalMentions({
      trees,
      same,
      registry: this.#registry,
      occurrences: this.#occurrences,
      nameOf: ({ name }) => (name ? this.#named.of(name) : undefined),
      nameAt: (head) => this.#nameAt(head),
      namedIn: (sentence) => this.#namedIn(sentence),
      of: (head) => this.of(head),
      within: (head) => this.within(head),
    });
    for (const phrase of this.#phrases.all) this.#read(phrase);
    for (const phrase of this.#phrases.all) this.#relate(phrase);
  }

  of(head: number): readonly Cluster[] {
    const phrase = this.#phrases.at(head);
    return (phrase && this.#clusters.get(phrase)) ?? none;
  }

  within(head: number): readonly Cluster[] {
    return (this.#phrases.at(head)?.modifiers ?? []).flatMap((name) => this.#named.of(name) ?? []);
  }

  #namedIn(sentence: number): ReadonlySet<Cluster> {
    if (!this.#bySentence) {
      const found = new Map<number, Set<Cluster>>();
      for (const phrase of this.#phrases.all) {
        const cluster = phrase.name && this.#named.of(phrase.name);
        if (!cluster) continue;
        const at = this.#trees.sentenceOf(phrase.head);
        found.set(at, (found.get(at) ?? new Set()).add(cluster));
      }
      this.#bySentence = found;
    }
    return this.#bySentence.get(sentence) ?? new Set();
  }

  #nameAt(head: number): Cluster | undefined {
    const name = this.#phrases.at(head)?.name;
    return name ? this.#named.of(name) : undefined;
  }

  finish(): Coreference {
    const listed = this.#listed();
    listed.forEach((cluster, index) => {
      cluster.id = `e${index + 1}`;
    });
    const isListed = new Set(listed);
    const mentions = this.#told.flatMap(({ span, kind, cluster }): Mention[] => {
      if (isListed.has(cluster)) return [{ span, kind, entity: cluster.id }];
      return cluster.type === 'other' && !cluster.described ? [] : [{ span, kind, entity: null }];
    });
    for (const { span, cluster } of this.#told) cluster.mentions.push(span);
    const known = (clusters: readonly Cluster[]) => clusters.filter((cluster) => isListed.has(cluster));
    return {
      entities: listed,
      mentions,
      firstPersons: this.firstPersons,
      of: (head) => known(this.of(head)),
      within: (head) => this.within(head),
      assign: (head, entity) => {
        const phrase = this.#phrases.at(head);
        if (!phrase) return;
        const span = this.#trees.span([phrase.head, phrase.head + 1]);
        this.#clusters.set(phrase, [entity as Cluster]);
        mentions.push({ span, kind: 'pronoun', entity: entity.id });
        entity.mentions.push(span);
      },
    };
  }

  /** Who is named, described by a body, or spoken of again. */
  #listed(): Cluster[] {
    const found = new Map<Cluster, number>();
    for (const { cluster } of this.#told) found.set(cluster, (found.get(cluster) ?? 0) + 1);
    return [...found]
      .filter(([cluster, times]) => cluster.named || cluster.described || times > 1)
      .map(([cluster]) => cluster);
  }

  #tell(span: Span, kind: Mention['kind'], cluster: Cluster): void {
    cluster.told++;
    this.#told.push({ span, kind, cluster });
  }

  #read(phrase: Phrase): void {
    for (const name of phrase.modifiers) {
      const cluster = this.#named.of(name);
      if (cluster) this.#tell(this.#trees.span([name.from, name.to]), 'name', cluster);
    }
    const clusters = this.#clustersOf(phrase);
    this.#clusters.set(phrase, clusters);
    this.#occur(phrase, clusters);
    this.#coordinate(phrase);
  }

  #clustersOf(phrase: Phrase): readonly Cluster[] {
    if (phrase.kind === 'pronoun') return this.#pronoun(phrase);
    if (phrase.name) {
      const cluster = this.#named.of(phrase.name);
      if (!cluster) return none;
      this.#tell(this.#trees.span([phrase.name.from, phrase.name.to]), 'name', cluster);
      return [cluster];
    }
    const { clusters, silent } = this.#described.read(phrase, this.#trees.sentenceOf(phrase.head));
    if (!silent)
      for (const cluster of clusters)
        this.#tell(this.#trees.span([phrase.from, phrase.to]), 'nominal', cluster);
    return clusters;
  }

  #pronoun(phrase: Phrase): readonly Cluster[] {
    const word = this.#trees.lowercase(phrase.head);
    if (isFirstPerson(word)) this.firstPersons.push(phrase.head);
    if (
      this.#trees.hasRelation(this.#trees.word(phrase.head).head, 'acl:relcl') &&
      /^(?:who|whom|which|that|whose)$/.test(word)
    )
      return this.of(this.#relativeHead(phrase.head));
    if (!fitting(word)) return none;
    const found = antecedentsOf(this.#place(phrase), {
      trees: this.#trees,
      occurrences: this.#occurrences,
      of: (head) => this.of(head),
      within: (head) => this.within(head),
      nameOf: (head) => [this.#nameAt(head) ?? []].flat(),
      speakerAt: (at) => this.#speakerAt(at),
    });
    const gender = genderOf(word);
    for (const cluster of found) {
      if (gender !== null) cluster.female ??= gender;
      if (gender !== null) cluster.type = 'person';
      // "Norland and its troops": what has "its" is no person.
      if (isNeuter(word) && isUnsure(cluster)) cluster.type = 'organisation';
      this.#tell(this.#trees.span([phrase.head, phrase.head + 1]), 'pronoun', cluster);
    }
    return found;
  }

  /** The noun that a relative clause describes. */
  #relativeHead(pronoun: number): number {
    return this.#trees.word(this.#trees.word(pronoun).head).head;
  }

  #place(phrase: Phrase): Omit<Occurrence, 'clusters'> {
    return {
      phrase,
      sentence: this.#trees.sentenceOf(phrase.head),
      role: roleOf(this.#trees, phrase.head),
      quotation: this.#quotationAt(phrase.head),
    };
  }

  #occur(phrase: Phrase, clusters: readonly Cluster[]): void {
    for (const cluster of this.within(phrase.head))
      this.#occurrences.push({ ...this.#place(phrase), role: 'other', clusters: [cluster] });
    if (clusters.length) this.#occurrences.push({ ...this.#place(phrase), clusters });
  }

  /** With its last member a coordination is there to be taken up by "they". */
  #coordinate(phrase: Phrase): void {
    if (!this.#trees.hasRelation(phrase.head, 'conj')) return;
    const first = this.#trees.word(phrase.head).head;
    const members = this.#trees.conjuncts(first);
    const host = this.#phrases.at(first);
    if (!host || members.at(-1) !== phrase.head) return;
    const clusters = members.flatMap((member) => this.of(member));
    if (clusters.length >= members.length && new Set(clusters).size > 1)
      this.#occurrences.push({ ...this.#place(host), clusters: [...new Set(clusters)] });
  }

  /** The quotation that a word stands in, or −1. */
  #quotationAt(word: number): number {
    const { start } = this.#trees.word(word);
    const at = partitionPoint(
      this.#quotations.length,
      (index) => (this.#quotations[index]?.[1] ?? 0) <= start,
    );
    return (this.#quotations[at]?.[0] ?? start + 1) <= start ? at : -1;
  }

  /** Who speaks the quotation around a word: the subject of the clause outside it that it hangs on. */
  #speakerAt(word: number): readonly Cluster[] {
    const quotation = this.#quotationAt(word);
    if (quotation < 0) return none;
    for (let clause = clauseOf(this.#trees, word); clause >= 0; clause = clauseOf(this.#trees, clause)) {
      if (this.#quotationAt(clause) === quotation) {
        const tag = this.#trees.children(clause, 'parataxis').find((child) => this.#quotationAt(child) < 0);
        const subject = tag === undefined ? undefined : subjectOf(this.#trees, tag);
        if (subject !== undefined) return this.of(subject);
      } else {
        const subject = subjectOf(this.#trees, clause);
        return subject === undefined ? none : this.of(subject);
      }
    }
    return none;
  }

  #relate(phrase: Phrase): void {
    const relation = relationOf(phrase, this.#trees, this);
    const [cluster] = this.of(phrase.head);
    if (relation && cluster && !this.#described.isPredicate(phrase))
      cluster.relate(relation.type, relation.to, this.#trees.span([phrase.from, relation.end + 1]));
  }
}

/** Whom the noun phrases of a text stand for: names first, then descriptions and pronouns in text order. */
export const resolveCoreference = (
  trees: SyntaxTrees,
  names: NameTags,
  phrases: Phrases,
  isKnownPlace: (name: string) => boolean,
): Coreference => new CoreferenceResolver(trees, names, phrases, isKnownPlace).finish();
