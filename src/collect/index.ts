export type { CollectEvent, Collected, CollectOptions } from './collect.ts';
export { collect } from './collect.ts';
export { countInputs } from './inputs.ts';
