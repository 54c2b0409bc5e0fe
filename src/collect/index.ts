export { collect } from './collect.ts';
export { CopyIndex, candidatesOf, maxPostings } from './copies/copy-index.ts';
export { compare, keysOf, type Sketch, sketchOf } from './copies/sketch.ts';
export type { CollectEvent, Collected, CollectOptions } from './events.ts';
export { countInputs } from './inputs.ts';
