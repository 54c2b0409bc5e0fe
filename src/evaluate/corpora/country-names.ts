import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface IsoCountries {
  registerLocale(locale: unknown): void;
  getNames(language: string, options: { select: 'all' }): Record<string, string[]>;
}

/** Names in use that the list of ISO 3166 lacks, and one that the trimming of punctuation shortens. */
const alsoCountries = ['Syria', 'Britain', 'America', 'U.S', 'U.K', 'Holland', 'Burma', 'Kosovo'];

/** English names of all countries, long and short. */
export const countryNames = (): Set<string> => {
  const countries = require('i18n-iso-countries') as IsoCountries;
  countries.registerLocale(require('i18n-iso-countries/langs/en.json'));
  return new Set([...Object.values(countries.getNames('en', { select: 'all' })).flat(), ...alsoCountries]);
};
