export { agreementOf, type CodedPair } from './agreement.ts';
export { readSheet, type Sheet } from './sheet.ts';
