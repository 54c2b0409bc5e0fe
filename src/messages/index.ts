export { capital } from './capital.ts';
export { bestLanguage, chooseLanguage, chooseOwnLanguage, directionOf } from './languages.ts';
export { likelihoodInWords, likelihoodOf } from './likelihood.ts';
export { originSums } from './origin-sums.ts';
export { toldInText, toldInWords } from './told.ts';
export {
  dateInWords,
  languageInWords,
  listInWords,
  momentInWords,
  rowInWords,
  tickInWords,
  translatorInWords,
  words,
} from './words.ts';
