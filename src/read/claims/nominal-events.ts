import type { Mood, PredicateType } from '../../model/index.ts';
import { type Cue, cueVerbs } from '../attributions/cues.ts';
import { isEventNoun } from '../network/event-nouns.ts';
import type { Oblique, Predication } from '../syntax/predications.ts';
import type { ClaimContext } from './context.ts';
import { embeddedByWord, embeddedObject } from './embedding.ts';
import { typeOfEventNoun } from './events.ts';
import { typeOfNoun } from './lexicon.ts';
import type { Modality, ModalityAnalyzer } from './modality.ts';
import { isEvidence, isWithout } from './modality-rules.ts';
import type { Predicate } from './predicate.ts';

/** An event that a noun tells: "the killing of the envoy by rebels". */
export interface NominalEvent {
  readonly noun: number;
  readonly predicate: Predicate;
  readonly obliques: readonly Oblique[];
  /** What its noun phrase stands under. */
  readonly above: Predication | null;
  /** Whether it reports how much ("a total of 115 billion"). */
  readonly isValue?: boolean;
}

/** Types whose nouns name happenings; "aid" and "sanctions" are things and states as often. */
const happening = new Set<PredicateType>([
  'ASSAULT',
  'FIGHT',
  'COERCE',
  'CONCEDE',
  'RETREAT',
  'MOBILIZE',
  'INVESTIGATE',
  'PROTEST',
  'CONSULT',
]);
/** "of" names whom it befalls; elsewhere who does it ("the withdrawal of the troops"). */
export const suffered: ReadonlySet<PredicateType> = new Set([
  'ASSAULT',
  'FIGHT',
  'COERCE',
  'CONCEDE',
  'INVESTIGATE',
]);
/** What they are about is what somebody else does. */
const answering = new Set<PredicateType>(['PROTEST', 'INVESTIGATE']);
const thing =
  /^(?:missile|rocket|mortar|drone|troop|fire|war|operation|campaign|search|survey|study|audit|siege|pressure)$/;
/** Nouns whose owner is whom they befall: "his arrest". */
const befalls =
  /^(?:killing|murder|assassination|arrest|detention|release|kidnapping|abduction|execution|deportation|expulsion|eviction|beheading|torture|rape|pardon)$/;
/** Conduct that no list of events has. */
const conduct =
  /^(?:abuse|violation|breach|crime|harassment|intimidation|smuggling|obstruction|interference|looting|intrusion|overflight|incident|disappearance)$/;
/** What is so called goes on or is new. */
const fresh =
  /^(?:fresh|new|renewed|repeated|ongoing|continued|continuing|further|daily|recent|sporadic|heavy|persistent|widespread|systematic|several|frequent)$/;
/** Verbs whose object is reported as a fact. */
const reporting =
  /^(?:report|record|document|register|witness|see|hear|note|list|count|observe|suffer|confirm|log|describe|detail|cite|verify|track)$/;
const measure =
  /^(?:total|sum|number|figure|stock|stockpile|amount|average|level|rate|share|balance|tally|toll|count|quantity|volume|maximum|minimum|surplus|deficit|shortfall|majority|fine|debt|budget|output|excess)$/;
const locating = /^(?:in|at|near|inside|within|on|across)$/;
const happens = /^(?:happen|occur|begin|start|continue|resume|follow|come)$/;
const unreal =
  /^(?:plan|planned|possible|potential|threatened|imminent|future|proposed|likely|further|feared)$/;
const alleged = /^(?:alleged|reported|suspected|apparent|supposed)$/;

/** Finds the events that nouns tell together with whom they name. */
export class NominalEvents {
  readonly #context: ClaimContext;
  readonly #modality: ModalityAnalyzer;

  constructor(context: ClaimContext, modality: ModalityAnalyzer) {
    this.#context = context;
    this.#modality = modality;
  }

  /** All of them but for the nouns that verbs carry. */
  find(carried: ReadonlySet<number>): NominalEvent[] {
    return this.#context.trees.words.flatMap(({ upos }, noun) =>
      upos === 'NOUN' && !carried.has(noun)
        ? (this.of(noun) ?? this.#conduct(noun) ?? this.#value(noun) ?? [])
        : [],
    );
  }

  isHappening(type: PredicateType | null): boolean {
    return type !== null && happening.has(type);
  }

