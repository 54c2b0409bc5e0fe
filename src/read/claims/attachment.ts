import type { Oblique, Predication } from '../syntax/predications.ts';
import type { Predicate } from './predicate.ts';

export interface Told {
  readonly predication: Predication;
  readonly predicate: Predicate | null;
}

/**
 * Phrases that stand after a relative clause but hang on the verb above it: "showed an ambush that it carried
 * out, in support of …, against …". They go with the clause if its event takes such a phrase and the verb
 * above does not (lexical association, Hindle & Rooth 1993). `takes` says so of a predicate.
 */
export const attach = (
  told: readonly Told[],
  takes: (predicate: Predicate | null, oblique: Oblique) => boolean,
): Map<Predication, readonly Oblique[]> => {
  const obliquesOf = new Map<Predication, readonly Oblique[]>();
  const predicateOf = new Map(told.map(({ predication, predicate }) => [predication, predicate]));
  for (const { predication, predicate } of told) {
    const { parent, clauseType, head, obliques } = predication;
    if (!predicate?.type || !parent || (clauseType !== 'relative' && clauseType !== 'participle')) continue;
    const above = obliquesOf.get(parent) ?? parent.obliques;
    const moved = above.filter(
      (oblique) =>
        oblique.head > head && takes(predicate, oblique) && !takes(predicateOf.get(parent) ?? null, oblique),
    );
    if (!moved.length) continue;
    obliquesOf.set(predication, [...obliques, ...moved]);
    obliquesOf.set(
      parent,
      above.filter((oblique) => !moved.includes(oblique)),
    );
  }
  return obliquesOf;
};
