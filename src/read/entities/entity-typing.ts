import type { EntityType } from '../../model/index.ts';
import { countryNamed, countryOfDemonym, fold } from '../countries.ts';
import type { Phrase } from '../syntax/phrases.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import {
  armedNouns,
  capital,
  isPersonNoun,
  isPlaceNoun,
  isTitle,
  type NameContext,
  typeOfName,
} from './name-lexicon.ts';
import type { TaggedName } from './ner-spans.ts';

/** What the words after a name say it is; `sure` where no person could stand there. */
interface Hint {
  readonly type: 'armed-group' | 'organisation';
  readonly sure: boolean;
}

const armedContext =
  /^(?:control|attacks?|ambush|ambushes|offensive|strongholds?|insurgency|insurgents?|fighters?|militants?|gunmen|rebels?|militia|commanders?|bombers?|hideouts?)$/;
const membership = /^(?:members?|movement|fighters|leaders?)$/;
const office = /^(?:spokesm[ae]n|spokesperson|regime|negotiators?|officials?|chief)$/;

const hintOf = (noun: string, owns: boolean): Hint | null => {
  if (!owns && armedContext.test(noun)) return { type: 'armed-group', sure: true };
  if (membership.test(noun)) return { type: 'organisation', sure: true };
  return office.test(noun) ? { type: 'organisation', sure: false } : null;
};

/** Without "al": "al Amin" is one word. */
const bareName = (name: string): string => name.replace(/^(?:al|el)\s/i, '');

const placePrefix = /^(?:Camp|Mount|Lake|Fort|Port|Cape)\s/;
/** "figures of al-Amin" */
const membersOf =
  /^(?:members?|fighters?|militants?|insurgents?|operatives?|commanders?|figures?|leadership|ranks?|faction|branch|wing|affiliates?)$/;
const placePreposition = /^(?:in|at|near|from|to|outside|around|across|into|toward|towards|over|of|with)$/;

/** Types names finer than the network does, by their own words and by what stands around them. */
export class NameTypes {
  readonly #trees: SyntaxTrees;
  readonly #isKnownPlace: (name: string) => boolean;
  /** Names that stand before "members" or "fighters", or own a leader, name bodies wherever they stand. */
  readonly #hints = new Map<string, Hint>();

  constructor(trees: SyntaxTrees, isKnownPlace: (name: string) => boolean) {
    this.#trees = trees;
    this.#isKnownPlace = isKnownPlace;
    for (let word = 0; word < trees.words.length; word++) this.#readHint(word);
  }

  /** The type of a name that heads a phrase. `personal`: beside an occupation. */
  ofHead({ head, from, titles }: Phrase, name: TaggedName, personal: boolean): EntityType {
    const trees = this.#trees;
    const mark = trees.child(head, 'case');
    const preposition = mark !== undefined && mark < head ? trees.lowercase(mark) : null;
    const article = trees.word(from).upos === 'DET' || trees.lowercase(from - 1) === 'the';
    const knownPlace =
      this.#followsPlaceNoun(head, preposition) ||
      (!personal && !article && this.#looksLikePlace(name, preposition));
    return this.#typeOf(name, { personal: personal || titles.length > 0, article, preposition, knownPlace });
  }

  /** The type of a name before the head of a phrase. */
  ofModifier(name: TaggedName, { head }: Phrase): EntityType {
    const trees = this.#trees;
    if (isPlaceNoun(trees.lowercase(name.to)) && name.to <= head) return 'place';
    const type = this.#typeOf(name, { personal: false, article: true, preposition: null, knownPlace: false });
    return type === 'organisation' && armedNouns.has(trees.lowercase(head)) ? 'armed-group' : type;
  }

  #text(from: number, to: number): string {
    return this.#trees.text.slice(...this.#trees.span([from, to])).replace(/\s+/g, ' ');
  }

  #typeOf({ from, to, type }: TaggedName, context: NameContext): EntityType {
    const name = this.#text(from, to);
    const guess = typeOfName(name, context);
    const isMany = context.article && /^\p{L}+[^s\P{L}]s$/u.test(name);
    const hint =
      this.#hints.get(fold(name)) ?? (isMany ? this.#hints.get(fold(name.slice(0, -1))) : undefined);
    if (type === 'person') {
      // "the Houthis"
      if (isMany && !context.personal) return hint?.type ?? 'organisation';
      if (guess === 'place' && placePrefix.test(name)) return guess;
      return !/\s/.test(bareName(name)) && !context.personal && hint?.sure ? hint.type : type;
    }
    if (guess === 'state' || guess === 'nationality') return guess;
    if (type === 'nationality' || (type === 'other' && !hint?.sure)) return type;
    const armed = guess === 'armed-group' || hint?.type === 'armed-group';
    if (armed && !(type === 'place' && this.#isKnownPlace(name))) return 'armed-group';
    if (!hint || (type === 'place' && this.#isKnownPlace(name))) return type;
    return 'organisation';
  }

  /** "the province of X" */
  #followsPlaceNoun(head: number, preposition: string | null): boolean {
    const { head: noun } = this.#trees.word(head);
    return preposition === 'of' && noun >= 0 && isPlaceNoun(this.#trees.lemma(noun));
  }

  #looksLikePlace({ from, to }: TaggedName, preposition: string | null): boolean {
    if (isPlaceNoun(this.#trees.lowercase(to))) return true;
    return (
      preposition !== null && placePreposition.test(preposition) && this.#isKnownPlace(this.#text(from, to))
    );
  }

  #readHint(word: number): void {
    const trees = this.#trees;
    const text = this.#text(word, word + 1);
    if (trees.word(word).upos !== 'PROPN' || !capital.test(text) || isTitle(trees.lowercase(word))) return;
    if (countryOfDemonym(text) || countryNamed(text)) return;
    const from = this.#particleBefore(word);
    const hint = this.#hintAt(from, word + 1);
    const key = fold(this.#text(from, word + 1));
    const known = this.#hints.get(key);
    if (hint && (!known || (hint.sure && !known.sure) || hint.type === 'armed-group'))
      this.#hints.set(key, hint);
  }

  /** By the noun that words `[from, to)` stand before, or that has them after "of". */
  #hintAt(from: number, to: number): Hint | null {
    const trees = this.#trees;
    const owns = trees.lowercase(to) === "'s";
    const noun = to + (owns ? 1 : 0);
    const hint = trees.words[noun]?.upos === 'NOUN' ? hintOf(trees.lowercase(noun), owns) : null;
    const of = trees.lowercase(from - 1) === 'the' ? from - 2 : from - 1;
    if (hint || trees.lowercase(of) !== 'of' || !membersOf.test(trees.lowercase(of - 1))) return hint;
    return { type: 'organisation', sure: true };
  }

  /** Where "al-Amin" begins, given "Amin". */
  #particleBefore(word: number): number {
    const { words } = this.#trees;
    if (/^(?:al|el)$/.test(this.#trees.lowercase(word - 1))) return word - 1;
    const joined =
      words[word - 1]?.end === words[word]?.start && words[word - 2]?.end === words[word - 1]?.start;
    return joined && /^[-‐‑]$/u.test(this.#trees.lowercase(word - 1)) ? word - 2 : word;
  }
}

/** Whether the noun that heads a phrase is an occupation. */
export const isOccupation = (trees: SyntaxTrees, head: number): boolean => isPersonNoun(trees.lemma(head));
