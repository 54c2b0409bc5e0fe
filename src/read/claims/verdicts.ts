import type { Phrases } from '../syntax/phrases.ts';
import type { Predication } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { wordTable } from '../word-table.ts';

/*
 * Verdicts on whether a party keeps its word: kept apart from reports of conduct. A verb gives one by what it
 * governs ("broke the truce", but not "broke into a depot under the deal"); a phrase gives one beside the event
 * that it judges ("held them in breach of the accord").
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What binds a party. */
const norms = set(`
  agreement deal accord pact treaty truce ceasefire cease-fire armistice commitment obligation promise pledge condition
  term resolution sanction law rule word duty bargain undertaking understanding embargo protocol convention provision
  roadmap memorandum charter requirement article clause`);
/** They stand for the norm that follows: "the spirit of the accord", "its part of the bargain". */
const parts = set('part end side spirit letter aspect point majority most some all any none one substance');
const sovereign = set('sovereignty independence integrity');
const given = /^(?:promised|pledged|undertaken|undertook|agreed|committed|signed|vowed)$/;

interface Verb {
  /** Prepositions before what is kept or broken, after a particle; none where it is the object. */
  readonly before?: readonly string[];
  /** Whether anything that it governs will do. */
  readonly always?: boolean;
  /** Whether "it" may be what it governs. */
  readonly pronoun?: boolean;
  readonly says?: string;
}

const verbs = wordTable<Verb>({
  violate: { pronoun: true },
  breach: { pronoun: true },
  contravene: { always: true },
  break: {},
  honour: { pronoun: true },
  honor: { pronoun: true, says: 'honour' },
  fulfil: { pronoun: true },
  fulfill: { pronoun: true, says: 'fulfil' },
  meet: {},
  keep: {},
  respect: { pronoun: true },
  observe: {},
  flout: { pronoun: true },
  uphold: { pronoun: true },
  implement: { pronoun: true },
  betray: {},
  comply: { always: true },
  abide: { before: ['by'], always: true },
  adhere: { before: ['to'], always: true },
  renege: { before: ['on', 'upon'], always: true },
  'live up': { before: ['to'], always: true },
  'keep to': { before: ['to'] },
  deliver: { before: ['on'], pronoun: true },
  stick: { before: ['to', 'by', 'with'] },
  stand: { before: ['by'] },
  go: { before: ['against'], says: 'go against' },
});

/** Nouns and adjectives that give a verdict, with what they are followed by. */
interface Judgement {
  readonly lemma: string;
  readonly before: string;
  /** Whether it judges whatever follows: "in contravention of …". */
  readonly always?: boolean;
  readonly as: 'after-in' | 'noun' | 'adjective';
}

const judgements = wordTable<readonly Judgement[]>({
  violation: [
    { lemma: 'violate', before: 'of', as: 'after-in', always: true },
    { lemma: 'violate', before: 'of', as: 'noun' },
  ],
  breach: [
    { lemma: 'breach', before: 'of', as: 'after-in', always: true },
    { lemma: 'breach', before: 'of', as: 'noun' },
  ],
  contravention: [{ lemma: 'contravene', before: 'of', as: 'after-in', always: true }],
  defiance: [{ lemma: 'breach', before: 'of', as: 'after-in' }],
  compliance: [{ lemma: 'comply', before: 'with', as: 'after-in' }],
  accordance: [{ lemma: 'comply', before: 'with', as: 'after-in' }],
  line: [{ lemma: 'comply', before: 'with', as: 'after-in' }],
  inconsistent: [{ lemma: 'breach', before: 'with', as: 'adjective' }],
  incompatible: [{ lemma: 'breach', before: 'with', as: 'adjective' }],
  odds: [{ lemma: 'breach', before: 'with', as: 'adjective' }],
  true: [{ lemma: 'true', before: 'to', as: 'adjective' }],
});

export interface Verdict {
  readonly lemma: string;
  /** Words of the phrase that gives it, beside the event judged; null where the predication itself gives it. */
  readonly phrase: readonly [first: number, head: number] | null;
}

/** Finds the verdicts that predications give. */
export class Verdicts {
  readonly #trees: SyntaxTrees;
  readonly #phrases: Phrases;

  constructor(trees: SyntaxTrees, phrases: Phrases) {
    this.#trees = trees;
    this.#phrases = phrases;
  }

