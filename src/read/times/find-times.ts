import type { Span, TimeMention } from '../../model/index.ts';
import type { TaggedText } from '../network/tagger.ts';
import { Segments } from '../segments.ts';
import { clock } from './clock.ts';
import { dates } from './dates.ts';
import { durations, sets } from './durations.ts';
import { holidayRules } from './holidays.ts';
import { type Groups, isWhole, type Rule, withEvenBlanks } from './patterns.ts';
import { periods } from './periods.ts';
import { joinRanges } from './ranges.ts';
import { references } from './references.ts';
import { tenseDirectionAt } from './tense-direction.ts';
import { isDoubtful } from './timex-filters.ts';
import { type KnownDate, knownDate } from './timex-values.ts';

/** Of expressions that begin together, the longest counts; of those, the first here. */
const rules: readonly Rule[] = [
  ...dates,
  ...holidayRules,
  ...clock,
  ...periods,
  ...sets,
  ...durations,
  ...references,
];

interface Candidate {
  readonly span: Span;
  readonly rule: Rule;
  readonly groups: Groups;
}

/** By `exec`: `matchAll` copies its pattern, and a copy is compiled anew. */
const candidatesIn = (text: string): Candidate[] => {
  const found: Candidate[] = [];
  const even = withEvenBlanks(text);
  for (const rule of rules) {
    const { pattern } = rule;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(even); match; match = pattern.exec(even)) {
      const { 0: written, index, groups = {} } = match;
      const end = index + written.length;
      if (isWhole(text, index, end)) found.push({ span: [index, end], rule, groups });
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
};

/** What later expressions of the paragraph may count from. */
const nextNarrative = ({ edtf }: TimeMention, before: KnownDate | null): KnownDate | null =>
  edtf && !edtf.startsWith('../') ? knownDate(edtf) : before;

const breaksParagraph = (text: string, from: number, to: number): boolean =>
  /\n\s*\n/.test(text.slice(from, to));

/**
 * Time expressions in text order, apart from each other, with their values.
 * @param published EDTF date that relative expressions count from; without it they stay open.
 * @param segments Parts of the text that have dates of their own.
 */
export const findTimes = (
  text: string,
  published: string | null | undefined,
  tagged: TaggedText,
  segments: Segments = new Segments(null),
): TimeMention[] => {
  const found: TimeMention[] = [];
  let narrative: KnownDate | null = null;
  let named: KnownDate | null = null;
  let end = 0;
  for (const { span, rule, groups } of candidatesIn(text)) {
    if (span[0] < end || isDoubtful(text, span, tagged)) continue;
    if (breaksParagraph(text, end, span[0])) narrative = null;
    if (segments.parts(end, span[0])) named = null;
    const anchor = knownDate(segments.dateAt(span[0]) ?? published);
    const tenseDirection = tenseDirectionAt(text, tagged, span[0]);
    const meaning = rule.read(groups, { anchor, narrative, named, tenseDirection });
    if (!meaning) continue;
    const mention = { span, ...meaning };
    found.push(mention);
    narrative = nextNarrative(mention, narrative);
    named = narrative ?? named;
    end = span[1];
  }
  return joinRanges(text, found);
};
