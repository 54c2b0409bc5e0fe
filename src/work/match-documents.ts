import type { PairMemo } from '../match/index.ts';
import {
  asProvisoError,
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
import { type FoundInDocument, type Store, sha256Of } from '../store/index.ts';
import { markedIn, withEnteredClaims } from './entered-claims.ts';
import { inTries } from './jobs/in-tries.ts';
import { withMarkedEvidence } from './marked-evidence.ts';
import { matcher } from './matcher.ts';

/** What the documents of a case are matched by. */
export interface Matching {
  file: CaseFile;
  knowledge: Knowledge;
  /** Of all that matching hangs on beside the document: the same key, the same matches. */
  key: string;
  /** The claims that people entered, by document. */
  entered: ReadonlyMap<string, readonly EnteredClaim[]>;
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

const keyOf = ({ file, entries, decisions }: Knowledge): string => {
  const { parties, actors, commitments } = file;
  const concerned = concernedEntries(entries, decisions);
  const parts = [parties, actors, commitments, decisions.filter(isOfNames), concerned];
  const hash = sha256Of(JSON.stringify(parts)).slice(0, 32);
  return `${stamps.matcher}.${hash}`;
};

/** What a case is matched by: what is known of it, and the claims entered in it. */
export const matchingOf = (knowledge: Knowledge, claims: readonly EnteredClaim[]): Matching => {
  const entered = new Map<string, EnteredClaim[]>();
  for (const claim of claims)
    entered.set(claim.documentId, [...(entered.get(claim.documentId) ?? []), claim]);
  return { file: knowledge.file, knowledge, key: keyOf(knowledge), entered };
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

/** What stands in the place of the matches of a document that the matcher cannot match. */
export const failedMatches = (failure: string): FoundInDocument => ({
  matched: { statements: [], evidence: [], replies: [], pairs: {}, failure },
  cast: { names: [], links: [] },
});

type Read = { document: Document; reading: Reading };

const readBatch = async (store: Store, documents: readonly Document[], entered: Matching['entered']) => {
  const read: Read[] = [];
  for (const document of documents) {
    const claims = entered.get(document.id) ?? [];
    const reading = withEnteredClaims(document, await store.readingOf(document.id), claims);
    if (reading) read.push({ document, reading });
  }
  return read;
};

const foundIn = async (
  { file, knowledge, entered }: Matching,
  read: readonly Read[],
  kept: ReadonlyMap<string, PairMemo>,
): Promise<Map<string, FoundInDocument>> => {
  const resolved = resolve(knowledge, read);
  const matches = await matcher.match(knowledge, resolved, (id) => kept.get(id));
  return new Map(
    resolved.map(({ document: { id }, statements }) => {
      const claims = entered.get(id) ?? [];
      const pairs = matches.read.get(id) ?? {};
      return [
        id,
        {
          matched: matchesIn(id, statements, matches, pairs, { file, claims }),
          cast: castOf(file, statements),
        },
      ];
    }),
  );
};

/** The same where some of the documents make the matcher fail: the others are matched, and of those it is kept why they are not. */
const foundInEach = async (
  matching: Matching,
  read: readonly Read[],
  kept: ReadonlyMap<string, PairMemo>,
): Promise<Map<string, FoundInDocument>> => {
  const found = new Map<string, FoundInDocument>();
  for (const one of read)
    try {
      for (const [id, made] of await inTries(() => foundIn(matching, [one], kept))) found.set(id, made);
    } catch (thrown) {
      found.set(one.document.id, failedMatches(asProvisoError(thrown).message));
    }
  return found;
};

/**
 * Resolves and matches documents of a case that were read or have claims entered, keeps what was found, and gives it. A
 * document that the matcher fails on is kept as such. `broken` is told what the matcher fails with on everything.
 * @throws the same.
 */
export async function matchDocuments(
  store: Store,
  matching: Matching,
  documents: readonly Document[],
  broken: (thrown: unknown) => void = () => {},
): Promise<Map<string, FoundInDocument>> {
  const { file, knowledge, key, entered } = matching;
  const read = await readBatch(store, documents, entered);
  const ids = read.map(({ document: { id } }) => id);
  const kept = await store.pairReadings(file.id, stamps.matcher, ids);
  const found = await foundIn(matching, read, kept).catch(async (thrown) => {
    await matcher.match(knowledge, []).catch(() => {
      broken(thrown);
      throw thrown;
    });
    return foundInEach(matching, read, kept);
  });
  await store.saveMatches(file.id, key, found);
  return found;
}
