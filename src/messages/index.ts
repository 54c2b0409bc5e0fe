export { bestLanguage, chooseLanguage, directionOf, languages } from './languages.ts';
export { currentLanguage, dateInWords, momentInWords, words } from './words.ts';
