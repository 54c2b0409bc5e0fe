import { createRequire } from 'node:module';
import { countries as listed } from 'countries-list';
import { wordTable } from './word-table.ts';

/** Countries by ISO 3166-1 alpha-2 code: names, short forms, demonyms, capitals. */

const require = createRequire(import.meta.url);

interface IsoCountries {
  registerLocale(locale: unknown): void;
  getNames(language: string, options: { select: 'all' }): Record<string, string[]>;
}

/** Short and informal names that the ISO list lacks. */
const shortNames = wordTable<string>({
  US: 'U.S.|US|U.S|USA|U.S.A.|United States|America',
  GB: 'UK|U.K.|Britain|Great Britain|England|Scotland|Wales|Northern Ireland',
  AE: 'UAE|U.A.E.|Emirates',
  RU: 'Russia',
  KR: 'South Korea|ROK',
  KP: 'North Korea|DPRK',
  IR: 'Iran',
  SY: 'Syria',
  VN: 'Vietnam',
  LA: 'Laos',
  TZ: 'Tanzania',
  BO: 'Bolivia',
  VE: 'Venezuela',
  MD: 'Moldova',
  MK: 'North Macedonia|Macedonia',
  PS: 'Palestine',
  CD: 'DR Congo|DRC|Democratic Republic of Congo',
  CG: 'Congo-Brazzaville',
  CI: 'Ivory Coast',
  CZ: 'Czechia|Czech Republic',
  TW: 'Taiwan',
  TR: 'Turkey|Türkiye|Turkiye',
  MM: 'Burma|Myanmar',
  SZ: 'Swaziland|Eswatini',
  BA: 'Bosnia',
  VA: 'Vatican',
  XK: 'Kosovo',
  NL: 'Holland|Netherlands',
  CV: 'Cape Verde',
  TL: 'East Timor',
  BN: 'Brunei',
  FM: 'Micronesia',
  GM: 'Gambia',
  BS: 'Bahamas',
});

/** Demonyms that no rule below gives. */
const irregularDemonyms = wordTable<string>({
  US: 'American|Americans',
  GB: 'British|Briton|Britons|English|Scottish|Welsh|UK',
  FR: 'French|Frenchman',
  DE: 'German',
  NL: 'Dutch',
  ES: 'Spanish|Spaniard',
  PT: 'Portuguese',
  IT: 'Italian',
  CH: 'Swiss',
  AT: 'Austrian',
  BE: 'Belgian',
  DK: 'Danish|Dane',
  SE: 'Swedish|Swede',
  NO: 'Norwegian',
  FI: 'Finnish|Finn',
  IS: 'Icelandic',
  IE: 'Irish',
  PL: 'Polish|Pole',
  CZ: 'Czech',
  SK: 'Slovak',
  HU: 'Hungarian',
  RO: 'Romanian',
  BG: 'Bulgarian',
  GR: 'Greek',
  TR: 'Turkish|Turk|Turks',
  CY: 'Cypriot',
  HR: 'Croatian|Croat',
  RS: 'Serbian|Serb|Serbs',
  BA: 'Bosnian',
  SI: 'Slovenian|Slovene',
  MK: 'Macedonian',
  XK: 'Kosovar',
  AL: 'Albanian',
  UA: 'Ukrainian',
  RU: 'Russian',
  BY: 'Belarusian',
  MD: 'Moldovan',
  LT: 'Lithuanian',
  LV: 'Latvian',
  EE: 'Estonian',
  GE: 'Georgian',
  AM: 'Armenian',
  AZ: 'Azerbaijani|Azeri',
  IL: 'Israeli',
  PS: 'Palestinian',
  LB: 'Lebanese',
  JO: 'Jordanian',
  SY: 'Syrian',
  IQ: 'Iraqi',
  IR: 'Iranian',
  SA: 'Saudi',
  YE: 'Yemeni',
  OM: 'Omani',
  AE: 'Emirati',
  QA: 'Qatari',
  KW: 'Kuwaiti',
  BH: 'Bahraini',
  EG: 'Egyptian',
  LY: 'Libyan',
  TN: 'Tunisian',
  DZ: 'Algerian',
  MA: 'Moroccan',
  SD: 'Sudanese',
  SS: 'South Sudanese',
  ET: 'Ethiopian',
  ER: 'Eritrean',
  SO: 'Somali',
  DJ: 'Djiboutian',
  KE: 'Kenyan',
  UG: 'Ugandan',
  TZ: 'Tanzanian',
  RW: 'Rwandan',
  BI: 'Burundian',
  CD: 'Congolese',
  CM: 'Cameroonian',
  NG: 'Nigerian',
  NE: 'Nigerien',
  ML: 'Malian',
  BF: 'Burkinabe',
  SN: 'Senegalese',
  GM: 'Gambian',
  GN: 'Guinean',
  SL: 'Sierra Leonean',
  LR: 'Liberian',
  CI: 'Ivorian',
  GH: 'Ghanaian',
  TG: 'Togolese',
  BJ: 'Beninese',
  TD: 'Chadian',
  CF: 'Central African',
  GA: 'Gabonese',
  AO: 'Angolan',
  ZM: 'Zambian',
  ZW: 'Zimbabwean',
  MZ: 'Mozambican',
  MW: 'Malawian',
  NA: 'Namibian',
  BW: 'Botswanan',
  ZA: 'South African',
  MG: 'Malagasy',
  IN: 'Indian',
  PK: 'Pakistani',
  BD: 'Bangladeshi',
  LK: 'Sri Lankan',
  NP: 'Nepali|Nepalese',
  BT: 'Bhutanese',
  MV: 'Maldivian',
  CN: 'Chinese',
  TW: 'Taiwanese',
  JP: 'Japanese',
  KR: 'South Korean',
  KP: 'North Korean',
  MN: 'Mongolian',
  VN: 'Vietnamese',
  TH: 'Thai',
  KH: 'Cambodian',
  LA: 'Laotian',
  MM: 'Burmese',
  MY: 'Malaysian',
  SG: 'Singaporean',
  ID: 'Indonesian',
  PH: 'Filipino|Philippine|Filipinos',
  TL: 'Timorese',
  PG: 'Papua New Guinean',
  AU: 'Australian',
  NZ: 'New Zealander',
  FJ: 'Fijian',
  CA: 'Canadian',
  MX: 'Mexican',
  GT: 'Guatemalan',
  HN: 'Honduran',
  SV: 'Salvadoran',
  NI: 'Nicaraguan',
  CR: 'Costa Rican',
  PA: 'Panamanian',
  CU: 'Cuban',
  HT: 'Haitian',
  DO: 'Dominican',
  JM: 'Jamaican',
  TT: 'Trinidadian',
  CO: 'Colombian',
  VE: 'Venezuelan',
  EC: 'Ecuadorian',
  PE: 'Peruvian',
  BO: 'Bolivian',
  CL: 'Chilean',
  AR: 'Argentine|Argentinian',
  UY: 'Uruguayan',
  PY: 'Paraguayan',
  BR: 'Brazilian',
  KZ: 'Kazakhstani',
  KG: 'Kyrgyz',
});

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** What was folded lately: the same names come again and again. */
const folded = new Map<string, string>();
const rememberedFolds = 10_000;

