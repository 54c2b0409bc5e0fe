import { dates } from './dates.ts';

/** All texts in English, in ICU MessageFormat; every other language is a translation of these. */
export const en = { dates } as const;
