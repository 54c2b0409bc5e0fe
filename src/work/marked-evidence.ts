import { createHash } from 'node:crypto';
import { type CaseFile, type Evidence, overlaps, pointsTo, type Statement } from '../model/index.ts';
import type { MarkedClaim } from './entered-claims.ts';

/** Each mark is evidence of its own: what was decided on an earlier one does not hold for it. */
const idOf = ({ claim, shows }: MarkedClaim): string =>
  createHash('sha256').update(`${claim.id}\n${shows.commitment}\nmarked`).digest('hex').slice(0, 16);

/** What a person marked, as evidence; what the machine saw in the same claim on that commitment stays with it. */
const marked = (
  mark: MarkedClaim,
  statement: Statement,
  { strength, elements, share, features }: Partial<Evidence>,
): Evidence => {
  const { shows, claim } = mark;
  const { factuality } = statement.claim;
  return {
    id: idOf(mark),
    statementId: statement.id,
    documentId: statement.documentId,
    commitment: shows.commitment,
    kind: 'conduct',
    bearing: pointsTo(shows.bearing, factuality),
    factuality,
    strength: strength ?? 'direct',
    probability: null,
    tier: 'counted',
    span: statement.claim.span,
    words: statement.text,
    verdict: 'accepted',
    ...(share === undefined ? {} : { share }),
    elements: elements ?? [],
    through: [`marked by ${claim.by}`, ...(shows.note ? [shows.note] : [])],
    markedBy: claim.by,
    ...(features ? { features } : {}),
  };
};

/** Evidence of a document with what people marked, in the place of what was matched in the same words on that commitment. */
export const withMarkedEvidence = (
  evidence: readonly Evidence[],
  marks: readonly MarkedClaim[],
  statements: readonly Statement[],
  { commitments }: CaseFile,
): Evidence[] => {
  const known = new Set(commitments.map(({ id }) => id));
  const added = marks.flatMap((mark) => {
    const statement = statements.find(({ claim }) => claim.id === mark.standing);
    if (!statement || !known.has(mark.shows.commitment)) return [];
    const { commitment } = mark.shows;
    const matched = evidence.find(
      (item) => item.statementId === statement.id && item.commitment === commitment,
    );
    return marked(mark, statement, matched ?? {});
  });
  const isReplaced = (item: Evidence): boolean =>
    added.some(({ commitment, span }) => commitment === item.commitment && overlaps(span, item.span));
  return [...evidence.filter((item) => !isReplaced(item)), ...added];
};
