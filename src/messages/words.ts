import type { Translation } from '../model/index.ts';
import { argumentsOf } from './arguments.ts';
import { type DateWords, dateWords } from './dates.ts';
import { en } from './en/index.ts';
import { createReader, type Format, type Said, type Texts, type Translated } from './message.ts';

export type Catalogue = Translated<typeof en>;

interface Language {
  language: string;
  catalogue: Catalogue;
  dates: DateWords;
  read: (text: string) => Format;
  /** Messages read so far, by id. */
  formats: Map<string, Format>;
  /** Names of languages; made when the first is asked for. */
  names?: Intl.DisplayNames;
}

const languageOf = (language: string, region: string, catalogue: Catalogue): Language => {
  const dates = dateWords(region, () => words.dates);
  const read = createReader({ language, region, ...dates });
  return { language, catalogue, dates, read, formats: new Map() };
};

/** The text of an id in the chosen language, or else in English. */
const textAt = (path: readonly string[]): string => {
  const find = (texts: unknown): unknown =>
    path.reduce<unknown>((at, id) => (at as Texts | undefined)?.[id], texts);
  return (find(spoken.catalogue) ?? find(en)) as string;
};

const formatAt = (path: readonly string[]): Format => {
  const id = path.join('.');
  const known = spoken.formats.get(id);
  if (known) return known;
  const format = spoken.read(textAt(path));
  spoken.formats.set(id, format);
  return format;
};

/** A function that fills a message; its single value may be given without its name. */
const filled = (path: readonly string[], text: string) => {
  let only: string | undefined;
  return (given: Record<string, string | number> | string | number): string => {
    if (typeof given === 'object') return formatAt(path)(given);
    only ??= argumentsOf(text)[0] ?? '';
    return formatAt(path)({ [only]: given });
  };
};

/** Texts are looked up when they are asked for, and messages read when they are first filled. */
const saidOf = (texts: Texts, above: readonly string[] = []): object => {
  const said = {};
  for (const [id, text] of Object.entries(texts)) {
    const path = [...above, id];
    const property =
      typeof text !== 'string'
        ? { value: saidOf(text, path) }
        : text.includes('{')
          ? { value: filled(path, text) }
          : { get: () => textAt(path) };
    Object.defineProperty(said, id, { ...property, enumerable: true });
  }
  return said;
};

/** All text that people see, in the language chosen. */
export const words = saidOf(en) as Said<typeof en>;

let spoken: Language = languageOf('en', 'en-GB', en);

/** Chooses the language of all text from now on, and how numbers and dates are written. */
export const setLanguage = (language: string, region: string, catalogue: Catalogue): void => {
  spoken = languageOf(language, region, catalogue);
};

/** An EDTF date or interval in words; any other text as it stands. */
export const dateInWords = (edtf: string): string => spoken.dates.day(edtf);

/** An instant in words, in UTC. */
export const momentInWords = (instant: string): string => spoken.dates.moment(instant);

/** A mark on an axis of time, as exact as the next one, `step` ms on. */
export const tickInWords = (date: Date, step: number): string => spoken.dates.tick(date, step);

/** “A, B, and C”. */
export const listInWords = (items: readonly string[]): string =>
  new Intl.ListFormat(spoken.language).format(items);

/** “A, B, C”: a row of items that is no sentence. */
export const rowInWords = (items: readonly string[]): string =>
  new Intl.ListFormat(spoken.language, { type: 'unit' }).format(items);

/** The name of a language, given as BCP 47; of one that is not known (`und`), that. */
export const languageInWords = (language: string | null): string => {
  if (language === null || language === 'und') return words.document.unknownLanguage;
  spoken.names ??= new Intl.DisplayNames(spoken.language, { type: 'language' });
  return spoken.names.of(language) ?? language;
};

/** What translated: a language model by its name, a server by its address. */
export const translatorInWords = ({ tool, model }: Pick<Translation, 'tool' | 'model'>): string =>
  tool === 'LibreTranslate' ? words.translation.server(model) : model;
