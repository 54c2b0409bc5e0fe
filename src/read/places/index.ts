export { findPlaces, isKnownPlace } from './find-places.ts';
export { loadGazetteer } from './gazetteer.ts';
export { gazetteerBytes, shareGazetteer } from './gazetteer-file.ts';
