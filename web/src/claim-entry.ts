import type {
  Attribution,
  Claim,
  ClaimEntry,
  DocumentView,
  Entity,
  Reading,
  Span,
} from '../../src/model/index.ts';

/** The parts of a claim that a person fills in. */
export interface Filled {
  lemma: string;
  polarity: Claim['polarity'];
  mood: Claim['mood'];
  agent: string;
  patient: string;
  speaker: string;
  time: string;
}

const entityOf = ({ entities }: Reading, id: string | null | undefined): Entity | undefined =>
  entities.find((entity) => entity.id === id);

const attributionOf = ({ attributions }: Reading, claim: Claim | null): Attribution | undefined =>
  attributions.find(({ id }) => id === claim?.attribution);

const fillerName = (reading: Reading, { entity, span }: Claim['roles'][number]): string =>
  entityOf(reading, entity)?.name ?? reading.text.slice(...span);

/** Roles that the form has a field for; of those that receive, the first that the claim has. */
const receiving = ['patient', 'recipient', 'beneficiary'] as const;
const fillers = (claim: Claim | null) => ({
  agent: claim?.roles.find(({ role }) => role === 'agent'),
  patient: receiving.flatMap((role) => claim?.roles.filter((item) => item.role === role) ?? [])[0],
});

/** What the form begins with: what was read, or nothing. */
export const filledFrom = ({ reading }: DocumentView, claim: Claim | null): Filled => {
  const { agent, patient } = fillers(claim);
  const said = attributionOf(reading, claim);
  return {
    lemma: claim?.predicate.lemma ?? '',
    polarity: claim?.polarity ?? 'affirmed',
    mood: claim?.mood ?? 'asserted',
    agent: agent ? fillerName(reading, agent) : '',
    patient: patient ? fillerName(reading, patient) : '',
    speaker: entityOf(reading, said?.speaker ?? said?.group)?.name ?? '',
    time: claim?.time ?? '',
  };
};

/** A claim as it is sent: what is left out the server fills in. */
export type SentClaim = Omit<Partial<ClaimEntry>, 'span' | 'predicate'> &
  Pick<ClaimEntry, 'span' | 'predicate'>;

/** The roles as filled in; those that were not touched stay as they were read, with their words. */
const rolesOf = (reading: Reading, claim: Claim | null, filled: Filled): ClaimEntry['roles'] => {
  const read = fillers(claim);
  const others = claim?.roles.filter((item) => item !== read.agent && item !== read.patient) ?? [];
  const asRead = (item: Claim['roles'][number]) => ({
    role: item.role,
    name: fillerName(reading, item),
    type: entityOf(reading, item.entity)?.type ?? ('other' as const),
    span: item.span,
  });
  const asFilled = (['agent', 'patient'] as const).flatMap((role): ClaimEntry['roles'] => {
    const name = filled[role].trim();
    const before = read[role];
    if (before && fillerName(reading, before) === name) return [asRead(before)];
    return name ? [{ role: before?.role ?? role, name, type: 'other' as const, span: null }] : [];
  });
  return [...asFilled, ...others.map(asRead)];
};

/** Who says it: as it was read where the name is the same, else as a person names it. */
const speakerOf = (reading: Reading, claim: Claim | null, name: string): ClaimEntry['speaker'] => {
  if (!name) return null;
  const said = attributionOf(reading, claim);
  const read = entityOf(reading, said?.speaker ?? said?.group);
  const named = reading.entities.find((entity) => entity.name === name);
  return {
    ...{ name, span: null, kind: said?.kind ?? 'says' },
    ...(read?.name === name
      ? { type: read.type, group: said?.speaker === null }
      : { type: named?.type ?? 'other', group: false }),
  };
};

/**
 * A claim as the server takes it. One that is put right keeps its predicate's place, and so takes the place of the claim
 * that was read there; one that was merged takes those of the `others` too.
 */
export const entryOf = (
  { reading }: DocumentView,
  span: Span,
  claim: Claim | null,
  filled: Filled,
  others: readonly Claim[] = [],
): SentClaim => ({
  span,
  kind: claim?.kind ?? 'event',
  predicate: {
    ...(claim ? { span: claim.predicate.span } : {}),
    lemma: filled.lemma.trim(),
    type: claim?.predicate.lemma === filled.lemma ? claim.predicate.type : null,
  },
  polarity: filled.polarity,
  mood: filled.mood,
  ...(claim?.polarity === filled.polarity && claim.mood === filled.mood
    ? { factuality: claim.factuality }
    : {}),
  roles: rolesOf(reading, claim, filled),
  speaker: speakerOf(reading, claim, filled.speaker.trim()),
  time: filled.time.trim() || null,
  tense: claim?.tense ?? 'past',
  ...(others.length ? { insteadOf: others.map(({ predicate }) => predicate.span) } : {}),
});

/** The span that holds both. */
export const union = (spans: readonly Span[]): Span => [
  Math.min(...spans.map(([start]) => start)),
  Math.max(...spans.map(([, end]) => end)),
];

/** Where the words of a span begin, the first of them left out: places where it can be cut in two. */
export const cutsOf = (text: string, [start, end]: Span): number[] =>
  [...text.slice(start, end).matchAll(/(?<=\s)\S/gu)].map(({ index }) => start + index);

/** The words of a stretch of text, without the blanks and stops around them. */
const trimmed = (text: string, [start, end]: Span): Span => {
  const words = text.slice(start, end);
  const before = /^[\s,;:–—]*/u.exec(words)?.[0].length ?? 0;
  const after = /[\s,;:–—]*$/u.exec(words)?.[0].length ?? 0;
  return [start + before, Math.max(start + before + 1, end - after)];
};

/** A span cut in two. */
export const parts = (text: string, [start, end]: Span, cut: number): [Span, Span] => [
  trimmed(text, [start, cut]),
  trimmed(text, [cut, end]),
];
