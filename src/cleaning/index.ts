export { brokenEnd, brokenStart, Hyphens } from './hyphens.ts';
export type { Changed } from './offset-map.ts';
export { readable } from './readable.ts';
export { unwrappedInPlace } from './wrapping.ts';
