import { likelihoodInWords, likelihoodOf, toldInText, words } from '../messages/index.ts';
import {
  type CaseFile,
  type Commitment,
  creditorsOf,
  debtorsOf,
  type Finding,
  type LeftOut,
  namesOf,
  type Opinion,
  type Origin,
} from '../model/index.ts';

/** Who owes it, by name. */
export const debtorNames = (file: CaseFile, owed: Pick<Commitment, 'debtor'>): string =>
  namesOf(file, debtorsOf(owed));

/** To whom it is owed, by name; what is owed to nobody in particular is owed to all. */
export const creditorNames = (file: CaseFile, owed: Pick<Commitment, 'creditor'>): string =>
  namesOf(file, creditorsOf(owed)) || words.board.allParties;

/** A share as people read it. */
export const percent = (value: number): string => words.opinion.percent(value);

/** An opinion in words; uncertainty is said beside the probability, never hidden in it. */
export const opinionWords = ({ probability, belief, disbelief, uncertainty }: Opinion): string =>
  probability === null
    ? words.findings.nothingKnown
    : words.findings.opinionNumbers({
        likely: likelihoodInWords(probability),
        ...{ probability, belief, disbelief, uncertainty },
      });

/** The evidence to show under one origin: what bears its way, and its context. */
export const evidenceOf = (
  { evidence }: Finding,
  { id, bearing }: Pick<Origin, 'id' | 'bearing'>,
): Finding['evidence'] =>
  evidence.filter((item) => item.origin === id && (item.bearing === bearing || item.role === 'context'));

/** What an origin says of the commitment, and how much its word adds; context adds nothing. */
export const originWords = ({ bearing, stance, adds }: Origin): string => {
  if (bearing === 'context') return words.findings.context;
  const said = { told: toldInText({ bearing, stance }), adds: Math.abs(adds) };
  return adds < 0 ? words.findings.takes(said) : words.findings.adds(said);
};

/** What of the duty is shown, not as required or not said, part by part. */
export const elementWords = ({ elements }: Finding): string[] =>
  elements.map(({ element, state, words: said }) => {
    const names = {
      element: words.evidence.elementNames[element],
      state: words.evidence.states[state],
    };
    return said && element !== 'what'
      ? words.findings.elementSaid({ ...names, words: said })
      : words.findings.element(names);
  });

/** What was left out with its words; the claim's id where it has none. */
export const leftOutOf = ({ evidence, leftOut }: Finding): (LeftOut & { words: string })[] => {
  const said = new Map(evidence.map((item) => [item.claim, item.words]));
  return leftOut.map((item) => ({ ...item, words: said.get(item.claim) ?? item.claim }));
};

/** How likely it is that evidence bears so; a verdict is none of conduct, and what a person placed needs no likelihood. */
export const bearingWords = ({ kind, bearing, stance, probability }: Finding['evidence'][number]): string => {
  if (kind === 'verdict') return words.findings.verdict(bearing);
  return words.findings.bears({ told: toldInText({ bearing, stance }), likely: likelihoodOf(probability) });
};

/** What waits for a person and does not count until then. */
export const suggestedIn = ({ evidence }: Finding): Finding['evidence'] =>
  evidence.filter(({ role }) => role === 'suggested');
