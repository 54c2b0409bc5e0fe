export { bestLanguage, chooseLanguage, chooseOwnLanguage, directionOf } from './languages.ts';
export { likelihoodInWords } from './likelihood.ts';
export { originSums } from './origin-sums.ts';
export { toldInText } from './told.ts';
export {
  currentLanguage,
  dateInWords,
  languageInWords,
  listInWords,
  momentInWords,
  rowInWords,
  translatorInWords,
  words,
} from './words.ts';
