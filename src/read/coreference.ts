import type { NounGroup } from './chunks.ts';
import type { SentenceSyntax } from './clauses.ts';
import type { Referents as ByWord, Draft } from './entities/index.ts';
import { firstNot } from './search.ts';
import type { SyntaxTrees } from './syntax-trees.ts';
import type { Token } from './tokens.ts';

/** What the noun groups of a document stand for, by the words under their heads. */
export interface Referents {
  /** Entities that can act or be a place: things spoken of again are left out. */
  of(group: NounGroup): readonly Draft[];
  /** Entities named inside the group before its head: "Northern" in "Northern officials". */
  within(group: NounGroup): readonly Draft[];
}

/** Index of the last word that begins before an offset. */
const lastWordBefore = ({ words }: SyntaxTrees, offset: number): number =>
  firstNot(words.length, (index) => (words[index]?.start ?? 0) < offset) - 1;

export const byGroups = (tokens: readonly Token[], trees: SyntaxTrees, referents: ByWord): Referents => {
  const headOf = ({ head }: NounGroup): number => lastWordBefore(trees, tokens[head]?.end ?? 0);
  return {
    of: (group) => referents.of(headOf(group)).filter(({ named, type }) => named || type !== 'other'),
    within: (group) => referents.within(headOf(group)),
  };
};

/** The noun group that "of" or "for" attaches to this one. */
export const complementOf = (group: NounGroup, { chunks }: SentenceSyntax): NounGroup | null => {
  const at = chunks.indexOf(group);
  const [mark, next] = [chunks[at + 1], chunks[at + 2]];
  return mark?.type === 'mark' && /^(?:of|for|in|from|with|at)$/.test(mark.word) && next?.type === 'noun'
    ? next
    : null;
};
