import type { Attribution, Bearing, Claim, ClaimEntry, DocumentView, Span } from '../../src/model/index.ts';
import { overlaps } from '../../src/model/span.ts';
import { entryOf, type Filled, filledFrom, type SentClaim } from './claim-entry.ts';

/** How surely the speaker puts it, as a person may say it: on the scale of factuality. */
export const sureness = ['3', '2', '1'] as const;
type Sureness = (typeof sureness)[number];

/** What a person says of marked words. */
export interface Marked extends Filled {
  commitment: string;
  bearing: Bearing | '';
  note: string;
  sure: Sureness;
}

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** How well a claim is what the marked words tell: those that only say that somebody speaks come last. */
const fitOf = (claim: Claim, span: Span, attributions: readonly Attribution[]): number => {
  const common = shared(claim.span, span);
  const whole = Math.max(claim.span[1], span[1]) - Math.min(claim.span[0], span[0]);
  const isSaying = attributions.some(({ cue }) => cue.some((one) => overlaps(one, claim.predicate.span)));
  return common / whole - (isSaying ? 1 : 0) - (claim.kind === 'assessment' ? 0.2 : 0);
};

/** The claim that was read in marked words: the one that they hold most of; null where none was. */
export const claimIn = ({ reading }: DocumentView, span: Span): Claim | null => {
  const told = reading.claims.filter(({ predicate }) => overlaps(predicate.span, span));
  const inside = told.length > 0 ? told : reading.claims.filter((claim) => overlaps(claim.span, span));
  const ranked = inside.map((claim) => ({ claim, fit: fitOf(claim, span, reading.attributions) }));
  return ranked.sort((a, b) => b.fit - a.fit)[0]?.claim ?? null;
};

/** Who is said to say the words, where no claim was read in them. */
const speakerOver = ({ reading }: DocumentView, span: Span): string => {
  const over = reading.attributions
    .map((said) => ({ said, common: Math.max(0, ...said.content.map((content) => shared(content, span))) }))
    .sort((a, b) => b.common - a.common)[0];
  const id = over && over.common > 0 ? (over.said.speaker ?? over.said.group) : null;
  return reading.entities.find((entity) => entity.id === id)?.name ?? '';
};

const surenessOf = (claim: Claim | null): Sureness => {
  if (!claim) return '3';
  const nearest = Math.max(1, Math.min(3, Math.round(Math.abs(claim.factuality))));
  return claim.mood === 'asserted' ? (`${nearest}` as Sureness) : '1';
};

/** The longest word for what happens that an entry takes. */
const lemmaLimit = 100;

/** What the form begins with: all that was read of the words, and nothing of what they show. */
export const markedFrom = (view: DocumentView, span: Span, claim: Claim | null): Marked => {
  const read = filledFrom(view, claim);
  return {
    ...read,
    lemma:
      read.lemma ||
      view.document.text
        .slice(...span)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, lemmaLimit),
    speaker: read.speaker || (claim ? '' : speakerOver(view, span)),
    mood: 'asserted',
    sure: surenessOf(claim),
    commitment: '',
    bearing: '',
    note: '',
  };
};

/** What is sent: the claim with what it shows, so that it counts at once. */
export const markOf = (
  view: DocumentView,
  span: Span,
  claim: Claim | null,
  { commitment, bearing, note, sure, ...filled }: Marked & { bearing: Bearing },
): SentClaim => {
  const isAsRead =
    claim?.mood === 'asserted' && surenessOf(claim) === sure && claim.polarity === filled.polarity;
  const factuality = (filled.polarity === 'negated' ? -1 : 1) * Number(sure);
  return {
    ...entryOf(view, span, claim, filled),
    factuality: (isAsRead ? claim.factuality : factuality) as NonNullable<ClaimEntry['factuality']>,
    shows: { commitment, bearing, note: note.trim() },
  };
};
