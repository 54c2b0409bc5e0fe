import type { Span } from '../../model/index.ts';
import { bestLabels, type Chain, chainOf, type Labelled, runsOf } from './chains.ts';
import { Encoder, type Rows, type Scores } from './encoder.ts';
import { isEventNoun } from './event-nouns.ts';
import { lemmaOf } from './lemmas.ts';
import { WordPieces } from './pieces.ts';
import { Relations } from './relations.ts';
import { type ArcScores, bestTree } from './trees.ts';
import { graphPath, type Labels, readLabels, readVocabulary } from './weights.ts';
import { type Paragraph, paragraphsOf, type Window } from './windows.ts';

/** A word of Universal Dependencies. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly upos: string;
  /** Index among the text's words; −1 for the root of a sentence. */
  readonly head: number;
  readonly deprel: string;
  /** How sure the network is of the head, 0…1. */
  readonly certainty: number;
}

export type NameType = 'person' | 'organisation' | 'place' | 'nationality' | 'other';
export type AttributionRole = 'source' | 'cue' | 'content';

/** What the network finds in a text. Runs count words: `[first, the one after the last, label]`. */
export interface TaggedText {
  readonly words: readonly Word[];
  /** Runs of words, as are paragraphs: every word is in one of each. */
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Span[];
  readonly names: readonly (readonly [from: number, to: number, type: NameType])[];
  readonly roles: readonly (readonly [from: number, to: number, role: AttributionRole])[];
  /** How sure the network is of each word's part in the roles, 0…1. */
  readonly roleCertainty: readonly number[];
  /** Words that tell of an event or state; factuality −3…3 is the author's view. */
  readonly events: readonly { readonly word: number; readonly factuality: number }[];
}

/** Longer sentences are lists and tables; they are cut where an end is likeliest. */
const longestSentence = 160;
const unlikely = -1e4;
const certain = 1e4;

const at = ({ data, width }: Rows, row: number, column: number): number =>
  data[row * width + column] as number;

const strongest = ({ data, width }: Rows, row: number): number => {
  let best = 0;
  for (let column = 1; column < width; column++)
    if ((data[row * width + column] as number) > (data[row * width + best] as number)) best = column;
  return best;
};

/** A paragraph's words with the scores of the window in which each lies deepest. */
class Scored {
  readonly #windows: readonly Window[];
  readonly #scores: readonly Scores[];
  readonly #owner: Int32Array;

  constructor(count: number, windows: readonly Window[], scores: readonly Scores[]) {
    this.#windows = windows;
    this.#scores = scores;
    this.#owner = new Int32Array(count);
    for (let word = 0; word < count; word++) this.#owner[word] = this.#deepest(word);
  }

  #deepest(word: number): number {
    const depth = ({ from, to }: Window): number => Math.min(word - from, to - 1 - word);
    return this.#windows.reduce(
      (best, window, index) => (depth(window) > depth(this.#windows[best] as Window) ? index : best),
      0,
    );
  }

