import type { CaseFile, EntityLine, ResolvedEntity, Statement } from '../model/index.ts';
import type { WholeCase } from '../work/index.ts';

/** Everyone whom a case's reports name, with the statements in which each acts, is acted on and speaks. */
export interface Named {
  entity: ResolvedEntity;
  standing: EntityLine['standing'];
  acts: Statement[];
  undergoes: Statement[];
  speaks: Statement[];
}

/** What reading a case by names needs, worked out once for each state of its statements. */
export type CaseIndex = ReadonlyMap<string, Named>;

const receiving = new Set(['patient', 'recipient', 'beneficiary']);

const standingIn = (file: CaseFile): ((key: string) => EntityLine['standing']) => {
  const parties = new Set(file.parties.map(({ id }) => id));
  const actors = new Set(file.actors.map(({ id }) => id));
  return (key) => (parties.has(key) ? 'party' : actors.has(key) ? 'actor' : 'other');
};

const indexes = new WeakMap<readonly Statement[], CaseIndex>();

export const indexOf = ({ file, statements }: WholeCase): CaseIndex => {
  const known = indexes.get(statements);
  if (known) return known;
  const standing = standingIn(file);
  const named = new Map<string, Named>();
  const of = (entity: ResolvedEntity): Named => {
    const found = named.get(entity.key) ?? {
      entity,
      standing: standing(entity.key),
      acts: [],
      undergoes: [],
      speaks: [],
    };
    named.set(entity.key, found);
    return found;
  };
  /** "the fighters" of one document is nobody in another. */
  const isNamed = ({ key }: ResolvedEntity) => !key.startsWith('doc:');
  for (const statement of statements) {
    for (const { role, entity } of statement.actors) {
      if (!isNamed(entity)) continue;
      if (role === 'agent') of(entity).acts.push(statement);
      else if (receiving.has(role)) of(entity).undergoes.push(statement);
    }
    for (const { entity, group } of statement.chain) {
      const speaker = entity ?? group;
      if (speaker && isNamed(speaker)) of(speaker).speaks.push(statement);
    }
  }
  indexes.set(statements, named);
  return named;
};
