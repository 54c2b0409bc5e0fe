export { Accord, caseOf, readAccords } from './accord.ts';
export { goldPairs, pairKey, sentenceOf } from './gold.ts';
