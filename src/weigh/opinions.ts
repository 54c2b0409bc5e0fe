import type { Opinion } from '../model/index.ts';
import { defaults, type Masses } from './defaults.ts';

/** Knows nothing: the neutral element of fusion. */
export const vacuous: Masses = { belief: 0, disbelief: 0, uncertainty: 1 };

/** A claim's opinion from the factuality its speaker gives it, −3…3. */
export const fromFactuality = (factuality: number): Masses => {
  const belief = Math.max(factuality, 0) / defaults.fullCommitment;
  const disbelief = Math.max(-factuality, 0) / defaults.fullCommitment;
  return { belief, disbelief, uncertainty: 1 - belief - disbelief };
};

/** Uncertainty-favouring discounting (Jøsang, Marsh and Pope 2006, section 4.1): what is not trusted is uncertain. */
export const discount = (trust: Masses, opinion: Masses): Masses => {
  const belief = trust.belief * opinion.belief;
  const disbelief = trust.belief * opinion.disbelief;
  return { belief, disbelief, uncertainty: 1 - belief - disbelief };
};

/**
 * What an opinion stands for in evidence, for and against, in units of the prior weight 2 (Jøsang 2016, p. 23 f.): b/u and
 * d/u. Cumulative fusion of independent opinions adds it up (p. 226 f.), so that one can be put in or taken out of a sum. A
 * dogmatic opinion, without uncertainty, would outweigh all; trust leaves some to every telling.
 */
export interface Support {
  pro: number;
  contra: number;
}

export const supportOf = ({ belief, disbelief, uncertainty }: Masses): Support => ({
  pro: belief / uncertainty,
  contra: disbelief / uncertainty,
});

/** The opinion that evidence makes; none makes the one that knows nothing. What is left of a difference may be below zero. */
export const fromSupport = ({ pro, contra }: Support): Masses => {
  const [belief, disbelief] = [Math.max(0, pro), Math.max(0, contra)];
  const whole = 1 + belief + disbelief;
  return { belief: belief / whole, disbelief: disbelief / whole, uncertainty: 1 / whole };
};

/** Projected probability b + a·u (Jøsang 2016, p. 24). */
export const probability = ({ belief, uncertainty }: Masses): number =>
  belief + defaults.baseRate * uncertainty;

/** Belief and disbelief change places: the opinion on the contrary. */
export const complement = ({ belief, disbelief, uncertainty }: Masses): Masses => ({
  belief: disbelief,
  disbelief: belief,
  uncertainty,
});

/** Six decimals are more than any input carries, and keep sums of rounded masses at 1. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** An opinion as it is published; no probability is shown where nothing is known. */
export const published = (opinion: Masses): Opinion => {
  const belief = rounded(opinion.belief);
  const disbelief = rounded(opinion.disbelief);
  return {
    belief,
    disbelief,
    uncertainty: rounded(1 - belief - disbelief),
    probability: opinion.uncertainty === 1 ? null : rounded(probability(opinion)),
  };
};
