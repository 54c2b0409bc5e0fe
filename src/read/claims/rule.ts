import type { Predication, Predications } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';

/** A rule of reading: a clause that it holds of, and one alike that it does not hold of. */
export interface Rule {
  /** Claims name the rules that made them by it. */
  readonly id: string;
  /** The field's term. */
  readonly term: string;
  /** The verb that the rule speaks of stands between asterisks. */
  readonly example: string;
  readonly counter: string;
}

/** What a rule may look at beside the clause. */
export interface ClauseTools {
  readonly trees: SyntaxTrees;
  readonly predications: Predications;
  /** Whether a clause is negated by its own words or by its subject ("nothing stopped …"). */
  readonly isNegated: (clause: Predication) => boolean;
}

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
