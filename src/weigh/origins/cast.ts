import { type CaseFile, creditorsOf, debtorsOf, type ResolvedEntity } from '../../model/index.ts';

/** Who is who in a case: whom it lists, in which camp, and whose conduct whom concerns. */
export interface Cast {
  /** Names of those that the case lists, by id. */
  names: ReadonlyMap<string, string>;
  /** Whether it is a party, or a body whose parts the case tells apart: too coarse where a page names a part. */
  isCoarse(id: string): boolean;
  /** Whether the case lists it as somebody's member. */
  isMember(id: string): boolean;
  /** The camp of one that belongs to these bodies, itself first. */
  campOf(own: readonly string[]): string;
  /** The parties in whose conduct one that belongs to these bodies has an interest. */
  adversaries(own: readonly string[]): ReadonlySet<string>;
  /** The first of some bodies that the case lists and that is no party. */
  finest(entity: ResolvedEntity): string | undefined;
}

/** Whose conduct a creditor has an interest in: its debtors'. */
const debtorsByCreditor = ({ commitments }: CaseFile): ReadonlyMap<string, readonly string[]> => {
  const owing = new Map<string, string[]>();
  for (const commitment of commitments)
    for (const creditor of creditorsOf(commitment))
      owing.set(creditor, [...(owing.get(creditor) ?? []), ...debtorsOf(commitment)]);
  return owing;
};

export const castOf = (file: CaseFile): Cast => {
  const parties = new Set(file.parties.map(({ id }) => id));
  const actors = new Map(file.actors.map((actor) => [actor.id, actor]));
  const names = new Map([...file.parties, ...file.actors].map(({ id, name }) => [id, name]));
  const coarse = new Set([...parties, ...file.actors.flatMap(({ partOf }) => partOf)]);
  const owing = debtorsByCreditor(file);
  return {
    names,
    isCoarse: (id) => coarse.has(id),
    isMember: (id) => (actors.get(id)?.memberOf.length ?? 0) > 0,
    campOf: (own) =>
      own.find((body) => parties.has(body)) ??
      own.find((body) => coarse.has(body)) ??
      own.findLast((body) => actors.has(body)) ??
      'other',
    adversaries: (own) =>
      new Set(own.flatMap((body) => [...(actors.get(body)?.adverseTo ?? []), ...(owing.get(body) ?? [])])),
    finest: ({ key, bodies }) => bodies.find((body) => body !== key && names.has(body) && !coarse.has(body)),
  };
};
