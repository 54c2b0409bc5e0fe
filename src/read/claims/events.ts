import { type PredicateType, StateType } from '../../model/index.ts';
import { cueVerbs, publications, publishingVerbs } from '../attributions/cues.ts';
import { isPersonNoun } from '../entities/name-lexicon.ts';
import { complementOf, type Phrases } from '../syntax/phrases.ts';
import type { Oblique, Predication } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { isBound } from './bounds.ts';
import type { ClaimContext } from './context.ts';
import type { States } from './copular-states.ts';
import { carries, isArming, isReceiving, lightVerbs, typeOfNoun, typeOfVerb } from './lexicon.ts';
import type { Predicate } from './predicate.ts';

const stateTypes: ReadonlySet<PredicateType> = new Set(StateType.options);
const ditransitiveTypes = new Set<PredicateType>([
  'AID',
  'AGREE',
  'hosts',
  'SUPPORT',
  'DEMAND',
  'THREATEN',
  'CONCEDE',
]);
/** What "gave the fighters …" gives to them rather than does to them. */
const given = new Set<PredicateType>(['hosts', 'AID', 'SUPPORT', 'CONCEDE']);
export const violent: ReadonlySet<PredicateType> = new Set(['ASSAULT', 'FIGHT']);
const forces =
  /^(?:army|navy|force|troop|soldier|aircraft|warplane|jet|gunship|warship|helicopter|artillery|tank|drone|missile|airstrike)$/;
const particles = /^(?:over|up|out|off|down|back|away|through|in)$/;
/** What these say of an event is how it goes. */
const aspects = /^(?:cease|stop|halt|quit|finish|begin|start|continue|keep|resume)$/;
export const isAspect = (lemma: string): boolean => aspects.test(lemma);
const pledging = /^(?:confirm|announce|declare|signal)$/;
const reversingParticles = /^(?:off|back|down|away)$/;
/** Nouns of what is demanded of those that stand after "of". */
const resigning = /^(?:resignation|apology|compliance)$/;
/** What kills without being somebody. */
const weapon = /^(?:explosion|blast|bomb|bombing|mine|landmine|grenade|device|missile|rocket|shell)$/;
/** What is committed and not promised. */
const wrong =
  /^(?:violation|breach|crime|abuse|atrocity|offen[cs]e|infringement|infraction|error|mistake|fraud|act)$/;
const aim =
  /^(?:deadline|target|goal|quota|need|demand|date|standard|ceiling|cap|limit|benchmark|condition)$/;
/** What somebody is by their own doing, though it has the form of a passive: "is opposed to", "were engaged in". */
const statePassives = /^(?:engage|oppose|commit|involve|dedicate|prepare)$/;

interface Carried {
  readonly type: PredicateType;
  readonly noun: number;
}

/** What is not done, or done, is told by the verb below: "failed to leave". */
const implying = /^(?:fail|manage|neglect|happen|tend|appear|seem)$/;

/** A verb that says nothing by itself; to stay or remain somewhere is something. */
const isEmpty = ({ lemma, complement }: Predication): boolean =>
  /^(?:be|become|have|do|say|may|might|can|could|will|would|shall|should|must)$/.test(lemma) ||
  (/^(?:remain|stay)$/.test(lemma) && complement !== null);

/** The type of a noun with what makes it one: "hunger strike", "state of emergency". */
export const typeOfEventNoun = (trees: SyntaxTrees, phrases: Phrases, noun: number): PredicateType | null => {
  const lemma = trees.lemma(noun);
  const before = trees.child(noun, 'compound', 'amod');
  const after = phrases.complement(noun);
  return (
    (before === undefined ? null : typeOfNoun(`${trees.lowercase(before)} ${lemma}`)) ??
    (after === undefined
      ? null
      : typeOfNoun(`${lemma} ${trees.lowercase(trees.child(after, 'case') ?? after)}`)) ??
    (after === undefined ? null : typeOfNoun(`${lemma} of ${trees.lemma(after)}`)) ??
    typeOfNoun(lemma)
  );
};

