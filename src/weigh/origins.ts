import type { CaseFile, Document, Grade, ResolvedEntity, Statement } from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
import type { Grades } from './trust.ts';

/** Where a claim's knowledge ultimately comes from. */
export interface Source {
  id: string;
  name: string;
  camp: string;
  grade: Grade | null;
  /** The party whose conduct is judged is in a quarrel with it. */
  adverseTo: ReadonlySet<string>;
  bodies: readonly string[];
}

export type Page = Pick<Document, 'id' | 'publisher' | 'published' | 'text'>;

/** The folded words of pages, worked out once: every assessment asks for them. */
const wordsOf = new WeakMap<Page, string>();

/** Documents with the same words are one text, named after the first of them. */
export const clusterTexts = (pages: readonly Page[]): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  const cluster = new Map<string, string>();
  const byDate = [...pages].sort((a, b) => (a.published ?? '9').localeCompare(b.published ?? '9'));
  for (const page of byDate) {
    const { id, text } = page;
    const words = wordsOf.get(page) ?? foldName(text);
    wordsOf.set(page, words);
    first.set(words, first.get(words) ?? id);
    cluster.set(id, first.get(words) ?? id);
  }
  return cluster;
};

/** Finds the origin of a statement (weighing rule 3). */
export type OriginFinder = (statement: Statement) => Source;

export const originFinder = (
  file: CaseFile,
  grades: Grades,
  clusters: ReadonlyMap<string, string>,
  pages: ReadonlyMap<string, Page>,
): OriginFinder => {
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

  const adversaries = (bodies: readonly string[]): ReadonlySet<string> => {
    const declared = bodies.flatMap((body) => actors.get(body)?.adverseTo ?? []);
    const counterparts = file.commitments.flatMap(({ debtor, creditor }) =>
      bodies.includes(creditor) ? [debtor] : [],
    );
    return new Set([...declared, ...counterparts]);
  };

  const source = (id: string, name: string, entity: ResolvedEntity | null): Source => ({
    id,
    name,
    camp: campOf(entity?.bodies ?? []),
    grade: grades.of(entity),
    adverseTo: adversaries(entity?.bodies ?? []),
    bodies: entity?.bodies ?? [],
  });

  /** A person speaks for the finest body that the case knows; without one, for himself. */
  const named = (entity: ResolvedEntity): Source => {
    const body = entity.bodies.find((key) => key !== entity.key && actors.has(key) && !coarse.has(key));
    return body
      ? source(body, `${names.get(body)} (${entity.name})`, entity)
      : source(entity.key, entity.name, entity);
  };

  const clusterOf = ({ documentId }: Statement): string => clusters.get(documentId) ?? documentId;

  const writer = (statement: Statement): Source => {
    const cluster = clusterOf(statement);
    const publisher = pages.get(cluster)?.publisher ?? null;
    return publisher === null
      ? source(`writer:${cluster}`, 'unknown writer', null)
      : { ...source(`publisher:${foldName(publisher)}`, publisher, null), grade: grades.ofName(publisher) };
  };

  return (statement) => {
    const speaker = statement.chain.at(-1);
    if (!speaker) return writer(statement);
    if (speaker.entity) return named(speaker.entity);
    if (speaker.group) {
      return source(`group:${speaker.group.key}`, `unnamed: ${speaker.words}`, speaker.group);
    }
    const words = speaker.words || 'not said by whom';
    return source(`unnamed:${clusterOf(statement)}`, `unnamed: ${words}`, null);
  };
};
