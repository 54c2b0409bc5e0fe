import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  apartParts,
  type CaseFile,
  choicesOf,
  Decision,
  type DecisionInput,
  editConflict,
  identityKeys,
  identitySubject,
  judging,
  type NameCandidate,
  ProvisoError,
  type ReviewKind,
} from '../model/index.ts';
import { candidatesFor, candidatesOf, entityKeys, type Knowledge } from '../resolve/index.ts';
import type { Store } from '../store/index.ts';
import { tagSubject } from './annotations.ts';
import { withEnteredClaims } from './entered-claims.ts';
import { translatorSubject } from './model-consent.ts';
import { placedBearing } from './placed-evidence.ts';
import { requireCommitment } from './require-commitment.ts';
import { requireDocument } from './require-document.ts';

const invalid = (what: string): ProvisoError =>
  new ProvisoError(
    'PROVISO_DECISION_INVALID',
    `The decision is wrong: ${what}.`,
    'docs/api.md says what each kind takes.',
  );

/** Two origins that are one, in one order; or one and the document that stands apart from it. */
const originSubject = (subject: string, value: Decision['value']): string => {
  if (apartParts(subject) && value !== 'same') return subject;
  const [a, b] = identityKeys(subject);
  if (!a || !b || a === b || value === 'apart')
    throw invalid(
      'its subject is neither two different origins joined by " = " nor an origin and a document by " / "',
    );
  return identitySubject(a, b);
};

/** The subject as it is kept: two names in one order, a relation by its own words. */
const subjectOf = (decision: Decision, file: CaseFile): string => {
  const { kind, subject, value } = decision;
  if (kind === 'identity') {
    const [a, b] = identityKeys(subject);
    if (!a || !b || a === b) throw invalid('its subject is not two different keys joined by " = "');
    return identitySubject(a, b);
  }
  if (kind === 'origin') return originSubject(subject, value);
  if (kind === 'tag') return value ? tagSubject(value) : subject;
  if (kind === 'comment') {
    if (!/^comment:[0-9a-f-]{36}$/u.test(subject)) throw invalid('its subject is not comment:ID');
    return subject;
  }
  if (kind === 'relation') return value ? `${value.from} ${value.type} ${value.to}` : subject;
  if (kind === 'finding') return requireCommitment(file, subject).id;
  if (kind === 'coding') {
    const [, commitment = ''] = /^(.+) \/ (?:\d{4}(?:-\d{2})?|whole)$/u.exec(subject) ?? [];
    requireCommitment(file, commitment);
    return subject;
  }
  if (kind === 'language-model' && subject === translatorSubject && value !== 'never') return subject;
  if (kind === 'learning' || kind === 'language-model') {
    if (subject !== file.id) throw invalid(`its subject is not the case, "${file.id}"`);
    return subject;
  }
  if (kind === 'publication') {
    const [, what] = /^(finding|quotation|person|place):./u.exec(subject) ?? [];
    if (!what) throw invalid('its subject is none of finding:, quotation:, person: and place: with a name');
    if (value && !choicesOf[what as ReviewKind].includes(value.choice))
      throw invalid(`a ${what} cannot be decided on by "${value.choice}"`);
    return subject;
  }
  if (kind === 'consent') {
    if (!/^[0-9a-f]{64}$/u.test(subject)) throw invalid('its subject is not the SHA-256 of a content');
    return subject;
  }
  if (kind === 'edition') throw invalid('an edition is made by publishing it');
  if (kind === 'indicator') {
    if (!/^evidence:./u.test(subject)) throw invalid('its subject is not evidence:ID');
    if (value !== null && !placedBearing(file, value))
      throw invalid(`there is no commitment "${value.commitment}" that it could belong to so`);
    return subject;
  }
  if (!/^(?:source|evidence):./u.test(subject))
    throw invalid('its subject is neither source:KEY nor evidence:ID');
  return subject;
};

/**
 * Keeps what a person decided, and returns it as kept; a value of null takes it back.
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_COMMITMENT_NOT_FOUND, PROVISO_DECISION_INVALID or PROVISO_EDIT_CONFLICT.
 */
