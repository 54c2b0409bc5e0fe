import { en } from './en/index.ts';
import { type Catalogue, setLanguage } from './words.ts';

/**
 * The languages that text can be shown in, each with its catalogue. `en-XA` and `ar-XB` are English with accents, the one
 * written to the right and the other to the left: what is not accented there does not come from a catalogue.
 */
const catalogues: Readonly<Record<string, () => Promise<Catalogue>>> = {
  en: async () => en,
  'en-XA': async () => (await import('./pseudo.ts')).accented(en, 'en-XA'),
  'ar-XB': async () => (await import('./pseudo.ts')).accented(en, 'ar-XB'),
};

export const languages: readonly string[] = Object.keys(catalogues);

/** The first language asked for that there is, whatever its region (`fr-CA` finds `fr`); else English. */
export const bestLanguage = (asked: readonly string[]): string =>
  asked.flatMap((tag) => [tag, tag.split('-')[0] ?? '']).find((tag) => tag in catalogues) ?? 'en';

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** In which direction a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';

/** The texts of a language; of one that there is not, those in English. */
export const catalogueOf = async (language: string): Promise<Catalogue> =>
  (await catalogues[language]?.()) ?? en;

/** Shows all text in the language that the command was told to answer in, if any: threads begin in English too. */
export const chooseOwnLanguage = async ({
  PROVISO_LANGUAGE: asked,
}: Readonly<Record<string, string | undefined>>): Promise<void> => {
  if (asked) await chooseLanguage(bestLanguage([asked]));
};

/** Shows all text from now on in a language; numbers and dates as a region writes them. */
export const chooseLanguage = async (language: string, region: string = language): Promise<void> =>
  setLanguage(language, region, await catalogueOf(language));
