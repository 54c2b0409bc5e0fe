import type { Span } from '../model/index.ts';

/** The types that UNER shares with CoNLL 2003. */
export const nameTypes = ['PER', 'ORG', 'LOC'] as const;
export type NameType = (typeof nameTypes)[number];

/** A name where it stands, with its type. */
export interface TypedSpan {
  readonly span: Readonly<Span>;
  readonly type: NameType;
}

/** A text with the names of people, organisations and places in it. */
export interface NamedText {
  readonly id: string;
  readonly text: string;
  readonly names: readonly TypedSpan[];
  /** Descriptions: the corpus does not say which words in them are a name, so names inside do not count. */
  readonly descriptions: readonly Readonly<Span>[];
}

/** Forms of address, ranks and offices: one corpus counts them as part of a person's name, another does not. */
const titles = [
  'Mr|Mrs|Ms|Miss|Dr|Doctor|Prof|Professor|Sir|Lord|Lady|Dame|Rev|Reverend|Judge|Justice',
  'King|Queen|Prince|Princess|Sheikh|Ayatollah|Imam|Pope|Bishop|Archbishop|Prophet',
  'President|Premier|Chancellor|Minister|Secretary|State|Defen[cs]e|Senator|Sen|Representative|Rep',
  'Congress(?:wo)?man|Governor|Gov|Mayor|Ambassador|Envoy|Advis[eo]r|Commissioner|Chair(?:wo)?man|Director',
  'Spokes(?:(?:wo)?man|person)|General|Gen|Colonel|Col|Major|Maj|Captain|Capt|Lieutenant|Lt|Sergeant|Sgt',
  'Corporal|Cpl|Private|Pvt|Admiral|Adm|Commodore|Commander|Cmdr|Officer|Class',
].join('|');

const anyTitle = `(?<!\\p{L})(?:${titles}|${titles.toUpperCase()})\\.?`;

/** Up to the last title that a name follows: a capital, or a particle, and more than "Jr." or "II". */
const upToName = new RegExp(
  `^.*${anyTitle}[\\s\\p{Cf}]+(?=(?!(?:Jr|Sr|[IVX]+)\\.?$)[\\p{Lu}\\p{Lt}]|(?:al|el|de|bin|ibn)[- ])`,
  'su',
);

const titleAtEnd = new RegExp(`${anyTitle}$`, 'u');

/** Whether a phrase names an office ("Foreign Secretary") and nobody who holds it. */
export const endsInTitle = (words: string): boolean => titleAtEnd.test(words);

/** Each takes away from the front or the end of a name what does not count, if something is left. */
const beforeName = [/^[^\p{L}\p{N}]+/u, /^(?:the|an?)\s+/iu];
const afterName = [/[^\p{L}\p{N}]+$/u, /['’]s$/iu];

/**
 * The words of a name by which it is compared: without a leading article, a possessive ending, punctuation at
 * the ends and, for a person, titles.
 */
export const nameExtent = (text: string, [start, end]: Readonly<Span>, type: NameType | null): Span => {
  let words = text.slice(start, end);
  let from = start;
  const drop = (pattern: RegExp, atFront: boolean) => {
    const length = pattern.exec(words)?.[0].length ?? 0;
    if (length === 0 || length === words.length) return;
    words = atFront ? words.slice(length) : words.slice(0, -length);
    if (atFront) from += length;
  };
  for (const pattern of afterName) drop(pattern, false);
  for (const pattern of type === 'PER' ? [...beforeName, upToName] : beforeName) drop(pattern, true);
  return [from, from + words.length];
};

/** Whether a span lies in another and is shorter. */
export const isPartOf = ([start, end]: Readonly<Span>, whole: Readonly<Span>): boolean =>
  whole[0] <= start && end <= whole[1] && end - start < whole[1] - whole[0];
