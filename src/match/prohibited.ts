import { stemmer } from 'stemmer';
import type { Commitment, Statement } from '../model/index.ts';

const negation = /\b(?:not|no|never|neither|nor|without)[\s,]+/iu;
/** What may stand between a negation and what it negates. */
const between =
  /^(?:an?|any|the|be|to|more|further|in|way|case|either|directly|indirectly|or|and|[\p{L}]+ly)$/iu;

/** The stem of what a prohibition forbids: "no attacks on ports" → "attack"; null where its words do not begin with that. */
const prohibitedStem = (requires: string): string | null => {
  const [, after] = requires.split(negation);
  const word = after?.split(/[^\p{L}-]+/u).find((one) => one !== '' && !between.test(one));
  return word ? stemmer(word.toLowerCase()) : null;
};

/** "Fewer attacks were recorded" tells of less of what is forbidden, not of it. */
const lessening = /\b(?:fewer|few|less|no|zero|hardly|barely|almost no|virtually no)\b/iu;

/**
 * Whether a clause says that what a prohibition forbids took place, which is never its performance: under "no attacks on
 * ports" "it was the third attack", "there was an attack", "they attacked"; not "the attacks stopped", "fewer attacks".
 */
export const tellsOfProhibited = (
  { claim, text }: Pick<Statement, 'claim' | 'text'>,
  { kind, requires }: Pick<Commitment, 'kind' | 'requires'>,
): boolean => {
  if (kind !== 'prohibition' || claim.polarity === 'negated' || claim.factuality < 1) return false;
  const head = claim.predicate.lemma.split(' ').at(-1) ?? '';
  return stemmer(head) === prohibitedStem(requires) && !lessening.test(text);
};