const isAhead = ({ tense, modal }: Predication): boolean =>
  tense === 'future' || /^(?:would|'d)$/.test(modal ?? '');

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
    const under = this.#under(predication);
    if (under) return under;
    if (this.#isAspect(predication) || this.#isAside(predication)) return null;
    const carried = this.#carried(predication);
    const bound = this.#bound(predication);
    const typed = carried?.type ?? this.#typeOfVerb(predication);
    // "stayed below the cap" is nowhere.
    const type = bound && typed === 'located-in' ? null : typed;
    if (this.#onlyTells(predication)) return null;
    if (!type && (this.#onlySays(predication) || isEmpty(predication))) return null;
    const verb = this.#verbWords(predication);
    const beyond = type ? undefined : bound;
    const base = {
      lemma: beyond
        ? `${verb} ${beyond.preposition}`
        : carried
          ? `${verb} ${this.#context.trees.lemma(carried.noun)}`
          : verb,
      type,
      kind: type && stateTypes.has(type) ? 'state' : 'event',
      eventiveNoun: carried?.noun ?? null,
    } as const;
    if (type === 'located-in') {
      const { agent, patient } = this.#states.located(predication, lemma);
      return { ...base, agent, patient, recipient: [] };
    }
    const objects = [
      ...predication.objects.filter((head) => head !== carried?.noun),
      ...this.#objectsOfParticle(predication),
      ...(beyond ? [beyond.head] : []),
    ];
    if (passive) return { ...base, ...this.#passive(predication, type, carried, objects) };
    if (carried && isReceiving(lemma, carried.type))
      return { ...base, agent: this.after(predication, 'from', 'by'), patient: subjects, recipient: [] };
    const receives = type !== null && this.#takesRecipient(predication, objects, type, carried !== null);
    return {
      ...base,
      agent: type && violent.has(type) ? subjects.flatMap((head) => this.#behind(head)) : subjects,
      patient: [...(receives ? objects.slice(1) : objects), ...this.#toldToAct(predication, type)],
      recipient: receives ? objects.slice(0, 1) : [],
    };
  }

  /** "went beyond the cap": a verb of motion with the bound that it passes. */
  #bound({ objects, obliques, passive }: Predication): Oblique | undefined {
    const { trees } = this.#context;
    if (objects.length || passive) return undefined;
    return obliques.find((oblique) => oblique.of === null && isBound(trees, oblique));
  }

  /** "ceased to attack", "went on shelling": the event is in the verb below. */
  #isAspect(predication: Predication): boolean {
    const { trees, predications } = this.#context;
    if (implying.test(predication.lemma))
      return predications.subclausesOf(predication).some(({ clauseType }) => clauseType === 'infinitive');
    return (
      aspects.test(predication.lemma) &&
      predications
        .subclausesOf(predication)
        .some(
          ({ clauseType, head }) =>
            /^(?:infinitive|gerund)$/.test(clauseType) &&
            (trees.hasRelation(head, 'xcomp') || (head > predication.head && head - predication.head < 4)),
        )
    );
  }

  /** "left as agreed": how it compares with what was said before; "known as …", "let go". */
  #isAside({ marker, head, verb, lemma, clauseType, parent }: Predication): boolean {
    const { trees } = this.#context;
    if (clauseType === 'participle' && /^(?:know|compare)$/.test(lemma)) return true;
    if (lemma === 'go' && parent?.lemma === 'let') return true;
    return marker === 'as' && verb === head && trees.child(head, 'nsubj', 'aux', 'obj') === undefined;
  }

  /** "confirmed that they would join", "declared itself ready to review": who says so of himself agrees to it. */
  #pledges({ lemma, head, subjects, objects }: Predication): boolean {
    if (!pledging.test(lemma)) return false;
    const { trees } = this.#context;
    if (objects.some((at) => /sel(?:f|ves)$/.test(trees.lowercase(at))))
      return trees
        .children(head, 'xcomp')
        .some((at) => /^(?:ready|willing|prepared)$/.test(trees.lowercase(at)));
    const told = this.#told(head);
    return told !== null && isAhead(told) && !told.passive && !told.negated && this.#shares(subjects, told);
  }

  /** "warned that the dam was breaking", "conceded that it had left": news, and no threat or concession. */
  #onlyTells({ lemma, head, subjects }: Predication): boolean {
    const told = /^(?:warn|insist|concede)$/.test(lemma) ? this.#told(head) : null;
    if (!told || lemma === 'concede') return told !== null;
    if (lemma === 'insist') return told.modal !== 'should' && !this.#isBare(told);
    return !(isAhead(told) && (told.passive || this.#shares(subjects, told)));
  }

  /** "that the army leave": asked for, not told. */
  #isBare({ verb, tense }: Predication): boolean {
    const { trees } = this.#context;
    return tense === 'present' && trees.lowercase(verb) === trees.lemma(verb);
  }

  /** The clause that a verb takes as what is said; null for none. */
  #told(head: number): Predication | null {
    const clause = this.#context.trees.child(head, 'ccomp');
    const told = clause === undefined ? null : this.#context.predications.clauseOf(clause);
    return told?.head === clause ? told : null;
  }

  /** Whether one of them is a subject of a clause. */
  #shares(subjects: readonly number[], clause: Predication): boolean {
    const { referents } = this.#context;
    const actors = new Set(
      subjects.flatMap((subject) => [...referents.of(subject), ...referents.within(subject)]),
    );
    return clause.subjects.some(
      (at) => subjects.includes(at) || referents.of(at).some((actor) => actors.has(actor)),
    );
  }

  /** A verb of saying is no event of its own where it tells who says what. */
  #onlySays(predication: Predication): boolean {
    const { lemma, head, negated, passive } = predication;
    const { attributions, trees } = this.#context;
    // "is not expected to leave" says it of the leaving.
    if (passive && cueVerbs.has(lemma) && trees.child(head, 'xcomp') !== undefined) return true;
    if (negated) return false;
    // Whatever the network takes for a cue, a verb that is none tells something.
    if (attributions.ofPredication(predication)) return cueVerbs.has(lemma) || publishingVerbs.has(lemma);
    return cueVerbs.has(lemma) && trees.child(head, 'ccomp', 'parataxis') !== undefined;
  }

  /** "came under attack", "was put under investigation": the noun's event befalls the subject. */
  #under(predication: Predication): Predicate | null {
    const { lemma, obliques, subjects, objects, passive } = predication;
    if (!/^(?:be|come|remain|put|place|fall|stay)$/.test(lemma)) return null;
    const { trees, phrases } = this.#context;
    const noun = obliques.find(({ preposition, of }) => preposition === 'under' && of === null)?.head;
    const type = noun === undefined ? null : typeOfEventNoun(trees, phrases, noun);
    if (noun === undefined || !type) return null;
    return {
      lemma: `${lemma} under ${trees.lemma(noun)}`,
      type,
      kind: stateTypes.has(type) ? 'state' : 'event',
      agent: this.after(predication, 'by', 'from'),
      patient: objects.length && !passive ? objects : subjects,
      recipient: [],
      eventiveNoun: noun,
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
    const named = this.after(predication, 'by').flatMap((head) => this.#behind(head));
    const agent = named.length ? named : this.#keeping(predication);
    if (!agent.length && statePassives.test(predication.lemma) && this.after(predication, 'in', 'to').length)
      return { agent: predication.subjects, patient: objects, recipient: [] };
    // "They were given shelter": of the two objects of giving, the subject was the receiver.
    const isGiven = carried !== null && !predication.subjects.includes(carried.noun);
    if (carried) return { agent, patient: [], recipient: isGiven ? predication.subjects : objects };
    const given = type !== null && ditransitiveTypes.has(type) ? [] : objects;
    return { agent, patient: [...predication.subjects, ...given], recipient: [] };
  }

  /** "kept the crossing closed": who keeps it so closes it. */
  #keeping({ head, parent }: Predication): readonly number[] {
    const isKept =
      parent && /^(?:keep|hold)$/.test(parent.lemma) && this.#context.trees.hasRelation(head, 'xcomp');
    return isKept && !parent.passive ? parent.subjects : [];
  }

  /** Who is judged: of "its strike went against …" whoever struck. */
  judged(head: number): number {
    const { trees, phrases } = this.#context;
    const isAct = typeOfEventNoun(trees, phrases, head) !== null && phrases.kind(head) === 'nominal';
    return (isAct ? phrases.possessor(head) : undefined) ?? head;
  }

  /** Who is behind what kills: "clashes" and "a mine" are nobody, "the army's raid" is the army. */
  #behind(head: number): readonly number[] {
    const { trees, phrases, referents } = this.#context;
    const type = typeOfEventNoun(trees, phrases, head);
    const isMeans = weapon.test(trees.lemma(head)) || (type !== null && violent.has(type));
    if (!isMeans || phrases.kind(head) !== 'nominal' || referents.within(head).length) return [head];
    const doer = phrases.possessor(head) ?? complementOf(trees, head, /^by$/);
    return doer === undefined ? [] : [doer];
  }

  #verbWords({ lemma, particle, verb }: Predication): string {
    const { trees } = this.#context;
    if (particle !== null) return `${lemma} ${trees.lowercase(particle)}`;
    return lemma === 'let' && particles.test(trees.lowercase(verb + 1))
      ? `let ${trees.lowercase(verb + 1)}`
      : lemma;
  }

  /** "demanded that the army leave", "demanded the withdrawal of the army": the demand is made of the army. */
  #toldToAct(predication: Predication, type: PredicateType | null): readonly number[] {
    if (type !== 'DEMAND') return [];
    const { trees, phrases, referents } = this.#context;
    if (predication.objects.length)
      return predication.objects.flatMap((object) => {
        const by = predication.obliques.find(
          ({ preposition, of }) => preposition === 'by' && (of === object || of === null),
        );
        const isAct = resigning.test(trees.lemma(object)) || typeOfEventNoun(trees, phrases, object) !== null;
        const actor =
          by?.head ?? (isAct ? (phrases.complement(object) ?? phrases.possessor(object)) : undefined);
        return actor !== undefined && referents.of(actor).length ? [actor] : [];
      });
    const told = this.#told(predication.head);
    return told && !told.passive ? told.subjects : [];
  }

  /** "handed over medicine": what the tree takes for a preposition may be the verb's particle. */
  #objectsOfParticle({ lemma, verb, objects, obliques }: Predication): readonly number[] {
    if (objects.length) return [];
    return obliques
      .filter(
        ({ preposition }) =>
          particles.test(preposition) &&
          preposition === this.#context.trees.lowercase(verb + 1) &&
          (typeOfVerb(lemma, preposition, []) !== typeOfVerb(lemma, null, []) || lemma === 'let'),
      )
      .map(({ head }) => head)
      .slice(0, 1);
  }

  /** "promised the union that …", "gave the fighters shelter": the first object receives. */
  #takesRecipient(
    { lemma }: Predication,
    objects: readonly number[],
    type: PredicateType,
    isCarried: boolean,
  ): boolean {
    const [first] = objects;
    if (first === undefined || !ditransitiveTypes.has(type) || (!isCarried && lemma === type.toLowerCase()))
      return false;
    const isReceiver = this.#context.trees.hasRelation(first, 'iobj');
    if (!isReceiver && !this.#context.referents.of(first).length) return false;
    return objects.length > 1 || type === 'AGREE' || (given.has(type) && lightVerbs.has(lemma));
  }

  #typeOfVerb(predication: Predication): PredicateType | null {
    const { lemma, particle, obliques, objects, complement, passive } = predication;
    if (
      publishingVerbs.has(lemma) &&
      objects.some((head) => publications.has(this.#context.trees.lemma(head)))
    )
      return null;
    if (lemma === 'leave' && passive && !objects.length) return null;
    if (this.#isNoSuchAct(predication)) return null;
    if (objects.some((head) => isArming(lemma, this.#context.trees.lemma(head)))) return 'AID';
    // "met the deadline" is no meeting.
    if (lemma === 'meet' && objects.some((at) => aim.test(this.#context.trees.lemma(at)))) return null;
    if (this.#pledges(predication)) return 'AGREE';
    const { trees, phrases } = this.#context;
    const allowed = lemma === 'let' ? this.#letDo(predication) : null;
    if (allowed) return allowed;
    const became = complement === null ? [] : [trees.lowercase(complement)];
    const after = obliques.filter(({ head }) => phrases.kind(head) !== 'time');
    const beside = trees.hasRelation(predication.verb + 1, 'advmod')
      ? trees.lowercase(predication.verb + 1)
      : null;
    const type = typeOfVerb(lemma, particle === null ? beside : trees.lowercase(particle), [
      ...became,
      ...objects.map((head) => trees.lemma(head)),
      ...after.flatMap(({ preposition, head }) => [`${preposition} ${trees.lemma(head)}`, preposition]),
    ]);
    const next = trees.lowercase(predication.verb + 1);
    // "handed over 700 kilos": the tree takes the particle for part of the number.
    if (!type && particle === null && particles.test(next)) return typeOfVerb(lemma, next, []);
    if (type === 'PROTEST' && lemma === 'strike' && (objects.length || passive))
      return this.#isByForces(predication) ? 'FIGHT' : 'ASSAULT';
    if (type === 'ASSAULT' && this.#isByForces(predication)) return 'FIGHT';
    return type === 'CONCEDE' && lemma === 'return' && !objects.length ? null : type;
  }

  /** "received 200 in return", "committed crimes", "defended themselves": no reception, promise or support. */
  #isNoSuchAct({ lemma, objects, subjects, passive }: Predication): boolean {
    const { trees, referents } = this.#context;
    if (lemma === 'commit') return (passive ? subjects : objects).some((at) => wrong.test(trees.lemma(at)));
    const isSomebody = (at: number): boolean =>
      isPersonNoun(trees.lemma(at)) || referents.of(at).some(({ type }) => type === 'person');
    if (lemma === 'receive') return !objects.some(isSomebody);
    return (
      objects.some((at) => /sel(?:f|ves)$/.test(trees.lowercase(at))) && /^(?:defend|protect)$/.test(lemma)
    );
  }

  /** "let the captives go", "let the date pass". */
  #letDo({ head }: Predication): PredicateType | null {
    const { trees } = this.#context;
    const deeds = trees.children(head, 'xcomp', 'ccomp', 'parataxis').map((at) => trees.lemma(at));
    if (deeds.includes('go')) return 'CONCEDE';
    // "let the date, which was set in May, pass": what stands that far behind hangs anywhere.
    for (let at = head + 1; at < head + 40 && trees.sentenceOf(at) === trees.sentenceOf(head); at++)
      if (/^(?:pass|lapse|expire|slip)$/.test(trees.lowercase(at)) && trees.word(at).upos === 'VERB')
        return 'REJECT';
    return null;
  }

  /** What armed forces do is fighting; assault is what others do (PLOVER's codebook). */
  #isByForces(predication: Predication): boolean {
    const agents = predication.passive ? this.after(predication, 'by') : predication.subjects;
    return agents.some((head) => forces.test(this.#context.trees.lemma(head)));
  }

  /** The noun whose meaning a light verb carries: "carried out a raid", "an ambush that it carried out". */
  #carried({ lemma, particle, passive, subjects, objects, complement }: Predication): Carried | null {
    const { trees, phrases } = this.#context;
    // "put off the departure" is no departure.
    if (!lightVerbs.has(lemma) || (particle !== null && reversingParticles.test(trees.lowercase(particle))))
      return null;
    // "called the raid a breach" calls nobody.
    if (lemma === 'call' && complement !== null) return null;
    const given = complement === null ? objects : [...objects, complement];
    for (const noun of passive ? [...subjects, ...given] : given.toReversed()) {
      const type = typeOfEventNoun(trees, phrases, noun);
      if (lemma === 'have' && type === 'MOBILIZE') continue;
      if (type && carries(lemma, trees.lemma(noun), type) && phrases.kind(noun) === 'nominal')
        return { type, noun };
    }
    return null;
  }
}
