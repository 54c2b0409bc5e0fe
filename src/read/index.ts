export { bandOf } from './claims/stances.ts';
export { inOrder } from './in-order.ts';
export { WordPieces } from './network/pieces.ts';
export { readVocabulary } from './network/weights.ts';
export { splitWords } from './network/words.ts';
export { createLocalReader, createReader, type Reader } from './pool.ts';
export type { Layer, ReadInput } from './reader.ts';
export { stamps } from './stamps.ts';
export { type Timing, timeReading } from './timing.ts';
