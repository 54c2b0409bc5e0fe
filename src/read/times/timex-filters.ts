import { partitionPoint, type Span } from '../../model/index.ts';
import { isTitle } from '../entities/name-lexicon.ts';
import type { TaggedText } from '../network/tagger.ts';
import { wordAt } from './tense-direction.ts';

const ambiguous = /^(?:may|march|mar|sun|jan|dec|sat|seconds?|spring|fall|winter)\.?$/i;
const seasonOrUnit = /^(?:spring|fall|winter|seconds?)$/i;
const yearBefore =
  /\b(?:in|since|by|until|till|of|from|to|during|before|after|through|throughout|between|and|year|for)\s+$|\($/i;
/** With a capital they are papers and programmes. */
const title =
  /^(?:Daily|Weekly|Monthly|Quarterly|Noon|Midnight|\d+ (?:Second|Minute|Hour|Day|Week|Month|Year)s)$/;

/** Whether a span lies in a name of somebody, or in a longer name of something: "Jan Kavan", "60 Minutes". */
const isInName = ([start, end]: Readonly<Span>, { words, names }: TaggedText): boolean => {
  const next = partitionPoint(names.length, (at) => (words[(names[at]?.[1] ?? 0) - 1]?.end ?? 0) < end);
  const [from, , type] = names[next] ?? [0, 0, 'place'];
  const [first, last] = [words[from], words[(names[next]?.[1] ?? 0) - 1]];
  if (!first || !last || first.start > start || type === 'place' || type === 'nationality') return false;
  return type === 'person' || last.end - first.start > end - start;
};

/** A number of the size of a year counts what follows in the plural: "2019 troops". */
const countsThings = (text: string, { words }: TaggedText, number: number): boolean => {
  const next = words[number + 1];
  return next?.upos === 'NOUN' && text.slice(next.start, next.end).toLowerCase() !== next.lemma;
};

/** Words that are a month, season or unit only as nouns, and none after a title: "Mr. May", "they fall". */
const isOtherWord = (text: string, [start, end]: Readonly<Span>, tagged: TaggedText): boolean => {
  const at = wordAt(tagged, start);
  const [before, word] = [tagged.words[at - 1], tagged.words[at]];
  if (before && isTitle(text.slice(before.start, before.end).replace('.', ''))) return true;
  const isNoun = word?.upos === 'NOUN' || word?.upos === 'PROPN';
  if (seasonOrUnit.test(text.slice(start, end))) return !isNoun;
  const isMarch = /\b(?:the|an?|annual)\s\W*$/i.test(text.slice(Math.max(0, start - 10), start));
  if (isMarch && /^\s+(?:for|of|on|to)\b/.test(text.slice(end, end + 6))) return true;
  return !isNoun || !/^\p{Lu}/u.test(text.slice(start, end));
};

/** A number alone is a year after "in" and the like, or where it counts nothing. */
const isOtherNumber = (text: string, [start, end]: Readonly<Span>, tagged: TaggedText): boolean => {
  const at = wordAt(tagged, start);
  const before = text.slice(Math.max(0, start - 12), start);
  if (/[$£€#]\s?$|\bNo\.?\s$/.test(before)) return true;
  if (countsThings(text, tagged, at) && !/\bthe\s$/i.test(before)) return true;
  if (yearBefore.test(before)) return false;
  return Number(text.slice(start, end)) < 1900 || tagged.words[at]?.upos !== 'NUM';
};

/** Whether an expression looks like a time but most likely is none. */
export const isDoubtful = (text: string, span: Readonly<Span>, tagged: TaggedText): boolean => {
  const written = text.slice(...span);
  if (ambiguous.test(written) && isOtherWord(text, span, tagged)) return true;
  if (/^\d{4}$/.test(written)) return isOtherNumber(text, span, tagged);
  if (title.test(written)) return true;
  if (/\bsecond$/i.test(written)) return tagged.words[wordAt(tagged, span[1] - 1)]?.upos !== 'NOUN';
  if (/\b(?:may|march)\b/.test(written) && !/\d/.test(written)) return true;
  return !/\d\d?$/.test(written) && isInName(span, tagged);
};
