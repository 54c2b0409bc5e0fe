import { complementOf, type Phrase } from '../syntax/phrases.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import type { IdentityLink } from './appositions.ts';
import { antecedentOf, antecedentsOfPlural, pairFits } from './generic-nominals.ts';
import { armedNouns, bodyNouns, isGroupNoun, isPersonNoun, isPlaceNoun } from './name-lexicon.ts';
import { isMany, typeOfNoun } from './noun-number.ts';
import type { Occurrence } from './pronouns.ts';
import { type Cluster, isBody, isCollective, type Registry } from './registry.ts';
import { salience } from './salience.ts';

/** What a description is read in. */
interface Context {
  readonly trees: SyntaxTrees;
  readonly same: readonly IdentityLink[];
  readonly registry: Registry;
  readonly occurrences: readonly Occurrence[];
  /** Whom the name of a phrase stands for, also of one that comes later. */
  nameOf(phrase: Phrase): Cluster | undefined;
  /** Whom the names of a sentence stand for, also those that come later. */
  namedIn(sentence: number): ReadonlySet<Cluster>;
  /** The same by the head of a phrase. */
  nameAt(head: number): Cluster | undefined;
  of(head: number): readonly Cluster[];
  within(head: number): readonly Cluster[];
}

interface Answer {
  readonly clusters: readonly Cluster[];
  /** The phrase names what is named in it; it is no mention beside that name. */
  readonly silent?: boolean;
}

const nobody: Answer = { clusters: [] };

