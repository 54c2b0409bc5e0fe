import type { Phrase, Phrases } from '../syntax/phrases.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { isPersonNoun, isTitle } from './name-lexicon.ts';

/** Two phrases that grammar says stand for the same; of two, the host is the one that is described. */
export interface IdentityLink {
  readonly description: Phrase;
  readonly host: Phrase;
  /** Beside each other ("Berg, the envoy") or by a verb ("Berg is the envoy"). */
  readonly by: 'place' | 'copula';
}

const denials = /^(?:not|n't|never|no|hardly)$/;
const hedges = /^(?:would|could|may|might|should|will|'d|'ll|can|if|whether|unless)$/;
const empty = /^(?:that|this|it|who|which|what|there|these|those)$/;

/** Not "Berg is no envoy", "Berg would be an envoy", "if Berg is an envoy", "Is Berg an envoy?". */
const isAsserted = (trees: SyntaxTrees, predicate: number, cop: number, subject: number): boolean =>
  subject < cop &&
  !trees.children(predicate, 'advmod', 'det').some((child) => denials.test(trees.lowercase(child))) &&
  !trees.children(predicate, 'aux', 'mark').some((child) => hedges.test(trees.lowercase(child)));

/** "Berg is the envoy" */
const copula = (trees: SyntaxTrees, phrases: Phrases, predicate: Phrase): IdentityLink | null => {
  const { head } = predicate;
  const [cop, subject] = [trees.child(head, 'cop'), trees.child(head, 'nsubj')];
  if (cop === undefined || subject === undefined || trees.child(head, 'case') !== undefined) return null;
  const host = phrases.at(subject);
  if (!host || empty.test(trees.lowercase(host.head)) || !isAsserted(trees, head, cop, subject)) return null;
  return { description: predicate, host, by: 'copula' };
};

/** Nothing, a comma, a dash or a bracket; a colon opens a list. */
const parting = /^(?:[,(]|-+|–|—|["“”])?$/;

const partedBy = (trees: SyntaxTrees, one: Phrase, other: Phrase): string => {
  const [first, second] = one.head < other.head ? [one, other] : [other, one];
  return trees.lowercase(
    second.from - 1 > first.head && trees.hasRelation(second.from - 1, 'punct') ? second.from - 1 : -1,
  );
};

const apposition = (trees: SyntaxTrees, phrases: Phrases, phrase: Phrase): IdentityLink | null => {
  if (!trees.hasRelation(phrase.head, 'appos')) return null;
  const host = phrases.at(trees.word(phrase.head).head);
  if (!host || host === phrase || !parting.test(partedBy(trees, host, phrase))) return null;
  // A list taken for an apposition: "Bonn, Chur, Lyon" are not one place.
  if (host.kind === 'name' && phrase.kind === 'name') return null;
  const [description, described] =
    host.kind === 'nominal' && phrase.kind === 'name' ? [host, phrase] : [phrase, host];
  return { description, host: described, by: 'place' };
};

/** "Anna Berg, an envoy sent by …", where the tree sees a clause: an occupation between a comma and a participle. */
const beforeClause = (trees: SyntaxTrees, phrases: Phrases, phrase: Phrase): IdentityLink | null => {
  const host = trees.lowercase(phrase.from - 1) === ',' ? phrases.at(phrase.from - 2) : undefined;
  if (phrase.kind !== 'nominal' || host?.name?.type !== 'person' || !isPersonNoun(trees.lemma(phrase.head)))
    return null;
  const clause = trees.word(phrase.head).head;
  const reduced =
    clause >= 0 && trees.hasRelation(phrase.head, 'nsubj') && trees.hasRelation(clause, 'acl', 'parataxis');
  return reduced ? { description: phrase, host, by: 'place' } : null;
};

/** "Northern envoy Anna Berg", where the tree sees two phrases side by side. */
const role = (trees: SyntaxTrees, phrases: Phrases, phrase: Phrase): IdentityLink | null => {
  if (phrase.kind !== 'name' || phrase.name?.type !== 'person') return null;
  const before = phrases.at(phrase.from - 1);
  if (before?.kind !== 'nominal' || before.head !== phrase.from - 1) return null;
  return isPersonNoun(trees.lemma(before.head)) || isTitle(trees.lowercase(before.head))
    ? { description: before, host: phrase, by: 'place' }
    : null;
};

/** What grammar alone says to be the same, in text order. */
export const findAppositionsAndCopulas = (trees: SyntaxTrees, phrases: Phrases): IdentityLink[] =>
  phrases.all.flatMap((phrase) => {
    const found =
      role(trees, phrases, phrase) ??
      apposition(trees, phrases, phrase) ??
      beforeClause(trees, phrases, phrase) ??
      copula(trees, phrases, phrase);
    return found ? [found] : [];
  });
