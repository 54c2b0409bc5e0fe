import type { StateType } from '../../model/index.ts';
import { complementOf, type Phrase } from '../syntax/phrases.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { isPersonNoun } from './name-lexicon.ts';
import { type Cluster, isBody } from './registry.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const leaders =
  set(`leader chief head commander president chairman chairwoman chairperson chair director coordinator
  emir king queen premier governor mayor boss ruler commander-in-chief chancellor founder secretary-general`);
const parts = set('branch wing affiliate arm offshoot unit subsidiary faction division cell');
const lesser = /^(?:deputy|vice|former|ex|assistant|acting|regional|local|one)$/;
/** Offices whose holder belongs to the state named beside them; "an Egyptian member" is not one. */
const offices =
  set(`official minister president spokesman spokeswoman spokesperson ambassador envoy diplomat general
  soldier officer negotiator senator lawmaker secretary commander governor chancellor premier king prince`);
const isPolity = ({ type }: Cluster): boolean => type === 'state' || type === 'nationality';

/** The type of relation that a description states, by its noun. */
export const relationOfNoun = (noun: string, before: readonly string[]): StateType | null => {
  if (parts.has(noun)) return 'part-of';
  if (leaders.has(noun)) return before.some((word) => lesser.test(word)) ? 'member-of' : 'leads';
  return isPersonNoun(noun) ? 'member-of' : null;
};

/** "secretary-general" at its last word. */
const compoundNoun = (trees: SyntaxTrees, at: number): string => {
  let noun = trees.lemma(at);
  for (
    let mark = at - 1;
    /^[-‐‑]$/u.test(trees.lowercase(mark)) && trees.word(mark).end === trees.word(mark + 1).start;
    mark -= 2
  )
    noun = `${trees.lowercase(mark - 1)}-${noun}`;
  return noun;
};

/** The word in a phrase that says what its person is: its head, or the title before the name. */
const occupationOf = ({ kind, head, titles }: Phrase): number | undefined =>
  kind === 'name' ? titles.at(-1) : head;

/** What a description's words say of whom: a member of a body, its part or its leader. */
export interface Described {
  readonly type: StateType;
  readonly to: Cluster;
  /** The last word that says so. */
  readonly end: number;
}

/** Whom the phrases of a text stand for. */
export interface Standing {
  of(head: number): readonly Cluster[];
  within(head: number): readonly Cluster[];
}

export const relationOf = (phrase: Phrase, trees: SyntaxTrees, standing: Standing): Described | null => {
  const [entity] = standing.of(phrase.head);
  const at = occupationOf(phrase);
  if (!entity || at === undefined) return null;
  const noun = compoundNoun(trees, at);
  const before = Array.from({ length: at - phrase.from }, (_, index) => trees.lowercase(phrase.from + index));
  const type = relationOfNoun(noun, before);
  if (!type || (entity.type !== 'person' && type !== 'part-of')) return null;
  const complement = complementOf(trees, at);
  const candidates = [
    ...(complement === undefined ? [] : trees.conjuncts(complement).flatMap((head) => standing.of(head))),
    ...standing.within(phrase.head),
    ...(phrase.possessor === undefined ? [] : standing.of(phrase.possessor)),
  ].filter((candidate) => candidate !== entity && (candidate.named || candidate.described));
  const bodies = candidates.filter(isBody);
  const targets =
    bodies.length || !(offices.has(noun) || leaders.has(noun)) ? bodies : candidates.filter(isPolity);
  const [to] = targets;
  return to ? { type, to, end: Math.max(phrase.to - 1, complement ?? 0) } : null;
};
