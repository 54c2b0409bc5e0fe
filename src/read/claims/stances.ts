import type { Claim, Mood } from '../../model/index.ts';
import { type Cue, cueVerbs, hearsayAdverbs } from '../attributions/cues.ts';
import type { Predication, Predications } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { type Veridicality, veridicalityOf } from './veridicality.ts';

export interface Stance {
  readonly mood: Mood;
  readonly polarity: Claim['polarity'];
  /** Whether the clause itself is asserted to hold, so −3…3 with negation included. */
  readonly factuality: number;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Verbs whose infinitive or gerund has not happened yet. */
const planning = set(`
  want plan intend aim seek hope wish decide prepare expect order ask call urge demand authorise authorize allow
  permit instruct agree vow pledge promise swear threaten offer propose consider need require try attempt invite
  encourage press push design tell persuade recommend advise advocate commit undertake wait allow enable go
  approve schedule poise ready set request mean like help-to willing able struggle`);
const promising = set('promise pledge vow swear commit undertake guarantee assure reassure threaten');
const fearing = set('fear worry dread');
const negating = set(
  'fail refuse decline pretend feign omit eschew forgo shun dodge evade avert foil thwart stop cease avoid prevent halt refrain neglect forget forbid prohibit bar ban abstain quit discontinue end suspend reject desist',
);
const raising = set('expect plan intend want mean');
const factive = set(
  'manage begin start continue help succeed happen prove use come proceed dare resume keep cause force compel',
);
const likely = set('probably likely presumably');
const possible = set('possibly perhaps maybe potentially conceivably');
const hypothetical = set('if unless provided lest');
const awaiting = set('once when until till after before as');

const nonAssertion = (mood: Mood, polarity: Claim['polarity']): Stance => ({ mood, polarity, factuality: 0 });

/** What stands between a noun or adjective and the infinitive after it: "a plan to leave", "unable to leave". */
const undoneBy = set('failure refusal inability unwillingness unable unwilling reluctant impossible');
const fearedBy = set('fear worry concern afraid');
const promisedBy = set('promise pledge vow commitment undertaking guarantee threat');
const doneBy = set('glad happy sorry proud first last known');
const reported = set(
  `believe say think know report allege suspect see find claim understand consider suppose rumour rumor deem
   assume presume estimate`,
);

/** Finds polarity, mood and factuality of a text's predications as their innermost speakers put them. */
export class Stances {
  readonly #trees: SyntaxTrees;
  readonly #predications: Predications;
  readonly #veridicality = new Map<Predication, ReadonlySet<Veridicality>>();

  constructor(trees: SyntaxTrees, predications: Predications) {
    this.#trees = trees;
    this.#predications = predications;
  }

  /** `toldBy` is the predication whose verb is the cue: what it does to the claim is in the cue. */
  of(predication: Predication, cue: Cue | null, toldBy: Predication | null = null): Stance {
    const settled = this.#settled(predication);
    if (settled) return settled;
    const found = this.#climb(predication, toldBy);
    const denied = cue?.kind === 'denies';
    const outside = this.#outside(predication);
    const negated =
      [found.negated, this.#isDeniedByPhrase(predication), denied, outside.has('denies')].filter(Boolean)
        .length %
        2 ===
      1;
    const certainty = this.#isUnevidenced(predication) ? 0 : this.#certainty(predication);
    const mood = found.mood === 'asserted' && outside.has('open') ? 'planned' : found.mood;
    return stanceOf(mood, negated, certainty, cue);
  }

  /** What the rules of veridicality make of a clause. */
  #outside(predication: Predication): ReadonlySet<Veridicality> {
    const known = this.#veridicality.get(predication);
    if (known) return known;
    const tools = {
      trees: this.#trees,
      predications: this.#predications,
      isNegated: (clause: Predication) => this.#isNegated(clause),
    };
    const found = new Set(veridicalityOf(predication, tools).map(({ gives }) => gives));
    this.#veridicality.set(predication, found);
    return found;
  }

