export type { CollectEvent, Collected, CollectOptions } from './collect.ts';
export { collect } from './collect.ts';
export { CopyIndex, maxPostings } from './copies/copy-index.ts';
export { compare, keysOf, type Sketch, sketchOf } from './copies/sketch.ts';
export { countInputs } from './inputs.ts';
