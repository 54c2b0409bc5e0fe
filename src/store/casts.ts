import { type Kysely, sql, type Transaction } from 'kysely';
import type { DocumentCast, EntityType } from '../model/index.ts';
import type { PageOf } from './document-pages.ts';
import { replacedDocuments } from './revisions.ts';
import type { Tables } from './tables.ts';

/** A name over all documents of a case. */
export interface CaseName {
  key: string;
  name: string;
  type: EntityType;
  documents: number;
  acts: number;
  undergoes: number;
  speaks: number;
}

/** A name with what it belongs to. */
export interface NamedInCase {
  name: CaseName;
  /** All that reports write for it. */
  written: string[];
  /** Keys of bodies that a document or the case says it belongs to. */
  bodies: string[];
  members: Pick<CaseName, 'key' | 'name'>[];
}

/** Where a page of claims stands. */
export interface ClaimPlaces {
  /** Claims in all. */
  total: number;
  /** The documents that the page reaches into, newest first. */
  documents: string[];
  /** How many claims of the first of them belong to pages before. */
  skipped: number;
}

/** That one is said to have done something to another, over all documents of a case. */
export interface CaseLink {
  from: string;
  to: string;
  claims: number;
}

/** Which claims of a case: those in which a name has a part, or those that link two. */
export type ClaimsAsked =
  | { key: string; part: 'acts' | 'undergoes' | 'speaks' }
  | { from: string; to: string };

/** Keeps the casts of documents of a case, in the place of what was there before. */
export async function saveCasts(
  trx: Transaction<Tables>,
  caseId: string,
  casts: ReadonlyMap<string, DocumentCast>,
): Promise<void> {
  const documents = [...casts.keys()];
  if (documents.length === 0) return;
  const names = [...casts].flatMap(([document_id, cast]) =>
    cast.names.map((name) => ({ ...name, document_id })),
  );
  const links = [...casts].flatMap(([document_id, cast]) =>
    cast.links.map(({ from, to, ...link }) => ({ ...link, document_id, from_key: from, to_key: to })),
  );
  for (const table of ['document_names', 'document_links'] as const) {
    await trx.deleteFrom(table).where('case_id', '=', caseId).where('document_id', 'in', documents).execute();
  }
  // One value however many rows: a statement takes 65,535 parameters at most.
  await sql`
    insert into document_names
    select ${caseId}, document_id, key, name, folded, type,
      array(select jsonb_array_elements_text(bodies)), acts, undergoes, speaks
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as cast_names (
      document_id text, key text, name text, folded text, type text, bodies jsonb,
      acts integer, undergoes integer, speaks integer)`.execute(trx);
  await sql`
    insert into document_links
    select ${caseId}, document_id, from_key, to_key, type, claims
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as cast_links (
      document_id text, from_key text, to_key text, type text, claims integer)`.execute(trx);
}

/** Who is named in a document of a case, as `saveCasts` kept it; in order of key. */
export async function castOf(db: Kysely<Tables>, caseId: string, documentId: string): Promise<DocumentCast> {
  const names = await db
    .selectFrom('document_names')
    .select(['key', 'name', 'folded', 'type', 'bodies', 'acts', 'undergoes', 'speaks'])
    .where('case_id', '=', caseId)
    .where('document_id', '=', documentId)
    .orderBy('key')
    .execute();
  const links = await db
    .selectFrom('document_links')
    .select(['from_key as from', 'to_key as to', 'type', 'claims'])
    .where('case_id', '=', caseId)
    .where('document_id', '=', documentId)
    .orderBy('from_key')
    .orderBy('to_key')
    .orderBy('type')
    .execute();
  return { names, links };
}

/** Forgets who is named in a document, in every case. */
export async function forgetCasts(trx: Transaction<Tables>, documentId: string): Promise<void> {
  await trx.deleteFrom('document_names').where('document_id', '=', documentId).execute();
  await trx.deleteFrom('document_links').where('document_id', '=', documentId).execute();
}

/** The rows of documents that stand in the case. */
async function standingNames(db: Kysely<Tables>, caseId: string) {
  const replaced = [...(await replacedDocuments(db))];
  return db
    .selectFrom('document_names')
    .where('document_names.case_id', '=', caseId)
    .$if(replaced.length > 0, (query) => query.where('document_id', 'not in', replaced));
}

async function standingLinks(db: Kysely<Tables>, caseId: string) {
  const replaced = [...(await replacedDocuments(db))];
  return db
    .selectFrom('document_links')
    .where('document_links.case_id', '=', caseId)
    .$if(replaced.length > 0, (query) => query.where('document_id', 'not in', replaced));
}

const summed = [
  sql<string>`min(name)`.as('name'),
  sql<EntityType>`mode() within group (order by type)`.as('type'),
  sql<number>`count(*)::integer`.as('documents'),
  sql<number>`sum(acts)::integer`.as('acts'),
  sql<number>`sum(undergoes)::integer`.as('undergoes'),
  sql<number>`sum(speaks)::integer`.as('speaks'),
] as const;

/** The names that hold the folded words, of one type or any, those met most often first; and how many there are. */
export async function caseNames(
  db: Kysely<Tables>,
  caseId: string,
  { folded = '', type }: { folded?: string; type?: EntityType | undefined },
  { offset, limit }: PageOf,
): Promise<{ total: number; names: CaseName[] }> {
  const matching = (await standingNames(db, caseId))
    .$if(folded !== '', (query) => query.where(sql<boolean>`position(${folded} in folded) > 0`))
    .$if(type !== undefined, (query) => query.where('type', '=', type as EntityType));
  const { total } = await matching
    .select(sql<number>`count(distinct key)::integer`.as('total'))
    .executeTakeFirstOrThrow();
  const names = await matching
    .select(['key', ...summed])
    .groupBy('key')
    .orderBy(sql`sum(acts + undergoes + speaks)`, 'desc')
    .orderBy('name')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, names };
}