const definite = /^(?:the|this|that|these|those|both)$/;
const indefinite = /^(?:an?|another|some|any|no|each|every|one|other|more|many|several|few|\d.*)$/;
/** What tells one from another of its kind. */
const contrasting = /^(?:an?other|other|previous|next|former|last|first|second|third|new|old)$/;
const timeNouns =
  /^(?:second|minute|hour|day|night|morning|evening|afternoon|week|weekend|month|year|decade|century|time|moment|today|yesterday|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** Measures, and nouns that say too little to be the same again. */
const vague =
  /^(?:%|percent|per|mile|kilomet(?:er|re)|met(?:er|re)|km|foot|dollar|euro|pound|fact|way|reason|type|kind|sort|case|example|thing|something|anything|nothing|lot|one|other|end|top|rest|use|ability)$/;
const partitive =
  /^(?:all|some|many|most|one|each|none|both|dozens|hundreds|thousands|several|number|part|half|rest|majority|few|lot|couple)$/;

/** What tells one use of a common noun from another. */
interface Traits {
  readonly modifiers: ReadonlySet<string>;
  readonly owner: Cluster | undefined;
  readonly complement: string;
  readonly many: boolean;
}

interface Used {
  readonly traits: Traits;
  readonly cluster: Cluster;
}

/** Uses of a noun, and phrases, that one looks back over. */
const remembered = 40;
const farthest = 400;

/** Whom common nouns stand for. */
export class NominalMentions {
  readonly #context: Context;
  readonly #hosts: ReadonlyMap<Phrase, IdentityLink>;
  readonly #used = new Map<string, Used[]>();

  constructor(context: Context) {
    this.#context = context;
    this.#hosts = new Map(context.same.map((same) => [same.description, same]));
  }

  /** "a lawyer" in "Berg is a lawyer". */
  isPredicate(phrase: Phrase): boolean {
    return this.#hosts.get(phrase)?.by === 'copula';
  }

  /** Phrases must come in text order. */
  read(phrase: Phrase, sentence: number): Answer {
    const { trees } = this.#context;
    if (timeNouns.test(trees.lemma(phrase.head))) return nobody;
    const inner = this.#context.within(phrase.head);
    const [place] = inner;
    if (place && isPlaceNoun(trees.lowercase(phrase.head))) {
      if (place.type !== 'state' && place.type !== 'nationality') place.type = 'place';
      return { clusters: [place], silent: true };
    }
    return this.#partitive(phrase) ?? { clusters: this.#clusters(phrase, sentence, inner) };
  }

  #clusters(phrase: Phrase, sentence: number, inner: readonly Cluster[]): readonly Cluster[] {
    const traits = this.#traits(phrase);
    const host = this.#host(phrase);
    if (host) return [this.#use(phrase, traits, host)];
    const pair = this.#pair(phrase, sentence);
    if (pair.length) return pair;
    const known = this.#again(phrase, traits) ?? this.#generic(phrase, sentence, inner);
    return [this.#use(phrase, traits, known ?? this.#bodyPart(phrase, inner) ?? this.#new(phrase))];
  }

  /** "all of them": the others of the group are not told apart from it. */
  #partitive(phrase: Phrase): Answer | null {
    const { trees } = this.#context;
    if (!partitive.test(trees.lowercase(phrase.head))) return null;
    const whole = complementOf(trees, phrase.head, /^of$/);
    return whole === undefined ? null : { clusters: this.#context.of(whole), silent: true };
  }

  /** Who stands beside it and is described by it. */
  #host(phrase: Phrase): Cluster | undefined {
    const same = this.#hosts.get(phrase);
    if (!same) return undefined;
    const { trees } = this.#context;
    const host = same.host.name ? this.#context.nameOf(same.host) : this.#context.of(same.host.head)[0];
    if (!host) return undefined;
    // "two brothers, Niklaus and Johann": a list of members.
    if (isMany(trees, phrase.head) && host.named && !isBody(host)) return undefined;
    const isPerson = typeOfNoun(trees, phrase.head) === 'person';
    if (host.named && isPerson !== (host.type === 'person')) return undefined;
    if (host.type === 'person') host.titles.add(trees.lemma(phrase.head));
    return host;
  }

  #lower(phrase: Phrase): string[] {
    return Array.from({ length: phrase.head - phrase.from }, (_, index) =>
      this.#context.trees.lowercase(phrase.from + index),
    );
  }

  #isDefinite(phrase: Phrase): boolean {
    return phrase.possessor !== undefined || definite.test(this.#context.trees.lowercase(phrase.from));
  }

  /** "the two sides": those spoken of last. */
  #pair(phrase: Phrase, sentence: number): readonly Cluster[] {
    const { trees, occurrences } = this.#context;
    const fits = pairFits(trees.lemma(phrase.head));
    if (!fits || !/^(?:the two|these two|both(?: of)?(?: the| these)?)\b/.test(this.#lower(phrase).join(' ')))
      return [];
    const found = new Set<Cluster>();
    for (let at = occurrences.length - 1; at >= 0 && found.size < 2; at--) {
      const { clusters, sentence: there, role } = occurrences[at] as Occurrence;
      if (sentence - there > 4) break;
      if (role === 'other' && clusters.length < 2) continue;
      for (const cluster of clusters) if (found.size < 2 && fits(cluster)) found.add(cluster);
    }
    return found.size === 2 ? [...found].reverse() : [];
  }

  #traits(phrase: Phrase): Traits {
    const { trees } = this.#context;
    return {
      modifiers: new Set(
        this.#lower(phrase).filter((word) => !/^(?:the|this|that|these|those|an?|'s|['’])$/.test(word)),
      ),
      owner: phrase.possessor === undefined ? undefined : this.#context.of(phrase.possessor)[0],
      complement: trees
        .children(phrase.head, 'nmod')
        .filter((child) => child > phrase.head)
        .map((child) => trees.lemma(child))
        .join(' '),
      many: isMany(trees, phrase.head),
    };
  }

  #use(phrase: Phrase, traits: Traits, cluster: Cluster): Cluster {
    const lemma = this.#context.trees.lemma(phrase.head);
    const used = this.#used.get(lemma);
    if (!used) this.#used.set(lemma, [{ traits, cluster }]);
    else if (used.push({ traits, cluster }) > remembered) used.shift();
    return cluster;
  }

  /**
   * The same noun before, not further described now than then (Lee et al. 2013, strict head match); without an
   * article only in the very same words.
   */
  #again(phrase: Phrase, here: Traits): Cluster | undefined {
    const { trees } = this.#context;
    const lemma = trees.lemma(phrase.head);
    const opens = trees.lowercase(phrase.from);
    if (vague.test(lemma) || indefinite.test(opens)) return undefined;
    const bare = !this.#isDefinite(phrase);
    if (bare && !here.modifiers.size && !isOneBody(trees.lowercase(phrase.head))) return undefined;
    return this.#used
      .get(lemma)
      ?.findLast(
        ({ traits: there }) =>
          there.many === here.many &&
          there.owner === here.owner &&
          (here.complement === '' || here.complement === there.complement) &&
          [...here.modifiers].every((word) => there.modifiers.has(word)) &&
          [...there.modifiers].every((word) => !contrasting.test(word) || here.modifiers.has(word)) &&
          (!bare || here.modifiers.size === there.modifiers.size),
      )?.cluster;
  }

  /** "the group", "the country", "the ministry": a name spoken of before. */
  #generic(phrase: Phrase, sentence: number, inner: readonly Cluster[]): Cluster | undefined {
    const { trees, occurrences } = this.#context;
    if (inner.length || phrase.possessor !== undefined || !definite.test(trees.lowercase(phrase.from)))
      return undefined;
    if (phrase.head - phrase.from > 1) return undefined;
    const lemma = trees.lemma(phrase.head);
    const sought = isMany(trees, phrase.head) ? antecedentsOfPlural(lemma) : antecedentOf(lemma);
    if (!sought && (!bodyNouns.has(lemma) || isMany(trees, phrase.head))) return undefined;
    const isItsName = ({ named, name, type }: Cluster): boolean =>
      named && type !== 'person' && bodyNouns.has(lemma) && headOfName(name) === lemma;
    let best: Cluster | undefined;
    let bestScore = -Infinity;
    // Whom the same sentence names is not described in it as well.
    const beside = this.#context.namedIn(sentence);
    for (let at = occurrences.length - 1; at >= Math.max(0, occurrences.length - farthest); at--) {
      const { clusters, sentence: there, role } = occurrences[at] as Occurrence;
      const [cluster] = clusters;
      if (!cluster || clusters.length > 1) continue;
      if (isItsName(cluster)) return cluster;
      if (there < sentence && beside.has(cluster)) continue;
      const score = salience.role[role] - salience.sentence * (sentence - there);
      if (score <= bestScore || !sought?.fits(cluster) || sentence - there > sought.within) continue;
      [best, bestScore] = [cluster, score];
    }
    return best ?? this.#untyped(lemma, sentence);
  }

  /** "the group", where only a lone name that was taken for a person's can be meant: it is a group's. */
  #untyped(lemma: string, sentence: number): Cluster | undefined {
    if (!/^(?:group|movement|network|organi[sz]ation)$/.test(lemma)) return undefined;
    const lone = this.#context.occurrences
      .slice(-farthest)
      .findLast(
        ({ clusters: [cluster, other], sentence: there }) =>
          cluster !== undefined && other === undefined && sentence - there <= 2 && isLone(cluster),
      );
    const [cluster] = lone?.clusters ?? [];
    if (cluster) cluster.type = 'organisation';
    return cluster;
  }

  /** "Moldovan troops", "the Front's fighters", "members of the Front": a part of a body, known by its description. */
  #bodyPart(phrase: Phrase, inner: readonly Cluster[]): Cluster | undefined {
    const { trees } = this.#context;
    const { head, possessor } = phrase;
    const many = isGroupNoun(trees.lowercase(head));
    if (!many && !isPersonNoun(trees.lemma(head))) return undefined;
    const owner = possessor === undefined ? undefined : this.#context.of(possessor)[0];
    const whole = complementOf(trees, head, /^(?:of|from)$/);
    const isSaidOfOther = !many && trees.child(head, 'cop') !== undefined;
    const wholes =
      whole === undefined || isSaidOfOther
        ? []
        : [this.#context.nameAt(whole) ?? this.#context.of(whole)].flat();
    const bodies = [...inner, ...(owner ? [owner] : []), ...wholes.filter(isCollective)].filter(
      (body) => body.named && (isCollective(body) || body.type === 'place'),
    );
    const isArmed = armedNouns.has(trees.lowercase(head)) && many;
    const bare = trees.word(phrase.from).upos !== 'DET' || phrase.to - phrase.from > 1;
    if (!bodies.length && !(isArmed && trees.lowercase(head).endsWith('s') && bare)) return undefined;
    const cluster = this.#described(phrase, owner ?? wholes[0], many);
    // Who one person "of" a body is, is told by the noun ("a commander of the Front").
    for (const body of many ? bodies : bodies.filter((other) => !wholes.includes(other)))
      cluster.relate(
        many ? 'part-of' : 'member-of',
        body,
        trees.span([phrase.from, Math.max(phrase.to, (whole ?? 0) + 1)]),
      );
    return cluster;
  }

  /** Bodies of one description are one; of two envoys with an article "a" each is another. */
  #described(phrase: Phrase, owner: Cluster | undefined, many: boolean): Cluster {
    const { trees, registry } = this.#context;
    const own = this.#name(phrase);
    const name = owner ? `${owner.name} ${own}` : own;
    const type = typeOfNoun(trees, phrase.head);
    const another = !many && /^(?:an?|another|one)$/.test(trees.lowercase(phrase.from));
    const cluster = another ? registry.create(name, type, false) : registry.description(name, type);
    cluster.described = true;
    cluster.plural = many && isMany(trees, phrase.head);
    cluster.people = true;
    return cluster;
  }

  #new(phrase: Phrase): Cluster {
    const { trees, registry } = this.#context;
    const cluster = registry.create(this.#name(phrase), typeOfNoun(trees, phrase.head), false);
    cluster.plural = isMany(trees, phrase.head);
    cluster.people = isPersonNoun(trees.lemma(phrase.head)) || isGroupNoun(trees.lowercase(phrase.head));
    if (cluster.type === 'person') cluster.titles.add(trees.lemma(phrase.head));
    return cluster;
  }

  /** The words of a phrase without its article and its owner. */
  #name({ from, head, to, possessor }: Phrase): string {
    const { trees } = this.#context;
    let first = from;
    if (possessor !== undefined && possessor < head) first = trees.contiguousSpan(possessor)[1];
    while (first < head && /^(?:DET|PART|PUNCT)$/.test(trees.word(first).upos)) first++;
    return trees.text.slice(...trees.span([first, to])).replace(/\s+/g, ' ');
  }
}

/** A name of one word ("al-Amin") that nothing tells to be a man's. */
const isLone = ({ named, type, titles, female, name }: Cluster): boolean =>
  named &&
  (type === 'person' || type === 'other') &&
  titles.size === 0 &&
  female === null &&
  /^(?:\p{Ll}{1,3}[-\s]|al[-\s])?\p{L}+$/iu.test(name);

/** "police", "parliament": a body that a text has one of. */
const isOneBody = (word: string): boolean => isGroupNoun(word) && !word.endsWith('s');

/** "ministry" of "Ministry of Defence", "front" of "Northern Front". */
const headOfName = (name: string): string => {
  const words = name.toLowerCase().split(/[\s-]+/);
  const of = words.indexOf('of');
  return (of > 0 ? words[of - 1] : words.at(-1)) ?? '';
};