  /** `[from, to]`: the words that belong to the predication alone. */
  of(predication: Predication, [from, to]: readonly [number, number]): Verdict | null {
    const lemma = this.#ofVerb(predication);
    if (lemma) return { lemma, phrase: null };
    for (let at = from; at < to; at++) {
      const judged = this.#judgement(at);
      if (!judged) continue;
      const isOwn = at === predication.head && at !== predication.verb;
      return { lemma: judged.lemma, phrase: isOwn ? null : [this.#start(at), at] };
    }
    return null;
  }

  /** "in" of "in breach", "a" of "a clear violation". */
  #start(at: number): number {
    return Math.min(this.#phrases.run(at)[0], this.#trees.child(at, 'case') ?? at);
  }

  #ofVerb(predication: Predication): string | null {
    const { lemma, particle, passive, subjects, objects, complement, verb } = predication;
    if (lemma === 'do' && this.#isWhatWasPromised(verb + 1)) return 'do';
    const trees = this.#trees;
    const name = particle === null ? lemma : `${lemma} ${trees.lowercase(particle)}`;
    const isKeptTo = lemma === 'keep' && trees.lowercase(verb + 1) === 'to';
    const rule = verbs[isKeptTo ? 'keep to' : this.#liveUp(predication) ? 'live up' : name];
    if (!rule) return null;
    const says = rule.says ?? name;
    if (!rule.before) {
      // "kept the deal secret" tells what it did to it.
      if (complement !== null) return null;
      if (rule.always || (lemma === 'violate' && this.#isWhatWasPromised(verb + 1))) return says;
      return (passive ? subjects : objects).some((head) => this.#governs(rule, head)) ? says : null;
    }
    const governed = predication.obliques.find(({ preposition, of }) =>
      of === null ? rule.before?.some((one) => preposition.split(' ').at(-1) === one) : false,
    );
    const isFit = governed && (rule.always || this.#governs(rule, governed.head, lemma === 'go'));
    return isFit ? (this.#liveUp(predication) ? 'live up' : isKeptTo ? 'keep' : says) : null;
  }

  /** "live up to": the tree may take "up" for no particle. */
  #liveUp({ lemma, verb }: Predication): boolean {
    return lemma === 'live' && this.#trees.lowercase(verb + 1) === 'up';
  }

  /** "what they had undertaken". */
  #isWhatWasPromised(at: number): boolean {
    const trees = this.#trees;
    if (trees.lowercase(at) !== 'what') return false;
    return [2, 3, 4].some((step) => given.test(trees.lowercase(at + step)));
  }

  #governs({ pronoun }: Verb, head: number, isAgainst = false): boolean {
    if (pronoun && /^(?:it|them)$/.test(this.#trees.lowercase(head))) return true;
    return this.#isNorm(head) || (isAgainst && sovereign.has(this.#trees.lemma(head)));
  }

  /** "the terms of the truce", "their part of the deal", "Article 5". */
  #isNorm(head: number): boolean {
    const lemma = this.#trees.lemma(head);
    if (norms.has(lemma) || norms.has(lemma.replace(/s$/, ''))) return true;
    const whole = this.#phrases.complement(head);
    return parts.has(lemma) && whole !== undefined && this.#isNorm(whole);
  }

  /** What a noun or an adjective judges: "in breach of the truce", "a violation of the truce", "true to its word". */
  #judgement(at: number): Judgement | null {
    const trees = this.#trees;
    const found = judgements[trees.lemma(at)];
    if (!found) return null;
    const after = trees
      .children(at, 'nmod', 'obl')
      .find((child) => child > at && trees.children(child, 'case').some((mark) => mark === at + 1));
    if (after === undefined) return null;
    const preposition = trees.lowercase(at + 1);
    const case_ = trees.child(at, 'case');
    const article = trees.child(at, 'det');
    return (
      found.find((rule) => {
        const isFit =
          rule.as === 'after-in'
            ? case_ !== undefined && trees.lowercase(case_) === 'in'
            : rule.as === 'adjective' ||
              (article !== undefined && /^an?(?:other)?$/.test(trees.lowercase(article)));
        return isFit && preposition === rule.before && (rule.always || this.#isNorm(after));
      }) ?? null
    );
  }
}
