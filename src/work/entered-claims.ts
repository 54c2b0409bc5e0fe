import { randomUUID } from 'node:crypto';
import { intervalOf } from '../agreement/index.ts';
import {
  type Attribution,
  type CaseFile,
  type Claim,
  type ClaimEntry,
  type Document,
  type EnteredClaim,
  type Entity,
  type Mention,
  ProvisoError,
  quote,
  type Reading,
  type Shown,
  type Span,
  unreadReading,
} from '../model/index.ts';
import { bandOf } from '../read/index.ts';
import type { Store } from '../store/index.ts';
import { requireCommitment } from './require-commitment.ts';
import { requireDocument } from './require-document.ts';

const invalid = (message: string, todo: string) => new ProvisoError('PROVISO_CLAIM_INVALID', message, todo);

/** The one place where the words stand in a text. @throws ProvisoError PROVISO_CLAIM_INVALID. */
export function spanOfWords(text: string, words: string): Span {
  const start = words === '' ? -1 : text.indexOf(words);
  if (start < 0) {
    throw invalid(`The words “${words}” are not in the document.`, 'Copy them as they stand in its text.');
  }
  if (text.indexOf(words, start + 1) >= 0) {
    throw invalid(`The words “${words}” are in the document twice.`, 'Give more of them, or their offset.');
  }
  return [start, start + words.length];
}

/**
 * Keeps a claim that a person found in a document of a case, in any language. A name may be the id of a party or actor.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_DOCUMENT_NOT_FOUND, PROVISO_COMMITMENT_NOT_FOUND or PROVISO_CLAIM_INVALID.
 */
export async function enterClaim(
  store: Store,
  caseId: string,
  documentId: string,
  entry: ClaimEntry,
  by: string,
): Promise<EnteredClaim> {
  const [claim] = await enterClaims(store, caseId, documentId, [{ ...entry, by }]);
  // As many as were given.
  return claim as EnteredClaim;
}

/** Keeps several, such as the parts of one that is split; where one of them is wrong, none. @throws the same. */
export async function enterClaims(
  store: Store,
  caseId: string,
  documentId: string,
  entries: readonly (ClaimEntry & { id?: string | undefined; by: string })[],
): Promise<EnteredClaim[]> {
  const { file } = await store.caseById(caseId);
  const document = await requireDocument(store, caseId, documentId);
  for (const entry of entries) {
    checkSpans(entry, document.text);
    checkTime(entry);
  }
  for (const { shows } of entries) if (shows) requireCommitment(file, shows.commitment);
  const claims = entries.map(
    ({ id = randomUUID(), by, ...entry }): EnteredClaim => ({
      id,
      caseId,
      documentId,
      words: quote(document.text, entry.span),
      entry: named(entry, file),
      by,
      at: new Date().toISOString(),
    }),
  );
  for (const claim of claims) await store.addClaim(claim);
  return claims;
}

/** Takes a claim back that a person had entered. @throws ProvisoError PROVISO_CLAIM_NOT_FOUND. */
export async function withdrawClaim(
  store: Store,
  caseId: string,
  claimId: string,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  const claims = await store.enteredClaims(caseId);
  if (!claims.some(({ id }) => id === claimId)) {
    throw new ProvisoError(
      'PROVISO_CLAIM_NOT_FOUND',
      `The case "${caseId}" has no entered claim "${claimId}".`,
      `They are listed by: proviso claim list --case ${caseId}.`,
    );
  }
  await store.withdrawClaim({ claimId, by, reason, at: new Date().toISOString() });
}

function checkTime({ time }: ClaimEntry): void {
  const interval = time === null ? { from: 0, to: 0 } : intervalOf(time);
  if (!interval || !Number.isFinite(interval.from) || !Number.isFinite(interval.to))
    throw invalid(`“${time}” is no date.`, 'Write EDTF: 2031-06-01, 2031-06, 2031 or 2031-06-01/2031-06-05.');
}

function checkSpans({ span, predicate, roles, speaker, insteadOf = [] }: ClaimEntry, text: string): void {
  const inner = [predicate.span, speaker?.span, ...roles.map((role) => role.span), ...insteadOf];
  for (const [start, end] of [span, ...inner.flatMap((each) => (each ? [each] : []))]) {
    if (start >= end || end > text.length) {
      throw invalid(
        `The span ${start}–${end} is not in the document.`,
        `Spans are [start, end) in its ${text.length} UTF-16 code units.`,
      );
    }
  }
}

/** Ids of parties and actors become their names. */
function named(entry: ClaimEntry, { parties, actors }: CaseFile): ClaimEntry {
  const names = new Map([...parties, ...actors].map(({ id, name }) => [id, name]));
  const full = <T extends { name: string }>(item: T): T => ({
    ...item,
    name: names.get(item.name) ?? item.name,
  });
  return { ...entry, roles: entry.roles.map(full), speaker: entry.speaker && full(entry.speaker) };
}

/** The predicates that a claim takes: no other claim stands there any more. */
const takenBy = ({ span, predicate, insteadOf = [] }: ClaimEntry): string[] =>
  [predicate.span ?? span, ...insteadOf].map(String);

