import type { Claim, Mood } from '../../model/index.ts';
import type { Cue } from '../attributions/cues.ts';
import type { Predication, Predications } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { type Embedded, embeddedObject, embeddingOf } from './embedding.ts';
import { certaintyRules, isAsked, moodRules, polarityRules } from './modality-rules.ts';
import type { ClauseTools } from './rule.ts';
import { type Veridicality, veridicalityOf } from './veridicality.ts';

/** Mood, polarity and factuality of a clause, as its innermost speaker puts them. */
export interface Modality {
  readonly mood: Mood;
  readonly polarity: Claim['polarity'];
  /** Whether the clause itself is asserted to hold, so −3…3 with negation included. */
  readonly factuality: number;
  /** Ids of the rules that made it so, in the order in which they were met. */
  readonly rules: readonly string[];
}

/** What stands above a clause is followed so far up. */
const deepest = 8;

/** Finds polarity, mood and factuality of a text's predications as their innermost speakers put them. */
export class ModalityAnalyzer {
  readonly #tools: ClauseTools;
  readonly #veridicality = new Map<Predication, ReadonlyMap<Veridicality, string>>();

  constructor(trees: SyntaxTrees, predications: Predications) {
    this.#tools = { trees, predications, isNegated: (clause) => this.#isNegated(clause) };
  }

  /** `toldBy` is the predication whose verb is the cue: what it does to the claim is in the cue. */
  of(predication: Predication, cue: Cue | null, toldBy: Predication | null = null): Modality {
    const rules = new Set<string>();
    const settled = this.#settled(predication, rules);
    if (settled) return settled;
    const found = this.#composed(predication, toldBy, rules);
    const turns = [
      found.negated,
      this.#isDeniedByPhrase(predication, rules),
      cue?.kind === 'denies',
      this.#is('denies', predication, rules),
    ];
    const isOpen = this.#is('open', predication, rules);
    const mood = found.mood === 'asserted' && isOpen ? 'planned' : found.mood;
    const negated = turns.filter(Boolean).length % 2 === 1;
    const certainty = mood === 'asserted' ? this.#certainty(predication, rules) : 3;
    return { ...underCue(mood, negated, certainty, cue), rules: [...rules] };
  }

  /** What the rules of veridicality make of a clause, with the rule that does. */
  #outside(predication: Predication): ReadonlyMap<Veridicality, string> {
    const known = this.#veridicality.get(predication);
    if (known) return known;
    const found = new Map(veridicalityOf(predication, this.#tools).map(({ gives, id }) => [gives, id]));
    this.#veridicality.set(predication, found);
    return found;
  }

  #is(veridicality: Veridicality, predication: Predication, rules: Set<string>): boolean {
    const id = this.#outside(predication).get(veridicality);
    if (id !== undefined) rules.add(id);
    return id !== undefined;
  }