  /** Scores of a word's window, and the word's row there. */
  of(word: number): readonly [Scores, row: number, window: Window] {
    const owner = this.#owner[word] as number;
    const window = this.#windows[owner] as Window;
    return [this.#scores[owner] as Scores, word - window.from, window];
  }

  emission(layer: 'names' | 'tags'): (word: number, label: number) => number {
    return (word, label) => {
      const [scores, row] = this.of(word);
      return at(scores[layer], row, label);
    };
  }

  ending(word: number): number {
    const [scores, row] = this.of(word);
    return at(scores.ends, row, 0);
  }

  /** Of the arcs within a run of words, as `bestTree` takes them. Words beyond the window are unlikely heads. */
  arcs([from, to]: Span): ArcScores {
    const width = to - from + 1;
    const table = new Float64Array(width * width).fill(unlikely);
    for (let word = from; word < to; word++) {
      const [{ arcs }, row, window] = this.of(word);
      const start = (word - from + 1) * width;
      table[start] = at(arcs, row, 0);
      const last = Math.min(to, window.to);
      for (let head = Math.max(from, window.from); head < last; head++)
        table[start + head - from + 1] = at(arcs, row, head - window.from + 1);
    }
    return table;
  }
}

/** A stop with a closing quotation mark, or before an opening one, parts sentences whatever the network says. */
const parts = (text: string, words: readonly Span[], word: number): boolean => {
  const [[start, end] = [0, 0], [next, after] = [0, 0]] = [words[word], words[word + 1]];
  if (next === after || next === end) return false;
  const [mark, following] = [text.slice(start, end), text.slice(next, after)];
  if (mark === '.') return /^[“"‘]$/.test(following);
  return /^[”"’]$/.test(mark) && text[start - 1] === '.' && /^[\p{Lu}“"‘]/u.test(following);
};

/** Runs of words that end where the network says so, none longer than can be parsed. */
const sentencesOf = (count: number, ending: (word: number) => number): Span[] => {
  const sentences: Span[] = [];
  let from = 0;
  for (let word = 0; word < count; word++) {
    if (ending(word) > 0 || word === count - 1) {
      sentences.push([from, word + 1]);
      from = word + 1;
    } else if (word - from + 1 >= longestSentence) {
      let cut = word;
      for (let other = from + longestSentence / 2; other < word; other++)
        if (ending(other) > ending(cut)) cut = other;
      sentences.push([from, cut + 1]);
      word = cut;
      from = cut + 1;
    }
  }
  return sentences;
};

/** What the chosen one of some scores has of all (softmax). */
const share = (count: number, chosen: number, score: (index: number) => number): number => {
  const own = score(chosen);
  let sum = 0;
  for (let index = 0; index < count; index++) sum += Math.exp(score(index) - own);
  return 1 / sum;
};

/** The labelled runs of a stretch of words, by the chain's best labels for it. */
const runs = (
  chain: Chain,
  [from, to]: Span,
  emission: (word: number, label: number) => number,
): Labelled[] => {
  const path = bestLabels(chain, to - from, (word, label) => emission(word + from, label));
  const labels = Array.from(path, (label) => chain.labels[label] as string);
  return runsOf(labels).map(([start, end, label]): Labelled => [start + from, end + from, label]);
};

/** Verbs, nouns that tell of events, and whatever else the network takes for one, from word `first` on. */
function* eventsIn(
  words: readonly Word[],
  first: number,
  scored: Scored,
): Generator<TaggedText['events'][number]> {
  for (let word = first; word < words.length; word++) {
    const { upos, lemma } = words[word] as Word;
    const [scores, row] = scored.of(word - first);
    const tells = upos === 'VERB' || (upos === 'NOUN' && isEventNoun(lemma));
    if (!tells && at(scores.events, row, 0) <= 0) continue;
    yield { word, factuality: Math.max(-3, Math.min(3, at(scores.events, row, 1))) };
  }
}

/** Appends one by one: a line may hold more words than a call may have arguments. */
const append = <Item>(items: Item[], more: Iterable<Item>): void => {
  for (const item of more) items.push(item);
};

/** Tags texts with the trained network; one instance a thread. */
export class Tagger {
  readonly #encoder: Encoder;
  readonly #labels: Labels;
  readonly #wordPieces: WordPieces;
  readonly #relations: Relations;
  readonly #nameChain: Chain;
  readonly #roleChain: Chain;

  private constructor(encoder: Encoder, labels: Labels, wordPieces: WordPieces) {
    this.#encoder = encoder;
    this.#labels = labels;
    this.#wordPieces = wordPieces;
    this.#relations = new Relations(labels);
    this.#nameChain = chainOf(labels.names);
    this.#roleChain = chainOf(labels.tags, labels.tagStarts, labels.tagTransitions);
  }

  static async load(): Promise<Tagger> {
    return new Tagger(await Encoder.load(graphPath()), readLabels(), new WordPieces(readVocabulary()));
  }

  /** Every layer of a text. The same text gives the same tags whatever was read before it. */
  async tag(text: string): Promise<TaggedText> {
    const words: Word[] = [];
    const [sentences, paragraphs]: [Span[], Span[]] = [[], []];
    const [names, roles]: [Labelled[], Labelled[]] = [[], []];
    const roleCertainty: number[] = [];
    const events: TaggedText['events'][number][] = [];
    for (const paragraph of paragraphsOf(text, this.#wordPieces)) {
      const first = words.length;
      const count = paragraph.words.length;
      const scored = await this.#score(paragraph);
      const own = sentencesOf(count, (word) =>
        parts(text, paragraph.words, word) ? certain : scored.ending(word),
      );
      paragraphs.push([first, first + count]);
      append(
        sentences,
        own.map(([from, to]): Span => [from + first, to + first]),
      );
      append(words, this.#parse(text, paragraph, scored, own, first));
      const shifted = ([from, to, label]: Labelled): Labelled => [from + first, to + first, label];
      append(
        names,
        own.flatMap((sentence) => runs(this.#nameChain, sentence, scored.emission('names'))).map(shifted),
      );
      const tags = scored.emission('tags');
      const path = bestLabels(this.#roleChain, count, tags);
      append(roles, this.#labelled(path).map(shifted));
      for (let word = 0; word < count; word++)
        roleCertainty.push(
          share(this.#roleChain.labels.length, path[word] as number, (label) => tags(word, label)),
        );
      append(events, eventsIn(words, first, scored));
    }
    return { words, sentences, paragraphs, names, roles, roleCertainty, events } as TaggedText;
  }

  /** Only runs the network over a text, to tell its time from that of all else. */
  async encode(text: string): Promise<void> {
    for (const { windows } of paragraphsOf(text, this.#wordPieces))
      for (const window of windows) await this.#encoder.run(window);
  }

  async #score({ words, windows }: Paragraph): Promise<Scored> {
    const scores: Scores[] = [];
    for (const window of windows) scores.push(await this.#encoder.run(window));
    return new Scored(words.length, windows, scores);
  }

  #labelled(path: Int32Array): Labelled[] {
    return runsOf(Array.from(path, (label) => this.#roleChain.labels[label] as string));
  }

  #parse(
    text: string,
    { words }: Paragraph,
    scored: Scored,
    sentences: readonly Span[],
    first: number,
  ): Word[] {
    return sentences.flatMap(([from, to]) => {
      const arcs = scored.arcs([from, to]);
      const heads = bestTree(to - from, arcs);
      return words.slice(from, to).map(([start, end], index): Word => {
        const word = from + index;
        const head = (heads[index + 1] as number) === 0 ? -1 : from + (heads[index + 1] as number) - 1;
        const [scores, row] = scored.of(word);
        const upos = this.#labels.upos[strongest(scores.upos, row)] as string;
        return {
          start,
          end,
          lemma: lemmaOf(text.slice(start, end), upos),
          upos,
          head: head < 0 ? -1 : head + first,
          deprel: this.#relation(scored, word, head),
          certainty: share(
            to - from + 1,
            heads[index + 1] as number,
            (other) => arcs[(index + 1) * (to - from + 1) + other] as number,
          ),
        };
      });
    });
  }

  #relation(scored: Scored, dependent: number, head: number): string {
    if (head < 0) return 'root';
    const [scores, row, window] = scored.of(dependent);
    // A head outside the window (a cut sentence) is judged as the root's place, which is always there.
    const headRow = head >= window.from && head < window.to ? head - window.from + 1 : 0;
    return this.#relations.between(scores, row, headRow);
  }
}
