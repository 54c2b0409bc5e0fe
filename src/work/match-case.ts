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
import type { Store } from '../store/index.ts';
import { withEnteredClaims } from './entered-claims.ts';

/** Raised whenever resolving or matching changes: what an older one matched is matched again. */
const matching = 2;

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

/** Resolves and matches the documents of a case, with the claims entered in them, that have not been yet; keeps what was found. */
export async function matchCase(
  store: Store,
  knowledge: Knowledge,
  claims: readonly EnteredClaim[],
): Promise<MatchedCase> {
  const { file } = knowledge;
  const key = keyOf(knowledge);
  const known = await store.matchedDocuments(file.id, key);
  const entered = new Map<string, EnteredClaim[]>();
  for (const claim of claims)
    entered.set(claim.documentId, [...(entered.get(claim.documentId) ?? []), claim]);
  const pending = known
    .filter(({ document, isRead, matched }) => !matched && (isRead || entered.has(document.id)))
    .map(({ document }) => document);
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
