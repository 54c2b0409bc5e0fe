import type { Statement } from '../../model/index.ts';
import { foldName, type Knowledge, namedIn } from '../../resolve/index.ts';
import { percent } from '../f1.ts';
import type { Figure } from '../result.ts';
import { type CodedPair, isSettled } from './pairs.ts';
import type { CodedTelling } from './tellings.ts';

/** One name has the other in it, word by word. */
const alike = (a: string, b: string): boolean => {
  const [one, other] = [` ${foldName(a)} `, ` ${foldName(b)} `];
  return one.trim() !== '' && other.trim() !== '' && (one.includes(other) || other.includes(one));
};

/**
 * Whether the innermost speaker of a claim is the coded one: by name, or because the case resolves both to the same body
 * (`keysOf` gives whom a name names). A page that nobody else speaks on speaks for its publisher.
 */
export const isSpeaker = (
  coded: string,
  { chain, publisher }: Pick<Statement, 'chain' | 'publisher'>,
  keysOf: (name: string) => readonly string[],
): boolean => {
  const speaker = chain.at(-1);
  const named = speaker?.entity ?? null;
  if (/^unnamed\b/u.test(coded)) return named === null;
  if (!speaker) return coded === 'writer' || (publisher !== null && alike(coded, publisher));
  if (!named) return false;
  if (coded === 'writer') return publisher !== null && alike(named.name, publisher);
  return alike(coded, named.name) || keysOf(coded).includes(named.key);
};

const figure = (measure: string, right: number, count: number): Figure => ({
  measure,
  unit: '%',
  count,
  value: percent(right, count),
});

/** Of the coded evidence: what stands in a sentence that claims something. Nothing else can be weighed. */
export const toldFigure = (
  cases: readonly { readonly coded: number; readonly tellings: readonly CodedTelling[] }[],
): Figure =>
  figure(
    'evidence that a claim tells',
    cases.reduce((sum, { tellings }) => sum + tellings.length, 0),
    cases.reduce((sum, { coded }) => sum + coded, 0),
  );

/** Of the coded evidence that a claim tells, case by case: whose speaker is right. */
export const speakerFigure = (
  cases: readonly { readonly knowledge: Knowledge; readonly tellings: readonly CodedTelling[] }[],
): Figure => {
  const right = cases.flatMap(({ knowledge, tellings }) => {
    const keysOf = (name: string) => namedIn(knowledge, name).map(({ entity }) => entity.key);
    return tellings.filter(({ gold, statement }) => isSpeaker(gold.claim.speaker, statement, keysOf));
  });
  const all = cases.flatMap(({ tellings }) => tellings);
  return figure('speaker', right.length, all.length);
};

/** Below 1 a speaker commits to nothing. */
const signOf = (factuality: number): number => (Math.abs(factuality) < 1 ? 0 : Math.sign(factuality));

/**
 * Whether a claim took place as coded. A quotation with its "not" may be coded as something that took place, where the
 * claim without it did not: either sign is right then, but not none.
 */
export const isSign = (coded: number, { factuality, polarity }: Statement['claim']): boolean => {
  const [want, have] = [signOf(coded), signOf(factuality)];
  return want === have || (polarity === 'negated' && want !== 0 && want === -have);
};

/** Of the coded evidence that a claim tells: whether it took place, as the claim itself has it. */
export const signFigure = (tellings: readonly CodedTelling[]): Figure => {
  const right = tellings.filter(({ gold, statement }) => isSign(gold.claim.factuality, statement.claim));
  return figure('factuality: sign', right.length, tellings.length);
};

/** Of the coded evidence that is proposed at all: what points the right way, bearing and factuality together. */
export const directionFigure = (pairs: readonly CodedPair[]): Figure => {
  const found = pairs.filter((pair) => isSettled(pair) && pair.gold.length > 0 && pair.proposed.length > 0);
  const right = found.filter(({ gold, proposed }) => proposed.every(({ points }) => gold.includes(points)));
  return figure('factuality: sign as it bears', right.length, found.length);
};
