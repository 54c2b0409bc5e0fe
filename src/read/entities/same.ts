import type { SyntaxTrees } from '../syntax-trees.ts';
import { isPersonNoun, isTitle } from './names.ts';
import type { Phrase, Phrases } from './phrases.ts';

/** Two phrases that grammar says stand for the same; of two, the host is the one that is described. */
export interface Sameness {
  readonly description: Phrase;
  readonly host: Phrase;
  readonly by: 'apposition' | 'copula' | 'role';
}

const isDenied = (trees: SyntaxTrees, head: number): boolean =>
  trees.children(head, 'advmod').some((child) => /^(?:not|n't|never|no|hardly)$/.test(trees.lower(child)));

/** "Berg is the envoy"; not "Berg is no envoy", "Berg would be an envoy", "Is Berg an envoy?". */
const copula = (trees: SyntaxTrees, phrases: Phrases, predicate: Phrase): Sameness | null => {
  const { head } = predicate;
  const cop = trees.child(head, 'cop');
  const subject = trees.child(head, 'nsubj');
  const host = subject === undefined ? undefined : phrases.at(subject);
  if (
    cop === undefined ||
    !host ||
    (host.kind === 'pronoun' &&
      /^(?:that|this|it|who|which|what|there|these|those)$/.test(trees.lower(host.head)))
  )
    return null;
  const aux = trees
    .children(head, 'aux')
    .some((child) => /^(?:would|could|may|might|should|will|'d|can)$/.test(trees.lower(child)));
  if (aux || isDenied(trees, head) || trees.child(head, 'case') !== undefined) return null;
  if (
    trees.child(head, 'mark') !== undefined &&
    /^(?:if|whether|unless)$/.test(trees.lower(trees.child(head, 'mark') as number))
  )
    return null;
  return { description: predicate, host, by: 'copula' };
};

/** Nothing, a comma, a dash or a bracket; a colon opens a list. */
const parting = /^(?:[,(]|-+|–|—|["“”])?$/;

const partedBy = (trees: SyntaxTrees, one: Phrase, other: Phrase): string => {
  const [first, second] = one.head < other.head ? [one, other] : [other, one];
  return trees.lower(
    second.from - 1 > first.head && trees.is(second.from - 1, 'punct') ? second.from - 1 : -1,
  );
};

const apposition = (trees: SyntaxTrees, phrases: Phrases, phrase: Phrase): Sameness | null => {
  if (!trees.is(phrase.head, 'appos')) return null;
  const host = phrases.at(trees.word(phrase.head).head);
  if (!host || host === phrase || !parting.test(partedBy(trees, host, phrase))) return null;
  // A list taken for an apposition: "Bonn, Chur, Lyon" are not one place.
  if (host.kind === 'name' && phrase.kind === 'name') return null;
  const [description, described] =
    host.kind === 'nominal' && phrase.kind === 'name' ? [host, phrase] : [phrase, host];
  const by = phrase.from === host.head + 1 ? 'role' : 'apposition';
  return { description, host: described, by };
};

/** "Anna Berg, an envoy sent by …", where the tree sees a clause: an occupation between a comma and a participle. */
const beforeClause = (trees: SyntaxTrees, phrases: Phrases, phrase: Phrase): Sameness | null => {
  const host = trees.lower(phrase.from - 1) === ',' ? phrases.at(phrase.from - 2) : undefined;
  if (phrase.kind !== 'nominal' || host?.name?.type !== 'person' || !isPersonNoun(trees.lemma(phrase.head)))
    return null;
  const clause = trees.word(phrase.head).head;
  const reduced = clause >= 0 && trees.is(phrase.head, 'nsubj') && trees.is(clause, 'acl', 'parataxis');
  return reduced ? { description: phrase, host, by: 'apposition' } : null;
};

/** "Northern envoy Anna Berg", where the tree sees two phrases side by side. */
const role = (trees: SyntaxTrees, phrases: Phrases, phrase: Phrase): Sameness | null => {
  if (phrase.kind !== 'name' || phrase.name?.type !== 'person') return null;
  const before = phrases.at(phrase.from - 1);
  if (before?.kind !== 'nominal' || before.head !== phrase.from - 1) return null;
  return isPersonNoun(trees.lemma(before.head)) || isTitle(trees.lower(before.head))
    ? { description: before, host: phrase, by: 'role' }
    : null;
};

/** What grammar alone says to be the same, in text order. */
export const findSameness = (trees: SyntaxTrees, phrases: Phrases): Sameness[] =>
  phrases.all.flatMap((phrase) => {
    const found =
      role(trees, phrases, phrase) ??
      apposition(trees, phrases, phrase) ??
      beforeClause(trees, phrases, phrase) ??
      copula(trees, phrases, phrase);
    return found ? [found] : [];
  });
