import type { GetICUArgs } from '@schummar/icu-type-parser';
import { type Formatters, IntlMessageFormat } from 'intl-messageformat';

/** What a message takes, told from its text: counts and shares as numbers, days as EDTF, moments as ISO 8601. */
type Values<Text extends string> = GetICUArgs<
  Text,
  { ICUArgument: string | number; ICUNumberArgument: number; ICUDateArgument: string }
>;

type KeyOf<T> = T extends T ? keyof T : never;
type ValueOf<T, Key> = T extends T ? (Key extends keyof T ? T[Key] : never) : never;
type IsUnion<T, Whole = T> = T extends T ? ([Whole] extends [T] ? false : true) : never;

/** A message without values is its text; one with a single value takes that, one with several takes them by name. */
type Message<Text extends string> = [KeyOf<Values<Text>>] extends [never]
  ? string
  : IsUnion<KeyOf<Values<Text>>> extends true
    ? (values: Values<Text>) => string
    : (value: ValueOf<Values<Text>, KeyOf<Values<Text>>>) => string;

/** Texts of one part of the interface, by what they are for. */
export interface Texts {
  readonly [id: string]: string | Texts;
}

/** A catalogue as its readers use it: texts are strings or functions that give them. */
export type Said<Part> = {
  readonly [Id in keyof Part]: Part[Id] extends string ? Message<Part[Id]> : Said<Part[Id]>;
};

/** The same ids with texts of another language; what is missing is said in English. */
export type Translated<Part> = {
  readonly [Id in keyof Part]?: Part[Id] extends string ? string : Translated<Part[Id]>;
};

/** How a language writes what stands in its messages. */
export interface Writing {
  /** BCP 47; decides on plurals. */
  language: string;
  /** BCP 47; decides how numbers and dates are written: the reader's own, whatever language the words are in. */
  region: string;
  /** An EDTF date in words. */
  day: (edtf: string) => string;
  /** An instant in words. */
  moment: (instant: string) => string;
}

/** `{share, number, share} %` writes 0.5 as 50. */
const formats = { number: { share: { scale: 100, maximumFractionDigits: 0 } } };

const formattersFor = ({ language, region, day, moment }: Writing): Formatters => {
  const plain = new Intl.NumberFormat(region);
  const cardinal = new Intl.PluralRules(language);
  const written = (write: (value: string) => string) =>
    ({ format: (value: unknown) => write(String(value)) }) as Intl.DateTimeFormat;
  return {
    getNumberFormat: (_, options) => (options ? new Intl.NumberFormat(region, options) : plain),
    getPluralRules: (_, options) =>
      options?.type === 'ordinal' ? new Intl.PluralRules(language, options) : cardinal,
    /** Only moments, `{at, time}`, come with hours. */
    getDateTimeFormat: (_, options) => written(options?.hour ? moment : day),
  };
};

export type Format = (values: Record<string, string | number>) => string;

/** Reads messages of one language. Tags are text: no message holds markup. */
export const createReader = (writing: Writing): ((text: string) => Format) => {
  const formatters = formattersFor(writing);
  return (text) => {
    const message = new IntlMessageFormat(text, writing.language, formats, { ignoreTag: true, formatters });
    return (values) => String(message.format(values));
  };
};