export async function decide(
  store: Store,
  caseId: string,
  { seen, ...input }: DecisionInput,
  by: string,
): Promise<Decision> {
  const { file } = await store.caseById(caseId);
  const made = Decision.safeParse({
    ...input,
    id: input.id ?? randomUUID(),
    caseId,
    by,
    at: new Date().toISOString(),
  });
  if (!made.success) {
    const [issue] = made.error.issues;
    throw invalid(`${issue?.path.join('.') || 'its body'}: ${issue?.message}`);
  }
  const decision = { ...made.data, subject: subjectOf(made.data, file) };
  await requirePlace(store, decision);
  if (seen !== undefined) await requireSeen(store, decision, seen);
  return store.addDecision(decision);
}

/** What is annotated is in the case. @throws ProvisoError PROVISO_DOCUMENT_NOT_FOUND or PROVISO_DECISION_INVALID. */
async function requirePlace(store: Store, { caseId, kind, value }: Decision): Promise<void> {
  if ((kind !== 'tag' && kind !== 'comment') || value === null) return;
  const { document: id, span } = value;
  const { text } = await requireDocument(store, caseId, id);
  if (span && (span[0] >= span[1] || span[1] > text.length))
    throw invalid(`the span ${span[0]}–${span[1]} is not in the document`);
}

/** @throws ProvisoError PROVISO_EDIT_CONFLICT where another decision stands than the one that was seen, and says otherwise. */
async function requireSeen(store: Store, decision: Decision, seen: string | null): Promise<void> {
  const { id, caseId, kind, subject, value, reason } = decision;
  const [newest] = await store.decisions(caseId, { kind, subject });
  if (newest?.id === id) return;
  const standing = newest && newest.value !== null ? newest : null;
  const isSame = standing?.reason === reason && isDeepStrictEqual(standing.value, value);
  if ((standing?.id ?? null) !== seen && !isSame) throw editConflict('What was decided', newest ?? null);
}

/** What is known of names beside the reports. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function knowledgeOf(store: Store, caseId: string): Promise<Knowledge> {
  const { file } = await store.caseById(caseId);
  const entries = await store.registryEntries();
  return { file, entries, decisions: judging(await store.decisions(caseId)) };
}

/** Names of a case's reports that may be somebody known, for a person to judge; the likeliest first. */
export async function nameCandidates(store: Store, caseId: string): Promise<NameCandidate[]> {
  const knowledge = await knowledgeOf(store, caseId);
  return candidatesOf(knowledge, await readingsOf(store, caseId));
}

/** Pairs of one name, by its key, and others that may name the same; the likeliest first. */
export async function candidatesOfName(store: Store, caseId: string, key: string): Promise<NameCandidate[]> {
  const knowledge = await knowledgeOf(store, caseId);
  return candidatesFor(knowledge, key, await store.everyName(caseId));
}

/**
 * The keys that two words name: ids of the case, keys of registry entries, or names as reports write them.
 * @throws ProvisoError PROVISO_ENTITY_NOT_FOUND for words that name nobody.
 */
export async function keysNamed(store: Store, caseId: string, words: readonly string[]): Promise<string[]> {
  const keys = entityKeys(await knowledgeOf(store, caseId), await readingsOf(store, caseId));
  return words.map((word) => {
    const key = keys(word);
    if (key !== null) return key;
    throw new ProvisoError(
      'PROVISO_ENTITY_NOT_FOUND',
      `Neither the case, its reports nor a registry know "${word}".`,
      'Write an id of the case, a key such as un:QDi.001, or a name as a report writes it.',
    );
  });
}

/** All that was read for a case. */
const readingsOf = async (store: Store, caseId: string) => {
  const readings = [];
  const entered = await store.enteredClaims(caseId);
  for await (const { document, reading } of store.documentsWithReadings(caseId)) {
    const claims = entered.filter(({ documentId }) => documentId === document.id);
    const whole = withEnteredClaims(document, reading, claims);
    if (whole) readings.push(whole);
  }
  return readings;
};
