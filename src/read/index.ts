export { bandOf } from './claims/stances.ts';
export { inOrder } from './in-order.ts';
export { createLocalReader, createReader, type Reader } from './pool.ts';
export type { Layer, ReadInput } from './reader.ts';
export { type Timing, timeReading } from './timing.ts';
