import type {
  Assessment,
  CaseFile,
  EntityType,
  Finding,
  Origin,
  ResolvedEntity,
  Statement,
} from '../../model/index.ts';
import { foldName } from '../../resolve/index.ts';

/** What is known of the names of a case. */
export interface KnownNames {
  /** What each names, by its key. */
  types: ReadonlyMap<string, EntityType>;
  /** Folded names of the people who may be named. */
  publicPeople: ReadonlySet<string>;
}

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

/** The origins that are persons who may not be named; of whom no reading tells what they are, in doubt too. */
const privateOrigins = (
  { file, assessment, statements }: Told,
  { types, publicPeople }: KnownNames,
): ReadonlySet<string> => {
  const listed = listedIn(file);
  const isPrivate = (origin: Origin): boolean => {
    const type = types.get(origin.id);
    if (listed.has(origin.id) || publicPeople.has(foldName(origin.name))) return false;
    return type ? type === 'person' : origin.id.startsWith(nameKey) && !isToldByBody(origin, statements);
  };
  const origins = assessment.commitments.flatMap((finding) => finding.origins);
  return new Set(origins.filter(isPrivate).map(({ id }) => id));
};

type Speaker = Statement['chain'][number];

/** Somebody who tells something and may not be named: neither a body, nor whom the case file lists, nor known in public. */
const privatePerson = (
  { entity, words }: Speaker,
  listed: ReadonlySet<string>,
  { publicPeople }: KnownNames,
): ResolvedEntity | null => {
  if (entity?.type !== 'person' || listed.has(entity.key)) return null;
  return [entity.name, words].some((name) => publicPeople.has(foldName(name))) ? null : entity;
};

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
 * The same findings and statements without the names of persons who may not be named: as origins, as those who tell, as
 * speakers. The words that are quoted stay as they stand.
 */
export const withoutPrivatePersons = (
  told: Told,
  names: KnownNames,
): Pick<Told, 'assessment' | 'statements'> => {
  const { file, assessment, statements } = told;
  const listed = listedIn(file);
  const hidden = privateOrigins(told, names);
  const unnamed = new Unnamed();
  const privateIn = (speaker: Speaker) => privatePerson(speaker, listed, names);

  const originOf = (id: string): string => (hidden.has(id) ? unnamed.standIn(id).id : id);
  const chainOf = ({ chain, claim, origin }: Evidence): string[] => {
    const speakers = statements.get(claim)?.chain ?? [];
    const instead = speakers.flatMap((speaker) => {
      const { entity, words, kind } = speaker;
      // Whoever has only words is hidden with the origin that they make.
      const isHidden = entity ? privateIn(speaker) : words !== '' && hidden.has(origin ?? '');
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
  /** A body as whose word somebody's was taken has their name beside its own. */
  const nameOf = ({ name, claims }: Origin): string => {
    const speakers = claims.flatMap((claim) => statements.get(claim)?.chain ?? []);
    const beside = speakers.map(privateIn).find((person) => person && name.endsWith(` (${person.name})`));
    return beside ? `${name.slice(0, -beside.name.length - 1)}${unnamed.standIn(beside.key).name})` : name;
  };
  const publicOrigin = (origin: Origin): Origin => {
    const shown = hidden.has(origin.id) ? unnamed.standIn(origin.id) : { name: nameOf(origin) };
    return shown.name === origin.name ? origin : { ...origin, ...shown, ties: [], subject: null };
  };
  const findingOf = (finding: Finding): Finding => ({
    ...finding,
    origins: finding.origins.map(publicOrigin),
    evidence: finding.evidence.map(evidenceOf),
  });

  const statementOf = (statement: Statement): Statement => ({
    ...statement,
    chain: statement.chain.map((speaker) =>
      privateIn(speaker) ? { ...speaker, entity: null, words: '' } : speaker,
    ),
  });
  return {
    assessment: { ...assessment, commitments: assessment.commitments.map(findingOf) },
    statements: new Map([...statements].map(([id, statement]) => [id, statementOf(statement)])),
  };
};
