import type { Span } from '../../model/index.ts';
import { monthPattern } from './days.ts';

/** Words before a full stop that ends no sentence. */
const abbreviation =
  /(?:^|[\s("“])(?:No|Nos|Art|Arts|Sec|para|paras|cf|vs|approx|incl|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|St|Mt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ltd|Inc|Co|Corp|e\.g|i\.e|a\.m|p\.m|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u;

/** "no later than 31. March 2032". */
const isDay = (before: string, after: string): boolean =>
  /(?<!\d)\d{1,2}\.$/u.test(before) && new RegExp(`^ ${monthPattern}`, 'u').test(after);

/** The sentences of one paragraph; a semicolon before words that could stand alone parts them too. */
export const sentencesIn = (paragraph: string): Span[] => {
  const spans: Span[] = [];
  let start = 0;
  for (const { index, 0: mark } of paragraph.matchAll(/[.!?]["”’')\]]*(?=\s+["“‘'(]?[\p{Lu}\d"“])/gu)) {
    const end = index + mark.length;
    if (mark === '.' && isDay(paragraph.slice(start, end), paragraph.slice(end))) continue;
    if (mark === '.' && abbreviation.test(paragraph.slice(start, end))) continue;
    spans.push([start, end]);
    start = end + (/^\s*/u.exec(paragraph.slice(end))?.[0].length ?? 0);
  }
  if (paragraph.slice(start).trim()) spans.push([start, paragraph.length]);
  return spans;
};
