import { partitionPoint } from '../../model/index.ts';
import type { TaggedText, Word } from '../network/tagger.ts';
import type { TenseDirection } from './timex-values.ts';

const ahead = new Set('will shall would can may might should must'.split(' '));
/** Verbs whose infinitive is no plan: "began to leave". */
const begun = new Set(
  'begin start continue fail refuse try manage use cease stop seem appear help'.split(' '),
);
/** Verbs whose past lets what follows happen then: "was allowed to leave". */
const letting = new Set('allow permit enable let force compel'.split(' '));
/** Verbs of plans: what they say of a time is still to come, in whatever tense. */
const plans = new Set(
  'schedule plan expect postpone intend propose promise pledge vow threaten delay extend'.split(' '),
);
/** Verbs whose past looks like their present. */
const unchanged = new Set(
  'read set cut hit put let shut cost spread quit split bet beat hurt cast burst'.split(' '),
);
const bound = /\b(?:until|till|by|as (?:early|soon|late) as|no later than)\s+(?:[\w.:]+\s+){0,2}$/i;
const since = /\bsince\s+(?:[\w.]+\s+){0,2}$/i;
const longestClimb = 12;
const reach = 40;

/** The first word that ends after an offset. */
export const wordAt = ({ words }: TaggedText, offset: number): number =>
  partitionPoint(words.length, (at) => (words[at] as Word).end <= offset);

const dependents = (words: readonly Word[], head: number): Word[] =>
  words.slice(Math.max(0, head - reach), head + reach).filter((word) => word.head === head);

/** A verb, or what "is" or "was" makes one of. */
interface Governor {
  readonly at: number;
  /** Whether a noun stands between it and the expression: "Friday's meeting". */
  readonly beyondNoun: boolean;
}

/** The nearest finite verb or infinitive that governs a word. */
const governorOf = (text: string, { words }: TaggedText, first: number): Governor | null => {
  // Of "April 24" the number is the head.
  const head = words[first]?.head ?? -1;
  const from = words[head]?.upos === 'NUM' ? head : first;
  let beyondNoun = /^(?:nmod|compound|amod)/.test(words[from]?.deprel ?? '');
  let at = words[from]?.head ?? -1;
  for (let climbed = 0; at >= 0 && climbed < longestClimb; climbed++) {
    const word = words[at] as Word;
    const helpers = dependents(words, at);
    const isVerb =
      word.upos === 'VERB' || word.upos === 'AUX' || helpers.some(({ deprel }) => deprel === 'cop');
    const isParticiple =
      text.slice(word.start, word.end).endsWith('ing') &&
      !helpers.some(({ deprel }) => /^aux|^cop/.test(deprel));
    if (isVerb && !isParticiple) return { at, beyondNoun };
    if (word.upos === 'NOUN' && /^nmod/.test(word.deprel)) beyondNoun = true;
    at = word.head;
  }
  return null;
};

/** Whether the verb that governs an expression tells of what has been or of what is to come. */
export const tenseDirectionAt = (text: string, tagged: TaggedText, offset: number): TenseDirection => {
  const before = text.slice(Math.max(0, offset - 30), offset);
  if (since.test(before)) return 'past';
  const governor = governorOf(text, tagged, wordAt(tagged, offset));
  if (!governor) return null;
  const { at, beyondNoun } = governor;
  return outlookOf(text, tagged.words, at, beyondNoun, bound.test(before));
};

/** By the form of a verb; `isBound`: what is looked at is a deadline. */
const outlookOf = (
  text: string,
  words: readonly Word[],
  at: number,
  beyondNoun: boolean,
  isBound: boolean,
): TenseDirection => {
  const word = words[at] as Word;
  const helpers = dependents(words, at);
  const auxiliaries = helpers.filter(({ deprel }) => /^aux|^cop/.test(deprel));
  const forms = auxiliaries.map(({ start, end }) => text.slice(start, end).toLowerCase());
  const isModal = auxiliaries.some(({ lemma }) => ahead.has(lemma)) && !forms.includes('could');
  const perfect = auxiliaries.some(({ lemma }) => lemma === 'have');
  const isPlan = plans.has(word.lemma);
  if (beyondNoun) return isPlan || auxiliaries.some(({ lemma }) => lemma === 'will') ? 'future' : null;
  if (isPlan || (isModal && !perfect)) return 'future';
  if (forms.some((form) => /^(?:was|were|had)$/.test(form))) return 'past';
  if (perfect) return isBound ? 'future' : 'past';
  if (helpers.some(({ lemma, upos }) => lemma === 'to' && upos === 'PART')) {
    const above = words[word.head]?.lemma ?? '';
    if (letting.has(above)) return outlookOf(text, words, word.head, false, isBound);
    return begun.has(above) ? 'past' : 'future';
  }
  const form = text.slice(word.start, word.end).toLowerCase();
  if (unchanged.has(form) || word.upos !== 'VERB') return isBound ? 'future' : null;
  return form !== word.lemma && !/(?:s|ing)$/.test(form) && auxiliaries.length === 0 ? 'past' : 'future';
};
