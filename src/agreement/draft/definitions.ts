import type { Unit } from './structure.ts';

/** What a word means in one agreement. */
export interface Definition {
  /** Without article and quotation marks: "Line". */
  term: string;
  meaning: string;
}

const term = `["“”'‘]((?:[Tt]he |[Aa]n? )?[^"“”]{1,60}?)["”'’,]+`;
const verb = String.raw`(?:\s*\([^)]*\))?\s*,?\s*(?:shall (?:mean|include|refer to)|means?|mean|refers? to|is understood as|includes?|denotes?|stands? for|is|are)\s+`;
const definition = new RegExp(`${term}${verb}(.+?)(?=[;.,]\\s*(?:and\\s+)?["“]|;\\s|\\.\\s|[.;]?$)`, 'gsu');

export const withoutArticle = (words: string): string => words.replace(/^(?:the|an?)\s+/iu, '').trim();

/** Every definition of the text in its order: `"The Line" means the line on the map annexed.` */
export const definitionsIn = (text: string): Definition[] =>
  text.split('\n').flatMap((line) =>
    [...line.matchAll(definition)].flatMap(([, words = '', meaning = '']) => {
      const defined = withoutArticle(words);
      return defined && meaning.length > 2 ? [{ term: defined, meaning: meaning.trim() }] : [];
    }),
  );

/** Whether a sentence says what a word means, and nothing else. */
export const isDefinition = ({ text }: Pick<Unit, 'text'>): boolean =>
  /^(?:(?:in|for the purposes? of) (?:this|the present|these) [^,"“]{3,60},?\s+)?["“]/iu.test(text) ||
  /\b(?:shall|will) (?:mean|be understood (?:as|to mean)|have the meanings?|refer to)\b/iu.test(text) ||
  /^(?:the )?(?:term|word|expression)s?\b/iu.test(text) ||
  /^(?:in|for the purposes? of) (?:this|the present) [^,]{3,60},?\s+["“]/iu.test(text);
