import { createHash } from 'node:crypto';
import type { PairMemo } from '../match/index.ts';
import {
  type CaseFile,
  type Decision,
  type Document,
  type DocumentMatches,
  type EnteredClaim,
  entryKey,
  type Matches,
  type Reading,
  type RegistryEntry,
  type Statement,
} from '../model/index.ts';
import { stamps } from '../read/index.ts';
import { castOf, type Knowledge, resolve } from '../resolve/index.ts';
import type { Store } from '../store/index.ts';
import { markedIn, withEnteredClaims } from './entered-claims.ts';
import { withMarkedEvidence } from './marked-evidence.ts';
import { matcher } from './matcher.ts';
import { type Progress, silent } from './progress.ts';

/** Documents are resolved and matched so many at a time; readings are large. */
export const batchSize = 16;

/** All documents of a case with what bears on its commitments. */
export interface MatchedCase {
  documents: Document[];
  statements: Statement[];
  matches: Matches;
  /** How many documents had to be matched now; the others were matched before. */
  matchedNow: number;
}

const isOfNames = ({ kind }: Decision): boolean => kind === 'identity' || kind === 'relation';

/** Entries of registries that matching hangs on: those that somebody judged, and those that belong to others. */
export const concernedEntries = (
  entries: readonly RegistryEntry[],
  decisions: readonly Decision[],
): RegistryEntry[] => {
  const subjects = decisions
    .filter(isOfNames)
    .map(({ subject }) => subject)
    .join('\n');
  return entries.filter((entry) => entry.relations.length > 0 || subjects.includes(entryKey(entry)));
};

/** Everything that matching hangs on beside the document: the same key, the same matches. */
const keyOf = ({ file, entries, decisions }: Knowledge): string => {
  const { parties, actors, commitments } = file;
  const concerned = concernedEntries(entries, decisions);
  const parts = [parties, actors, commitments, decisions.filter(isOfNames), concerned];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  return `${stamps.matcher}.${hash}`;
};

/** What was matched, and marked by people, in one document: evidence, replies, and the statements that they stand in. */
const matchesIn = (
  documentId: string,
  statements: readonly Statement[],
  matches: Matches,
  pairs: PairMemo,
  { file, claims }: { file: CaseFile; claims: readonly EnteredClaim[] },
): DocumentMatches => {
  const matched = matches.evidence.filter((item) => item.documentId === documentId);
  const evidence = withMarkedEvidence(matched, markedIn(claims), statements, file);
  const replies = matches.replies.filter((item) => item.document === documentId);
  const used = new Set([...evidence, ...replies].map(({ statementId }) => statementId));
  return { statements: statements.filter(({ id }) => used.has(id)), evidence, replies, pairs };
};

const readBatch = async (
  store: Store,
  documents: readonly Document[],
  entered: ReadonlyMap<string, readonly EnteredClaim[]>,
) => {
  const read: { document: Document; reading: Reading }[] = [];
  for (const document of documents) {
    const claims = entered.get(document.id) ?? [];
    const reading = withEnteredClaims(document, await store.readingOf(document.id), claims);
    if (reading) read.push({ document, reading });
  }
  return read;
};

/** What is new is looked for first. */
const newestFirst = (a: Document, b: Document): number =>
  (b.published ?? '').localeCompare(a.published ?? '', 'en') || (a.id < b.id ? -1 : 1);

/** Resolves and matches the documents of a case, newest first, with the claims entered in them, that have not been yet; keeps what was found. */
export async function matchCase(
  store: Store,
  knowledge: Knowledge,
  claims: readonly EnteredClaim[],
  progress: Progress = silent,
): Promise<MatchedCase> {
  const { file } = knowledge;
  const key = keyOf(knowledge);
  const known = await store.matchedDocuments(file.id, key);
  const entered = new Map<string, EnteredClaim[]>();
  for (const claim of claims)
    entered.set(claim.documentId, [...(entered.get(claim.documentId) ?? []), claim]);
  const pending = known
    .filter(({ document, isRead, matched }) => !matched && (isRead || entered.has(document.id)))
    .map(({ document }) => document)
    .sort(newestFirst);
  const found = new Map(known.flatMap(({ document, matched }) => (matched ? [[document.id, matched]] : [])));
  for (let start = 0; start < pending.length; start += batchSize) {
    const read = await readBatch(store, pending.slice(start, start + batchSize), entered);
    const resolved = resolve(knowledge, read);
    const ids = read.map(({ document: { id } }) => id);
    const kept = await store.pairReadings(file.id, stamps.matcher, ids);
    const matches = await matcher.match(knowledge, resolved, (id) => kept.get(id));
    const batch = new Map(
      resolved.map(({ document: { id }, statements: own }) => [
        id,
        {
          matched: matchesIn(id, own, matches, matches.read.get(id) ?? {}, {
            file,
            claims: entered.get(id) ?? [],
          }),
          cast: castOf(file, own),
        },
      ]),
    );
    await store.saveMatches(file.id, key, batch);
    for (const [id, { matched }] of batch) found.set(id, matched);
    progress({ doing: 'matching', done: Math.min(start + batchSize, pending.length), total: pending.length });
  }
  if (pending.length > 0) await store.refreshStatistics();
  const all = known.flatMap(({ document }) => found.get(document.id) ?? []);
  return {
    documents: known.map(({ document }) => document),
    statements: all.flatMap(({ statements }) => statements),
    matches: {
      evidence: all.flatMap(({ evidence }) => evidence),
      replies: all.flatMap(({ replies }) => replies),
    },
    matchedNow: pending.length,
  };
}
