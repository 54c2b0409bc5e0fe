import { randomUUID } from 'node:crypto';
import {
  apartParts,
  type CaseFile,
  Decision,
  type DecisionInput,
  holding,
  identityKeys,
  identitySubject,
  type NameCandidate,
  ProvisoError,
} from '../model/index.ts';
import { candidatesFor, candidatesOf, entityKeys, type Knowledge } from '../resolve/index.ts';
import type { Store } from '../store/index.ts';
import { withEnteredClaims } from './entered-claims.ts';
import { placedBearing } from './placed-evidence.ts';
import { requireCommitment } from './require-commitment.ts';

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
  if (kind === 'relation') return value ? `${value.from} ${value.type} ${value.to}` : subject;
  if (kind === 'finding') return requireCommitment(file, subject).id;
  if (kind === 'coding') {
    const [, commitment = ''] = /^(.+) \/ (?:\d{4}(?:-\d{2})?|whole)$/u.exec(subject) ?? [];
    requireCommitment(file, commitment);
    return subject;
  }
  if (kind === 'learning') {
    if (subject !== file.id) throw invalid(`its subject is not the case, "${file.id}"`);
    return subject;
  }
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
 * @throws ProvisoError PROVISO_CASE_NOT_FOUND, PROVISO_COMMITMENT_NOT_FOUND or PROVISO_DECISION_INVALID.
 */
export async function decide(
  store: Store,
  caseId: string,
  input: DecisionInput,
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
  return store.addDecision(decision);
}

/** What is known of names beside the reports. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function knowledgeOf(store: Store, caseId: string): Promise<Knowledge> {
  const { file } = await store.caseById(caseId);
  const entries = await store.registryEntries();
  return { file, entries, decisions: holding(await store.decisions(caseId)) };
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
