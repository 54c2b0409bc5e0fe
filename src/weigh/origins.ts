import { createHash } from 'node:crypto';
import {
  type CaseFile,
  type CopyLink,
  contains,
  creditorsOf,
  type Document,
  debtorsOf,
  type Grade,
  type ResolvedEntity,
  type Statement,
} from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
import { type Grades, publisherKey } from './trust.ts';

/** Where a claim's knowledge ultimately comes from. */
export interface Source {
  id: string;
  name: string;
  camp: string;
  grade: Grade | null;
  /** The party whose conduct is judged is in a quarrel with it. */
  adverseTo: ReadonlySet<string>;
  bodies: readonly string[];
  /** It has a name, of its own or of the page. */
  isNamed: boolean;
}

export type Page = Pick<Document, 'id' | 'publisher' | 'published' | 'text'>;

/** How documents stand in each other, by document. */
export type Copies = ReadonlyMap<string, readonly CopyLink[]>;

/** In the order of characters, which is that of dates and of ids. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The earliest first; undated ones last. */
const byDate = (a: Page, b: Page): number =>
  inOrder(a.published ?? '9', b.published ?? '9') || inOrder(a.id, b.id);

/** A digest of each page's folded words: folding ten thousand texts takes half a second, and a page never changes. */
const digests = new WeakMap<Page, string>();

const digestOf = (page: Page): string => {
  const known = digests.get(page);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(foldName(page.text)).digest('base64');
  digests.set(page, digest);
  return digest;
};

/** Clusters hang on pages and copies alone: with other grades they are the same. */
const clustered = new WeakMap<ReadonlyMap<string, Page>, ReadonlyMap<string, string>>();

const clustersOf = (pages: ReadonlyMap<string, Page>, copies: Copies): ReadonlyMap<string, string> => {
  const known = clustered.get(pages) ?? clusterTexts([...pages.values()], copies);
  clustered.set(pages, known);
  return known;
};

/**
 * The document that each document's words come from: of all that have the same words, or the same edited, the earliest.
 */
const clusterTexts = (pages: readonly Page[], copies: Copies): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  const cluster = new Map<string, string>();
  for (const page of [...pages].sort(byDate)) {
    const { id } = page;
    const words = digestOf(page);
    const copied = (copies.get(id) ?? []).find(
      ({ kind, document }) => kind !== 'passages' && cluster.has(document),
    );
    const earliest = first.get(words) ?? (copied && cluster.get(copied.document)) ?? id;
    first.set(words, earliest);
    cluster.set(id, earliest);
  }
  return cluster;
};

/** The earliest known document that has the statement's words in a passage shared with its own; null when none has. */
const passageOf = (
  { documentId, claim }: Statement,
  copies: Copies,
  pages: ReadonlyMap<string, Page>,
): string | null => {
  const own = pages.get(documentId);
  const shared = (copies.get(documentId) ?? []).flatMap(({ document, passages }) => {
    const page = pages.get(document);
    return page && passages.some(({ here }) => contains(here, claim.span)) ? [page] : [];
  });
  const [earliest] = [...shared, ...(own ? [own] : [])].sort(byDate);
  return earliest && earliest.id !== documentId ? earliest.id : null;
};

/** Finds the origin of a statement (weighing rule 3). */
export type OriginFinder = (statement: Statement) => Source;

