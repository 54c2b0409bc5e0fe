import type { Document, Evidence, Judgement, Span } from '../model/index.ts';

/** What a judgement is on; those of older stores name an indicator instead, and none for a verdict. */
const kindOf = ({ kind, indicator }: Judgement['anchor']): Evidence['kind'] =>
  kind ?? (indicator === null ? 'verdict' : 'conduct');

/** How many characters two spans share. */
const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** Of the evidence that a judgement may be on, that of its kind first, then what shares most of its words. */
const nearest = ({ anchor }: Judgement, evidence: readonly Evidence[]): Evidence | undefined =>
  evidence
    .filter(({ span }) => shared(span, anchor.span) > 0)
    .sort(
      (a, b) =>
        Number(b.kind === kindOf(anchor)) - Number(a.kind === kindOf(anchor)) ||
        shared(b.span, anchor.span) - shared(a.span, anchor.span) ||
        a.id.localeCompare(b.id),
    )[0];

/**
 * Judgements whose evidence has another id today, by the id that they are carried to: evidence of the same document and
 * commitment that shares their words. Of several on one piece of evidence the last holds. `unmatched`: nothing does.
 *
 * @param judgements in the order in which they came
 */
export const carriedJudgements = (
  judgements: readonly Judgement[],
  evidence: readonly Evidence[],
  documents: ReadonlyMap<string, Document>,
): { carried: Map<string, Judgement>; unmatched: Judgement[] } => {
  const places = new Map<string, Evidence[]>();
  const placeOf = (sha256: string | undefined, commitment: string) => `${sha256} ${commitment}`;
  for (const item of judgements.length > 0 ? evidence : []) {
    const place = placeOf(documents.get(item.documentId)?.sha256, item.commitment);
    const there = places.get(place);
    if (there) there.push(item);
    else places.set(place, [item]);
  }
  const carried = new Map<string, Judgement>();
  const unmatched: Judgement[] = [];
  for (const judgement of judgements) {
    const { documentSha256, commitment } = judgement.anchor;
    const found = nearest(judgement, places.get(placeOf(documentSha256, commitment)) ?? []);
    if (found) carried.set(found.id, judgement);
    else unmatched.push(judgement);
  }
  return { carried, unmatched };
};