/** Every name of a case; a thousand reports have some thousands. */
export async function everyName(
  db: Kysely<Tables>,
  caseId: string,
): Promise<Pick<CaseName, 'key' | 'name' | 'type' | 'documents'>[]> {
  const [name, type, documents] = summed;
  return (await standingNames(db, caseId)).select(['key', name, type, documents]).groupBy('key').execute();
}

/** One name, with the keys of what it belongs to and who belongs to it; null where no document names it. */
export async function caseName(db: Kysely<Tables>, caseId: string, key: string): Promise<NamedInCase | null> {
  const all = await standingNames(db, caseId);
  const own = all.where('key', '=', key);
  const name = await own
    .select(['key', ...summed])
    .groupBy('key')
    .executeTakeFirst();
  if (!name) return null;
  const written = await own.select('name').distinct().orderBy('name').limit(50).execute();
  const bodies = await own
    .select(sql<string>`unnest(bodies)`.as('body'))
    .distinct()
    .orderBy('body')
    .execute();
  const members = await all
    .select(['key', sql<string>`min(name)`.as('name')])
    .where(sql<boolean>`${key} = any(bodies)`)
    .groupBy('key')
    .orderBy('name')
    .limit(100)
    .execute();
  return { name, written: written.map((row) => row.name), bodies: bodies.map(({ body }) => body), members };
}

/** Names by key, of those that documents of the case name. */
export async function namesByKey(
  db: Kysely<Tables>,
  caseId: string,
  keys: readonly string[],
): Promise<Map<string, CaseName>> {
  if (keys.length === 0) return new Map();
  const rows = await (await standingNames(db, caseId))
    .select(['key', ...summed])
    .where('key', 'in', keys)
    .groupBy('key')
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}

/** A network as large as a picture can carry, and how large all of it is. */
export interface CaseNetwork {
  links: (CaseLink & { types: Record<string, number> })[];
  /** In how many claims each of the linked is linked to anybody. */
  weights: Map<string, number>;
  nodes: number;
  edges: number;
}

interface StrongLink {
  from: string;
  to: string;
  claims: number;
  from_weight: number;
  to_weight: number;
  nodes: number;
  edges: number;
}

/** The strongest links between those who are linked most often. */
export async function caseNetwork(
  db: Kysely<Tables>,
  caseId: string,
  limits: { nodes: number; edges: number },
): Promise<CaseNetwork> {
  const all = await standingLinks(db, caseId);
  const summed = all
    .select(['from_key', 'to_key', sql<number>`sum(claims)::integer`.as('claims')])
    .groupBy(['from_key', 'to_key']);
  const { rows } = await sql<StrongLink>`
    with edges as materialized (${summed}),
    weights as (
      select key, sum(claims)::integer as weight
      from (select from_key as key, claims from edges union all select to_key, claims from edges) as ends
      group by key),
    kept as (select * from weights order by weight desc, key limit ${limits.nodes})
    select from_key as from, to_key as to, claims, source.weight as from_weight, target.weight as to_weight,
      (select count(*)::integer from weights) as nodes, (select count(*)::integer from edges) as edges
    from edges
    join kept as source on source.key = from_key
    join kept as target on target.key = to_key
    order by claims desc, from_key, to_key limit ${limits.edges}`.execute(db);
  const drawn = [...new Set(rows.flatMap(({ from, to }) => [from, to]))];
  const typed =
    drawn.length === 0
      ? []
      : await all
          .select([
            'from_key as from',
            'to_key as to',
            'type',
            sql<number>`sum(claims)::integer`.as('claims'),
          ])
          .where('from_key', 'in', drawn)
          .where('to_key', 'in', drawn)
          .groupBy(['from_key', 'to_key', 'type'])
          .orderBy('type')
          .execute();
  return {
    links: rows.map(({ from, to, claims }) => {
      const own = typed.filter((link) => link.from === from && link.to === to);
      return { from, to, claims, types: Object.fromEntries(own.map((link) => [link.type, link.claims])) };
    }),
    weights: new Map(
      rows.flatMap(({ from, to, from_weight, to_weight }) => [
        [from, from_weight],
        [to, to_weight],
      ]),
    ),
    nodes: rows[0]?.nodes ?? 0,
    edges: rows[0]?.edges ?? 0,
  };
}

/** Where a page of claims stands. */
export async function claimPlaces(
  db: Kysely<Tables>,
  caseId: string,
  asked: ClaimsAsked,
  { offset, limit }: PageOf,
): Promise<ClaimPlaces> {
  const counted =
    'key' in asked
      ? (await standingNames(db, caseId))
          .select(['document_id', sql<number>`${sql.ref(asked.part)}`.as('claims')])
          .where('key', '=', asked.key)
          .where(asked.part, '>', 0)
      : (await standingLinks(db, caseId))
          .select(['document_id', sql<number>`sum(claims)::integer`.as('claims')])
          .where('from_key', '=', asked.from)
          .where('to_key', '=', asked.to)
          .groupBy('document_id');
  const rows = await db
    .selectFrom(counted.as('counted'))
    .innerJoin('documents', 'documents.id', 'counted.document_id')
    .select(['counted.document_id', 'counted.claims'])
    .orderBy('published', (order) => order.desc().nullsLast())
    .orderBy('documents.id')
    .execute();
  let before = 0;
  let skipped = 0;
  const documents: string[] = [];
  for (const { document_id, claims } of rows) {
    if (before + claims > offset && before < offset + limit) {
      if (documents.length === 0) skipped = offset - before;
      documents.push(document_id);
    }
    before += claims;
  }
  return { total: before, documents, skipped };
}
