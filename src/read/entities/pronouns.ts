import type { SyntaxTrees } from '../syntax-trees.ts';
import type { Phrase } from './phrases.ts';
import type { Cluster } from './registry.ts';
import { salience } from './salience.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const male = words('he him his himself');
const female = words('she her hers herself');
const plural = words('they them their theirs themselves');
const neuter = words('it its itself');
const first = words('i me my mine myself we us our ours ourselves');
const reflexive = /sel(?:f|ves)$/;

export const isFirstPerson = (word: string): boolean => first.has(word);
const isReflexive = (word: string): boolean => reflexive.test(word);

/** What gender a pronoun tells: true for female; null for none. */
export const genderOf = (word: string): boolean | null =>
  male.has(word) ? false : female.has(word) ? true : null;

/** Nouns made from what somebody does: "defector", "physicist". */
const agentive = /(?:er|or|ist|ian|ee|man|woman)$/;
const isPerson = ({ type, named, name }: Cluster): boolean =>
  type === 'person' || (type === 'other' && !named && agentive.test(name));

const isBody = ({ type }: Cluster): boolean => type === 'organisation' || type === 'armed-group';

/** Whether a third-person pronoun may stand for an entity; null for other words. */
export const fitting = (word: string): ((entity: Cluster) => boolean) | null => {
  const gender = genderOf(word);
  if (gender !== null) return (entity) => isPerson(entity) && !entity.plural && entity.female !== !gender;
  if (plural.has(word))
    return (entity) =>
      entity.plural || isBody(entity) || entity.type === 'nationality' || entity.type === 'state';
  if (neuter.has(word))
    return (entity) => !entity.plural && entity.type !== 'person' && entity.type !== 'nationality';
  return null;
};

export type Role = 'subject' | 'object' | 'oblique' | 'possessor' | 'complement' | 'other';

/** Of members of a coordination, the role of the whole. */
export const roleOf = (trees: SyntaxTrees, head: number): Role => {
  let at = head;
  while (trees.is(at, 'conj', 'appos') && trees.word(at).head >= 0) at = trees.word(at).head;
  if (trees.is(at, 'nsubj', 'csubj')) return 'subject';
  if (trees.is(at, 'obj', 'iobj')) return 'object';
  if (trees.is(at, 'obl')) return 'oblique';
  if (trees.is(at, 'nmod:poss')) return 'possessor';
  return trees.is(at, 'nmod') ? 'complement' : 'other';
};

/** A phrase with those it stands for, as a pronoun after it may take it up. */
export interface Occurrence {
  readonly phrase: Phrase;
  readonly clusters: readonly Cluster[];
  readonly sentence: number;
  readonly role: Role;
  readonly quotation: number;
}

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
    if (!trees.is(at, 'conj', 'xcomp', 'advcl')) return undefined;
  }
  return undefined;
};

/**
 * Phrases that a pronoun cannot stand for by its place (Chomsky's principle B and i-within-i): the other
 * arguments of its verb, and phrases that it is itself a part of.
 */
