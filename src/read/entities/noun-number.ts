import type { EntityType } from '../../model/index.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { armedNouns, isGroupNoun, isPersonNoun, isPlaceNoun } from './name-lexicon.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const civilians = set(
  'resident villager citizen people civilian voter worker refugee prisoner detainee national',
);
/** Nouns of bodies that mean something else as often. */
const uncertain = set(
  'security intelligence service office mission command cell side branch wing unit leadership department',
);
const manyWithoutEnding = set(
  'people police personnel staff troops forces authorities media children men women',
);

/** Whether a common noun speaks of many. */
export const isMany = (trees: SyntaxTrees, head: number): boolean => {
  const [lower, lemma] = [trees.lowercase(head), trees.lemma(head)];
  if (manyWithoutEnding.has(lower)) return true;
  return trees.word(head).upos === 'NOUN' && lower !== lemma && lower.endsWith('s');
};

/** What kind of thing a common noun stands for. */
export const typeOfNoun = (trees: SyntaxTrees, head: number): EntityType => {
  const [lower, lemma] = [trees.lowercase(head), trees.lemma(head)];
  if (isGroupNoun(lower)) {
    if (armedNouns.has(lower)) return 'armed-group';
    return civilians.has(lemma) || uncertain.has(lemma) ? 'other' : 'organisation';
  }
  if (isPersonNoun(lemma) || /(?:ist|ician|woman|sman|eer)$/.test(lemma))
    return isMany(trees, head) ? 'other' : 'person';
  return isPlaceNoun(lower) ? 'place' : 'other';
};
