import type { PublicationChoice, ReviewKind } from './publication.ts';

/** What can be chosen of each, the most open first. */
export const choicesOf: Readonly<Record<ReviewKind, readonly PublicationChoice[]>> = {
  finding: ['keep', 'hide'],
  quotation: ['keep', 'shorten', 'hide'],
  person: ['keep', 'hide'],
  place: ['keep', 'coarsen', 'hide'],
};

/** Of one quotation no more is published or printed, in UTF-16 code units; its place leads to the whole. */
export const longestQuotation = 800;
