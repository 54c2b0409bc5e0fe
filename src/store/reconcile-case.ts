import { type Kysely, sql } from 'kysely';
import type { ArchivedCase, DocumentFacts, Tombstone } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { documentById, sameId } from './documents.ts';
import { isNeeded } from './named-originals.ts';
import { sha256Of } from './originals.ts';
import type { Tables } from './tables.ts';
import { leftOf, tombstones } from './takedowns.ts';

type Named = Pick<DocumentFacts, 'id' | 'title'>;

/** What a person should know of a case that came from another store. */
export interface ReceivedCase {
  documents: number;
  /** How many of them the store had already. */
  known: number;
  /** Those of which this store says something else than the archive: it stands as here, and findings may differ. */
  differing: Named[];
  /** Left out: they were taken down here. */
  takenDownHere: Named[];
  /** Ids of documents that were taken down where the case comes from, and that this store has. */
  stillHere: string[];
}

/**
 * What is to come in, once what was taken down here is left out, and what others have taken down is kept from what is here.
 */
export async function reconciled(
  db: Kysely<Tables>,
  incoming: ArchivedCase,
): Promise<{ content: ArchivedCase; received: ReceivedCase }> {
  const own = await tombstones(db);
  const gone = await takenDownHere(own, incoming);
  const content = own.reduce(without(new Set(gone.map(({ id }) => id))), incoming);
  const { laid, stillHere } = await takedownsFor(db, own, content);
  const { known, differing } = await knownHere(db, content);
  const isOther = new Set(differing.map(({ id }) => id));
  return {
    content: {
      ...content,
      takedowns: laid,
      corrections: content.corrections.filter(({ documentId }) => !isOther.has(documentId)),
    },
    received: { documents: content.documents.length, known, differing, takenDownHere: gone, stillHere },
  };
}

/** Documents of an archive whose bytes or text were taken down in this store. */
async function takenDownHere(own: readonly Tombstone[], incoming: ArchivedCase): Promise<Named[]> {
  if (own.length === 0) return [];
  const hashes = new Set(own.flatMap(({ sha256, removed }) => [sha256, ...removed]));
  const texts = new Set(own.map(({ textSha256 }) => textSha256));
  const gone: Named[] = [];
  for (const { id, title, sha256 } of incoming.documents)
    if (hashes.has(sha256) || texts.has(sha256Of(await incoming.text(id)))) gone.push({ id, title });
  return gone;
}

/** The case without documents that are gone, and without the words of one that was taken down. */
const without =
  (gone: ReadonlySet<string>) =>
  (content: ArchivedCase, tombstone: Tombstone): ArchivedCase => {
    const left = leftOf(tombstone);
    const removed = new Set([tombstone.sha256, ...tombstone.removed]);
    const isHere = ({ documentId }: { documentId: string }) => !gone.has(documentId);
    const claims = content.claims.filter(isHere);
    const withdrawable = new Set(claims.map(({ id }) => id));
    const { agreement } = content;
    const isAgreementGone =
      agreement &&
      (removed.has(agreement.source.sha256) || sha256Of(agreement.text) === tombstone.textSha256);
    return {
      ...content,
      agreement: isAgreementGone ? null : agreement,
      documents: content.documents.filter(({ id }) => !gone.has(id)),
      captures: content.captures.filter((capture) => isHere(capture) && !removed.has(capture.sha256)),
      containers: content.containers.filter(({ sha256 }) => !removed.has(sha256)),
      copies: content.copies.filter(({ of, document }) => !gone.has(of) && !gone.has(document)),
      revisions: content.revisions.filter(({ earlier, later }) => !gone.has(earlier) && !gone.has(later)),
      corrections: content.corrections.filter(isHere),
      claims,
      withdrawals: content.withdrawals.filter(({ claimId }) => withdrawable.has(claimId)),
      judgements: content.judgements.flatMap((judgement) => {
        const rest = left({ judgement });
        return rest && 'judgement' in rest ? [rest.judgement] : [];
      }),
    };
  };

/** Takedowns of elsewhere that can be kept here: nothing that this store has is removed by them. */
async function takedownsFor(
  db: Kysely<Tables>,
  own: readonly Tombstone[],
  { takedowns }: ArchivedCase,
): Promise<{ laid: Tombstone[]; stillHere: string[] }> {
  const known = new Set(own.map(({ documentId }) => documentId));
  const laid: Tombstone[] = [];
  const stillHere: string[] = [];
  for (const tombstone of takedowns) {
    if (known.has(tombstone.documentId)) continue;
    if (await hasDocumentOf(db, tombstone)) {
      stillHere.push(tombstone.documentId);
      continue;
    }
    const removed: string[] = [];
    for (const sha256 of tombstone.removed) if (!(await isNeeded(db, sha256))) removed.push(sha256);
    laid.push({ ...tombstone, removed });
  }
  return { laid, stillHere };
}

async function hasDocumentOf(
  db: Kysely<Tables>,
  { documentId, sha256, textSha256 }: Tombstone,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from documents
    where id = ${documentId} or sha256 = ${sha256}
      or encode(sha256(convert_to(text, 'UTF8')), 'hex') = ${textSha256}
    limit 1`.execute(db);
  return rows.length > 0;
}

async function knownHere(
  db: Kysely<Tables>,
  { documents }: ArchivedCase,
): Promise<{ known: number; differing: Named[] }> {
  const ids = documents.map(({ id }) => id);
  const { rows } = await sql<{ id: string; sha256: string }>`
    select id, sha256 from documents where id = any(${ids}::text[])`.execute(db);
  const here = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
  const differing: Named[] = [];
  for (const { id, title, sha256, ...facts } of documents) {
    if (!here.has(id)) continue;
    if (here.get(id) !== sha256) throw sameId(id);
    if (!(await isSameHere(db, { id, title, sha256, ...facts }))) differing.push({ id, title });
  }
  return { known: here.size, differing };
}

/** Whether the store says of a document what the archive says. */
export async function isSameHere(db: Kysely<Tables>, facts: DocumentFacts): Promise<boolean> {
  const here = await documentById(db, facts.id);
  if (!here) return false;
  const { text: _, translation: __, ...own } = here;
  return canonicalJson(own) === canonicalJson(facts);
}
