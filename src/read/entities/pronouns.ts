import type { Phrase } from '../syntax/phrases.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { barredBy, clauseOf, isExpletive, type Role, subjectAbove, subjectOf } from './binding.ts';
import { type Cluster, isBody } from './registry.ts';
import { salience } from './salience.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const male = words('he him his himself');
const female = words('she her hers herself');
const plural = words('they them their theirs themselves');
const neuter = words('it its itself');
const first = words('i me my mine myself we us our ours ourselves');
const reflexive = /sel(?:f|ves)$/;

export const isNeuter = (word: string): boolean => neuter.has(word);
export const isFirstPerson = (word: string): boolean => first.has(word);
const isReflexive = (word: string): boolean => reflexive.test(word);

/** What gender a pronoun tells: true for female; null for none. */
export const genderOf = (word: string): boolean | null =>
  male.has(word) ? false : female.has(word) ? true : null;

/** Nouns made from what somebody does: "defector", "physicist". */
const agentive = /(?:er|or|ist|ian|ee|man|woman)$/;
const isPerson = ({ type, named, name }: Cluster): boolean =>
  type === 'person' || (type === 'other' && !named && agentive.test(name));

/** "al-Amin" alone is a group's name as often as a man's. */
const isArticled = ({ name, named, titles, female }: Cluster): boolean =>
  named && female === null && titles.size === 0 && /^al[-\s]\p{L}+$/iu.test(name);

/** Whether a third-person pronoun may stand for an entity; null for other words. */
export const fitting = (word: string): ((entity: Cluster) => boolean) | null => {
  const gender = genderOf(word);
  if (gender !== null) return (entity) => isPerson(entity) && !entity.plural && entity.female !== !gender;
  if (plural.has(word))
    return (entity) =>
      entity.plural || isBody(entity) || entity.type === 'nationality' || entity.type === 'state';
  if (neuter.has(word))
    return (entity) =>
      !entity.plural && (entity.type !== 'person' || isArticled(entity)) && entity.type !== 'nationality';
  return null;
};

/** A phrase with those it stands for, as a pronoun after it may take it up. */
export interface Occurrence {
  readonly phrase: Phrase;
  readonly clusters: readonly Cluster[];
  readonly sentence: number;
  readonly role: Role;
  readonly quotation: number;
}

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
  const word = trees.lowercase(phrase.head);
  const fits = fitting(word);
  if (!fits || isExpletive(trees, phrase.head)) return [];
  if (isReflexive(word)) return reflexiveAntecedents(phrase, around, fits);
  const barred = new Set([
    ...barredBy(trees, phrase.head).flatMap((head) => [...around.of(head), ...around.within(head)]),
    ...around.speakerAt(phrase.head),
  ]);
  const above = subjectAbove(trees, phrase.head);
  const bound = boundSubject(here, around);
  let [best, bestScore] = ahead(here, around, fits, barred);
  for (let at = occurrences.length - 1, steps = 0; at >= 0 && steps < farthest; at--, steps++) {
    const there = occurrences[at] as Occurrence;
    const apart = sentence - there.sentence;
    if (apart > 0 && bound && bestScore <= salience.least) return bound;
    if (apart > salience.sentences) break;
    const many = there.clusters.length > 1;
    if (many ? !plural.has(word) : !there.clusters.every(fits)) continue;
    if (!there.clusters.length || there.clusters.some((cluster) => barred.has(cluster))) continue;
    const score = salienceOf(here, there, { trees, apart, steps, word, above });
    if (score > bestScore) [best, bestScore] = [there.clusters, score];
  }
  return bestScore <= salience.least ? (bound ?? best) : best;
};

/** A name that may be a person's as well as a state's: one word, no title, no gender. */
export const isUnsure = ({ type, named, name, female, titles }: Cluster): boolean =>
  type === 'person' && named && female === null && titles.size === 0 && !/\s/.test(name);

/** "Norland withdrew its troops": its subject is nobody, though its name was taken for a person's. */
const boundSubject = (
  { phrase: { head } }: Omit<Occurrence, 'clusters'>,
  { trees, of }: Surroundings,
): readonly Cluster[] | null => {
  if (trees.lowercase(head) !== 'its' || !trees.hasRelation(head, 'nmod:poss')) return null;
  const subject = subjectOf(trees, clauseOf(trees, head));
  const clusters = subject === undefined || subject > head ? [] : of(subject);
  return clusters.length === 1 && clusters.every(isUnsure) ? clusters : null;
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
  if (cluster.outlet) score -= salience.outlet;
  if (trees.hasRelation(there.phrase.head, 'appos')) score -= salience.apposition;
  return score + salience.told * Math.log1p(cluster.told);
};

/** The subject of its clause, or the phrase that it stands beside. */
const reflexiveAntecedents = (
  { head }: Phrase,
  { trees, of }: Surroundings,
  fits: (cluster: Cluster) => boolean,
): readonly Cluster[] => {
  const candidates = [trees.word(head).head];
  for (let clause = clauseOf(trees, head); clause >= 0; clause = clauseOf(trees, clause))
    candidates.push(subjectOf(trees, clause) ?? -1);
  for (const candidate of candidates) {
    const clusters = candidate < 0 ? [] : of(candidate);
    if (clusters.length && (clusters.length > 1 || clusters.every(fits))) return clusters;
  }
  return [];
};