const barredBy = (trees: SyntaxTrees, head: number): number[] => {
  const barred: number[] = [];
  let at = head;
  while (trees.is(at, 'conj') && trees.word(at).head >= 0) {
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
    if (!trees.is(from, 'conj')) barred.push(up);
  const clause = trees.word(argument).head;
  if (trees.is(argument, 'obj', 'iobj', 'obl', 'nsubj') && clause >= 0) {
    const subject = subjectOf(trees, clause);
    if (subject !== undefined) barred.push(...trees.conjuncts(subject));
    for (const other of trees.children(clause, 'obj', 'iobj', 'obl')) barred.push(...trees.conjuncts(other));
  }
  return barred.filter((other) => other !== head);
};

/** "It is clear that", "it rains": stands for nothing. */
const isExpletive = (trees: SyntaxTrees, head: number): boolean => {
  if (trees.is(head, 'expl')) return true;
  if (trees.lower(head) !== 'it' || !trees.is(head, 'nsubj')) return false;
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

/** Where the phrases of a document stand, for pronouns to look back. */
export interface Surroundings {
  readonly trees: SyntaxTrees;
  readonly occurrences: readonly Occurrence[];
  /** Clusters of a phrase's head. */
  of(head: number): readonly Cluster[];
  within(head: number): readonly Cluster[];
  /** Whom the name that a word heads stands for, also of one that comes later. */
  nameOf(head: number): readonly Cluster[];
  /** Who speaks the quotation that a word stands in, as far as the tree says. */
  speakerAt(word: number): readonly Cluster[];
}

const farthest = 60;

/** Whom a pronoun stands for: the most salient that fits (after Lappin and Leass 1994), or nobody. */
export const antecedentsOf = (
  here: Omit<Occurrence, 'clusters'>,
  around: Surroundings,
): readonly Cluster[] => {
  const { trees, occurrences } = around;
  const { phrase, sentence } = here;
  const word = trees.lower(phrase.head);
  const fits = fitting(word);
  if (!fits || isExpletive(trees, phrase.head)) return [];
  if (isReflexive(word)) return reflexiveAntecedents(phrase, around, fits);
  const barred = new Set([
    ...barredBy(trees, phrase.head).flatMap((head) => [...around.of(head), ...around.within(head)]),
    ...around.speakerAt(phrase.head),
  ]);
  const above = subjectAbove(trees, phrase.head);
  let [best, bestScore] = ahead(here, around, fits, barred);
  for (let at = occurrences.length - 1, steps = 0; at >= 0 && steps < farthest; at--, steps++) {
    const there = occurrences[at] as Occurrence;
    const apart = sentence - there.sentence;
    if (apart > salience.sentences) break;
    const many = there.clusters.length > 1;
    if (many ? !plural.has(word) : !there.clusters.every(fits)) continue;
    if (!there.clusters.length || there.clusters.some((cluster) => barred.has(cluster))) continue;
    const score = salienceOf(here, there, { trees, apart, steps, word, above });
    if (score > bestScore) [best, bestScore] = [there.clusters, score];
  }
  return best;
};

/** "In his speech Berg said": the name that a clause opens towards. */
const ahead = (
  { phrase: { head } }: Omit<Occurrence, 'clusters'>,
  { trees, nameOf }: Surroundings,
  fits: (cluster: Cluster) => boolean,
  barred: ReadonlySet<Cluster>,
): [readonly Cluster[], number] => {
  for (let clause = clauseOf(trees, head); clause >= 0; clause = clauseOf(trees, clause)) {
    const subject = trees.child(clause, 'nsubj');
    if (subject === undefined || subject < head) continue;
    const clusters = nameOf(subject);
    return clusters.length && clusters.every((cluster) => fits(cluster) && !barred.has(cluster))
      ? [clusters, salience.ahead]
      : [[], salience.least];
  }
  return [[], salience.least];
};

interface Setting {
  readonly trees: SyntaxTrees;
  readonly apart: number;
  readonly steps: number;
  readonly word: string;
  /** Head of the subject of the clause that the pronoun's clause hangs on, or −1. */
  readonly above: number;
}

/** "Berg" for the pronoun in "Berg said that she left". */
const subjectAbove = (trees: SyntaxTrees, head: number): number => {
  const own = clauseOf(trees, head);
  if (own < 0 || !trees.is(head, 'nsubj')) return -1;
  for (let clause = clauseOf(trees, own); clause >= 0; clause = clauseOf(trees, clause)) {
    const subject = subjectOf(trees, clause);
    if (subject !== undefined && subject !== head) return subject;
  }
  return -1;
};

const salienceOf = (
  here: Omit<Occurrence, 'clusters'>,
  there: Occurrence,
  { trees, apart, steps, word, above }: Setting,
): number => {
  const [cluster] = there.clusters as readonly [Cluster];
  let score = salience.role[there.role] - salience.sentence * apart - salience.step * steps;
  if (here.role === there.role) score += salience.parallel;
  if (cluster.asMany && neuter.has(word)) score -= salience.bodyAsMany;
  if (there.phrase.head === above) score += salience.above;
  if (cluster.named) score += salience.named;
  if (cluster.female !== null && cluster.female === genderOf(word)) score += salience.gender;
  if (there.phrase.kind === 'pronoun') score += salience.pronoun;
  if (here.quotation !== there.quotation) score -= salience.quotation;
  if (plural.has(word) && !cluster.plural && !cluster.asMany && there.clusters.length === 1)
    score -= cluster.type === 'state' ? salience.stateAsMany : salience.bodyAsMany;
  if (cluster.type === 'other' && !cluster.named && !cluster.people)
    score -= neuter.has(word) ? salience.thing : salience.thingAsPeople;
  if (trees.is(there.phrase.head, 'appos') || there.phrase.to <= there.phrase.from)
    score -= salience.apposition;
  return score + salience.told * Math.log1p(cluster.told);
};

/** The subject of its clause, or the phrase that it stands beside. */
const reflexiveAntecedents = (
  { head }: Phrase,
  { trees, of }: Surroundings,
  fits: (cluster: Cluster) => boolean,
): readonly Cluster[] => {
  const beside = trees.word(head).head;
  const candidates = [beside];
  for (let clause = clauseOf(trees, head); clause >= 0; clause = clauseOf(trees, clause))
    candidates.push(subjectOf(trees, clause) ?? -1);
  for (const candidate of candidates) {
    const clusters = candidate < 0 ? [] : of(candidate);
    if (clusters.length && (clusters.length > 1 || clusters.every(fits))) return clusters;
  }
  return [];
};