/** Letters only, without diacritics, lower case: for comparing names. */
export const fold = (name: string): string => {
  const known = folded.get(name);
  if (known !== undefined) return known;
  if (folded.size >= rememberedFolds) folded.clear();
  const made = letters(name);
  folded.set(name, made);
  return made;
};

const letters = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʻʼ`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

interface CountryIndex {
  readonly byName: ReadonlyMap<string, Country>;
  readonly byDemonym: ReadonlyMap<string, Country>;
}

let index: CountryIndex | undefined;

/** "Xistan" makes "X" and the plural takes an s; the irregular ones stand above. */
const demonymsOf = ({ code, name }: Country): string[] => {
  const listed = irregularDemonyms[code]?.split('|') ?? [];
  const stem = /^(\p{L}{4,})istan$/u.exec(name)?.[1];
  if (stem && !listed.length) listed.push(stem);
  else if (stem && code !== 'PK') listed.push(stem);
  return listed.flatMap((word) => (/(?:s|sh|ch|ese|is)$/.test(word) ? [word] : [word, `${word}s`]));
};

const build = (): CountryIndex => {
  const countries = require('i18n-iso-countries') as IsoCountries;
  countries.registerLocale(require('i18n-iso-countries/langs/en.json'));
  const byName = new Map<string, Country>();
  const byDemonym = new Map<string, Country>();
  const names: Record<string, string[]> = { XK: ['Kosovo'], ...countries.getNames('en', { select: 'all' }) };
  for (const [code, all] of Object.entries(names)) {
    const short = shortNames[code]?.split('|') ?? [];
    const first = all[0] ?? short[0] ?? code;
    const country = { code, name: first };
    for (const name of [...all, ...short]) byName.set(fold(name), country);
    for (const demonym of demonymsOf(country)) byDemonym.set(demonym.toLowerCase(), country);
  }
  index = { byName, byDemonym };
  return index;
};

const load = (): CountryIndex => index ?? build();

/** A country by any of its names; "us" counts only in capitals. */
export const countryNamed = (name: string): Country | undefined => {
  const bare = name.replace(/^the\s+/i, '');
  if (/^(?:us|uk|uae)$/i.test(bare) && bare !== bare.toUpperCase()) return undefined;
  return load().byName.get(fold(bare));
};

export const countryOfDemonym = (word: string): Country | undefined =>
  load().byDemonym.get(word.toLowerCase());

/** Capitals as English-language papers also write them. */
const otherCapitals: Readonly<Record<string, string>> = {
  kiev: 'UA',
  washington: 'US',
  peking: 'CN',
  rangoon: 'MM',
};

let byCapital: ReadonlyMap<string, string> | undefined;

/** The ISO code of the country whose capital bears the name: where papers write the one for the other's government. */
export const countryOfCapital = (name: string): string | undefined => {
  byCapital ??= new Map([
    ...Object.entries(listed).map(([code, { capital }]) => [fold(capital), code] as const),
    ...Object.entries(otherCapitals),
  ]);
  return byCapital.get(fold(name));
};
