import type {
  CaseFile,
  DocumentCast,
  LinkInDocument,
  NamedInDocument,
  ResolvedEntity,
  Statement,
} from '../model/index.ts';
import { foldName } from './fold.ts';

const receiving = new Set(['patient', 'recipient', 'beneficiary']);

/** "the fighters" of one document is nobody in another. */
const isNamed = ({ key }: ResolvedEntity): boolean => !key.startsWith('doc:');

export type Part = 'acts' | 'undergoes' | 'speaks';

/** Who acts, who undergoes and who speaks in a statement, each once. */
export const partsIn = ({ actors, chain }: Statement): Record<Part, ResolvedEntity[]> => {
  const unique = (entities: readonly (ResolvedEntity | null)[]) => [
    ...new Map(
      entities.flatMap((entity) => (entity && isNamed(entity) ? [[entity.key, entity]] : [])),
    ).values(),
  ];
  const having = (holds: (role: string) => boolean) =>
    unique(actors.flatMap(({ role, entity }) => (holds(role) ? [entity] : [])));
  return {
    acts: having((role) => role === 'agent'),
    undergoes: having((role) => receiving.has(role)),
    speaks: unique(chain.map(({ entity, group }) => entity ?? group)),
  };
};

/** Who met whom is nobody's business: people are linked only where the case file itself names them. */
const mayBeLinked = ({ parties, actors }: CaseFile): ((entity: ResolvedEntity) => boolean) => {
  const inFile = new Set([...parties, ...actors].map(({ id }) => id));
  const never = new Set<ResolvedEntity['type']>(['person', 'place', 'nationality']);
  return ({ key, type }) => inFile.has(key) || !never.has(type);
};

/** Everyone whom a document's statements name, and who is said in them to have done something to whom. */
export const castOf = (file: CaseFile, statements: readonly Statement[]): DocumentCast => {
  const names = new Map<string, NamedInDocument>();
  const links = new Map<string, LinkInDocument>();
  const isLinked = mayBeLinked(file);
  const named = ({ key, name, type, bodies }: ResolvedEntity): NamedInDocument => {
    const others = bodies.filter((body) => body !== key);
    const found = names.get(key) ?? {
      key,
      name,
      folded: foldName(name),
      type,
      bodies: others,
      acts: 0,
      undergoes: 0,
      speaks: 0,
    };
    names.set(key, found);
    return found;
  };
  for (const statement of statements) {
    const parts = partsIn(statement);
    for (const part of ['acts', 'undergoes', 'speaks'] as const)
      for (const entity of parts[part]) named(entity)[part] += 1;
    const type = statement.claim.predicate.type ?? '?';
    for (const from of parts.acts.filter(isLinked)) {
      for (const to of parts.undergoes.filter(isLinked)) {
        if (from.key === to.key) continue;
        const place = JSON.stringify([from.key, to.key, type]);
        const link = links.get(place) ?? { from: from.key, to: to.key, type, claims: 0 };
        link.claims += 1;
        links.set(place, link);
      }
    }
  }
  return { names: [...names.values()], links: [...links.values()] };
};
