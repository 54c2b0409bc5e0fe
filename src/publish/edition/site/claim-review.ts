import type { Edition, PublicCommitment, Status } from '../../../model/index.ts';
import { statusWords } from '../../marks.ts';
import { addressOf, files } from './frame.ts';

/** Worst and best of the scale that readers of ClaimReview expect: 1 is false, 5 is true. */
const worst = 1;
const best = 5;

/** How far a finding says that the promise is kept; statuses that say neither have no number, and keep their words. */
const ratings: Partial<Record<Status, number>> = {
  'established breach': 1,
  'probable breach': 2,
  disputed: 3,
  'probable performance': 4,
  'established performance': 5,
};

/**
 * What schema.org calls a ClaimReview, of a finding that a person set and signed; null for any other. The claim is that the
 * promise is kept; its author is whoever owes it, the reviewer whoever publishes.
 */
export function claimReview(edition: Edition, commitment: PublicCommitment): object | null {
  const { publication } = edition;
  const { personal, requires, debtor, id } = commitment;
  const url = addressOf(edition, files.commitment(id));
  // A name in brackets is hidden: nobody has signed it in public.
  if (!personal || !publication || !url || personal.by.startsWith('[')) return null;
  const value = ratings[personal.status];
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    datePublished: edition.day,
    claimReviewed: `${debtor} keeps this commitment: ${requires}`,
    author: { '@type': 'Organization', name: publication.by, url: publication.address },
    editor: { '@type': 'Person', name: personal.by },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Organization', name: debtor },
      datePublished: edition.signed,
      appearance: { '@type': 'CreativeWork', name: edition.title },
    },
    reviewRating: {
      '@type': 'Rating',
      alternateName: statusWords(personal),
      ...(value === undefined ? {} : { ratingValue: value, worstRating: worst, bestRating: best }),
    },
  };
}
