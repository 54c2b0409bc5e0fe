export { changesSince, standingIn } from './changes.ts';
export type { EditionContent } from './content.ts';
export { type Difference, differencesFrom, Manifest, manifestText } from './manifest.ts';
export { publicPeople } from './names.ts';
export { type Reviewed, reviewOf } from './review.ts';
export { files as editionFiles } from './site/frame.ts';
export { siteFiles } from './site/site.ts';
export type { EditionSource } from './source.ts';
