import { type Claim, partitionPoint } from '../../model/index.ts';
import { lemmaOf } from '../network/lemmas.ts';
import type { SyntaxTrees } from './syntax-trees.ts';

/** How a predication hangs on the one above it. */
type ClauseType =
  | 'main'
  | 'complement'
  | 'relative'
  | 'adverbial'
  | 'coordinate'
  | 'infinitive'
  | 'gerund'
  | 'participle';

/** A noun phrase after a preposition; phrases are given by their head words. */
export interface Oblique {
  readonly preposition: string;
  readonly head: number;
  /** The noun it describes ("attacks on …"); null where it goes with the verb. */
  readonly of: number | null;
}

/** A verb, or a noun or adjective with its copula, and what belongs to it. All are indexes of words. */
export interface Predication {
  /** The word that predicates. */
  readonly head: number;
  /** The verb: the head itself, or its copula. */
  readonly verb: number;
  /** Of the verb. */
  readonly lemma: string;
  /** "out" in "carried out", "place" in "took place". */
  readonly particle: number | null;
  readonly clauseType: ClauseType;
  readonly parent: Predication | null;
  /** The word that opens it: "if", "that", "by" …; null for none. */
  readonly marker: string | null;
  /** Who or what it is said of, also where grammar leaves it out ("agreed to withdraw"). */
  readonly subjects: readonly number[];
  /** Receivers first ("gave them shelter"). */
  readonly objects: readonly number[];
  /** What a copula or "remain" says of its subject; null for none. */
  readonly complement: number | null;
  readonly obliques: readonly Oblique[];
  /** For a relative clause, the noun that it describes. */
  readonly antecedent: number | null;
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly perfect: boolean;
  readonly negated: boolean;
  readonly modal: string | null;
  readonly tense: Claim['tense'];
}