  /** "fresh shelling by the army", "reported new abuses": conduct, whoever did it. */
  #conduct(noun: number): NominalEvent | null {
    const { trees, phrases, predications } = this.#context;
    const lemma = trees.lemma(noun);
    const type = typeOfEventNoun(trees, phrases, noun);
    if (trees.hasRelation(noun, 'compound', 'obl:unmarked') || predications.clauseOf(noun)?.head === noun)
      return null;
    if (!(this.isHappening(type) || isEventNoun(lemma) || conduct.test(lemma)) || thing.test(lemma))
      return null;
    const obliques = this.#obliques(noun);
    const above = predications.clauseOf(trees.word(noun).head);
    const by = obliques.some(
      ({ preposition, head }) => preposition === 'by' && phrases.kind(head) !== 'time',
    );
    const isNew = trees.children(noun, 'amod').some((at) => fresh.test(trees.lowercase(at)));
    const isReported = above !== null && reporting.test(above.lemma) && above.objects.includes(noun);
    if (!by && !isNew && !isReported) return null;
    const told = this.participants(noun, type, obliques);
    return {
      noun,
      obliques,
      above,
      predicate: {
        lemma,
        type: by && this.isHappening(type) ? type : null,
        kind: 'event',
        ...told,
        recipient: [],
        eventiveNoun: noun,
      },
    };
  }

  /** "a total of 115 billion": how much of something there is. */
  #value(noun: number): NominalEvent | null {
    const { trees, phrases, predications } = this.#context;
    if (!measure.test(trees.lemma(noun)) || predications.clauseOf(noun)?.head === noun) return null;
    const of = phrases.complement(noun);
    if (of === undefined || !/^(?:of|at|from)$/.test(predications.prepositionOf(of))) return null;
    const isNumber = trees.word(of).upos === 'NUM' || trees.child(of, 'nummod') !== undefined;
    if (!isNumber) return null;
    const lemma = trees.lemma(noun);
    const owner = phrases.possessor(noun);
    return {
      noun,
      obliques: [],
      above: predications.clauseOf(trees.word(noun).head),
      isValue: true,
      predicate: {
        lemma,
        type: null,
        kind: 'state',
        agent: owner === undefined ? [] : [owner],
        patient: [],
        recipient: [],
        eventiveNoun: noun,
      },
    };
  }

  /** The event that a noun tells with somebody named; null for none. */
  of(noun: number): NominalEvent | null {
    const { trees, phrases, referents, predications } = this.#context;
    const lemma = trees.lemma(noun);
    const type = typeOfEventNoun(trees, phrases, noun);
    if (type === 'located-in') return this.#presence(noun);
    const mayTie = type === 'COOPERATE';
    if (!type || !(happening.has(type) || mayTie) || thing.test(lemma) || trees.hasRelation(noun, 'compound'))
      return null;
    const obliques = this.#obliques(noun);
    const { agent: doers, patient } = this.participants(noun, type, obliques);
    const agent = doers.length ? doers : this.#deniers(noun);
    // Ties are told of where they are somebody's with somebody: "links between the Front and the army".
    if (mayTie && agent.length + patient.length < 2) return null;
    const named = [...agent, ...patient].some(
      (head) => referents.of(head).length || referents.within(head).length,
    );
    if (!named) return null;
    return {
      noun,
      obliques,
      above: predications.clauseOf(trees.word(noun).head),
      predicate: { lemma, type, kind: 'event', agent, patient, recipient: [], eventiveNoun: noun },
    };
  }

  /** "the presence of fighters in Bender": a state, told of somebody and somewhere. */
  #presence(noun: number): NominalEvent | null {
    const { trees, phrases, referents, predications } = this.#context;
    const obliques = this.#obliques(noun);
    const who = phrases.possessor(noun) ?? obliques.find(({ preposition }) => preposition === 'of')?.head;
    const where = obliques.find(
      ({ preposition, head }) =>
        locating.test(preposition) &&
        referents.of(head).some(({ type }) => type === 'place' || type === 'state'),
    )?.head;
    if (who === undefined || where === undefined || !referents.of(who).length) return null;
    return {
      noun,
      obliques,
      above: predications.clauseOf(trees.word(noun).head),
      predicate: {
        lemma: trees.lemma(noun),
        type: 'located-in',
        kind: 'state',
        agent: [who],
        patient: [where],
        recipient: [],
        eventiveNoun: noun,
      },
    };
  }

  /** "The rebels denied the attack": that it was theirs. */
  #deniers(noun: number): readonly number[] {
    const { trees, predications, attributions } = this.#context;
    const { start, end, head } = trees.word(noun);
    const above = predications.clauseOf(head);
    const isDenied = above?.lemma === 'deny' && !above.passive && above.objects.includes(noun);
    return isDenied && attributions.innermost([start, end])?.cue.kind === 'denies' ? above.subjects : [];
  }

  /** Whom a noun's phrase names as doing it and as those it befalls (head words). */
  participants(
    noun: number,
    type: PredicateType | null,
    obliques: readonly Oblique[] = this.#obliques(noun),
  ): Pick<Predicate, 'agent' | 'patient'> {
    const { trees, phrases, referents } = this.#context;
    const lemma = trees.lemma(noun);
    const after = (...prepositions: readonly string[]): readonly number[] =>
      obliques
        .filter(
          ({ preposition, head }) => prepositions.includes(preposition) && phrases.kind(head) !== 'time',
        )
        .map(({ head }) => head);
    const owner = phrases.possessor(noun);
    const beside = referents.within(noun).length ? [noun] : [];
    const owners = owner === undefined ? beside : [owner];
    const of = obliques
      .filter((oblique) => oblique.preposition === 'of' && oblique.of === noun)
      .map(({ head }) => head);
    // "protests against violations by the army" are the protesters', and against the army.
    const answered =
      type && answering.has(type)
        ? obliques
            .filter(({ preposition, of: what }) => preposition === 'by' && what !== noun)
            .map(({ head }) => head)
        : [];
    const between = after('between', 'among');
    // "talks between the party and the state": the tree may join the second to the talks.
    const second = between.length === 1 ? trees.conjuncts(noun).filter((at) => at > (between[0] ?? at)) : [];
    return {
      agent: [
        ...after('by').filter((head) => !answered.includes(head)),
        ...between,
        ...second,
        ...(befalls.test(lemma) ? [] : owners),
        ...(type && suffered.has(type) ? [] : of),
      ],
      patient: [
        ...after('on', 'against', 'into', 'with'),
        ...(type && suffered.has(type) ? of : []),
        ...(befalls.test(lemma) ? owners : []),
        ...answered,
      ],
    };
  }

  /** Phrases after prepositions, those inside each other too: "the killing of [soldiers by rebels]". */
  #obliques(noun: number): Oblique[] {
    const { trees, predications } = this.#context;
    return trees.children(noun, 'nmod').flatMap((at): Oblique[] => {
      const preposition = predications.prepositionOf(at);
      if (trees.hasRelation(at, 'nmod:poss') || (at < noun && !preposition)) return [];
      const own = trees.conjuncts(at).map((head) => ({ preposition, head, of: noun }));
      return [...own, ...(typeOfNoun(trees.lemma(at)) ? [] : this.#obliques(at))];
    });
  }

  /** A noun takes its event for granted unless what governs it does not. */
  modality({ noun, above }: NominalEvent, cue: Cue | null): Modality {
    const { trees } = this.#context;
    const words = trees.children(noun, 'amod', 'det').map((at) => trees.lowercase(at));
    const asserted = (size: number, negated: boolean): Modality => ({
      mood: 'asserted',
      polarity: negated ? 'negated' : 'affirmed',
      factuality: negated && size ? -size : size,
      rules: [],
    });
    const open = (mood: Mood): Modality => ({ mood, polarity: 'affirmed', factuality: 0, rules: [] });
    if (words.some((word) => unreal.test(word))) return open('planned');
    const ceiling = cue && cue.kind !== 'denies' ? cue.commitment : 3;
    if (cue?.kind === 'promises') return open('promised');
    if (cue?.kind === 'asks') return open('question');
    const size = Math.min(ceiling, words.some((word) => alleged.test(word)) ? 1 : 3);
    if (words.includes('no')) return asserted(size, true);
    if (!above) return asserted(size, cue?.kind === 'denies');
    const around = this.#modality.of(above, null);
    if (around.mood !== 'asserted') return { ...open(around.mood), rules: around.rules };
    const head = trees.word(noun).head;
    // "no sign of shelling"
    if (trees.hasRelation(noun, 'nmod') && isEvidence(trees.lemma(head)) && isWithout(head, trees))
      return asserted(0, false);
    const governing = this.#governing(noun, above);
    if (governing)
      return governing.mood === 'asserted' ? asserted(size, governing.negated) : open(governing.mood);
    // "did not report an attack": nobody says that there was one, or none.
    if (around.polarity === 'negated' && above.objects.includes(noun) && cueVerbs.has(above.lemma))
      return asserted(0, false);
    const isSubject = above.subjects.includes(noun);
    const isUndone = isSubject && happens.test(above.lemma) && around.polarity === 'negated';
    return asserted(size, isUndone || cue?.kind === 'denies');
  }

  /** "a plan for the withdrawal", "prevented the release": what the word above does to the event. */
  #governing(noun: number, above: Predication): ReturnType<typeof embeddedByWord> | null {
    const { trees } = this.#context;
    const head = trees.word(noun).head;
    if (head >= 0 && trees.word(head).upos === 'NOUN' && trees.hasRelation(noun, 'nmod'))
      return undoing.test(trees.lemma(head)) ? embeddedByWord(trees.lemma(head)) : null;
    // "warned of an attack"
    if (
      above.lemma === 'warn' &&
      above.obliques.some((of) => of.head === noun && warned.test(of.preposition))
    )
      return { mood: 'feared', negated: false };
    return above.objects.includes(noun) ? embeddedObject(above) : null;
  }
}

const warned = /^(?:of|about|against)$/;

/** Nouns after which an event is not yet, or not at all. */
const undoing =
  /^(?:plan|agreement|deal|accord|treaty|failure|refusal|promise|pledge|threat|fear|proposal|demand|call|prospect|possibility|risk|request|offer|deadline|timetable|schedule|condition)$/;