  /** By its own "not", by what governs it ("failed to stop"), or by its subject or object: "nothing stopped them". */
  #isNegated(predication: Predication): boolean {
    return this.#climb(predication, null).negated !== this.#isDeniedByPhrase(predication);
  }

  /** Where something outside of a clause says by itself whether it happened, whoever tells it. */
  #settled(predication: Predication): Stance | null {
    const outside = this.#outside(predication);
    const isFalse = outside.has('false') || outside.has('counterfactual');
    if (!isFalse && !outside.has('true')) return null;
    const negated = (predication.negated !== this.#isDeniedByPhrase(predication)) !== isFalse;
    const size = outside.has('counterfactual') ? 2 : 3;
    return {
      mood: 'asserted',
      polarity: negated ? 'negated' : 'affirmed',
      factuality: negated ? -size : size,
    };
  }

  /** Of words that no clause of their own tells ("No convoys for third week"), by the word at their root. */
  ofRoot(root: number, cue: Cue | null): Stance {
    const trees = this.#trees;
    const words = trees
      .children(root, 'det', 'advmod', 'cc', 'case', 'mark', 'amod')
      .map((at) => trees.lower(at));
    const denied = [trees.lower(root), ...words].some((word) => denying.test(word));
    const negated = denied !== (cue?.kind === 'denies');
    const isOpen = (word: string): boolean => planned.test(word);
    const above = this.#predications.over(trees.word(root).head);
    const governed = above?.objects.includes(root) ? this.governedObject(above) : null;
    const mood = this.#isAsked(root)
      ? 'question'
      : governed && governed.mood !== 'asserted'
        ? governed.mood
        : [trees.lemma(root), ...words].some(isOpen)
          ? 'planned'
          : 'asserted';
    return stanceOf(mood, negated, 3, cue);
  }