const relativePronouns = new Set(['who', 'whom', 'which', 'that', 'whose', 'where']);
const negations = /^(?:not|n't|never|neither|nor|hardly|scarcely|barely|no)$/;
/** Verbs whose object does not act in the infinitive after it: "promised them to leave". */
const subjectControl = new Set(['promise', 'vow', 'pledge', 'threaten', 'swear', 'use', 'have', 'need']);
const sameBase = new Set(
  'put set cut hit let cost shut split spread quit hurt cast burst read beat bid shed'.split(' '),
);
const hearsay = /^(?:believe|think|suspect|presume|assume|say|report|allege|know|rumour|rumor)$/;
const locating = /^(?:in|on|at|near|inside|outside|across|around|along|from|to)$/;
const bareOpeners = new Set(['when', 'where', 'why', 'how']);

/** Whether a form is a past tense or participle: neither the base, nor "-s", nor "-ing". */
const isPast = (form: string, lemma: string): boolean =>
  sameBase.has(form) || (form !== lemma && !/(?:ing|s)$/.test(form)) || form.endsWith('ed');

interface Form {
  readonly kind: 'finite' | 'infinitive' | 'gerund' | 'participle';
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly perfect: boolean;
  readonly modal: string | null;
  readonly tense: Claim['tense'];
}

/** Finds the predications of one sentence after another. */
class PredicationBuilder {
  readonly #trees: SyntaxTrees;
  readonly #made = new Map<number, Predication>();

  constructor(trees: SyntaxTrees) {
    this.#trees = trees;
  }

  /** The predication that a word heads, made once; null where it heads none. */
  of(head: number): Predication | null {
    if (!this.isHead(head)) return null;
    const known = this.#made.get(head);
    if (known) return known;
    const made = this.#build(head);
    this.#made.set(head, made);
    return made;
  }

  isHead(at: number): boolean {
    const trees = this.#trees;
    const word = trees.words[at];
    if (!word) return false;
    if (trees.child(at, 'cop') !== undefined) return true;
    if (
      trees.hasRelation(
        at,
        'amod',
        'compound',
        'case',
        'mark',
        'fixed',
        'aux',
        'cop',
        'flat',
        'det',
        'advmod',
        'cc',
      )
    )
      return false;
    if (
      word.upos === 'NOUN' &&
      trees.lowercase(at).endsWith('ing') &&
      trees.hasRelation(at, 'xcomp', 'ccomp')
    )
      return true;
    if (word.upos === 'VERB')
      return !(trees.hasRelation(at, 'conj') && trees.hasRelation(word.head, 'amod', 'compound'));
    return word.upos === 'AUX' && (word.deprel === 'root' || trees.child(at, 'nsubj') !== undefined);
  }

  #build(head: number): Predication {
    const trees = this.#trees;
    // "was hurt" may be parsed as a state: a verb is its own verb all the same.
    const verb = (trees.word(head).upos === 'VERB' ? undefined : trees.child(head, 'cop')) ?? head;
    const particle = trees.child(head, 'compound:prt') ?? this.#nounTaken(head);
    const parent = this.#above(head);
    const form = this.#form(head, verb);
    const clauseType = this.#clauseType(head, form);
    const antecedent = clauseType === 'relative' ? trees.word(head).head : null;
    const first = this.#firstConjunct(head, parent);
    const shared = first && this.#sharesAuxiliaries(head, form) ? first : null;
    const complement = this.#complement(head, verb);
    const objects = this.#objects(head, antecedent, first, complement);
    return {
      head,
      verb,
      lemma: trees.word(verb).upos === 'NOUN' ? lemmaOf(trees.lowercase(verb), 'VERB') : trees.lemma(verb),
      particle,
      clauseType,
      parent,
      marker: this.#marker(head),
      subjects: this.#subjects(head, clauseType, form, parent, antecedent),
      objects,
      complement,
      obliques: this.#obliques(head, objects, complement, antecedent),
      antecedent,
      passive: form.passive || (shared?.passive ?? false),
      progressive: form.progressive || (shared?.progressive ?? false),
      perfect: form.perfect || (shared?.perfect ?? false),
      negated: this.#isNegated(head) || (shared?.negated ?? false),
      modal: form.modal ?? shared?.modal ?? null,
      tense: shared ? shared.tense : this.#isYetToCome(head) ? 'perfect' : form.tense,
    };
  }

  /** "took place", "took effect": one verb. */
  #nounTaken(head: number): number | null {
    const trees = this.#trees;
    const [noun] = trees.lemma(head) === 'take' ? trees.children(head, 'obj') : [];
    return noun === head + 1 && /^(?:place|part|effect|shape)$/.test(trees.lowercase(noun)) ? noun : null;
  }

  /** The nearest predication that the word hangs under. */
  #above(head: number): Predication | null {
    for (let at = this.#trees.word(head).head; at >= 0; at = this.#trees.word(at).head) {
      const found = this.of(at);
      if (found) return found;
    }
    return null;
  }

  /** For "seized and burned", the predication that the second is joined to. */
  #firstConjunct(head: number, parent: Predication | null): Predication | null {
    return this.#trees.hasRelation(head, 'conj') && parent?.head === this.#trees.word(head).head
      ? parent
      : null;
  }

  /** "had attacked and killed": one "had" for both. */
  #sharesAuxiliaries(head: number, { kind }: Form): boolean {
    const trees = this.#trees;
    if (trees.child(head, 'nsubj', 'aux', 'cop', 'mark') !== undefined || kind === 'infinitive') return false;
    const first = trees.word(head).head;
    const helped = trees.children(first, 'aux').length > 0 || trees.child(first, 'cop') !== undefined;
    return (
      helped && trees.word(head).upos === trees.word(first).upos && this.#shape(head) === this.#shape(first)
    );
  }

  /** Base, past or -ing: what an auxiliary before two verbs asks of both. */
  #shape(at: number): string {
    const form = this.#trees.lowercase(at);
    return form.endsWith('ing') ? 'ing' : isPast(form, this.#trees.lemma(at)) ? 'past' : 'base';
  }

  // ---- form

  #form(head: number, verb: number): Form {
    const trees = this.#trees;
    const auxiliaries = trees
      .children(head, 'aux', ...(verb === head && !isSaidOf(trees, head) ? ['cop'] : []))
      .filter((at) => at < head || at < verb);
    const lowers = auxiliaries.map((at) => trees.lowercase(at));
    const modal =
      lowers.find((word) =>
        /^(?:will|would|can|could|may|might|must|shall|should|ought|'ll|'d|ca|wo|need)$/.test(word),
      ) ?? null;
    const form = trees.lowercase(verb);
    const to = trees
      .children(head, 'mark')
      .find(
        (at) =>
          trees.lowercase(at) === 'to' &&
          (trees.word(at).upos === 'PART' || trees.lowercase(head) === trees.lemma(head)),
      );
    const due = modal === null && to !== undefined && this.#isDue(to, auxiliaries) ? 'shall' : null;
    const infinitive = modal === null && due === null && to !== undefined;
    const isVerb = verb === head;
    const helpedByBe = auxiliaries.some((at) => trees.lemma(at) === 'be');
    const having = /^(?:having|being)$/.test(lowers[0] ?? '');
    const gerund = form.endsWith('ing') && auxiliaries.length === 0 && !infinitive;
    const past = isVerb && isPast(form, trees.lemma(verb));
    const participle =
      past &&
      auxiliaries.length === 0 &&
      !infinitive &&
      ((trees.hasRelation(head, 'acl', 'advcl', 'xcomp') &&
        !trees.hasRelation(head, 'acl:relcl') &&
        trees.child(head, 'nsubj') === undefined) ||
        this.#isBelieved(head));
    // "has granted" is active, whatever the tree calls its subject.
    const helpedByHave = auxiliaries.some((at) => trees.lemma(at) === 'have') && !helpedByBe;
    const passive =
      trees.child(head, 'aux:pass', ...(helpedByHave ? [] : ['nsubj:pass'])) !== undefined ||
      (isVerb && past && helpedByBe) ||
      participle;
    const perfect = auxiliaries.some((at) => trees.lemma(at) === 'have');
    const kind = infinitive
      ? 'infinitive'
      : gerund || having
        ? 'gerund'
        : participle
          ? 'participle'
          : 'finite';
    return {
      kind,
      passive,
      progressive: isVerb && form.endsWith('ing') && helpedByBe,
      perfect,
      modal: modal ?? due,
      tense: this.#tense(verb, lowers, modal ?? due, kind),
    };
  }

  /** "were to leave by May": what somebody shall do. */
  #isDue(to: number, auxiliaries: readonly number[]): boolean {
    const trees = this.#trees;
    return trees.lowercase(to - 1) !== 'yet' && auxiliaries.some((at) => at < to && trees.lemma(at) === 'be');
  }

  /** "a member believed to lead it": the tree may take the noun for the one who believes. */
  #isBelieved(head: number): boolean {
    const trees = this.#trees;
    if (!trees.hasRelation(head, 'acl') || !hearsay.test(trees.lemma(head))) return false;
    const told = [...trees.children(head, 'xcomp', 'ccomp'), ...trees.children(head, 'obl')];
    const isTold = told.some((at) =>
      trees.children(at, 'mark', 'case').some((to) => trees.lowercase(to) === 'to'),
    );
    return isTold && trees.child(head, 'nsubj') === head - 1 && trees.child(head, 'obj') === undefined;
  }

  #tense(verb: number, helpers: readonly string[], modal: string | null, kind: Form['kind']): Claim['tense'] {
    if (modal && /^(?:will|'ll|shall|wo)$/.test(modal)) return 'future';
    if (kind !== 'finite') return 'none';
    const form = this.#trees.lowercase(verb);
    const first = helpers[0] ?? form;
    if (helpers.length > 0 && /^(?:has|have|'ve)$/.test(first)) return 'perfect';
    if (/^(?:had|was|were|did|would|could|might|should)$/.test(first)) return 'past';
    if (helpers.length > 0) return 'present';
    if (/^(?:is|are|am|be|'s|'re|'m|has|have|does|do)$/.test(first)) return 'present';
    return isPast(form, this.#trees.lemma(verb)) ? 'past' : 'present';
  }

  #isNegated(head: number): boolean {
    const trees = this.#trees;
    const denied = trees
      .children(head, 'advmod', 'cc', 'det', 'mark')
      // "We have complied; the state has not": the tree gives the second "not" to the first verb.
      .some(
        (at) =>
          negations.test(trees.lowercase(at)) &&
          // "not only left but burned the camp"
          !/^(?:only|just|merely|simply)$/.test(trees.lowercase(at + 1)) &&
          !this.#isBetween('PUNCT', head, at),
      );
    return denied || this.#isYetToCome(head);
  }

  /** Whether a word of a kind stands after one word and before another. */
  #isBetween(kind: string, first: number, second: number): boolean {
    return this.#trees.words.slice(first + 1, Math.max(first + 1, second)).some(({ upos }) => upos === kind);
  }

  /** "have yet to be freed". */
  #isYetToCome(head: number): boolean {
    const trees = this.#trees;
    return trees
      .children(head, 'mark')
      .some((at) => trees.lowercase(at) === 'to' && trees.lowercase(at - 1) === 'yet');
  }

  #clauseType(head: number, { kind }: Form): ClauseType {
    const trees = this.#trees;
    if (trees.hasRelation(head, 'conj')) return 'coordinate';
    if (kind === 'participle') return kind;
    if (trees.hasRelation(head, 'acl:relcl', 'advcl:relcl')) return 'relative';
    if (trees.hasRelation(head, 'ccomp', 'csubj') && kind === 'finite') return 'complement';
    if (trees.hasRelation(head, 'advcl', 'xcomp') && kind === 'finite' && this.#marker(head) === 'that')
      return 'complement';
    if (trees.hasRelation(head, 'acl') && kind === 'finite')
      return trees.children(head, 'mark').length ? 'complement' : 'relative';
    if (trees.hasRelation(head, 'xcomp', 'ccomp', 'csubj', 'advcl', 'acl', 'obl')) {
      if (kind !== 'finite') return kind;
      return trees.hasRelation(head, 'advcl') ? 'adverbial' : 'infinitive';
    }
    return 'main';
  }

  #marker(head: number): string | null {
    const trees = this.#trees;
    const marks = trees.children(head, 'mark').filter((at) => trees.lowercase(at) !== 'to');
    const mark = marks.find((at) => trees.lowercase(at) === 'whether') ?? marks[0];
    if (mark !== undefined) return trees.lowercase(mark);
    const adverb = trees.children(head, 'advmod').find((at) => bareOpeners.has(trees.lowercase(at)));
    return adverb !== undefined && adverb < head ? trees.lowercase(adverb) : null;
  }

  // ---- who and what

  #subjects(
    head: number,
    clauseType: ClauseType,
    form: Form,
    parent: Predication | null,
    antecedent: number | null,
  ): readonly number[] {
    const trees = this.#trees;
    // "The last six prisoners were freed": the tree may give the article or the number a place of its own.
    const named = trees.children(head, 'nsubj').filter((at) => !trees.hasRelation(at, 'nsubj:outer'));
    const own = named.findLast((at) => at < head && trees.word(at).upos !== 'DET') ?? named[0];
    if (own !== undefined) {
      const isRelative = relativePronouns.has(trees.lowercase(own));
      const actor = isRelative ? (antecedent ?? this.#nounBefore(own) ?? own) : own;
      // "The state and the Front signed": two subjects, though the tree joins them not.
      const joined = named.filter((at) => at < own && this.#isBetween('CCONJ', at, own));
      const actors = [...joined, ...trees.conjuncts(actor)];
      return actors.filter((at) => !this.isHead(at) || at === own || at === actor);
    }
    const lent = this.#lentSubject(head, form, parent);
    if (lent !== undefined) return trees.conjuncts(lent);
    if (trees.child(head, 'csubj', 'expl') !== undefined) return [];
    if (antecedent !== null) return trees.conjuncts(antecedent);
    // "17 of 44 launchers locked away"
    if (!parent) return trees.hasRelation(head, 'acl') ? trees.conjuncts(trees.word(head).head) : [];
    if (trees.hasRelation(head, 'conj') && parent.head === trees.word(head).head) return parent.subjects;
    if (trees.hasRelation(head, 'acl')) return this.#subjectsOfDescribing(head, form, parent);
    if (form.kind === 'gerund' && parent.objects.length && !parent.passive && isOf(this.#marker(head)))
      return parent.objects;
    if (trees.hasRelation(head, 'xcomp')) return controllers(parent);
    const described = form.kind === 'participle' ? this.#phraseBefore(head, parent) : undefined;
    if (described !== undefined) return trees.conjuncts(described);
    return clauseType === 'complement' || form.kind === 'finite' ? [] : parent.subjects;
  }

  /** "It was the rebels who …", "the rebels, who …", where the tree hangs the clause elsewhere. */
  #nounBefore(pronoun: number): number | undefined {
    const trees = this.#trees;
    if (!/^wh(?:o|ich)$/.test(trees.lowercase(pronoun))) return undefined;
    let at = trees.lowercase(pronoun - 1) === ',' ? pronoun - 2 : pronoun - 1;
    if (at < 0 || !/^(?:NOUN|PROPN|PRON)$/.test(trees.word(at).upos)) return undefined;
    while (trees.hasRelation(at, 'flat', 'compound') && trees.word(at).head < pronoun)
      at = trees.word(at).head;
    return at;
  }

  /**
   * The subject that the tree gives to a neighbour: "They never left, she said" (to the verb of saying), "the rebels,
   * who rule here, have left" (to the phrase before), "accused the army of shelling" (as what is shelled), "much was
   * open, he said: the men had yet to be freed" (to a clause that has its own), "The raid was a breach, she said" (to
   * the verb of saying, as what is said), "The groups remain allies" (to what they remain).
   */
  #lentSubject(head: number, { kind }: Form, parent: Predication | null): number | undefined {
    const trees = this.#trees;
    if (kind === 'gerund') {
      const mark = trees.children(head, 'mark').find((at) => isOf(trees.lowercase(at)));
      return mark === undefined ? undefined : trees.children(head, 'obj').findLast((at) => at < mark);
    }
    if (kind !== 'finite') return undefined;
    const complement = trees.children(head, 'xcomp').find((at) => !this.isHead(at));
    const before = complement === undefined ? undefined : trees.child(complement, 'nsubj');
    if (before !== undefined && before < head) return before;
    if (!parent || !trees.hasRelation(head, 'ccomp')) return undefined;
    if (parent.head < head) return this.#secondSubject(parent.head + 1, head);
    const aside = trees.children(head, 'advcl').find((at) => at < head);
    const relative = aside === undefined ? undefined : trees.child(aside, 'nsubj');
    if (relative !== undefined && /^wh(?:o|ich)$/.test(trees.lowercase(relative)))
      return this.#nounBefore(relative);
    const subjects = trees.children(parent.head, 'nsubj');
    if (subjects.length > 1) return subjects.findLast((at) => at < head);
    return trees.children(parent.head, 'ccomp').findLast((at) => at < head && !this.isHead(at));
  }

  /** Of words from one to another the last that is a subject of something before it which has one already. */
  #secondSubject(from: number, to: number): number | undefined {
    const trees = this.#trees;
    for (let at = to - 1; at >= from; at--) {
      const verb = trees.word(at).head;
      if (
        verb < from &&
        trees.hasRelation(at, 'nsubj') &&
        trees.children(verb, 'nsubj').some((other) => other < verb)
      )
        return at;
    }
    return undefined;
  }

  /** "Under the deal, signed in May, the army left": the phrase before, where the tree describes what follows. */
  #phraseBefore(head: number, parent: Predication): number | undefined {
    const trees = this.#trees;
    const noun = trees.lowercase(head - 1) === ',' ? head - 2 : head - 1;
    const [subject = -1] = parent.subjects;
    const isPhrase =
      trees.hasRelation(noun, 'obl') && trees.word(noun).head === parent.head && noun < subject;
    return isPhrase && trees.word(noun).upos === 'NOUN' && !locating.test(this.prepositionOf(noun))
      ? noun
      : undefined;
  }

  /** "fighters trained by …", "a plan to leave": the noun itself, or whose plan it is. */
  #subjectsOfDescribing(head: number, { kind }: Form, parent: Predication): readonly number[] {
    const trees = this.#trees;
    const noun = trees.word(head).head;
    if (kind !== 'infinitive') return trees.conjuncts(noun);
    const owner = trees.child(noun, 'nmod:poss');
    if (owner !== undefined) return trees.conjuncts(owner);
    return parent.objects.includes(noun) || parent.complement === noun ? parent.subjects : [];
  }

  #objects(
    head: number,
    antecedent: number | null,
    first: Predication | null,
    complement: number | null,
  ): readonly number[] {
    const trees = this.#trees;
    const found = this.#ownObjects(head).flatMap((at) => {
      if (antecedent !== null && relativePronouns.has(trees.lowercase(at)))
        return trees.conjuncts(antecedent);
      return trees.conjuncts(at).filter((conjunct) => conjunct === at || !this.isHead(conjunct));
    });
    if (found.length || complement !== null) return found;
    const subject = trees.child(head, 'nsubj');
    const subjectIsGap = subject === undefined || relativePronouns.has(trees.lowercase(subject));
    if (antecedent !== null && !subjectIsGap && !this.#isStranded(head)) return trees.conjuncts(antecedent);
    return first?.objects.filter((at) => at > head) ?? this.#objectsOfNext(head);
  }

  /**
   * Direct objects, receivers first. What follows a verb's own infinitive or gerund is that one's object,
   * though the tree may hang it higher.
   */
  #ownObjects(head: number): readonly number[] {
    const trees = this.#trees;
    const inner = trees.children(head, 'xcomp', 'ccomp').find((at) => this.isHead(at)) ?? Infinity;
    const above = trees.hasRelation(head, 'xcomp', 'ccomp')
      ? trees.children(trees.word(head).head, 'obj')
      : [];
    const lent = above.filter((at) => at > head);
    const taken = this.#nounTaken(head);
    const own = trees
      .children(head, 'obj')
      .filter((at) => at <= inner && at !== taken && !this.#opensClause(head, at));
    const before = trees.children(inner, 'obj').filter((at) => this.#opensClause(inner, at));
    return [...trees.children(head, 'iobj'), ...own, ...before, ...lent];
  }

  /** "accused the Front of shelling the port": what the tree hangs on a clause may stand before its opening word. */
  #opensClause(head: number, object: number): boolean {
    const trees = this.#trees;
    const mark = trees.child(head, 'mark');
    return (
      mark !== undefined &&
      object < mark &&
      object > trees.word(head).head &&
      (trees.hasRelation(head, 'xcomp', 'ccomp') || isOf(trees.lowercase(mark)))
    );
  }

  /** "attack or harass the convoy": the convoy is the object of both. */
  #objectsOfNext(head: number): readonly number[] {
    const trees = this.#trees;
    const next = trees.child(head, 'conj');
    if (next === undefined || !this.isHead(next) || trees.child(next, 'nsubj') !== undefined) return [];
    const onlyJoins = trees.words
      .slice(head + 1, next)
      .every(({ upos }) => /^(?:CCONJ|ADV|PUNCT)$/.test(upos));
    return onlyJoins ? trees.children(next, 'obj') : [];
  }

  /** "the people they fought with": the noun described follows the preposition in thought. */
  #isStranded(head: number): boolean {
    const trees = this.#trees;
    return trees
      .children(head, 'obl', 'xcomp', 'ccomp', 'advcl')
      .some(
        (at) => trees.word(at).upos === 'ADP' || this.isHead(at) || relativePronouns.has(trees.lowercase(at)),
      );
  }

  #complement(head: number, verb: number): number | null {
    if (verb !== head) return head;
    const trees = this.#trees;
    const predicative = trees.child(head, 'xcomp');
    return predicative !== undefined && !this.isHead(predicative) ? predicative : null;
  }

  #obliques(
    head: number,
    objects: readonly number[],
    complement: number | null,
    antecedent: number | null,
  ): readonly Oblique[] {
    const trees = this.#trees;
    const found: Oblique[] = [];
    const add = (at: number, of: number | null): void => {
      const preposition = this.prepositionOf(at);
      const target = antecedent !== null && relativePronouns.has(trees.lowercase(at)) ? antecedent : at;
      for (const member of trees.conjuncts(target)) {
        if (this.isHead(member) && member !== head) continue;
        found.push({
          preposition: member === target ? preposition : this.prepositionOf(member) || preposition,
          head: member,
          of,
        });
        // What describes the antecedent was said above; the pronoun itself may be part of it.
        if (target !== at) continue;
        for (const inner of trees.children(member, 'nmod'))
          if (!trees.hasRelation(inner, 'nmod:poss')) add(inner, member);
      }
    };
    for (const at of trees.children(head, 'obl')) add(at, null);
    if (complement === head && trees.child(head, 'case') !== undefined)
      found.push({ preposition: this.prepositionOf(head), head, of: null });
    const described = [...objects, ...(complement === null ? [] : [complement])];
    for (const noun of described)
      for (const at of trees.children(noun, 'nmod'))
        if (!trees.hasRelation(at, 'nmod:poss') && at !== antecedent) add(at, noun);
    return found.sort((a, b) => a.head - b.head);
  }

  /** "on", "according to", "because of": a phrase's preposition with its fixed words; '' for none. */
  prepositionOf(at: number): string {
    const trees = this.#trees;
    const mark = trees.children(at, 'case').find((child) => child < at);
    if (mark === undefined) return '';
    return [mark, ...trees.children(mark, 'fixed')].map((word) => trees.lowercase(word)).join(' ');
  }
}