export const originFinder = (
  file: CaseFile,
  grades: Grades,
  copies: Copies,
  pages: ReadonlyMap<string, Page>,
): OriginFinder => {
  const clusters = clustersOf(pages, copies);
  const parties = new Set(file.parties.map(({ id }) => id));
  const actors = new Map(file.actors.map((actor) => [actor.id, actor]));
  const names = new Map([...file.parties, ...file.actors].map(({ id, name }) => [id, name]));
  /** A party, or a body whose parts the case tells apart, is too coarse to be one origin. */
  const coarse = new Set([...parties, ...file.actors.flatMap(({ partOf }) => partOf)]);

  const campOf = (bodies: readonly string[]): string =>
    bodies.find((body) => parties.has(body)) ??
    bodies.find((body) => coarse.has(body)) ??
    bodies.findLast((body) => actors.has(body)) ??
    'other';

  /** Whose conduct a creditor has an interest in: its debtors'. */
  const owing = new Map<string, string[]>();
  for (const commitment of file.commitments) {
    for (const creditor of creditorsOf(commitment))
      owing.set(creditor, [...new Set([...(owing.get(creditor) ?? []), ...debtorsOf(commitment)])]);
  }
  const adversaries = (bodies: readonly string[]): ReadonlySet<string> =>
    new Set(bodies.flatMap((body) => [...(actors.get(body)?.adverseTo ?? []), ...(owing.get(body) ?? [])]));

  const source = (id: string, name: string, entity: ResolvedEntity | null): Source => ({
    id,
    name,
    camp: campOf(entity?.bodies ?? []),
    grade: grades.of(entity),
    adverseTo: adversaries([...(entity?.bodies ?? []), ...(entity?.allies ?? [])]),
    bodies: entity?.bodies ?? [],
    isNamed: entity !== null,
  });

  /** A person speaks for the finest body that the case knows; without one, for himself. */
  const named = (entity: ResolvedEntity): Source => {
    const body = entity.bodies.find((key) => key !== entity.key && actors.has(key) && !coarse.has(key));
    return body
      ? source(body, `${names.get(body)} (${entity.name})`, entity)
      : source(entity.key, entity.name, entity);
  };

  const clusterOf = (statement: Statement): string => {
    const document = passageOf(statement, copies, pages) ?? statement.documentId;
    return clusters.get(document) ?? document;
  };

  const writer = (statement: Statement): Source => {
    const cluster = clusterOf(statement);
    const publisher = pages.get(cluster)?.publisher ?? null;
    return publisher === null
      ? source(`writer:${cluster}`, 'unknown writer', null)
      : {
          ...source(publisherKey(publisher), publisher, null),
          grade: grades.ofName(publisher),
          isNamed: true,
        };
  };

  /** Bodies below each, and by which names: to find the finest one that a page names. */
  const below = new Map<string, { id: string; bodies: string[]; names: string[] }[]>();
  for (const { id, name, aliases, memberOf } of file.actors) {
    const bodies = [id];
    for (const body of bodies)
      for (const above of actors.get(body)?.partOf ?? []) if (!bodies.includes(above)) bodies.push(above);
    const known = { id, bodies, names: [name, ...aliases].map((each) => ` ${foldName(each)} `) };
    if (memberOf.length === 0)
      for (const body of bodies.slice(1)) below.set(body, [...(below.get(body) ?? []), known]);
  }
  const folded = new Map<string, string>();
  const foldedText = (id: string): string => {
    const words = folded.get(id) ?? ` ${foldName(pages.get(id)?.text ?? '')} `;
    folded.set(id, words);
    return words;
  };

  /** "A UN report says …" on a page that names one body of the UN: nothing tells that it is another one's. */
  const finest = (statement: Statement, group: ResolvedEntity): ResolvedEntity => {
    const text = foldedText(statement.documentId);
    const found = (below.get(group.key) ?? []).filter((body) =>
      body.names.some((name) => text.includes(name)),
    );
    const [one] = found.filter(
      ({ id }) => !found.some(({ id: other, bodies }) => other !== id && bodies.includes(id)),
    );
    return found.length === 1 && one ? { ...group, key: one.id, bodies: one.bodies } : group;
  };

  const find = (statement: Statement): Source => {
    const speaker = statement.chain.at(-1);
    if (!speaker) return writer(statement);
    if (speaker.entity) return named(speaker.entity);
    if (speaker.group) {
      const group = finest(statement, speaker.group);
      const isBody = actors.has(group.key) && !coarse.has(group.key);
      return isBody
        ? source(group.key, `${names.get(group.key)} (${speaker.words})`, group)
        : source(`group:${group.key}`, `unnamed: ${speaker.words}`, group);
    }
    const words = speaker.words || 'not said by whom';
    return source(`unnamed:${clusterOf(statement)}`, `unnamed: ${words}`, null);
  };
  const found = new Map<Statement, Source>();
  return (statement) => {
    const known = found.get(statement) ?? find(statement);
    found.set(statement, known);
    return known;
  };
};