  /** "There is no evidence that the rebels left": nobody says that they did or did not. */
  #isUnevidenced({ head, parent }: Predication): boolean {
    const trees = this.#trees;
    if (!trees.is(head, 'acl', 'ccomp')) return false;
    const nouns = [trees.word(head).head, ...(parent ? [...parent.subjects, ...parent.objects] : [])];
    const noun = nouns.find((at) => at < head && evidence.test(trees.lemma(at)));
    if (noun === undefined) return false;
    return this.isWithout(noun) || Boolean(parent?.negated && trees.is(noun, 'nsubj', 'obj', 'root'));
  }

  /** "no evidence", "little proof", "without any sign". */
  isWithout(noun: number): boolean {
    const trees = this.#trees;
    return trees
      .children(noun, 'det', 'amod', 'case')
      .some((at) => /^(?:no|little|scant|without)$/.test(trees.lower(at)));
  }

  /** "no soldier left", "gave no reason". */
  #isDeniedByPhrase({ head, link, parent, subjects, objects }: Predication): boolean {
    const trees = this.#trees;
    const opens = (at: number): string => {
      // "neither the army nor the rebels"
      const determiner = trees.child(at, 'cc:preconj') ?? trees.child(at, 'det');
      // "no fewer than fourteen soldiers"
      if (determiner !== undefined && /^(?:fewer|less|more)$/.test(trees.lower(determiner + 1))) return '';
      return determiner === undefined ? trees.lower(at) : trees.lower(determiner);
    };
    // "not a single truck crossed", "hardly any trucks crossed"
    const isScarce = (at: number): boolean =>
      trees.children(at, 'advmod').some((word) => /^(?:not|hardly|scarcely|barely)$/.test(trees.lower(word)));
    // A headline's participle is taken for a description of its subject.
    const own = trees.child(head, 'nsubj') !== undefined || (link === 'participle' && parent === null);
    const subjectDenies =
      own &&
      link !== 'relative' &&
      [...subjects, ...trees.children(head, 'nsubj')].some((at) => noSubject.test(opens(at)) || isScarce(at));
    return subjectDenies !== objects.some((at) => /^(?:no|nothing|nobody|none)$/.test(opens(at)));
  }

  /** How sure the words of the predication itself are: 3 unless a modal or an adverb hedges. */
  #certainty({ head, modal, parent, link, negated }: Predication): number {
    const trees = this.#trees;
    const words = trees.children(head, 'advmod', 'amod').map((at) => trees.lower(at));
    const hedges = [
      words.some((word) => possible.has(word)) ? 0.75 : 3,
      modal && /^(?:may|might)$/.test(modal) ? 0.75 : modal === 'could' && !negated ? 0.5 : 3,
      modal && /^(?:must|should)$/.test(modal) ? 2 : 3,
      words.some((word) => likely.has(word)) ? 2 : 3,
      ...words.map((word) => hearsayAdverbs.get(word) ?? 3),
      link === 'infinitive' && parent && /^(?:appear|seem)$/.test(parent.lemma) ? 2 : 3,
      link === 'infinitive' && parent && isEffort(parent, trees.lemma(trees.word(head).head)) ? 1 : 3,
    ];
    return Math.min(...hedges);
  }

  #isQuestion({ head, link }: Predication): boolean {
    return link !== 'relative' && this.#isAsked(head);
  }

  #isAsked(head: number): boolean {
    const trees = this.#trees;
    let root = head;
    while (trees.word(root).head >= 0) root = trees.word(root).head;
    return trees.children(root, 'punct').some((at) => at > head && trees.lower(at) === '?');
  }

  #dependsOnCondition(predication: Predication): boolean {
    const conditional = (other: Predication): boolean =>
      this.#predications.under(other).some(({ opener }) => opener !== null && hypothetical.has(opener));
    const { parent, link } = predication;
    return conditional(predication) || (link === 'coordinate' && parent !== null && conditional(parent));
  }

  /** "As soon as they leave, we will return": not yet so when it is told. */
  #isAwaited({ opener, tense, parent, link }: Predication): boolean {
    const isAhead = parent?.tense === 'future' && parent.modal !== 'shall';
    return link === 'adverbial' && isAhead && tense === 'present' && awaiting.has(opener ?? '');
  }

  /** "Army to leave the camps": a headline's future. */
  #isHeadlineFuture({ head, parent, tense, modal }: Predication): boolean {
    const trees = this.#trees;
    const isBare = parent === null && tense === 'none' && modal === null;
    return (
      isBare &&
      trees.children(head, 'mark').some((at) => trees.lower(at) === 'to' && trees.lower(at - 1) !== 'yet')
    );
  }

  /** Mood by the opening word and the modal, before what governs it is looked at. */
  #ownMood(predication: Predication): Mood {
    if (this.#isQuestion(predication)) return 'question';
    const { opener, modal, tense } = predication;
    if (opener && hypothetical.has(opener)) return 'conditional';
    if (opener === 'whether') return 'question';
    if (this.#isAwaited(predication)) return 'conditional';
    if (this.#isHeadlineFuture(predication)) return 'planned';
    const open = (otherwise: Mood): Mood =>
      this.#dependsOnCondition(predication) ? 'conditional' : otherwise;
    if ((modal && /^(?:would|'d)$/.test(modal)) || tense === 'future') return open('planned');
    if (modal && /^(?:should|shall|must|ought)$/.test(modal)) return 'planned';
    return modal && /^(?:could|may|might|can|ca)$/.test(modal) ? open('asserted') : 'asserted';
  }

  /** What the governing word does to an infinitive, gerund or complement; null for nothing. */
  #governed(predication: Predication, toldBy: Predication | null): Governed | null {
    const { parent, link, opener, head, negated: isYet } = predication;
    if (!parent || (link !== 'infinitive' && link !== 'gerund' && link !== 'complement')) return null;
    const above = this.#trees.word(head).head;
    if (parent.lemma === 'have' && link === 'infinitive' && isYet)
      return { mood: 'asserted', negated: false };
    if (parent !== toldBy && parent.head === above && cueVerbs.get(parent.lemma)?.kind === 'denies')
      return { mood: 'asserted', negated: !parent.negated };
    if (link === 'infinitive' && this.#trees.is(head, 'acl')) {
      const noun = this.#trees.lemma(above);
      const isDone = isEffort(parent, noun) || (promisedBy.has(noun) && this.#isKept(parent));
      return isDone ? { mood: 'asserted', negated: parent.negated } : governedByWord(noun);
    }
    // "reports of growing tension": what a noun is about hangs on no verb.
    if (link === 'gerund' && this.#trees.is(head, 'acl')) return null;
    if (link === 'infinitive' && parent.complement !== null && this.#trees.word(above).upos === 'ADJ') {
      // What one was able to do in the past one did (Karttunen 1971).
      if (this.#trees.lower(above) === 'able' && parent.tense === 'past')
        return { mood: 'asserted', negated: parent.negated };
      return governedByWord(this.#trees.lower(above));
    }
    const { lemma, negated } = parent;
    if (fearing.has(lemma)) return { mood: 'feared', negated: false };
    if (link === 'complement') return governedComplement(lemma);
    if (link === 'gerund' && opener === 'without') return { mood: 'asserted', negated: true };
    if (link === 'gerund' && this.#trees.is(head, 'advcl') && opener !== 'from') return null;
    if (negating.has(lemma)) return { mood: 'asserted', negated: !negated };
    if (link === 'gerund' && !planning.has(lemma)) return null;
    // "went on to", "did not hesitate to"
    if (
      lemma === 'go' &&
      this.#trees.children(parent.head, 'compound:prt', 'advmod').some((at) => this.#trees.lower(at) === 'on')
    )
      return { mood: 'asserted', negated };
    if (/^(?:wait|hesitate)$/.test(lemma) && negated) return { mood: 'asserted', negated: false };
    if (factive.has(lemma)) return { mood: 'asserted', negated };
    if (parent.passive && lemma === 'suppose' && !predication.perfect) return { mood: 'planned', negated };
    if (parent.passive && reported.has(lemma)) return null;
    if (/^(?:appear|seem)$/.test(lemma)) return { mood: 'asserted', negated };
    if (/^(?:claim|confess|admit|profess)$/.test(lemma)) return null;
    // "is not expected to leave" is expected not to (Horn 1978, neg-raising).
    if (raising.has(lemma)) return { mood: 'planned', negated };
    return { mood: promising.has(lemma) ? 'promised' : 'planned', negated: false };
  }

  /** "true to their promise to leave": what was promised is done. */
  #isKept({ lemma, head }: Predication): boolean {
    return (
      /^(?:keep|honou?r|fulfill?|meet|respect|uphold)$/.test(lemma) || this.#trees.lower(head) === 'true'
    );
  }

  /** What a verb does to the event that its object names: "prevented the release", "demanded a withdrawal". */
  governedObject({ lemma, negated }: Predication): Governed | null {
    if (lemma === 'deny') return { mood: 'asserted', negated: !negated };
    if (fearing.has(lemma)) return { mood: 'feared', negated: false };
    if (negating.has(lemma) && !/^(?:stop|end|halt|cease|suspend|discontinue|forget|neglect)$/.test(lemma))
      return { mood: 'asserted', negated: !negated };
    if (promising.has(lemma)) return { mood: 'promised', negated: false };
    return planning.has(lemma) &&
      !/^(?:help|order|allow|permit|authori[sz]e|approve|enable|call|tell|go)$/.test(lemma)
      ? { mood: 'planned', negated: false }
      : null;
  }

  /** "It was to stay, and they promised calm": a second clause with its own subject and past is told by itself. */
  #isTold({ link, head, modal, tense }: Predication): boolean {
    const isOwn = this.#trees.child(head, 'nsubj') !== undefined && modal === null;
    return link === 'coordinate' && isOwn && (tense === 'past' || tense === 'perfect');
  }

  /** Follows infinitives, gerunds and joined clauses up to what is asserted of them. */
  #climb(predication: Predication, toldBy: Predication | null): Governed {
    let mood = this.#ownMood(predication);
    let { negated } = predication;
    for (let at = predication, depth = 0; depth < 8; depth++) {
      const above = this.#governed(at, toldBy);
      if (above) {
        if (above.mood !== 'asserted' && mood !== 'conditional' && mood !== 'question') mood = above.mood;
        negated = negated !== above.negated;
      }
      if (at.link === 'coordinate' && at !== predication) break;
      if (!/^(?:infinitive|gerund|coordinate)$/.test(at.link) || !at.parent) break;
      if (this.#isTold(at)) break;
      const parentMood = this.#ownMood(at.parent);
      if (mood === 'asserted' && parentMood !== 'asserted') mood = parentMood;
      at = at.parent;
    }
    return { mood, negated };
  }
}

export interface Governed {
  readonly mood: Mood;
  readonly negated: boolean;
}

/** "made efforts to curb": done as far as the effort goes. */
const isEffort = ({ lemma }: Predication, noun: string): boolean =>
  /^(?:make|take|undertake)$/.test(lemma) && /^(?:effort|step|measure|action)$/.test(noun);

/** By a noun or adjective: "a plan to", "failure to", "ready to". */
export const governedByWord = (word: string): Governed => {
  if (undoneBy.has(word)) return { mood: 'asserted', negated: true };
  if (doneBy.has(word)) return { mood: 'asserted', negated: false };
  return {
    mood: fearedBy.has(word) ? 'feared' : promisedBy.has(word) ? 'promised' : 'planned',
    negated: false,
  };
};

const governedComplement = (lemma: string): Governed | null => {
  if (promising.has(lemma)) return { mood: 'promised', negated: false };
  return /^(?:hope|wish|demand|order|propose|recommend|require|ensure)$/.test(lemma)
    ? { mood: 'planned', negated: false }
    : null;
};

const noSubject = /^(?:no|neither|nobody|nothing|none|few)$/;

const denying = /^(?:no|not|n't|never|nobody|none|nothing|neither|nor|without|zero)$/;
/** What is of these is not yet. */
const planned =
  /^(?:plan|planned|proposal|proposed|call|promise|pledge|threat|possible|potential|imminent|future|expected|awaited|due|if|unless|whether)$/;
/** What shows that something is so. */
const evidence = /^(?:evidence|proof|sign|indication|trace|record|suggestion|confirmation|reason)$/;

export const isEvidence = (noun: string): boolean => evidence.test(noun);

const stanceOf = (within: Mood, negated: boolean, certainty: number, cue: Cue | null): Stance => {
  const polarity = negated ? 'negated' : 'affirmed';
  const mood = moodUnder(cue, within);
  if (mood !== 'asserted') return nonAssertion(mood, polarity);
  const ceiling = cue && cue.kind !== 'denies' ? cue.commitment : 3;
  const strength = Math.min(certainty, ceiling);
  return { mood, polarity, factuality: negated && strength ? -strength : strength };
};

const moodUnder = (cue: Cue | null, mood: Mood): Mood => {
  if (!cue || mood === 'conditional') return mood;
  if (cue.kind === 'promises') return 'promised';
  if (cue.kind === 'asks') return mood === 'asserted' ? 'question' : mood;
  if (cue.kind === 'believes' && cue.commitment === 0) return mood === 'asserted' ? 'feared' : mood;
  return mood;
};

/** Percent after ICD 203; null when nothing is asserted. */
export const bandOf = (factuality: number): [number, number] | null => {
  const size = Math.abs(factuality);
  const band: [number, number] | null =
    size >= 2.5 ? [95, 99] : size >= 1.5 ? [80, 95] : size >= 0.5 ? [55, 80] : null;
  return band && factuality < 0 ? [100 - band[1], 100 - band[0]] : band;
};