/** "The reason was that she refused": the copula belongs to the reason. */
const isSaidOf = (trees: SyntaxTrees, head: number): boolean =>
  trees.children(head, 'nsubj').some((at) => trees.hasRelation(at, 'nsubj:outer'));

/** "accused them of shelling", "kept them from leaving": the object acts; in "left by crossing" the subject. */
const isOf = (opener: string | null): boolean => /^(?:of|from|for)$/.test(opener ?? '');

/** Who does what a bare infinitive tells: the object that is told to, else the subject. */
const controllers = ({ lemma, objects, subjects, passive }: Predication): readonly number[] =>
  objects.length > 0 && !passive && !subjectControl.has(lemma) ? objects.slice(0, 1) : subjects;

/** The predications of a text. */
export class Predications {
  readonly #trees: SyntaxTrees;
  readonly #builder: PredicationBuilder;
  readonly #under = new Map<Predication, Predication[]>();
  /** In the order of their heads. */
  readonly all: readonly Predication[];

  constructor(trees: SyntaxTrees) {
    this.#trees = trees;
    this.#builder = new PredicationBuilder(trees);
    this.all = trees.words.flatMap((_, at) => this.#builder.of(at) ?? []);
    for (const predication of this.all) {
      const { parent } = predication;
      if (parent) this.#under.set(parent, [...this.subclausesOf(parent), predication]);
    }
  }

  /** Those that hang directly on one. */
  subclausesOf(predication: Predication): readonly Predication[] {
    return this.#under.get(predication) ?? [];
  }

  /** Those whose heads lie in a run of words. */
  headedIn(from: number, to: number): readonly Predication[] {
    const first = partitionPoint(this.all.length, (at) => (this.all[at]?.head ?? 0) < from);
    const after = partitionPoint(this.all.length, (at) => (this.all[at]?.head ?? 0) < to);
    return this.all.slice(first, after);
  }

  /** The one that a word heads or hangs under; null for words of no predication. */
  clauseOf(word: number): Predication | null {
    for (let at = word; at >= 0; at = this.#trees.word(at).head) {
      const found = this.#builder.of(at);
      if (found) return found;
    }
    return null;
  }

  /** The one whose verb or head lies in a run of words; null for none. */
  firstIn(from: number, to: number): Predication | null {
    for (let at = from; at < to; at++) {
      const found = this.clauseOf(at);
      if (found && (inside(found.verb, from, to) || inside(found.head, from, to))) return found;
    }
    return null;
  }

  prepositionOf(head: number): string {
    return this.#builder.prepositionOf(head);
  }
}

const inside = (at: number, from: number, to: number): boolean => at >= from && at < to;
