import type { PublicationChoice, ReviewKind } from './publication.ts';

/** What can be chosen of each, the most open first. */
export const choicesOf: Readonly<Record<ReviewKind, readonly PublicationChoice[]>> = {
  finding: ['keep', 'hide'],
  quotation: ['keep', 'shorten', 'hide'],
  person: ['keep', 'hide'],
  place: ['keep', 'coarsen', 'hide'],
};
