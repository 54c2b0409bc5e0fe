import type { CaseFile, Commitment, Window } from './case.ts';

const listed = (bodies: string | readonly string[] | null): readonly string[] =>
  bodies === null ? [] : typeof bodies === 'string' ? [bodies] : bodies;

/** Ids of who owes a commitment: several where the duty is joint. */
export const debtorsOf = ({ debtor }: Pick<Commitment, 'debtor'>): readonly string[] => listed(debtor);

/** Ids of those to whom a commitment is owed; none where it is owed to all. */
export const creditorsOf = ({ creditor }: Pick<Commitment, 'creditor'>): readonly string[] =>
  listed(creditor);

/** The names of bodies of a case as one reads them ("Norland and Sudria"); an id that it lacks stands for itself. */
export const namesOf = (
  { parties, actors }: Pick<CaseFile, 'parties' | 'actors'>,
  ids: readonly string[],
): string =>
  new Intl.ListFormat('en').format(
    ids.map((id) => [...parties, ...actors].find((body) => body.id === id)?.name ?? id),
  );

/** Whether exactly these bodies owe a commitment. */
export const isOwedBy = (commitment: Pick<Commitment, 'debtor'>, bodies: readonly string[]): boolean =>
  debtorsOf(commitment).toSorted().join(' ') === bodies.toSorted().join(' ');

/** Everyone who owes something, of the bodies given, in their order; then the joint debtors. */
export const debtorGroups = (
  bodies: readonly string[],
  commitments: readonly Pick<Commitment, 'debtor'>[],
): (readonly string[])[] => {
  const joint = commitments.map(debtorsOf).filter(({ length }) => length > 1);
  return [
    ...bodies.map((id) => [id]),
    ...new Map(joint.map((several) => [several.toSorted().join(' '), several])).values(),
  ].filter((debtors) => commitments.some((commitment) => isOwedBy(commitment, debtors)));
};

/** Whether a window opens after a commitment, whose id then stands there; an event in words has a space. */
export const isAfterCommitment = ({ after }: Pick<Window, 'after'>): boolean =>
  after !== undefined && !/\s/u.test(after);
