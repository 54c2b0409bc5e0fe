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

/** Aleatory cumulative fusion of independent opinions (Jøsang 2016, p. 226 f.); two dogmatic ones are averaged. */
export const fuse = (a: Masses, b: Masses): Masses => {
  const shared = a.uncertainty + b.uncertainty - a.uncertainty * b.uncertainty;
  if (shared === 0) {
    const belief = (a.belief + b.belief) / 2;
    return { belief, disbelief: 1 - belief, uncertainty: 0 };
  }
  const belief = (a.belief * b.uncertainty + b.belief * a.uncertainty) / shared;
  const disbelief = (a.disbelief * b.uncertainty + b.disbelief * a.uncertainty) / shared;
  return { belief, disbelief, uncertainty: (a.uncertainty * b.uncertainty) / shared };
};

export const fuseAll = (opinions: readonly Masses[]): Masses => opinions.reduce(fuse, vacuous);

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
