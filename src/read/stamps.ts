import { createRequire } from 'node:module';

/** Hashes of what makes readings and matches, code and weights, written by `build/stamp.mjs`: what caches hang on. */
interface Stamps {
  readonly reader: string;
  readonly matcher: string;
}

/** The stamps of this build. Source that runs unbuilt has those of the last build. */
export const stamps = createRequire(import.meta.url)('../../dist/stamps.json') as Stamps;
