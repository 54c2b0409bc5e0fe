export { Accord, caseOf, readAccords } from './accord.ts';
export { type GoldPair, goldPairs, pairKey, pointing, sentenceOf } from './gold.ts';
