export { changesBetween } from './changes.ts';
export { collect } from './collect.ts';
export { withoutBoilerplate } from './copies/boilerplate.ts';
export { copiesAmong } from './copies/copies-among.ts';
export { candidatesOf, maxPostings } from './copies/copy-index.ts';
export { compare, keysOf, type Sketch, sketchOf } from './copies/sketch.ts';
export type { CollectEvent, Collected, CollectOptions } from './events.ts';
export { countInputs, isWebAddress } from './inputs.ts';
export type { Validators, WebOptions } from './web/fetcher.ts';
