import { type Document, type Finding, overlaps, type Span } from '../model/index.ts';
import type { Material } from '../weigh/index.ts';

type EvidenceItem = Finding['evidence'][number];

const folded = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Where a place in one text stands in a copy of it; null where no passage that both have holds it. */
const placeIn = (
  { copies }: Pick<Material, 'copies'>,
  document: Document['id'],
  span: Span,
  other: Document['id'],
): Span | null => {
  const passage = copies
    .get(document)
    ?.find((link) => link.document === other)
    ?.passages.find(({ here }) => here[0] <= span[0] && span[1] <= here[1]);
  if (!passage) return null;
  const offset = passage.there[0] - passage.here[0];
  return [span[0] + offset, span[1] + offset];
};

/** Whether two pieces of evidence are one statement, printed twice: a copied passage, or the same words of one origin. */
const isCopy = (open: Pick<Material, 'copies'>, a: EvidenceItem, b: EvidenceItem): boolean => {
  if (a.document === b.document || a.bearing !== b.bearing || a.stance !== b.stance || a.kind !== b.kind)
    return false;
  if (a.origin !== null && a.origin === b.origin && folded(a.words) === folded(b.words)) return true;
  const place = placeIn(open, a.document, a.span, b.document);
  return place !== null && overlaps(place, b.span) && folded(a.words) === folded(b.words);
};

/** Other evidence of a finding that is the same statement, copied, and stands as this one stands: judged as one. */
export const copiesOfStatement = (
  open: Pick<Material, 'copies'>,
  finding: Pick<Finding, 'evidence'>,
  item: EvidenceItem,
): EvidenceItem[] =>
  finding.evidence.filter(
    (other) =>
      other.id !== item.id &&
      other.role !== 'left out' &&
      other.verdict === item.verdict &&
      isCopy(open, item, other),
  );
