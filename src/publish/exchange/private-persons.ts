import type {
  Assessment,
  CaseFile,
  EntityType,
  Finding,
  Origin,
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

const nameKey = 'name:';

/** Whether some body, by its name or in words, is the last to tell what goes back to an origin. */
const isToldByBody = ({ id, claims }: Origin, statements: Told['statements']): boolean =>
  claims.some((claim) => {
    const speaker = statements.get(claim)?.chain.at(-1);
    if (!speaker) return false;
    return speaker.entity
      ? speaker.entity.type !== 'person'
      : speaker.words.toLowerCase().includes(id.slice(nameKey.length));
  });

/** The origins that are persons of whom the case file says nothing; of whom no reading tells what they are, in doubt too. */
const privateOrigins = ({ file, assessment, statements }: Told, names: KnownNames): ReadonlySet<string> => {
  const listed = listedIn(file);
  const isPerson = (origin: Origin): boolean => {
    const type = names.get(origin.id);
    if (listed.has(origin.id)) return false;
    return type ? type === 'person' : origin.id.startsWith(nameKey) && !isToldByBody(origin, statements);
  };
  const origins = assessment.commitments.flatMap((finding) => finding.origins);
  return new Set(origins.filter(isPerson).map(({ id }) => id));
};

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
  told: Told,
  names: KnownNames,
): Pick<Told, 'assessment' | 'statements'> => {
  const { file, assessment, statements } = told;
  const listed = listedIn(file);
  const hidden = privateOrigins(told, names);
  const unnamed = new Unnamed();
  const originNames = new Map(
    assessment.commitments.flatMap(({ origins }) => origins.map(({ id, name }) => [id, name] as const)),
  );
  const isPrivate = (entity: ResolvedEntity | null, origin: string): boolean =>
    entity !== null && !mayBeNamed(entity, origin, listed);

  const originOf = (id: string): string => (hidden.has(id) ? unnamed.standIn(id).id : id);
  const chainOf = ({ chain, claim, origin }: Evidence): string[] => {
    const speakers = statements.get(claim)?.chain ?? [];
    const instead = speakers.flatMap(({ entity, words, kind }) => {
      // Whoever has only words is hidden with the origin that they make.
      const isHidden = entity
        ? isPrivate(entity, originNames.get(origin ?? '') ?? '')
        : words !== '' && hidden.has(origin ?? '');
      const key = entity?.key ?? origin ?? '';
      return isHidden
        ? [[`${entity?.name ?? words} ${kind}`, `${unnamed.standIn(key).name} ${kind}`] as const]
        : [];
    });
    const named = new Map<string, string>(instead);
    return chain.map((link) => named.get(link) ?? link);
  };
  const evidenceOf = (item: Evidence): Evidence => ({
    ...item,
    chain: chainOf(item),
    origin: item.origin === null ? null : originOf(item.origin),
  });
  const findingOf = (finding: Finding): Finding => ({
    ...finding,
    origins: finding.origins.map((origin) =>
      hidden.has(origin.id) ? { ...origin, ...unnamed.standIn(origin.id), ties: [], subject: null } : origin,
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