  /** By its own "not", by what governs it ("failed to stop"), or by its subject or object: "nothing stopped them". */
  #isNegated(predication: Predication): boolean {
    return this.#composed(predication, null).negated !== this.#isDeniedByPhrase(predication);
  }

  /** Where something outside of a clause says by itself whether it happened, whoever tells it. */
  #settled(predication: Predication, rules: Set<string>): Modality | null {
    const isCounterfactual = this.#is('counterfactual', predication, rules);
    const isFalse = this.#is('false', predication, rules) || isCounterfactual;
    if (!isFalse && !this.#is('true', predication, rules)) return null;
    const negated = (predication.negated !== this.#isDeniedByPhrase(predication, rules)) !== isFalse;
    const size = isCounterfactual ? 2 : 3;
    return {
      mood: 'asserted',
      polarity: negated ? 'negated' : 'affirmed',
      factuality: negated ? -size : size,
      rules: [...rules],
    };
  }

  /** Of words that no clause of their own tells ("No convoys for third week"), by the word at their root. */
  ofRoot(root: number, cue: Cue | null): Modality {
    const { trees, predications } = this.#tools;
    const words = trees
      .children(root, 'det', 'advmod', 'cc', 'case', 'mark', 'amod')
      .map((at) => trees.lowercase(at));
    const denied = [trees.lowercase(root), ...words].some((word) => denying.test(word));
    const negated = denied !== (cue?.kind === 'denies');
    const isOpen = (word: string): boolean => planned.test(word);
    const above = predications.clauseOf(trees.word(root).head);
    const governed = above?.objects.includes(root) ? embeddedObject(above) : null;
    const mood = isAsked(root, trees)
      ? 'question'
      : governed && governed.mood !== 'asserted'
        ? governed.mood
        : [trees.lemma(root), ...words].some(isOpen)
          ? 'planned'
          : 'asserted';
    return { ...underCue(mood, negated, 3, cue), rules: [] };
  }

  /** "no soldier left", "gave no reason". */
  #isDeniedByPhrase(predication: Predication, rules: Set<string> = new Set()): boolean {
    const holding = polarityRules.filter(({ holds }) => holds(predication, this.#tools));
    for (const { id } of holding) rules.add(id);
    return holding.length % 2 === 1;
  }

  /** How sure the words of the predication itself are: 3 unless a modal or an adverb hedges. */
  #certainty(predication: Predication, rules: Set<string>): number {
    let least = 3;
    for (const { id, gives } of certaintyRules) {
      const sure = gives(predication, this.#tools);
      if (sure === null) continue;
      rules.add(id);
      least = Math.min(least, sure);
    }
    return least;
  }

  /** Mood by the opening word and the modal, before what governs it is looked at. */
  #ownMood(predication: Predication, rules: Set<string>): Mood {
    const rule = moodRules.find(({ holds }) => holds(predication, this.#tools));
    if (rule) rules.add(rule.id);
    return rule?.gives ?? 'asserted';
  }

  /** "It was to stay, and they promised calm": a second clause with its own subject and past is told by itself. */
  #isTold({ clauseType, head, modal, tense }: Predication): boolean {
    const isOwn = this.#tools.trees.child(head, 'nsubj') !== undefined && modal === null;
    return clauseType === 'coordinate' && isOwn && (tense === 'past' || tense === 'perfect');
  }

  /** Follows infinitives, gerunds and joined clauses up to what is asserted of them. */
  #composed(predication: Predication, toldBy: Predication | null, rules: Set<string> = new Set()): Embedded {
    let mood = this.#ownMood(predication, rules);
    let { negated } = predication;
    for (let at = predication, depth = 0; depth < deepest; depth++) {
      const rule = embeddingOf(at, this.#tools, toldBy);
      if (rule && at.parent) {
        rules.add(rule.id);
        const above = rule.gives(at.parent);
        if (above && above.mood !== 'asserted' && mood !== 'conditional' && mood !== 'question')
          mood = above.mood;
        negated = negated !== (above?.negated ?? false);
      }
      if (at.clauseType === 'coordinate' && at !== predication) break;
      if (!/^(?:infinitive|gerund|coordinate)$/.test(at.clauseType) || !at.parent) break;
      if (this.#isTold(at)) break;
      const parentMood = this.#ownMood(at.parent, rules);
      if (mood === 'asserted' && parentMood !== 'asserted') mood = parentMood;
      at = at.parent;
    }
    return { mood, negated };
  }
}

const denying = /^(?:no|not|n't|never|nobody|none|nothing|neither|nor|without|zero)$/;
/** What is of these is not yet. */
const planned =
  /^(?:plan|planned|proposal|proposed|call|promise|pledge|threat|possible|potential|imminent|future|expected|awaited|due|if|unless|whether)$/;

const underCue = (
  within: Mood,
  negated: boolean,
  certainty: number,
  cue: Cue | null,
): Omit<Modality, 'rules'> => {
  const polarity = negated ? 'negated' : 'affirmed';
  const mood = moodUnder(cue, within);
  if (mood !== 'asserted') return { mood, polarity, factuality: 0 };
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