/** The claims that stand, and by each place that claims took the one that stands there: the newest. */
function standingClaims(claims: readonly EnteredClaim[]): {
  standing: EnteredClaim[];
  holders: Map<string, EnteredClaim>;
} {
  const standing: EnteredClaim[] = [];
  const holders = new Map<string, EnteredClaim>();
  for (const claim of claims.toReversed()) {
    const places = takenBy(claim.entry);
    if (!holders.has(places[0] ?? '')) standing.unshift(claim);
    for (const place of places) if (!holders.has(place)) holders.set(place, claim);
  }
  return { standing, holders };
}

/** What a person sees in a claim, with the id of the entered claim that stands for it now. */
export interface MarkedClaim {
  claim: EnteredClaim;
  shows: Shown;
  standing: string;
}

/** Everything that people see in the claims of a document: of several marks of one place on one commitment, the newest. */
export function markedIn(claims: readonly EnteredClaim[]): MarkedClaim[] {
  const { holders } = standingClaims(claims);
  const marks = new Map<string, MarkedClaim>();
  for (const claim of claims) {
    const { shows } = claim.entry;
    const [place = ''] = takenBy(claim.entry);
    const standing = holders.get(place)?.id;
    if (shows && standing) marks.set(`${place} ${shows.commitment}`, { claim, shows, standing });
  }
  return [...marks.values()];
}

/**
 * A reading with what people entered. A claim stands in the place of those with its predicate or one that it was merged
 * from, read or entered before it, and keeps the place and the chain of who tells it that it does not say anew.
 */
export function withEnteredClaims(
  document: Document,
  reading: Reading | null,
  claims: readonly EnteredClaim[],
): Reading | null {
  if (claims.length === 0) return reading;
  const read = reading ?? unreadReading(document);
  const { standing, holders } = standingClaims(claims);
  const entered = standing.map((claim) => asRead(claim, read));
  return {
    ...read,
    entities: [...read.entities, ...entered.flatMap(({ entities }) => entities)],
    mentions: [...read.mentions, ...entered.flatMap(({ mentions }) => mentions)],
    attributions: [...read.attributions, ...entered.flatMap(({ attributions }) => attributions)],
    claims: [
      ...read.claims.filter(({ predicate }) => !holders.has(String(predicate.span))),
      ...entered.map(({ claim }) => claim),
    ],
  };
}

interface AsRead {
  claim: Claim;
  entities: Entity[];
  mentions: Mention[];
  attributions: Attribution[];
}

/** An entered claim in the form of a read one, with the entities that it names. */
function asRead({ id, entry, by }: EnteredClaim, read: Reading): AsRead {
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  const entityOf = ({
    name,
    type,
    span,
  }: ClaimEntry['roles'][number] | NonNullable<ClaimEntry['speaker']>) => {
    const entity = `${id}/${entities.length}`;
    entities.push({ id: entity, type, name, mentions: span ? [span] : [], relations: [] });
    if (span) mentions.push({ span, kind: 'name', entity });
    return entity;
  };
  const {
    span,
    predicate,
    speaker,
    roles,
    insteadOf: _,
    shows: __,
    factuality = statedFactuality(entry),
    ...same
  } = entry;
  const place = predicate.span ?? span;
  const before = read.claims.find((claim) => String(claim.predicate.span) === String(place));
  const told = read.attributions.find((attribution) => attribution.id === before?.attribution);
  const isTold = speaker !== null && speaker.name === tellerOf(told, read);
  const attribution = speaker &&
    !isTold && {
      ...(told ?? silentAttribution),
      id: `${id}/says`,
      source: speaker.span ? [speaker.span] : [],
      content: [span],
      kind: speaker.kind,
      speaker: null,
      group: null,
      [speaker.group ? 'group' : 'speaker']: entityOf(speaker),
    };
  const claim: Claim = {
    ...same,
    id,
    span,
    attribution: isTold ? (told?.id ?? null) : attribution ? attribution.id : null,
    predicate: { ...predicate, span: place },
    factuality,
    band: bandOf(factuality),
    roles: roles.map((role) => ({ role: role.role, span: role.span ?? span, entity: entityOf(role) })),
    place: before?.place ?? null,
    confidence: 1,
    enteredBy: by,
  };
  return { claim, entities, mentions, attributions: attribution ? [attribution] : [] };
}

/** The name of who tells it, or of the body an unnamed speaker belongs to. */
const tellerOf = (told: Attribution | undefined, { entities }: Reading): string | undefined =>
  entities.find(({ id }) => id === (told?.speaker ?? told?.group))?.name;

const silentAttribution = {
  cue: [],
  speaker: null,
  group: null,
  relay: null,
  relays: [],
  parent: null,
  confidence: 1,
} as const satisfies Partial<Attribution>;

const statedFactuality = ({ mood, polarity }: ClaimEntry): number => {
  if (mood !== 'asserted') return 0;
  return polarity === 'negated' ? -3 : 3;
};
