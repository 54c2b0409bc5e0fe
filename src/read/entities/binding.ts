import type { SyntaxTrees } from '../syntax/syntax-trees.ts';

export type Role = 'subject' | 'object' | 'oblique' | 'possessor' | 'complement' | 'other';

/** Of members of a coordination, the role of the whole. */
export const roleOf = (trees: SyntaxTrees, head: number): Role => {
  let at = head;
  while (trees.hasRelation(at, 'conj', 'appos') && trees.word(at).head >= 0) at = trees.word(at).head;
  if (trees.hasRelation(at, 'nsubj', 'csubj')) return 'subject';
  if (trees.hasRelation(at, 'obj', 'iobj')) return 'object';
  if (trees.hasRelation(at, 'obl')) return 'oblique';
  if (trees.hasRelation(at, 'nmod:poss')) return 'possessor';
  return trees.hasRelation(at, 'nmod') ? 'complement' : 'other';
};

/** Verbs, and whatever else has a subject. */
const isClause = (trees: SyntaxTrees, at: number): boolean =>
  trees.word(at).upos === 'VERB' || trees.child(at, 'nsubj', 'cop') !== undefined;

/** The clause that a phrase takes part in, or −1. */
export const clauseOf = (trees: SyntaxTrees, head: number): number => {
  for (let at = trees.word(head).head; at >= 0; at = trees.word(at).head) if (isClause(trees, at)) return at;
  return -1;
};

/** The subject of a clause, its own or that of the clause it goes on from. */
export const subjectOf = (trees: SyntaxTrees, clause: number): number | undefined => {
  for (let at = clause; at >= 0; at = trees.word(at).head) {
    const subject = trees.child(at, 'nsubj');
    if (subject !== undefined) return subject;
    if (!trees.hasRelation(at, 'conj', 'xcomp', 'advcl')) return undefined;
  }
  return undefined;
};

/**
 * Phrases that a pronoun cannot stand for by its place (Chomsky's principle B and i-within-i): the other
 * arguments of its verb, and phrases that it is itself a part of.
 */
export const barredBy = (trees: SyntaxTrees, head: number): number[] => {
  const barred: number[] = [];
  let at = head;
  while (trees.hasRelation(at, 'conj') && trees.word(at).head >= 0) {
    at = trees.word(at).head;
    barred.push(at, ...trees.children(at, 'conj'));
  }
  const argument = at;
  // "Berg and his brother": the first of a coordination does not contain the others.
  for (
    let from = at, up = trees.word(at).head;
    up >= 0 && !isClause(trees, up);
    from = up, up = trees.word(up).head
  )
    if (!trees.hasRelation(from, 'conj')) barred.push(up);
  const clause = trees.word(argument).head;
  if (trees.hasRelation(argument, 'obj', 'iobj', 'obl', 'nsubj') && clause >= 0) {
    const subject = subjectOf(trees, clause);
    if (subject !== undefined) barred.push(...trees.conjuncts(subject));
    for (const other of trees.children(clause, 'obj', 'iobj', 'obl')) barred.push(...trees.conjuncts(other));
  }
  return barred.filter((other) => other !== head);
};

/** "It is clear that", "it rains": stands for nothing. */
export const isExpletive = (trees: SyntaxTrees, head: number): boolean => {
  if (trees.hasRelation(head, 'expl')) return true;
  if (trees.lowercase(head) !== 'it' || !trees.hasRelation(head, 'nsubj')) return false;
  const predicate = trees.word(head).head;
  if (
    /^(?:seem|appear|happen|turn|rain|snow|remain|emerge)$/.test(trees.lemma(predicate)) &&
    trees.child(predicate, 'ccomp', 'xcomp', 'csubj') !== undefined
  )
    return true;
  return (
    trees.child(predicate, 'cop') !== undefined && trees.child(predicate, 'csubj', 'ccomp') !== undefined
  );
};

/** "Berg" for the pronoun in "Berg said that she left". */
export const subjectAbove = (trees: SyntaxTrees, head: number): number => {
  const own = clauseOf(trees, head);
  if (own < 0 || !trees.hasRelation(head, 'nsubj')) return -1;
  for (let clause = clauseOf(trees, own); clause >= 0; clause = clauseOf(trees, clause)) {
    const subject = subjectOf(trees, clause);
    if (subject !== undefined && subject !== head) return subject;
  }
  return -1;
};
