import type {
  Assessment,
  CaseFile,
  EntityType,
  Finding,
  ResolvedEntity,
  Statement,
} from '../../model/index.ts';

/** What each name of the case names, by its key. */
export type KnownNames = ReadonlyMap<string, EntityType>;

interface Told {
  file: CaseFile;
  assessment: Assessment;
  statements: ReadonlyMap<string, Statement>;
}

type Evidence = Finding['evidence'][number];

const listedIn = ({ parties, actors }: CaseFile): ReadonlySet<string> =>
  new Set([...parties, ...actors].map(({ id }) => id));

/** Whether it is a person of whom the case file says nothing. What no reading names is taken for one. */
const isPersonKey = (key: string, names: KnownNames, listed: ReadonlySet<string>): boolean =>
  !listed.has(key) && (names.get(key) ?? (key.startsWith('name:') ? 'person' : 'other')) === 'person';

/** Whether somebody speaks for a body: it is known that they belong to one, or their word was taken for its word. */
const speaksForBody = ({ key, name, bodies }: ResolvedEntity, origin: string): boolean =>
  bodies.some((body) => body !== key && !body.startsWith('doc:')) || origin.endsWith(`(${name})`);

/** Whether whoever tells something may be named: a body, somebody whom the case file lists, somebody who speaks for a body. */
const mayBeNamed = (entity: ResolvedEntity, origin: string, listed: ReadonlySet<string>): boolean =>
  entity.type !== 'person' || listed.has(entity.key) || speaksForBody(entity, origin);

/** Numbers whoever is not named, so that one is told from another and nobody is told who it is. */
class Unnamed {
  readonly #numbers = new Map<string, number>();
  standIn(key: string): { id: string; name: string } {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return { id: `person:${number}`, name: `a person (${number})` };
  }
}

/**
 * The same findings and statements without the names of persons who are neither officials nor spokespersons: as origins, as
 * those who tell, as speakers. The words that are quoted stay as they stand.
 *
 * @param names every name of the case
 */
export const withoutPrivatePersons = (
  { file, assessment, statements }: Told,
  names: KnownNames,
): Pick<Told, 'assessment' | 'statements'> => {
  const listed = listedIn(file);
  const unnamed = new Unnamed();
  const originNames = new Map(
    assessment.commitments.flatMap(({ origins }) => origins.map(({ id, name }) => [id, name] as const)),
  );
  const isPrivate = (entity: ResolvedEntity | null, origin: string): entity is ResolvedEntity =>
    entity !== null && !mayBeNamed(entity, origin, listed);

  const originOf = (id: string): string => (isPersonKey(id, names, listed) ? unnamed.standIn(id).id : id);
  const chainOf = ({ chain, claim, origin }: Evidence): string[] => {
    const speakers = statements.get(claim)?.chain ?? [];
    const hidden = speakers.flatMap(({ entity, kind }) =>
      isPrivate(entity, originNames.get(origin ?? '') ?? '')
        ? [[`${entity.name} ${kind}`, `${unnamed.standIn(entity.key).name} ${kind}`] as const]
        : [],
    );
    const instead = new Map<string, string>(hidden);
    return chain.map((link) => instead.get(link) ?? link);
  };
  const evidenceOf = (item: Evidence): Evidence => ({
    ...item,
    chain: chainOf(item),
    origin: item.origin === null ? null : originOf(item.origin),
  });
  const findingOf = (finding: Finding): Finding => ({
    ...finding,
    origins: finding.origins.map((origin) =>
      isPersonKey(origin.id, names, listed)
        ? { ...origin, ...unnamed.standIn(origin.id), ties: [], subject: null }
        : origin,
    ),
    evidence: finding.evidence.map(evidenceOf),
  });

  const origins = new Map(
    assessment.commitments.flatMap(({ evidence }) =>
      evidence.map(({ claim, origin }) => [claim, originNames.get(origin ?? '') ?? ''] as const),
    ),
  );
  const statementOf = (statement: Statement): Statement => ({
    ...statement,
    chain: statement.chain.map((speaker) =>
      isPrivate(speaker.entity, origins.get(statement.id) ?? '')
        ? { ...speaker, entity: null, words: '' }
        : speaker,
    ),
  });
  return {
    assessment: { ...assessment, commitments: assessment.commitments.map(findingOf) },
    statements: new Map([...statements].map(([id, statement]) => [id, statementOf(statement)])),
  };
};
