import { createHash } from 'node:crypto';
import { type Matches, match } from '../agreement/index.ts';
import {
  type Document,
  type DocumentMatches,
  type EnteredClaim,
  entryKey,
  type Reading,
  type Statement,
} from '../model/index.ts';
import { type Knowledge, resolve } from '../resolve/index.ts';
import type { MatchedDocument, Store } from '../store/index.ts';
import { withEnteredClaims } from './entered-claims.ts';

/** Raised whenever resolving or matching changes: what an older one matched is matched again. */
const matching = 1;

/** Documents are resolved and matched so many at a time; readings are large. */
const batchSize = 50;

/** All documents of a case with what bears on its commitments. */
export interface MatchedCase {
  documents: Document[];
  statements: Statement[];
  matches: Matches;
  /** How many documents had to be matched now; the others were matched before. */
  matchedNow: number;
}

/** Everything that matching hangs on beside the document: the same key, the same matches. */
const keyOf = ({ file, entries, decisions }: Knowledge): string => {
  const named = decisions.filter(({ kind }) => kind === 'identity' || kind === 'relation');
  const subjects = named.map(({ subject }) => subject).join('\n');
  const concerned = entries.filter(
    (entry) => entry.relations.length > 0 || subjects.includes(entryKey(entry)),
  );
  const { parties, actors, commitments } = file;
  const parts = [matching, parties, actors, commitments, named, concerned];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
};

/** What was matched in one document: evidence, replies, and the statements that they stand in. */
const matchesIn = (
  documentId: string,
  statements: readonly Statement[],
  matches: Matches,
): DocumentMatches => {
  const evidence = matches.evidence.filter((item) => item.documentId === documentId);
  const replies = matches.replies.filter((item) => item.document === documentId);
  const used = new Set([...evidence, ...replies].map(({ statementId }) => statementId));
  return { statements: statements.filter(({ id }) => used.has(id)), evidence, replies };
};

type EnteredBy = ReadonlyMap<string, readonly EnteredClaim[]>;

const byDocument = (claims: readonly EnteredClaim[]): EnteredBy => {
  const grouped = new Map<string, EnteredClaim[]>();
  for (const claim of claims)
    grouped.set(claim.documentId, [...(grouped.get(claim.documentId) ?? []), claim]);
  return grouped;
};

const readBatch = async (store: Store, documents: readonly Document[], entered: EnteredBy) => {
  const read: { document: Document; reading: Reading }[] = [];
  for (const document of documents) {
    const found = await store.readingOf(document.id);
    const reading = withEnteredClaims(document, found, entered.get(document.id) ?? []);
    if (reading) read.push({ document, reading });
  }
  return read;
};

/**
 * Every claim of every report, resolved: thousands of times what bears on the commitments. Reads all readings, which
 * takes some seconds a thousand documents.
 */
export async function everyStatement(store: Store, knowledge: Knowledge): Promise<Statement[]> {
  const entered = byDocument(await store.enteredClaims(knowledge.file.id));
  const statements: Statement[] = [];
  for await (const { document, reading: found } of store.documentsWithReadings(knowledge.file.id)) {
    const reading = withEnteredClaims(document, found, entered.get(document.id) ?? []);
    if (reading) statements.push(...resolve(knowledge, [{ document, reading }]));
  }
  return statements;
}

/** Resolves and matches the documents of a case that have not been yet, and keeps what was found. */
export async function matchCase(store: Store, knowledge: Knowledge): Promise<MatchedCase> {
  const { file } = knowledge;
  const key = keyOf(knowledge);
  const known = await store.matchedDocuments(file.id, key);
  const entered = byDocument(await store.enteredClaims(file.id));
  // What people entered can be withdrawn at any time: such documents are few, and matched each time.
  const isNow = ({ document, isRead, matched }: MatchedDocument) =>
    entered.has(document.id) || (isRead && !matched);
  const pending = known.filter(isNow).map(({ document }) => document);
  const found = new Map(known.flatMap(({ document, matched }) => (matched ? [[document.id, matched]] : [])));
  for (let start = 0; start < pending.length; start += batchSize) {
    const read = await readBatch(store, pending.slice(start, start + batchSize), entered);
    const statements = resolve(knowledge, read);
    const matches = match(file, statements);
    const batch = new Map(read.map(({ document: { id } }) => [id, matchesIn(id, statements, matches)]));
    const lasting = new Map([...batch].filter(([id]) => !entered.has(id)));
    await store.saveMatches(file.id, key, lasting);
    for (const [id, matched] of batch) found.set(id, matched);
  }
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
