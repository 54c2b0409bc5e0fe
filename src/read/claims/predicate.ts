import type { Claim, PredicateType } from '../../model/index.ts';

/** What a predication or a noun reports, and which noun phrases (head words) fill its roles. */
export interface Predicate {
  readonly lemma: string;
  readonly type: PredicateType | null;
  readonly kind: Claim['kind'];
  readonly agent: readonly number[];
  readonly patient: readonly number[];
  readonly recipient: readonly number[];
  /** The noun that carries a light verb's or a copula's meaning; it fills no role. */
  readonly eventiveNoun: number | null;
}
